"""Words of case conferences, in English, and their Chinese."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

LABELS = {
    "call_conference": "Call a case conference",
    "call_conference.purpose": "Purpose of the conference",
    "call_conference.on_day": "Day of the conference",
    "call_conference.agencies": "Who comes, by her consent",
    "call_conference.her_part": "What she says to it",
    "call_conference.said_through": "How she said it",
    "answer_conference": "Record her part in a conference",
    "answer_conference.conference": "Conference",
    "answer_conference.her_part": "What she says to it",
    "answer_conference.said_through": "How she said it",
    "answer_conference.words": "What she wants to be read out there",
    "conference_ended": "Record what became of a conference",
    "conference_ended.conference": "Conference",
    "conference_ended.how": "What became of it",
    "conference_ended.attended": "Who came",
    "conference_ended.she_was_there": "She was there herself",
    "conference_ended.minutes": "What was said, in general",
    "conference_ended.about_health": "What was said about her health",
    "conference_ended.what_she_said": "What she said or wrote",
    "conference_ended.about_where": "What was said about where she is",
    "conference_ended.about_staying": "What was said about her right to stay",
    "conference_ended.about_the_law": "What her lawyer said",
    "add_plan_step.conference": "Decided at this conference, if at one",
    "enum:ConferencePurpose.plan": "Her plan",
    "enum:ConferencePurpose.safety": "Her safety",
    "enum:ConferencePurpose.housing": "Where she lives",
    "enum:ConferencePurpose.proceedings": "Court and police",
    "enum:ConferencePurpose.way_ahead": "Staying or going home",
    "enum:ConferencePurpose.passing_on": "Passing her on to other helpers",
    "enum:HerPart.comes": "She comes",
    "enum:HerPart.comes_with_somebody": "She comes with somebody whom she trusts",
    "enum:HerPart.sends_words": "She sends words",
    "enum:HerPart.leaves_it_to_them": "She knows of it and leaves it to them",
    "enum:HerPart.says_no": "She does not want it",
    "enum:ConferenceEnd.held": "It was held",
    "enum:ConferenceEnd.called_off": "It was called off",
    "enum:Topic.conference": "What was decided at a conference",
    "enum:Topic.worker": "Who her worker is now",
}
HELP = {
    "call_conference": "Ask her first: whether she wants it, who may come, and how she takes part. Only those come to whom she has agreed, for as long as she does.",
    "call_conference.agencies": "Each needs a consent of hers that holds on that day. Your own agency comes by itself.",
    "answer_conference": "She may change her mind until it is held. Her no calls it off, and costs her nothing.",
    "conference_ended": "Write what was said under the part of the file that it belongs to. Whoever came reads only the parts that they hold.",
    "conference_ended.minutes": "Only what everybody who sees the file may read.",
    "add_plan_step.conference": "What a conference decides is a step of her plan: who does it, and by when, agreed with her.",
}
DUTIES = {
    "conference_held": "A conference on its day, written down",
    "conference_told": "Hearing what was decided without her",
}
BREACHES = {
    "came_without_her_consent": "Somebody sat at a conference on her without her consent",
    "met_against_her_word": "A conference was held on her against her word",
}
REASONS = {
    "conference.no_consent": "She has not agreed that everybody named here may come, or her consent ends before that day (%(n)s without one). Ask her and record her consent for each, or call the conference without them.",
    "conference.she_says_no": "She does not want to be talked about. Her no counts. Explain to her what it would be for and who would come, or speak with each of them within what she agreed to.",
    "conference.not_asked": "Staff do not answer for her. Ask her yourself in her language, through an interpreter or an advocate, or let her answer at her own door.",
    "conference.over": "This conference has been held or called off. Call another one.",
}

ZH = {
    LABELS["call_conference"]: "召集个案会议",
    LABELS["call_conference.purpose"]: "会议目的",
    LABELS["call_conference.on_day"]: "会议日期",
    LABELS["call_conference.agencies"]: "经她同意参加的机构",
    LABELS["call_conference.her_part"]: "她的意见",
    LABELS["answer_conference"]: "记录她如何参加会议",
    LABELS["answer_conference.conference"]: "个案会议",
    LABELS["answer_conference.words"]: "她希望在会上宣读的话",
    LABELS["conference_ended"]: "记录会议结果",
    LABELS["conference_ended.how"]: "结果",
    LABELS["conference_ended.attended"]: "到会机构",
    LABELS["conference_ended.she_was_there"]: "她本人到会",
    LABELS["conference_ended.minutes"]: "一般内容",
    LABELS["conference_ended.about_health"]: "关于她的健康",
    LABELS["conference_ended.what_she_said"]: "她说的或写的",
    LABELS["conference_ended.about_where"]: "关于她的所在",
    LABELS["conference_ended.about_staying"]: "关于她的居留权",
    LABELS["conference_ended.about_the_law"]: "她的律师所说",
    LABELS["add_plan_step.conference"]: "由哪次会议决定（如有）",
    LABELS["enum:ConferencePurpose.plan"]: "她的计划",
    LABELS["enum:ConferencePurpose.safety"]: "她的安全",
    LABELS["enum:ConferencePurpose.housing"]: "她的住处",
    LABELS["enum:ConferencePurpose.proceedings"]: "法院与警方",
    LABELS["enum:ConferencePurpose.way_ahead"]: "留下还是回家",
    LABELS["enum:ConferencePurpose.passing_on"]: "转交其他帮助者",
    LABELS["enum:HerPart.comes"]: "她到会",
    LABELS["enum:HerPart.comes_with_somebody"]: "她与信任的人一起到会",
    LABELS["enum:HerPart.sends_words"]: "她以书面转达",
    LABELS["enum:HerPart.leaves_it_to_them"]: "她知道此事，由他们商议",
    LABELS["enum:HerPart.says_no"]: "她不同意召开",
    LABELS["enum:ConferenceEnd.held"]: "已举行",
    LABELS["enum:ConferenceEnd.called_off"]: "已取消",
    LABELS["enum:Topic.worker"]: "现在由谁负责",
    LABELS["enum:Topic.conference"]: "会议的决定",
    HELP[
        "call_conference"
    ]: "先问她：是否愿意、谁可以来、她如何参加。只有她同意的机构才能参加，并以同意有效期为限。",
    HELP["call_conference.agencies"]: "每个机构都须有在会议当天有效的同意。贵机构自动参加。",
    HELP["answer_conference"]: "会议举行前她随时可以改变主意。她说不，会议即取消，对她没有任何不利。",
    HELP["conference_ended"]: "请按档案的相应部分分别记录。到会者只能阅读其有权查看的部分。",
    HELP["conference_ended.minutes"]: "只写所有能看到档案者都可以读的内容。",
    HELP["add_plan_step.conference"]: "会议的决定就是她计划中的一步：由谁在何时之前完成，并经她同意。",
    DUTIES["conference_held"]: "如期举行会议并记录",
    DUTIES["conference_told"]: "告知她缺席时作出的决定",
    BREACHES["came_without_her_consent"]: "有人未经她同意参加了关于她的会议",
    BREACHES["met_against_her_word"]: "违背她的意愿召开了关于她的会议",
    REASONS[
        "conference.no_consent"
    ]: "她没有同意所列各方都可以参加，或其同意在会议当天之前到期（%(n)s个没有同意）。请逐一询问并记录她的同意，或在他们缺席的情况下召开会议。",
    REASONS[
        "conference.she_says_no"
    ]: "她不愿意被议论。她说不就算数。请向她说明会议的目的和参加者，或在她同意的范围内分别与各方商谈。",
    REASONS[
        "conference.not_asked"
    ]: "工作人员不能替她回答。请用她的语言、通过口译员或代言人亲自询问她，或让她在自己的页面上回答。",
    REASONS["conference.over"]: "该会议已举行或取消。请另行召集。",
}
