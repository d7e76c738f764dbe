"""Words of this room's actions, duties and reasons in English, and their Chinese."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

from .messages import DEFINITION_REASONS, ELEMENT_CODES, SETTINGS

_DECISION = {
    "positive": "The decision is for the person",
    "ground": "On what it rests",
    "acts": "Acts found",
    "not_acts": "Acts looked for and not found",
    "means": "Means found",
    "not_means": "Means looked for and not found",
    "purposes": "Purposes found",
    "not_purposes": "Purposes looked for and not found",
    "intended_only": "Exploitation was intended and has not happened yet",
    "consented": "It is said that the person consented",
    "child_at_the_time": "Was a child when it happened",
    "circumstances": "Raised against the person, and proving nothing",
    "reasons": "Reasons, in words that the person understands",
    "language": "Language of the reasons",
}

LABELS = {
    "begin_screening": "Screen a person",
    "begin_screening.setting": "Where you are",
    "answer_screening": "Keep the answers of a screening",
    "answer_screening.screening": "Screening",
    "answer_screening.answers": "Answers",
    "answer_screening.finished": "Finished",
    "raise_case": "Open a file from a screening",
    "raise_case.screening": "Screening",
    "raise_case.agreed": "The person agreed to a file",
    "raise_case.age_basis": "How the age is known",
    "raise_case.age_low": "Age, at least",
    "raise_case.age_high": "Age, at most",
    "raise_case.sex": "Sex, as the person says it",
    "raise_case.languages": "Languages that the person understands",
    "expire_screening": "Let a screening expire",
    "expire_screening.screening": "Screening",
    "refer_person": "Refer the person",
    "refer_person.to_agency": "To which agency",
    "refer_person.purpose": "For what",
    "refer_person.agreed": "The person agreed to this referral",
    "refer_person.compartments": "What the receiver will see",
    "refer_person.reason": "What the receiver should know",
    "accept_referral": "Accept the referral",
    "accept_referral.referral": "Referral",
    "decline_referral": "Decline the referral, with the reason",
    "decline_referral.referral": "Referral",
    "decline_referral.because": "Why you cannot take it",
    "complete_referral": "Say that it has been done",
    "complete_referral.referral": "Referral",
    "ask_for_recognition": "Record that recognition was asked for",
    "ask_for_recognition.asked_by_person": "The person asked",
    "ask_for_recognition.words": "What was said",
    "presume_trafficked": "Presume that the person was trafficked",
    "presume_trafficked.acts": "Acts seen so far",
    "presume_trafficked.means": "Means seen so far",
    "presume_trafficked.purposes": "Purposes seen so far",
    "decide_reasonable_grounds": "Decide on reasonable grounds",
    "decide_conclusive": "Decide conclusively",
    **{
        f"{a}.{k}": v
        for a in ("decide_reasonable_grounds", "decide_conclusive")
        for k, v in _DECISION.items()
    },
    "request_reconsideration": "Record that reconsideration was asked for",
    "request_reconsideration.decision": "Decision",
    "decide_reconsideration": "Decide on a reconsideration",
    "decide_reconsideration.decision": "Decision",
    "decide_reconsideration.upheld": "The first decision stays",
    "decide_reconsideration.reasons": "Reasons, in words that the person understands",
    "decide_reconsideration.language": "Language of the reasons",
    "make_decision_final": "Record that a decision against has become final",
    "make_decision_final.decision": "Decision",
    "make_decision_final.told_in": "Language in which the person was told",
    **{f"enum:Setting.{k}": v for k, v in SETTINGS.items()},
    **{
        f"enum:{e}.{k}": v
        for e in ("ActElement", "MeansElement", "PurposeElement")
        for k, v in ELEMENT_CODES.items()
    },
    **{
        f"enum:Circumstance.{k.removeprefix('circumstance.')}": v
        for k, v in DEFINITION_REASONS.items()
        if k.startswith("circumstance.")
    },
    "enum:Ground.elements": "The elements of the definition",
    "enum:Ground.asked_late": "The request came late",
    "enum:Ground.not_injured": "The person was not injured",
    "enum:Ground.no_cooperation": "The person does not cooperate",
    "enum:Ground.suspect_acquitted": "A suspect was acquitted",
    "enum:Ground.irregular_status": "The person's irregular status",
    "enum:Ground.came_back": "The person once left and came back",
    "enum:DeclineWhy.no_capacity": "No room at the moment",
    "enum:DeclineWhy.wrong_service": "Not the right service",
    "enum:DeclineWhy.language": "Nobody speaks the language",
    "enum:DeclineWhy.not_safe_here": "Not safe for the person here",
    "enum:DeclineWhy.conflict_of_interest": "A conflict of interest",
    "enum:Stage.reasonable_grounds": "Reasonable grounds",
    "enum:Stage.conclusive": "Conclusive",
}

DUTIES = {
    "identification": "Decision whether there are reasonable grounds",
    "conclusive_decision": "Conclusive decision",
    "reconsideration": "Reconsideration by somebody else",
    "referral_answer": "Answer to a referral",
}

REASONS = {
    "screening.no_agreement": "An adult, or somebody whose age is not known, agrees before a file is opened. Ask again in a language that they understand; help can be given without a file.",
    "screening.used": "A file was already opened from this screening, or the screening has expired. Begin a new one.",
    "referral.after_death": "A death is on file, and nobody agrees for the dead. Whoever looks into the death, and the family's lawyer, are let in on the ground of a duty in law.",
    "referral.no_consent": "An adult, or somebody whose age is not known, is referred only if they agree. Explain what the receiver does and what it will see; give help here meanwhile.",
    "referral.too_much": "Police, prosecution and immigration learn a name, words or whereabouts only if the person agreed to that. Send the facts alone.",
    "decision.training_out_of_date": "Only somebody whose training to identify is in date decides. Ask a trained colleague; anybody may refer.",
    "decision.ground_does_not_count": "Nobody is refused recognition on this ground. Only act, means and purpose count, and for a child act and purpose.",
    "decision.definition_is_met": "What was found meets the definition, so there is no decision against the person. Decide for them, or show which finding is wrong.",
    "decision.still_open": "An element is still unknown. Unknown is not absent: look further, and keep protection meanwhile.",
    "decision.definition_is_not_met": "A conclusive decision for the person shows the elements that were found. Add them.",
    "decision.means_asked_of_child": "For a child, means are neither asked nor weighed. Leave that part out: act and purpose are enough.",
    "decision.no_reasons": "Write the reasons, in words that the person understands.",
    "decision.language": "The reasons are not in a language that the person understands ({languages}). Have them written in one.",
    "decision.was_a_child": "The person may be a child today, so was one at the time. Leave that answer out, or have the age looked at first.",
    "decision.not_here": "There is no such decision on this file. Choose one that is there; if none was taken yet, the person can ask to be recognised, and it is decided.",
    "decision.nobody_asked": "Nobody asked for this decision to be looked at again, so there is nothing to uphold. It becomes final when the time to ask has passed.",
    "decision.not_the_newest": "Only the newest decision, and one against, ends protection. Something was decided after this one, or it is not a decision against.",
    "decision.same_person": "Whoever decided first does not decide again. Pass it to a colleague.",
    "decision.reconsideration_open": "The decision is still being looked at again. It becomes final only after that; protection stays.",
    "decision.reconsideration_time": "There is still time to ask that the decision be looked at again. It becomes final only after that; protection stays.",
}

ZH = {
    "The decision is for the person": "决定有利于当事人",
    "On what it rests": "依据",
    "Acts found": "查明的行为",
    "Acts looked for and not found": "查过而未发现的行为",
    "Means found": "查明的手段",
    "Means looked for and not found": "查过而未发现的手段",
    "Purposes found": "查明的目的",
    "Purposes looked for and not found": "查过而未发现的目的",
    "Exploitation was intended and has not happened yet": "意图剥削而尚未发生",
    "It is said that the person consented": "据称当事人曾同意",
    "Was a child when it happened": "事发时是儿童",
    "Raised against the person, and proving nothing": "对当事人提出而不能证明什么的情节",
    "Reasons, in words that the person understands": "以当事人懂得的话说明理由",
    "Language of the reasons": "理由所用语言",
    "Screen a person": "筛查",
    "Where you are": "您所在的场所",
    "Keep the answers of a screening": "保存筛查回答",
    "Screening": "筛查",
    "Answers": "回答",
    "Finished": "已完成",
    "Open a file from a screening": "由筛查建立档案",
    "The person agreed to a file": "当事人同意建立档案",
    "How the age is known": "年龄如何得知",
    "Age, at least": "年龄至少",
    "Age, at most": "年龄至多",
    "Sex, as the person says it": "性别（按本人所述）",
    "Languages that the person understands": "当事人懂得的语言",
    "Let a screening expire": "筛查到期",
    "Refer the person": "转介",
    "To which agency": "转介至哪个机构",
    "For what": "用途",
    "The person agreed to this referral": "当事人同意此次转介",
    "What the receiver will see": "接收方可见内容",
    "What the receiver should know": "接收方应知情况",
    "Accept the referral": "接受转介",
    "Referral": "转介",
    "Decline the referral, with the reason": "说明理由并谢绝转介",
    "Why you cannot take it": "无法接受的原因",
    "Say that it has been done": "说明已完成",
    "Record that recognition was asked for": "记录已请求识别",
    "The person asked": "由当事人提出",
    "What was said": "所述内容",
    "Presume that the person was trafficked": "推定当事人被贩运",
    "Acts seen so far": "目前所见行为",
    "Means seen so far": "目前所见手段",
    "Purposes seen so far": "目前所见目的",
    "Decide on reasonable grounds": "就合理理由作出决定",
    "Decide conclusively": "作出最终决定",
    "Record that reconsideration was asked for": "记录已请求复议",
    "Decision": "决定",
    "Decide on a reconsideration": "作出复议决定",
    "The first decision stays": "维持原决定",
    "Record that a decision against has become final": "记录不利决定已成为终局",
    "Language in which the person was told": "告知当事人所用语言",
    "The elements of the definition": "定义的要素",
    "The request came late": "请求提出得晚",
    "The person was not injured": "当事人未受伤",
    "The person does not cooperate": "当事人不配合",
    "A suspect was acquitted": "嫌疑人被判无罪",
    "The person's irregular status": "当事人的非正常身份",
    "The person once left and came back": "当事人曾离开又回来",
    "No room at the moment": "暂无空位",
    "Not the right service": "服务不对口",
    "Nobody speaks the language": "无人会说该语言",
    "Not safe for the person here": "此处对当事人不安全",
    "A conflict of interest": "利益冲突",
    "Reasonable grounds": "合理理由",
    "Conclusive": "最终",
    "Decision whether there are reasonable grounds": "是否有合理理由的决定",
    "Conclusive decision": "最终决定",
    "Reconsideration by somebody else": "由他人复议",
    "Answer to a referral": "对转介的答复",
    REASONS[
        "screening.no_agreement"
    ]: "成年人或年龄不明者，须同意后才能建立档案。请以其懂得的语言再次询问；没有档案也可以提供帮助。",
    REASONS["screening.used"]: "已由此筛查建立档案，或筛查已到期。请重新开始。",
    REASONS[
        "referral.after_death"
    ]: "档案中记有死亡，任何人都不能替逝者同意。对死亡进行调查的机关和家人的律师，可依法定职责获准查看档案。",
    REASONS[
        "referral.no_consent"
    ]: "成年人或年龄不明者，须本人同意才能转介。请说明接收方做什么、会看到什么；同时在此提供帮助。",
    REASONS[
        "referral.too_much"
    ]: "警方、检察机关和移民机关只有在当事人同意时才能得知姓名、陈述或所在。请只发送事实。",
    REASONS[
        "decision.training_out_of_date"
    ]: "只有识别培训在有效期内的人员才能作出决定。请由受过培训的同事处理；任何人都可以转介。",
    REASONS[
        "decision.ground_does_not_count"
    ]: "不得以此理由拒绝识别。只看行为、手段和目的；对儿童只看行为和目的。",
    REASONS[
        "decision.definition_is_met"
    ]: "已查明的情况符合定义，因此不得作出不利决定。请作出有利决定，或说明哪项认定有误。",
    REASONS["decision.still_open"]: "尚有要素不明。不明不等于没有：请继续查明，并在此期间维持保护。",
    REASONS["decision.definition_is_not_met"]: "有利的最终决定须列明查明的要素。请补充。",
    REASONS["decision.means_asked_of_child"]: "对儿童既不询问也不衡量手段。请略去该部分：行为和目的已足够。",
    REASONS["decision.no_reasons"]: "请以当事人懂得的话写明理由。",
    REASONS["decision.language"]: "理由所用语言不是当事人懂得的语言（{languages}）。请用其中一种语言书写。",
    REASONS["decision.was_a_child"]: "当事人今天可能仍是儿童，当时自然也是儿童。请略去该回答，或先核查年龄。",
    REASONS[
        "decision.not_here"
    ]: "该档案中没有这项决定。请选择档案中已有的决定；如尚未作出决定，当事人可请求认定，由主管机关决定。",
    REASONS[
        "decision.nobody_asked"
    ]: "没有人请求复议该决定，因此没有可维持的内容。请求期限届满后它才成为终局。",
    REASONS[
        "decision.not_the_newest"
    ]: "只有最新的、且为不利的决定才能终止保护。此后已有其他决定，或这不是不利决定。",
    REASONS["decision.same_person"]: "作出原决定的人不得再次决定。请转交同事。",
    REASONS["decision.reconsideration_open"]: "该决定仍在复议中。复议结束后才能成为终局；保护继续。",
    REASONS["decision.reconsideration_time"]: "仍有时间请求复议。期满后才能成为终局；保护继续。",
}
