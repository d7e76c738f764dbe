"""Words of asylum, and of help for who is not identified, in English, and their Chinese."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

LABELS = {
    "raise_case.asks_for_asylum": "The person asks for asylum, or is afraid to go back",
    "refer_person.asylum_goes_along": "If a wish for asylum is on file, whoever takes the person on learns of it",
    "ask_for_asylum": "Record a wish for asylum, or fear of going back",
    "ask_for_asylum.wish": "What the person says",
    "ask_for_asylum.country": "Country that the person fears",
    "ask_for_asylum.smuggled": "Was brought across a border by smugglers",
    "ask_for_asylum.words": "In the person's own words",
    "record_asylum_step": "Record a step of the asylum claim",
    "record_asylum_step.step": "What happened",
    "record_asylum_step.told_in": "Language in which the person was told",
    "end_asylum": "End the asylum claim",
    "end_asylum.because": "Why it ends",
    "end_asylum.advised": "The person had independent legal advice",
    "end_asylum.told_in": "Language in which the person was told",
    "offer_other_help": "Offer other help to who is not identified",
    "offer_other_help.screening": "Screening",
    "offer_other_help.offered": "What was offered and explained",
    "offer_other_help.declined": "What the person declined",
    "offer_other_help.said_through": "How the answer was heard",
    "enum:Wish.asylum": "Wants to ask for asylum",
    "enum:Wish.fears_return": "Is afraid to go back",
    "enum:AsylumStep.registered": "The claim was registered",
    "enum:AsylumStep.granted": "Protection was granted",
    "enum:AsylumStep.refused": "The claim was refused; an appeal is possible",
    "enum:AsylumStep.appealed": "An appeal was lodged",
    "enum:AsylumStep.appeal_refused": "The appeal was refused",
    "enum:AsylumEnd.withdrawn": "The person withdraws it",
    "enum:AsylumEnd.refusal_final": "The refusal is final",
    "enum:Way.labour_rights": "Rights at work: wages, hours, safety",
    "enum:Way.asylum": "Asylum",
    "enum:Way.health": "Health care",
    "enum:Way.smuggling_protection": "Protection of smuggled people",
}

HELP = {
    "ask_for_asylum": "Saying it is enough, to anybody and at any time. From then on there is no removal, and nobody contacts the authorities of that country.",
    "ask_for_asylum.smuggled": "Whether the person was also trafficked is another question; asylum does not depend on either.",
    "record_asylum_step": "A refusal ends nothing yet: there is time to appeal, and an appeal keeps all protection.",
    "end_asylum": "Only the person withdraws, after advice; a refusal ends the claim when it cannot be appealed any more.",
    "offer_other_help": "Who is not identified as trafficked is never sent away with nothing. What the person wants, refer; what the person declines, note here.",
    "refer_person.asylum_goes_along": "Police, border guard, immigration and consulates never learn of it this way.",
}

DUTIES = {
    "asylum_channel": "The wish for asylum is registered",
    "asylum_decision": "Decision on the asylum claim",
    "other_help_labour_rights": "A way to rights at work",
    "other_help_asylum": "A way to asylum",
    "other_help_health": "A way to health care",
    "other_help_smuggling_protection": "A way to the protection of smuggled people",
    "other_help_screened": "Other help offered after a screening without indication",
}

BREACHES = {
    "removal_ordered_against_asylum": "A removal was ordered although asylum is asked for",
    "removed_against_asylum": "The person was removed although asylum was asked for",
}

REASONS = {
    "asylum.open": "The person asks for asylum, or has been granted it. Nobody is removed, to any country, while that is so. Record what the asylum authority did, or the stay of removal.",
    "asylum.not_advised": "A claim is withdrawn only after legal advice that is independent of the authority. Refer the person to a lawyer first; the claim stays open meanwhile.",
    "asylum.not_refused": "No refusal is on file that could have become final, or an appeal is pending. The claim stays open.",
    "asylum.appeal_time": "There is still time to appeal. The claim stays open until that time has passed.",
    "asylum.language": "Say in which language the person was told; it has to be one that they understand ({languages}).",
    "asylum.not_offered": "Only what was offered can be declined. Tick it as offered too, or leave it out.",
}

ZH = {
    "The person asks for asylum, or is afraid to go back": "当事人请求庇护或害怕返回",
    "If a wish for asylum is on file, whoever takes the person on learns of it": "如档案中有庇护意愿，接收方会得知",
    "Record a wish for asylum, or fear of going back": "记录庇护意愿或对返回的恐惧",
    "What the person says": "当事人怎么说",
    "Country that the person fears": "当事人畏惧的国家",
    "Was brought across a border by smugglers": "由偷运者带过边境",
    "Record a step of the asylum claim": "记录庇护申请的进展",
    "What happened": "发生了什么",
    "End the asylum claim": "结束庇护申请",
    "Why it ends": "结束原因",
    "The person had independent legal advice": "当事人已获得独立法律咨询",
    "Offer other help to who is not identified": "向未被识别者提供其他帮助",
    "What was offered and explained": "已提供并说明的内容",
    "What the person declined": "当事人谢绝的内容",
    "How the answer was heard": "如何得知其答复",
    "Wants to ask for asylum": "想申请庇护",
    "Is afraid to go back": "害怕返回",
    "The claim was registered": "申请已登记",
    "Protection was granted": "已给予保护",
    "The claim was refused; an appeal is possible": "申请被拒；可以上诉",
    "An appeal was lodged": "已提出上诉",
    "The appeal was refused": "上诉被驳回",
    "The person withdraws it": "当事人撤回",
    "The refusal is final": "拒绝已成为终局",
    "Saying it is enough, to anybody and at any time. From then on there is no removal, and nobody contacts the authorities of that country.": "随时向任何人说出即可。自此不得驱离，任何人不得联系该国当局。",
    "Whether the person was also trafficked is another question; asylum does not depend on either.": "当事人是否也被贩运是另一个问题；庇护不取决于此。",
    "A refusal ends nothing yet: there is time to appeal, and an appeal keeps all protection.": "拒绝并不结束任何保护：仍有时间上诉，上诉期间保护不变。",
    "Only the person withdraws, after advice; a refusal ends the claim when it cannot be appealed any more.": "只有当事人在获得咨询后可以撤回；拒绝在无法再上诉时才结束申请。",
    "Who is not identified as trafficked is never sent away with nothing. What the person wants, refer; what the person declines, note here.": "未被识别为被贩运者的人绝不会空手离开。当事人想要的，予以转介；谢绝的，在此记下。",
    "Police, border guard, immigration and consulates never learn of it this way.": "警方、边防、移民机关和领事馆绝不会由此得知。",
    "The wish for asylum is registered": "登记庇护意愿",
    "Decision on the asylum claim": "就庇护申请作出决定",
    "A way to rights at work": "获得劳动权利的途径",
    "A way to asylum": "获得庇护的途径",
    "A way to health care": "获得医疗的途径",
    "A way to the protection of smuggled people": "获得被偷运者保护的途径",
    "Other help offered after a screening without indication": "筛查未见迹象后提供其他帮助",
    "A removal was ordered although asylum is asked for": "当事人已请求庇护，却仍被下令驱离",
    "The person was removed although asylum was asked for": "当事人已请求庇护，却仍被驱离",
    REASONS[
        "asylum.open"
    ]: "当事人请求庇护或已获庇护。在此期间不得将其驱离到任何国家。请记录庇护机关的处理，或记录暂缓驱离。",
    REASONS[
        "asylum.not_advised"
    ]: "只有在获得独立于该机关的法律咨询之后才能撤回申请。请先将当事人转介给律师；在此期间申请继续有效。",
    REASONS["asylum.not_refused"]: "档案中没有可成为终局的拒绝，或上诉尚未了结。申请继续有效。",
    REASONS["asylum.appeal_time"]: "仍有时间上诉。期满之前申请继续有效。",
    REASONS["asylum.language"]: "请写明告知当事人所用的语言；须是其懂得的语言（{languages}）。",
    REASONS["asylum.not_offered"]: "只能谢绝已提供的内容。请同时勾选为已提供，或略去。",
}
