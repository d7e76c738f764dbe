"""Words of consent in English, and their Chinese."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

LABELS = {
    "record_consent": "Keep what the person agreed to",
    "record_consent.receiver": "Who may receive it",
    "record_consent.purpose": "What for",
    "record_consent.compartments": "Which parts of the file",
    "record_consent.told": "What the person heard before they said yes",
    "record_consent.language": "Language in which it was explained",
    "record_consent.interpreting": "Interpreting",
    "record_consent.said_by": "Who said yes",
    "record_consent.said_through": "How the person's yes was heard",
    "record_consent.given_on": "Day on which the person said it, if not today",
    "record_consent.until": "Last day on which it holds",
    "record_consent.conditions": "What the person wants to be respected, in their words",
    "withdraw_consent": "The person takes a consent back",
    "withdraw_consent.consent": "What the person takes back",
    "withdraw_consent.said_through": "How the person said it",
    "answer_withdrawal": "Say that you have stopped",
    "answer_withdrawal.withdrawal": "What was taken back",
    "answer_withdrawal.stopped": "What became of what you had",
    "answer_withdrawal.passed_on_to_others": "We had passed it on, and told them to stop too",
    "call_back": "Record a call back on a safe line",
    "call_back.reached": "The person was reached",
    "call_back.her_own_wish": "It was the person's own wish",
    "call_back.line_was_safe": "The line was safe",
    "grant_access.consent": "Consent that it rests on",
    "refer_person.consent": "Consent that it rests on",
    "enum:SaidBy.herself": "The person",
    "enum:SaidBy.with_guardian": "The child, with the guardian",
    "enum:SaidBy.guardian_alone": "The guardian alone",
    "enum:SaidBy.relative": "A relative",
    "enum:SaidBy.employer": "An employer",
    "enum:SaidBy.agency": "An agency for the person",
    "enum:Told.may_take_back": "The person may take it back at any time",
    "enum:Told.help_does_not_depend": "Help does not depend on it",
    "enum:Told.notes_may_be_disclosed": "Notes may have to be shown to a court or a defence",
    "enum:Told.safety_not_guaranteed": "Nobody can promise that the person will be safe",
    "enum:Told.stay_not_guaranteed": "Nobody can promise that the person may stay in the country",
    "enum:Told.who_must_report": "Who is bound by law to report, and what",
    "enum:StoppedHow.stopped_and_deleted": "Stopped, and deleted it",
    "enum:StoppedHow.stopped_and_locked": "Stopped, and locked it away",
    "enum:StoppedHow.bound_to_keep": "Stopped; a law binds us to keep it",
    "enum:StoppedHow.had_nothing": "We had received nothing",
}

HELP = {
    "record_consent.told": "The first three always; without them it is no yes.",
    "record_consent": "Keeps what the person agreed to: who may receive what, for what, until when. Nothing is passed on by this alone.",
    "withdraw_consent": "Sharing stops at once. Whoever received something has to stop and answer, and the person is called back on a safe line.",
    "answer_withdrawal": "Says that your agency no longer uses what the person does not want it to have.",
    "call_back": "Whoever holds the person's phone may have taken the consent back for them. Ask them when they can speak freely.",
}

DUTIES = {
    "stop_using": "Stop using what the person took back, and say so",
    "called_back": "Called back on a safe line after a consent was taken back",
}

REASONS = {
    "date.ahead": "This day is still to come. Give the day on which it happened.",
    "consent.over_already": "A consent cannot end before it was given, or before today. Give a later last day, or none.",
    "consent.is_withdrawn": "The person has taken this back already. Nothing rests on it any more.",
    "consent.another_hand": "Nobody else can agree for the person: no relative, no employer, no agency. Ask the person, in words that they understand. A child's guardian agrees together with the child.",
    "consent.not_heard": "A yes counts only when the person says it in words that they understand. Ask them with an interpreter, an independent advocate, or on their own page.",
    "consent.beneficiary": "Your agency would receive this, so the person's yes has to be heard by somebody else too: an interpreter, an independent advocate, or their own page.",
    "consent.not_told": "Before the person agrees they hear three things: they may take it back, help does not depend on it, and notes may have to be disclosed. Tell them, and mark what they heard.",
    "consent.language": "This is not a language that the person is known to understand. Explain it in one of theirs, or record their languages first.",
    "consent.withdrawn": "The person has taken this consent back. Ask them again; if they agree, keep a new consent.",
    "consent.expired": "This consent has run out, or cannot be found. Ask them again; if they agree, keep a new consent.",
    "consent.for_something_else": "The person agreed to something else: another receiver, or fewer parts of the file. Ask them for this, and keep a new consent.",
    "consent.was_withdrawn": "The last thing the person said about this receiver was no: they took their consent back. Ask them anew, and keep what they say as a consent.",
    "consent.withdrawal_to_enforcement": "Taking back what others may see counts, said to who charges, holds or removes people, only through an interpreter, an independent advocate or the person's own page.",
}

ZH = {
    "Keep what the person agreed to": "记录当事人的同意",
    "Who may receive it": "可接收者",
    "What for": "目的",
    "Which parts of the file": "档案的哪些部分",
    "What the person heard before they said yes": "表示同意之前已向其说明的事项",
    "Language in which it was explained": "说明所用语言",
    "Who said yes": "由谁表示同意",
    "How the person's yes was heard": "如何得知其同意",
    "Day on which the person said it, if not today": "表示同意的日期（如非今天）",
    "Last day on which it holds": "有效的最后一天",
    "What the person wants to be respected, in their words": "其本人要求尊重的事项（原话）",
    "The person takes a consent back": "当事人撤回同意",
    "What the person takes back": "撤回的事项",
    "Say that you have stopped": "答复已停止使用",
    "What was taken back": "被撤回的事项",
    "What became of what you had": "已收到内容的处理",
    "We had passed it on, and told them to stop too": "我们曾转交他人，并已通知其停止",
    "Record a call back on a safe line": "记录通过安全线路的回访",
    "The person was reached": "已联系到本人",
    "It was the person's own wish": "确为其本人意愿",
    "The line was safe": "线路安全",
    "Consent that it rests on": "所依据的同意",
    "The person": "本人",
    "The child, with the guardian": "儿童与监护人一同",
    "The guardian alone": "仅监护人",
    "A relative": "亲属",
    "An employer": "雇主",
    "An agency for the person": "机构代其表示",
    "The person may take it back at any time": "可随时撤回",
    "Help does not depend on it": "帮助不取决于是否同意",
    "Notes may have to be shown to a court or a defence": "记录可能须向法院或辩方披露",
    "Nobody can promise that the person will be safe": "无人能保证其安全",
    "Nobody can promise that the person may stay in the country": "无人能保证其可以居留",
    "Who is bound by law to report, and what": "谁依法必须报告、报告什么",
    "Stopped, and deleted it": "已停止并删除",
    "Stopped, and locked it away": "已停止并封存",
    "Stopped; a law binds us to keep it": "已停止；法律要求保留",
    "We had received nothing": "未曾收到任何内容",
    HELP["record_consent.told"]: "前三项必须说明；否则不算同意。",
    HELP[
        "record_consent"
    ]: "记录当事人同意的内容：谁可为何目的接收哪些部分、至何时为止。仅此并不传递任何内容。",
    HELP["withdraw_consent"]: "分享立即停止。收到内容的机构须停止使用并答复，并通过安全线路回访当事人。",
    HELP["answer_withdrawal"]: "说明贵机构不再使用当事人不愿提供的内容。",
    HELP["call_back"]: "控制其电话的人可能替当事人撤回了同意。请在其能自由说话时询问。",
    "Stop using what the person took back, and say so": "停止使用其撤回的内容并答复",
    "Called back on a safe line after a consent was taken back": "撤回同意后通过安全线路回访",
    REASONS["date.ahead"]: "该日期尚未到来。请填写实际发生的日期。",
    REASONS["consent.over_already"]: "同意不能在给出之前或今天之前结束。请填较晚的日期，或不填。",
    REASONS["consent.is_withdrawn"]: "当事人已撤回此项同意，不再有任何事项以其为依据。",
    REASONS[
        "consent.another_hand"
    ]: "任何人都不能代当事人同意：亲属、雇主、机构都不能。请以其懂得的话亲自询问。儿童的监护人与儿童一同表示同意。",
    REASONS[
        "consent.not_heard"
    ]: "只有本人以其懂得的话表示的同意才算数。请通过口译员、独立代言人或其自己的页面询问。",
    REASONS[
        "consent.beneficiary"
    ]: "贵机构将是接收者，因此其同意须另有他人听取：口译员、独立代言人或其自己的页面。",
    REASONS[
        "consent.not_told"
    ]: "同意之前须让其知道三件事：可以撤回；帮助不取决于同意；记录可能须披露。请告知并勾选已说明的事项。",
    REASONS["consent.language"]: "据记录，这不是其懂得的语言。请以其语言说明，或先登记其语言。",
    REASONS["consent.withdrawn"]: "当事人已撤回此项同意。请重新询问；如其同意，请登记新的同意。",
    REASONS["consent.expired"]: "此项同意已到期或无法找到。请重新询问；如其同意，请登记新的同意。",
    REASONS[
        "consent.for_something_else"
    ]: "当事人同意的是另一件事：另一接收者，或较少的部分。请就此询问并登记新的同意。",
    REASONS[
        "consent.was_withdrawn"
    ]: "关于该接收者，当事人最后的表示是拒绝：已撤回同意。请重新询问，并将其答复登记为同意。",
    REASONS[
        "consent.withdrawal_to_enforcement"
    ]: "向负责指控、羁押或遣离的机构表示撤回他人的查看权，须通过口译员、独立代言人或其自己的页面才算数。",
}
