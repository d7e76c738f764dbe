"""The words of the protection enquiry, in both languages."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

LABELS = {
    "ask_protection": "Ask before a charge, a detention or a removal",
    "ask_protection.kind": "What you are about to do",
    "ask_protection.act_ref": "Reference of that act",
    "ask_protection.person_name": "Name of the person, as far as you know it",
    "ask_protection.other_names": "Another name, or the name in another script",
    "ask_protection.birth_date": "Date of birth, if you know it",
    "ask_protection.nationality": "Nationality, if you know it",
    "ask_protection.setting": "Where the person is now",
    "ask_protection.call": "Number to call you back",
    "answer_enquiry": "Write down the call about an enquiry",
    "answer_enquiry.enquiry": "Enquiry",
    "answer_enquiry.case": "File of the person, if there is one",
    "answer_enquiry.called_at": "When you called",
    "answer_enquiry.said": "What you said",
    "answer_enquiry.disclosed": "What else of the file you told",
    "answer_enquiry.ground": "On what ground you told it",
    "answer_enquiry.reason": "Why harm is imminent, or what else should be known",
    "answer_enquiry.reference_found": "Is there an act with that reference?",
    "compare_enquiry": "An enquiry was compared with others",
    "compare_enquiry.enquiry": "Enquiry",
    "escalate_enquiry": "An enquiry that nobody answered was passed on",
    "escalate_enquiry.enquiry": "Enquiry",
    "escalate_enquiry.duty": "Duty",
    "escalate_enquiry.to": "Who is told",
    "detain_person.act_ref": "Reference under which somebody asked before, if anybody did",
    "remove_person.act_ref": "Reference under which somebody asked before, if anybody did",
    "detention_found.act_ref": "Reference under which somebody asked before, if anybody did",
    "removal_carried_out.act_ref": "Reference under which somebody asked before, if anybody did",
    "enum:EnquiryKind.custody": "Hold the person",
    "enum:EnquiryKind.charge": "Charge the person",
    "enum:EnquiryKind.removal": "Remove the person from the country",
    "enum:EnquirySaid.nothing_to_tell": "We have nothing to tell; that is no clearance: screen",
    "enum:EnquirySaid.protection_applies": "Protection applies",
    "enum:EnquirySaid.please_wait": "Please wait; we will call again",
    "enum:TellingGround.consent": "The person agreed",
    "enum:TellingGround.imminent_harm": "Harm is imminent",
    "enum:PatternKind.two_agencies": "Two agencies asked for what seems to be one person",
    "enum:PatternKind.often": "Asks often",
    "enum:PatternKind.not_screened": "Asks more than it screens",
    "enum:PatternKind.no_reference": "No act stood behind the reference",
}

HELP = {
    "ask_protection": "Before you hold, charge or remove somebody. Every question gets the same reply, whoever it is about; a person calls you back. Who you ask about stays sealed, and the monitor sees that you asked.",
    "answer_enquiry": "What you said on the telephone. Nobody known to us, and somebody who agreed to nothing, get the same words. The person sees in the file who asked and what was said.",
}

DUTIES = {"enquiry_answered": "Whoever asked before a charge, a detention or a removal is called back"}

BREACHES = {
    "charged_without_waiting": "Charged without waiting for the answer to a protection enquiry",
    "held_without_waiting": "Held without waiting for the answer to a protection enquiry",
    "removed_without_waiting": "Removed without waiting for the answer to a protection enquiry",
}

REASONS = {
    "enquiry.asked": "Received. Do nothing yet. You will be called within %(hours)s hours. This is no clearance: screen the person now.",
    "enquiry.whose": "Nothing is told of a person whose file is not named: what they agreed to stands there. Name the file, or say that you have nothing to tell.",
    "enquiry.not_agreed": "The person has not agreed that this authority is told that. Say that you have nothing to tell or ask them to wait, and ask the person; where harm is imminent, say only that protection applies, and why.",
    "enquiry.only_that_it_applies": "Where harm is imminent, only that protection applies is told, and nothing else of the file.",
    "enquiry.why_harm": "Write down why harm is imminent. The person and the monitor can look at it later.",
    "enquiry.firewall": "Whoever enforces immigration law hears that protection applies, and nothing of the file. Nobody can change that.",
    "enquiry.wait": "Your agency has asked about somebody and has no answer yet. Wait for the call, and screen the person meanwhile.",
    "enquiry.answered": "This enquiry has its answer already. Nothing was changed.",
    "enquiry.called_when": "The call is after the question, and not in the future.",
    "enquiry.shut": "The enquiry cannot be opened right now. Nothing was changed and nothing is lost; call back all the same, ask them to wait, and try again.",
    "enquiry.erased": "The key to this enquiry was destroyed; it cannot be opened any more.",
}

ZH = {
    LABELS["ask_protection"]: "在指控、羁押或驱离之前查询",
    LABELS["ask_protection.kind"]: "您准备采取的行动",
    LABELS["ask_protection.act_ref"]: "该行动的文号",
    LABELS["ask_protection.person_name"]: "当事人姓名，就您所知",
    LABELS["ask_protection.other_names"]: "其他姓名，或以另一种文字书写的姓名",
    LABELS["ask_protection.birth_date"]: "出生日期，如知道",
    LABELS["ask_protection.nationality"]: "国籍，如知道",
    LABELS["ask_protection.setting"]: "当事人现在何处",
    LABELS["ask_protection.call"]: "回电号码",
    LABELS["answer_enquiry"]: "记录就查询所作的答复电话",
    LABELS["answer_enquiry.enquiry"]: "查询",
    LABELS["answer_enquiry.case"]: "当事人的档案，如有",
    LABELS["answer_enquiry.called_at"]: "何时致电",
    LABELS["answer_enquiry.said"]: "您说了什么",
    LABELS["answer_enquiry.disclosed"]: "还告知了档案的哪些部分",
    LABELS["answer_enquiry.ground"]: "告知的依据",
    LABELS["answer_enquiry.reason"]: "为何伤害迫在眉睫，或其他应知事项",
    LABELS["answer_enquiry.reference_found"]: "该文号是否确有对应的行动？",
    LABELS["compare_enquiry"]: "已将一项查询与其他查询比对",
    LABELS["escalate_enquiry"]: "无人答复的查询已上报",
    LABELS["detention_found.act_ref"]: "此前查询所用的文号，如有",
    LABELS["enum:EnquiryKind.custody"]: "关押当事人",
    LABELS["enum:EnquiryKind.charge"]: "指控当事人",
    LABELS["enum:EnquiryKind.removal"]: "将当事人驱离本国",
    LABELS["enum:EnquirySaid.nothing_to_tell"]: "我们没有可告知的内容；这不是放行：请进行筛查",
    LABELS["enum:EnquirySaid.protection_applies"]: "适用保护",
    LABELS["enum:EnquirySaid.please_wait"]: "请等待；我们会再致电",
    LABELS["enum:TellingGround.consent"]: "当事人同意",
    LABELS["enum:TellingGround.imminent_harm"]: "伤害迫在眉睫",
    LABELS["enum:PatternKind.two_agencies"]: "两个机构查询了看似同一人",
    LABELS["enum:PatternKind.often"]: "频繁查询",
    LABELS["enum:PatternKind.not_screened"]: "查询多于筛查",
    LABELS["enum:PatternKind.no_reference"]: "文号背后没有任何行动",
    HELP[
        "ask_protection"
    ]: "在您关押、指控或驱离某人之前使用。无论涉及何人，每项查询都得到同样的答复；会有工作人员回电。您查询何人将被封存，独立监督机构会看到您作了查询。",
    HELP[
        "answer_enquiry"
    ]: "您在电话中所说的内容。我们不认识的人，与什么都未同意告知的人，得到同样的答复。当事人可在档案中看到谁查询过、得到了什么答复。",
    DUTIES["enquiry_answered"]: "向在指控、羁押或驱离之前查询的一方回电",
    BREACHES["charged_without_waiting"]: "未等保护查询的答复即提出指控",
    BREACHES["held_without_waiting"]: "未等保护查询的答复即予关押",
    BREACHES["removed_without_waiting"]: "未等保护查询的答复即予驱离",
    REASONS[
        "enquiry.asked"
    ]: "已收到。请暂勿采取任何行动。您将在 %(hours)s 小时内接到电话。这不是放行：请立即对当事人进行筛查。",
    REASONS[
        "enquiry.whose"
    ]: "未指明档案的人，不作任何告知：其同意的内容记在档案中。请指明档案，或说明没有可告知的内容。",
    REASONS[
        "enquiry.not_agreed"
    ]: "当事人未同意向该当局告知此内容。请说明没有可告知的内容或请对方等待，并询问当事人；如伤害迫在眉睫，只说明适用保护，并说明理由。",
    REASONS["enquiry.only_that_it_applies"]: "伤害迫在眉睫时，只告知适用保护，不告知档案的其他内容。",
    REASONS["enquiry.why_harm"]: "请写明为何伤害迫在眉睫。当事人和独立监督机构以后可以查阅。",
    REASONS[
        "enquiry.firewall"
    ]: "移民执法机关只会得知适用保护，不会得知档案的任何内容。任何人都不能更改此规则。",
    REASONS["enquiry.wait"]: "贵机构就某人提出的查询尚无答复。请等待电话，并在此期间对当事人进行筛查。",
    REASONS["enquiry.answered"]: "此查询已有答复。未作任何更改。",
    REASONS["enquiry.called_when"]: "致电时间应在提问之后，且不在将来。",
    REASONS[
        "enquiry.shut"
    ]: "此查询目前无法开启。未作任何更改，也没有丢失；请照常回电，请对方等待，然后再试。",
    REASONS["enquiry.erased"]: "此查询的密钥已销毁，无法再开启。",
}
