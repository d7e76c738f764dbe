"""Words of case conferences, in English, and their Chinese."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

LABELS = {
    "call_conference": "Call a case conference",
    "call_conference.purpose": "Purpose of the conference",
    "call_conference.on_day": "Day of the conference",
    "call_conference.agencies": "Who comes, by the person's consent",
    "call_conference.her_part": "What the person says to it",
    "call_conference.said_through": "How the person said it",
    "answer_conference": "Record the person's part in a conference",
    "answer_conference.conference": "Conference",
    "answer_conference.her_part": "What the person says to it",
    "answer_conference.said_through": "How the person said it",
    "answer_conference.words": "What the person wants to be read out there",
    "conference_ended": "Record what became of a conference",
    "conference_ended.conference": "Conference",
    "conference_ended.how": "What became of it",
    "conference_ended.attended": "Who came",
    "conference_ended.she_was_there": "The person was there",
    "conference_ended.minutes": "What was said, in general",
    "conference_ended.about_health": "What was said about the person's health",
    "conference_ended.what_she_said": "What the person said or wrote",
    "conference_ended.about_where": "What was said about where the person is",
    "conference_ended.about_staying": "What was said about the person's right to stay",
    "conference_ended.about_the_law": "What the person's lawyer said",
    "add_plan_step.conference": "Decided at this conference, if at one",
    "enum:ConferencePurpose.plan": "The person's plan",
    "enum:ConferencePurpose.safety": "The person's safety",
    "enum:ConferencePurpose.housing": "Where the person lives",
    "enum:ConferencePurpose.proceedings": "Court and police",
    "enum:ConferencePurpose.way_ahead": "Staying or going home",
    "enum:ConferencePurpose.passing_on": "Passing the person on to other helpers",
    "enum:HerPart.comes": "The person comes",
    "enum:HerPart.comes_with_somebody": "The person comes with somebody whom they trust",
    "enum:HerPart.sends_words": "The person sends words",
    "enum:HerPart.leaves_it_to_them": "The person knows of it and leaves it to them",
    "enum:HerPart.says_no": "The person does not want it",
    "enum:ConferenceEnd.held": "It was held",
    "enum:ConferenceEnd.called_off": "It was called off",
    "enum:Topic.conference": "What was decided at a conference",
    "enum:Topic.worker": "Who the worker is now",
}
HELP = {
    "call_conference": "Ask the person first: whether they want it, who may come, and how they take part. Only those come to whom they have agreed, for as long as they do.",
    "call_conference.agencies": "Each needs a consent of the person that holds on that day. Your own agency comes by itself.",
    "answer_conference": "The person may change their mind until it is held. A no calls it off, and costs them nothing.",
    "conference_ended": "Write what was said under the part of the file that it belongs to. Whoever came reads only the parts that they hold.",
    "conference_ended.minutes": "Only what everybody who sees the file may read.",
    "add_plan_step.conference": "What a conference decides is a step of the person's plan: who does it, and by when, agreed with them.",
}
DUTIES = {
    "conference_held": "A conference on its day, written down",
    "conference_told": "Hearing what was decided in the person's absence",
}
BREACHES = {
    "came_without_her_consent": "Somebody sat at a conference about the person without their consent",
    "met_against_her_word": "A conference about the person was held against their word",
}
REASONS = {
    "conference.no_consent": "The person has not agreed that everybody named here may come, or a consent ends before that day (%(n)s without one). Ask and record the consent for each, or call the conference without them.",
    "conference.she_says_no": "The person does not want to be talked about. That no counts. Explain what it would be for and who would come, or speak with each of them within what the person agreed to.",
    "conference.not_asked": "Staff do not answer for the person. Ask them yourself in their language, through an interpreter or an advocate, or let them answer at their own door.",
    "conference.over": "This conference has been held or called off. Call another one.",
}

ZH = {
    LABELS["call_conference"]: "召集个案会议",
    LABELS["call_conference.purpose"]: "会议目的",
    LABELS["call_conference.on_day"]: "会议日期",
    LABELS["call_conference.agencies"]: "经当事人同意参加的机构",
    LABELS["call_conference.her_part"]: "当事人的意见",
    LABELS["answer_conference"]: "记录当事人如何参加会议",
    LABELS["answer_conference.conference"]: "个案会议",
    LABELS["answer_conference.words"]: "当事人希望在会上宣读的话",
    LABELS["conference_ended"]: "记录会议结果",
    LABELS["conference_ended.how"]: "结果",
    LABELS["conference_ended.attended"]: "到会机构",
    LABELS["conference_ended.she_was_there"]: "当事人到会",
    LABELS["conference_ended.minutes"]: "一般内容",
    LABELS["conference_ended.about_health"]: "关于当事人的健康",
    LABELS["conference_ended.what_she_said"]: "当事人说的或写的",
    LABELS["conference_ended.about_where"]: "关于当事人的所在",
    LABELS["conference_ended.about_staying"]: "关于当事人的居留权",
    LABELS["conference_ended.about_the_law"]: "当事人的律师所说",
    LABELS["add_plan_step.conference"]: "由哪次会议决定（如有）",
    LABELS["enum:ConferencePurpose.plan"]: "当事人的计划",
    LABELS["enum:ConferencePurpose.safety"]: "当事人的安全",
    LABELS["enum:ConferencePurpose.housing"]: "当事人的住处",
    LABELS["enum:ConferencePurpose.proceedings"]: "法院与警方",
    LABELS["enum:ConferencePurpose.way_ahead"]: "留下还是回家",
    LABELS["enum:ConferencePurpose.passing_on"]: "转交其他帮助者",
    LABELS["enum:HerPart.comes"]: "当事人到会",
    LABELS["enum:HerPart.comes_with_somebody"]: "当事人与信任的人一起到会",
    LABELS["enum:HerPart.sends_words"]: "当事人以书面转达",
    LABELS["enum:HerPart.leaves_it_to_them"]: "当事人知道此事，由他们商议",
    LABELS["enum:HerPart.says_no"]: "当事人不同意召开",
    LABELS["enum:ConferenceEnd.held"]: "已举行",
    LABELS["enum:ConferenceEnd.called_off"]: "已取消",
    LABELS["enum:Topic.worker"]: "现在由谁负责",
    LABELS["enum:Topic.conference"]: "会议的决定",
    HELP[
        "call_conference"
    ]: "先问当事人：是否愿意、谁可以来、自己如何参加。只有当事人同意的机构才能参加，并以同意有效期为限。",
    HELP["call_conference.agencies"]: "每个机构都须有在会议当天有效的同意。贵机构自动参加。",
    HELP["answer_conference"]: "会议举行前当事人随时可以改变主意。本人说不，会议即取消，对其没有任何不利。",
    HELP["conference_ended"]: "请按档案的相应部分分别记录。到会者只能阅读其有权查看的部分。",
    HELP["conference_ended.minutes"]: "只写所有能看到档案者都可以读的内容。",
    HELP[
        "add_plan_step.conference"
    ]: "会议的决定就是当事人计划中的一步：由谁在何时之前完成，并经当事人同意。",
    DUTIES["conference_held"]: "如期举行会议并记录",
    DUTIES["conference_told"]: "告知当事人缺席时作出的决定",
    BREACHES["came_without_her_consent"]: "有人未经当事人同意参加了关于其本人的会议",
    BREACHES["met_against_her_word"]: "违背当事人的意愿召开了关于其本人的会议",
    REASONS[
        "conference.no_consent"
    ]: "当事人没有同意所列各方都可以参加，或其同意在会议当天之前到期（%(n)s个没有同意）。请逐一询问并记录同意，或在他们缺席的情况下召开会议。",
    REASONS[
        "conference.she_says_no"
    ]: "当事人不愿意被议论。本人说不就算数。请说明会议的目的和参加者，或在其同意的范围内分别与各方商谈。",
    REASONS[
        "conference.not_asked"
    ]: "工作人员不能替当事人回答。请用当事人的语言、通过口译员或代言人亲自询问，或让本人在自己的页面上回答。",
    REASONS["conference.over"]: "该会议已举行或取消。请另行召集。",
}
