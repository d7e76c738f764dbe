"""The room's words, in both languages."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

LABELS = {
    "assert_risk": _("Say that there is serious danger"),
    "assert_risk.at_risk": _("Who is in danger"),
    "assert_risk.danger_from": _("Where the danger comes from"),
    "assert_risk.country": _("In which country"),
    "assert_risk.words": _("In the person's own words"),
    "grant_recovery_period": _("Grant time to recover"),
    "record_stay_of_removal": _("Record a stay of removal"),
    "record_stay_of_removal.because": _("Why removal is stayed"),
    "review_stay": _("Review the stay of removal"),
    "review_stay.outcome": _("What the review comes to"),
    "review_stay.heard": _("Was the person heard, after independent advice?"),
    "review_stay.risk_found": _("Did the assessment find danger?"),
    "review_stay.reasons": _("Reasons given"),
    "remove_person": _("Arrange a removal"),
    "remove_person.kind": _("What it is called"),
    "remove_person.to_country": _("To which country"),
    "removal_ordered": _("A removal was ordered"),
    "removal_ordered.kind": _("What it is called"),
    "removal_ordered.to_country": _("To which country"),
    "removal_carried_out": _("The person was removed"),
    "removal_carried_out.kind": _("What it is called"),
    "removal_carried_out.to_country": _("To which country"),
    "enum:AtRisk.person": _("The person"),
    "enum:AtRisk.family": _("The family"),
    "enum:AtRisk.both": _("The person and the family"),
    "enum:DangerFrom.traffickers": _("The traffickers"),
    "enum:DangerFrom.authorities": _("Authorities"),
    "enum:DangerFrom.family": _("Relatives"),
    "enum:DangerFrom.community": _("The community"),
    "enum:DangerFrom.debt": _("Whoever claims a debt"),
    "enum:DangerFrom.unknown": _("Not known or not said"),
    "enum:RemovalKind.deportation": _("Deportation or expulsion"),
    "enum:RemovalKind.refused_entry": _("Refused entry"),
    "enum:RemovalKind.order_to_leave": _("Order to leave"),
    "enum:RemovalKind.transfer_to_other_state": _("Transfer to another State"),
    "enum:RemovalKind.escort_to_border": _("Escort to the border"),
    "enum:StayBecause.presumed": _("Presumed trafficked"),
    "enum:StayBecause.recovery_period": _("Time to recover runs"),
    "enum:StayBecause.serious_risk": _("Serious danger is asserted"),
    "enum:StayBecause.asylum": _("Asylum is asked for"),
    "enum:StayBecause.claim_or_trial": _("A claim or a trial is going on"),
    "enum:StayBecause.other": _("Another reason to stay"),
    "enum:ReviewOutcome.goes_on": _("The stay goes on"),
    "enum:ReviewOutcome.ends": _("The stay ends"),
}

HELP = {
    "assert_risk": _(
        "Saying it is enough: from then on no removal goes through here, until the danger has been assessed."
    ),
    "grant_recovery_period": _(
        "At least as long as the law of the country says. Nothing is asked in return."
    ),
    "record_stay_of_removal": _("Write down that nobody will take the person out of the country for now."),
    "review_stay": _("Look again at the stay. A review never turns into a removal by itself."),
    "remove_person": _("Refused while the person is protected, in danger or recovering."),
    "removal_ordered": _(
        "Write down what was ordered elsewhere. The monitor sees it where it goes against protection."
    ),
    "removal_carried_out": _("Write down that the person was taken out of the country. The monitor sees it."),
}

DUTIES = {
    "stay_of_removal": _("Any removal is stayed"),
    "recovery_period_granted": _("Time to recover is granted"),
    "recovery_period": _("Time to recover runs"),
    "stay_review": _("The stay of removal is looked at again"),
}

BREACHES = {
    "removal_ordered_all_the_same": _("A removal was ordered although the person is protected"),
    "removed_all_the_same": _("The person was removed although protected"),
    "casework_not_split": _("Who does the casework on somebody's stay also enforces the removal"),
}

REASONS = {
    "stay.presumed": _(
        "The person is presumed to have been trafficked, or this is still to be decided. Nobody removes them now. Record the stay of removal, or review it."
    ),
    "stay.risk": _(
        "Serious danger to the person or the family has been asserted and not assessed away. Assess it and hear the person before anything else."
    ),
    "stay.recovery": _(
        "Time to recover and to think is running. When it ends, the stay is reviewed; a removal never follows by itself."
    ),
    "stay.not_reviewed": _("A stay of removal is on file. It ends only by a review, with the person heard."),
    "stay.not_heard": _(
        "The person has not been heard, or it is not known. Hear the person, after independent advice, before the stay ends."
    ),
}

ZH = {
    "Say that there is serious danger": "说明存在严重危险",
    "Who is in danger": "谁处于危险之中",
    "Where the danger comes from": "危险来自何处",
    "In which country": "在哪个国家",
    "In the person's own words": "当事人的原话",
    "Grant time to recover": "给予恢复时间",
    "Record a stay of removal": "记录暂缓驱离",
    "Why removal is stayed": "暂缓驱离的原因",
    "Review the stay of removal": "复核暂缓驱离",
    "What the review comes to": "复核结果",
    "Was the person heard, after independent advice?": "当事人是否在获得独立咨询后陈述了意见？",
    "Did the assessment find danger?": "评估是否发现危险？",
    "Reasons given": "理由",
    "Arrange a removal": "安排驱离",
    "What it is called": "名称",
    "To which country": "前往哪个国家",
    "A removal was ordered": "已下令驱离",
    "The person was removed": "当事人已被驱离",
    "The person": "本人",
    "The family": "家人",
    "The person and the family": "本人和家人",
    "The traffickers": "贩运者",
    "Authorities": "官方机构",
    "Relatives": "亲属",
    "The community": "社区",
    "Whoever claims a debt": "声称有债权的人",
    "Not known or not said": "不知道或未说明",
    "Deportation or expulsion": "递解或驱逐出境",
    "Refused entry": "拒绝入境",
    "Order to leave": "责令离境",
    "Transfer to another State": "移交他国",
    "Escort to the border": "押送至边境",
    "Presumed trafficked": "推定被贩运",
    "Time to recover runs": "恢复期正在进行",
    "Serious danger is asserted": "已提出存在严重危险",
    "Asylum is asked for": "已申请庇护",
    "A claim or a trial is going on": "索赔或审判正在进行",
    "Another reason to stay": "其他暂缓理由",
    "The stay goes on": "继续暂缓",
    "The stay ends": "暂缓结束",
    "Saying it is enough: from then on no removal goes through here, until the danger has been assessed.": "提出即可：自此，在危险得到评估之前，不得通过本系统驱离。",
    "At least as long as the law of the country says. Nothing is asked in return.": "时间不短于该国法律的规定，且不要求任何回报。",
    "Write down that nobody will take the person out of the country for now.": "记下：目前任何人不得将当事人带离该国。",
    "Look again at the stay. A review never turns into a removal by itself.": "重新审视暂缓驱离。复核本身绝不导致驱离。",
    "Refused while the person is protected, in danger or recovering.": "当事人受保护、有危险或处于恢复期时一律拒绝。",
    "Write down what was ordered elsewhere. The monitor sees it where it goes against protection.": "记下别处下达的命令。如有违保护，独立监督机构会看到。",
    "Write down that the person was taken out of the country. The monitor sees it.": "记下当事人已被带离该国。独立监督机构会看到。",
    "Any removal is stayed": "暂缓一切驱离",
    "Time to recover is granted": "已给予恢复时间",
    "The stay of removal is looked at again": "重新审视暂缓驱离",
    "A removal was ordered although the person is protected": "当事人受保护，却仍被下令驱离",
    "The person was removed although protected": "当事人受保护，却仍被驱离",
    "Who does the casework on somebody's stay also enforces the removal": "经办其居留个案的人同时执行驱离",
    "The person is presumed to have been trafficked, or this is still to be decided. Nobody removes them now. Record the stay of removal, or review it.": "当事人被推定为被贩运者，或尚待决定。现在不得驱离。请记录暂缓驱离，或进行复核。",
    "Serious danger to the person or the family has been asserted and not assessed away. Assess it and hear the person before anything else.": "已提出当事人或其家人面临严重危险，且评估尚未予以排除。请先评估并听取当事人意见。",
    "Time to recover and to think is running. When it ends, the stay is reviewed; a removal never follows by itself.": "恢复与反思期正在进行。期满后应复核暂缓驱离，绝不自动驱离。",
    "A stay of removal is on file. It ends only by a review, with the person heard.": "档案中有暂缓驱离记录。只有在听取当事人意见并复核之后才能结束。",
    "The person has not been heard, or it is not known. Hear the person, after independent advice, before the stay ends.": "尚未听取当事人意见，或不知是否听取。请在其获得独立咨询后听取意见，然后才能结束暂缓。",
}
