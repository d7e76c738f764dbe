"""Words of who works with whom, in English, and their Chinese."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

LABELS = {
    "name_worker": "Name who works with the person",
    "name_worker.colleague": "Colleague",
    "name_worker.until": "Until which day, if in somebody's place",
    "give_back": "Give the person back to their worker",
    "give_back.worker_for": "Who stands in",
    "begin_leave": "Write down that a colleague is away",
    "begin_leave.colleague": "Colleague",
    "begin_leave.since": "First day away",
    "begin_leave.until": "Last day away",
    "record_supervision": "Record supervision",
    "record_supervision.colleague": "Colleague",
    "record_supervision.held_on": "Day of the talk; empty to agree on the first one",
    "record_supervision.next_on": "Day of the next one",
    "record_supervision.words": "What it was about, for the two of you",
}
HELP = {
    "give_back": "From a colleague who stood in. It happens by itself when the days are over.",
    "name_worker": "The person is told in a language they understand who works with them now. Above the target for one worker you are warned and the coordinator sees it; nobody is refused help.",
    "name_worker.until": "Leave it empty where the colleague stays the person's worker. With a day, the person goes back to their own worker after it.",
    "begin_leave": "First name a colleague for each of their people, for all of these days.",
    "record_supervision": "A duty of the agency. Write about the work and the worker; what is about a person belongs in the file.",
}
DUTIES = {"supervision_next": "Supervision for a colleague", "worker_told": "Hearing who the worker is now"}
REASONS = {
    "worker.over_ceiling": "This colleague now works with more people than the project's target. The coordinator sees it. Think of sharing the work; nobody is refused help because of it.",
    "worker.on_leave": "This colleague is on leave. Choose somebody who is there.",
    "supervision.not_held": "A day is agreed already, or you wrote what was said. Say on which day the talk was.",
    "worker.oneself": "Supervision is a talk with somebody else. Let whoever supervises record it.",
    "leave.people_without": "Some of this colleague's people have nobody named for all of these days. Name a colleague for each of them first; nobody is left without a worker.",
}

ZH = {
    LABELS["name_worker"]: "指定由谁负责该人",
    LABELS["name_worker.colleague"]: "同事",
    LABELS["name_worker.until"]: "至哪一天（如为代班）",
    LABELS["give_back"]: "将当事人交还其工作者",
    HELP["give_back"]: "由代班同事交还。期满时会自动交还。",
    LABELS["give_back.worker_for"]: "代班者",
    LABELS["begin_leave"]: "登记同事休假",
    LABELS["begin_leave.since"]: "休假第一天",
    LABELS["begin_leave.until"]: "休假最后一天",
    LABELS["record_supervision"]: "记录督导",
    LABELS["record_supervision.held_on"]: "谈话日期（仅约定首次日期时留空）",
    LABELS["record_supervision.next_on"]: "下次日期",
    LABELS["record_supervision.words"]: "谈话内容（仅供双方）",
    HELP[
        "name_worker"
    ]: "会用当事人的语言告知现在由谁负责。超过每名工作者的目标人数时会提醒您，协调员也会看到；不会因此拒绝帮助任何人。",
    HELP["name_worker.until"]: "如该同事长期负责，请留空。填写日期后，到期当事人会回到原来的工作者那里。",
    HELP["begin_leave"]: "请先为其负责的每个人指定同事，覆盖全部休假日。",
    HELP["record_supervision"]: "这是机构的职责。请写工作和工作者本身；关于当事人的内容应写入档案。",
    DUTIES["supervision_next"]: "为同事安排督导",
    DUTIES["worker_told"]: "告知当事人现在由谁负责",
    REASONS[
        "worker.over_ceiling"
    ]: "该同事负责的人数已超过本项目的目标。协调员会看到。请考虑分担工作；不会因此拒绝帮助任何人。",
    "To read one's own supervision": "本人阅读自己的督导记录",
    REASONS["worker.on_leave"]: "该同事正在休假。请选择在岗的同事。",
    REASONS["supervision.not_held"]: "已约定日期，或您已写下谈话内容。请注明谈话在哪一天进行。",
    REASONS["worker.oneself"]: "督导是与他人的谈话。请由督导者记录。",
    REASONS[
        "leave.people_without"
    ]: "该同事负责的人中，有人在这些日子里没有指定的同事。请先为每个人指定同事；不能让任何人没有工作者。",
}
