"""Words of a person's own door and of her complaints in English, and their Chinese."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

LABELS = {
    "open_portal": "Open a page of their own for the person",
    "open_portal.said_through": "How the person asked for it",
    "open_portal.phone": "What the person would open it on",
    "open_portal.talked_of": "What you talked about",
    "open_portal.when_forced": "If somebody forces the page open",
    "open_portal.language": "Language of the page",
    "close_portal": "Close the person's own page",
    "forced_to_open": "The person gave the other code",
    "forced_to_open.own_door": "A page of their own",
    "complain": "Complain",
    "complain.about": "What it is about",
    "complain.against": "Who it is about",
    "complain.words": "In your own words",
    "complain.wants_advocate": "I want somebody independent at my side",
    "complain.language": "Language",
    "name_advocate": "Name an independent advocate",
    "name_advocate.complaint": "Complaint",
    "name_advocate.advocate": "Who stands at the person's side",
    "answer_complaint": "Answer a complaint",
    "answer_complaint.complaint": "Complaint",
    "answer_complaint.answer": "What became of it",
    "once:code": "The code that opens it",
    "once:word": "The second word",
    "once:other": "The other code, for when somebody forces the page open",
    "enum:HerPhone.own_and_alone": "A telephone of the person's own that nobody else touches",
    "enum:HerPhone.shared_and_safe": "A shared one; they trust whoever shares it",
    "enum:HerPhone.of_the_house": "A device of the house or of your office",
    "enum:HerPhone.somebody_looks": "A telephone that somebody looks into",
    "enum:HerPhone.not_known": "Not known",
    "enum:TalkedOf.who_holds_it": "Who else has the telephone in hand, and who knows its code",
    "enum:TalkedOf.who_set_it_up": "Who set it up and pays for it; whether it could pass things on",
    "enum:TalkedOf.traces": "What stays behind: the address, a screenshot, somebody looking over their shoulder",
    "enum:TalkedOf.when_forced": "The other code, and what it does",
    "enum:TalkedOf.not_written_down": "Learning the codes instead of writing them down",
    "enum:WhenForced.tell_nobody": "Nobody is told",
    "enum:WhenForced.tell_caseworker": "You are told, and reach the person on the safe line",
    "enum:ComplaintAbout.where_i_stay": "The place where I stay",
    "enum:ComplaintAbout.somebody_who_helps": "Somebody who should help me",
    "enum:ComplaintAbout.police_or_border": "The police or the border",
    "enum:ComplaintAbout.interpreter": "An interpreter",
    "enum:ComplaintAbout.not_given": "Something I was promised and did not get",
    "enum:ComplaintAbout.my_data": "Somebody who knows what they should not know",
    "enum:ComplaintAbout.something_else": "Something else",
    "enum:ComplaintAnswer.right_and_put_right": "It was so, and has been put right",
    "enum:ComplaintAnswer.right_and_goes_on": "It was so; we are still working on it",
    "enum:ComplaintAnswer.partly_right": "Part of it was so",
    "enum:ComplaintAnswer.not_found": "We could not find that it was so",
    "enum:ComplaintAnswer.passed_on": "It was passed on to whoever must decide it",
    "enum:ComplaintAnswer.taken_back_by_her": "The person took it back",
}

HELP = {
    "complain": "It goes to the independent monitor, and to no agency that helps or holds.",
    "open_portal": "Only if the person asks for it, after a talk about the telephone. You are shown a code, a second word and another code, once: let the person learn them, and write nothing down for them.",
    "open_portal.phone": "Ask: does anybody look into your telephone, know its code, or set it up for you? If so, use a device of the house, or a number to remember.",
    "open_portal.when_forced": "The other code shows the public help page, as a wrong number does. Ask the person whether you should learn that it was used.",
    "close_portal": "At once: no code opens it any more, and whoever is in it is out.",
    "name_advocate": "Independent of whoever the complaint is about, and of whoever houses, holds or decides about the person.",
    "answer_complaint": "The person reads the answer on their own page. The agency complained about learns nothing by it.",
}

DUTIES = {
    "reached_after_force": "Reached on the safe line after the person gave the other code",
    "complaint_answered": "A complaint is looked into and answered",
    "complaint_advocate": "Somebody independent at the person's side for a complaint",
}

REASONS = {
    "portal.not_her_wish": "A page of their own is opened when the person asks for it, in words that they understand. Ask them with an interpreter or an independent advocate.",
    "portal.not_talked_of": "Talk about the telephone first: who else holds it, what traces stay, and what the other code does. Then mark what you talked about.",
    "portal.watched": "Somebody looks into this telephone, or nobody knows. A page on it could lead to the person. Use a device of the house, or learn a telephone number together instead.",
    "stay.complaint_waits": "A complaint waits for its answer. Until then no stay and no help ends against the person's word. Offer another place that they accept.",
    "complaint.not_independent": "This agency is complained of, or houses, holds or decides about people. Choose legal aid, a helpline or another organisation that does not.",
    "complaint.answered": "This complaint has its answer already. Nothing was changed.",
}

ZH = {
    LABELS["open_portal"]: "为当事人开通其本人的页面",
    LABELS["open_portal.said_through"]: "当事人如何提出要求",
    LABELS["open_portal.phone"]: "当事人将用什么设备打开",
    LABELS["open_portal.talked_of"]: "谈过哪些内容",
    LABELS["open_portal.when_forced"]: "如有人强迫打开页面",
    LABELS["open_portal.language"]: "页面语言",
    LABELS["close_portal"]: "关闭当事人本人的页面",
    LABELS["forced_to_open"]: "当事人输入了备用码",
    LABELS["forced_to_open.own_door"]: "当事人本人的页面",
    LABELS["complain"]: "投诉",
    HELP["complain"]: "投诉送交独立监督机构，不会送交任何提供帮助或实施关押的机构。",
    LABELS["complain.about"]: "投诉什么",
    LABELS["complain.against"]: "投诉谁",
    LABELS["complain.words"]: "用您自己的话说",
    LABELS["complain.wants_advocate"]: "我希望有独立的人陪在我身边",
    LABELS["name_advocate"]: "指定独立代言人",
    LABELS["name_advocate.advocate"]: "由谁陪同当事人",
    LABELS["answer_complaint"]: "答复投诉",
    LABELS["answer_complaint.answer"]: "结果",
    LABELS["once:code"]: "打开页面的代码",
    LABELS["once:word"]: "第二步口令",
    LABELS["once:other"]: "备用码（有人强迫打开页面时用）",
    LABELS["enum:HerPhone.own_and_alone"]: "本人的电话，别人不碰",
    LABELS["enum:HerPhone.shared_and_safe"]: "共用的电话；当事人信任共用的人",
    LABELS["enum:HerPhone.of_the_house"]: "庇护所或贵机构的设备",
    LABELS["enum:HerPhone.somebody_looks"]: "有人会查看的电话",
    LABELS["enum:TalkedOf.who_holds_it"]: "还有谁会拿到电话，谁知道密码",
    LABELS["enum:TalkedOf.who_set_it_up"]: "谁设置电话、谁付费；它会不会把内容传出去",
    LABELS["enum:TalkedOf.traces"]: "会留下什么：网址、截图、有人从旁看到",
    LABELS["enum:TalkedOf.when_forced"]: "备用码及其作用",
    LABELS["enum:TalkedOf.not_written_down"]: "记住代码，不写下来",
    LABELS["enum:WhenForced.tell_nobody"]: "不告诉任何人",
    LABELS["enum:WhenForced.tell_caseworker"]: "告诉您，由您通过安全线路与当事人联系",
    LABELS["enum:ComplaintAbout.where_i_stay"]: "我住的地方",
    LABELS["enum:ComplaintAbout.somebody_who_helps"]: "应当帮助我的人",
    LABELS["enum:ComplaintAbout.police_or_border"]: "警察或边境人员",
    LABELS["enum:ComplaintAbout.interpreter"]: "口译员",
    LABELS["enum:ComplaintAbout.not_given"]: "答应过我却没有得到的东西",
    LABELS["enum:ComplaintAbout.my_data"]: "有人知道了不该知道的事",
    LABELS["enum:ComplaintAbout.something_else"]: "其他事项",
    LABELS["enum:ComplaintAnswer.right_and_put_right"]: "情况属实，已经纠正",
    LABELS["enum:ComplaintAnswer.right_and_goes_on"]: "情况属实，仍在处理",
    LABELS["enum:ComplaintAnswer.partly_right"]: "部分属实",
    LABELS["enum:ComplaintAnswer.not_found"]: "未能查明属实",
    LABELS["enum:ComplaintAnswer.passed_on"]: "已转交必须作出决定的机构",
    LABELS["enum:ComplaintAnswer.taken_back_by_her"]: "本人撤回了投诉",
    HELP[
        "open_portal"
    ]: "只有本人要求，并在谈过电话的安全之后才开通。代码、第二步口令和备用码只显示一次：请让当事人记住，不要替其写下来。",
    HELP[
        "open_portal.phone"
    ]: "请问：有没有人查看您的电话、知道密码或替您设置？如有，请用庇护所的设备，或改为记住一个号码。",
    HELP[
        "open_portal.when_forced"
    ]: "备用码与输错号码一样，只显示公开的求助页面。请问当事人：用过备用码时，是否要让您知道。",
    HELP["close_portal"]: "立即生效：任何代码都不能再打开，正在查看的人也会退出。",
    HELP["name_advocate"]: "须独立于被投诉者，也独立于为当事人提供住处、羁押当事人或就其作决定的机构。",
    HELP["answer_complaint"]: "当事人在其本人的页面上看到答复。被投诉的机构不会因此知道任何情况。",
    DUTIES["reached_after_force"]: "输入备用码后通过安全线路与其联系",
    DUTIES["complaint_answered"]: "查明并答复投诉",
    DUTIES["complaint_advocate"]: "投诉期间有独立的人陪同",
    REASONS[
        "portal.not_her_wish"
    ]: "只有本人以其懂得的话提出要求，才为其开通页面。请通过口译员或独立代言人询问。",
    REASONS[
        "portal.not_talked_of"
    ]: "请先谈电话的安全：还有谁会拿到它、会留下什么痕迹、备用码有什么作用。然后勾选谈过的内容。",
    REASONS[
        "portal.watched"
    ]: "有人会查看这部电话，或情况不明。在上面打开页面可能使人找到当事人。请用庇护所的设备，或一起记住一个电话号码。",
    REASONS[
        "stay.complaint_waits"
    ]: "有一项投诉尚待答复。在此之前，任何住宿或帮助都不得违背当事人的意愿而结束。请提供当事人接受的另一处住所。",
    REASONS[
        "complaint.not_independent"
    ]: "该机构是被投诉者，或为人提供住处、羁押人或就人作决定。请选择法律援助、求助热线或其他独立组织。",
    REASONS["complaint.answered"]: "该投诉已有答复。未作任何更改。",
}
