"""Words on what the State does against those who trafficked the person."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

LABELS = {
    "suspects_charged": _("Those suspected of the trafficking were charged"),
    "suspects_charged.suspects": _("Who is suspected"),
    "suspects_charged.roles": _("What they did"),
    "suspects_charged.each_assessed": _("Was it assessed of each of them whether they were trafficked too?"),
    "judgment_given": _("A court decided on the suspects"),
    "judgment_given.outcome": _("What became of the charge"),
    "judgment_given.suspects": _("Who was suspected"),
    "prevention_taken": _("Something was done so that nobody else is caught"),
    "prevention_taken.step": _("What was done"),
    "open_investigation.suspects": _("Who is suspected"),
    "enum:Suspects.officials": _("Officials"),
    "enum:Suspects.private": _("Private people or companies"),
    "enum:Suspects.both": _("Officials and others"),
    "enum:Suspects.unknown": _("Not known yet"),
    "enum:SuspectRole.recruited": _("Recruited"),
    "enum:SuspectRole.transported": _("Transported"),
    "enum:SuspectRole.harboured": _("Kept or housed"),
    "enum:SuspectRole.exploited": _("Exploited"),
    "enum:SuspectRole.owned_the_place": _("Owned or let the place"),
    "enum:SuspectRole.profited_from_afar": _("Profited from afar"),
    "enum:SuspectRole.helped_in_office": _("Helped by means of an office"),
    "enum:CourtOutcome.convicted": _("Convicted of trafficking"),
    "enum:CourtOutcome.convicted_of_less": _("Convicted of something less"),
    "enum:CourtOutcome.acquitted": _("Acquitted"),
    "enum:CourtOutcome.given_up": _("Given up"),
    "enum:PreventionStep.others_looked_for": _("Others in the same hands were looked for"),
    "enum:PreventionStep.place_inspected": _("The place was inspected"),
    "enum:PreventionStep.recruiter_reported": _("The recruiter was reported"),
    "enum:PreventionStep.licence_reviewed": _("A licence is being reviewed"),
    "enum:PreventionStep.warning_passed_on": _("A warning was passed on"),
    "enum:PreventionStep.gap_reported": _("A gap in law or practice was reported"),
}

HELP = {
    "suspects_charged": _(
        "Note that a charge was brought against suspects. No name is kept, only what kind of suspects they are."
    ),
    "judgment_given": _(
        "Note how a court decided on those who were charged, or that the charge was given up."
    ),
    "prevention_taken": _(
        "Note what was done so that nobody else is caught in the same place, or by the same people."
    ),
    "suspects_charged.each_assessed": _(
        "Somebody made to commit crimes may be called a suspect. Not known counts as no."
    ),
}

DUTIES = {
    "prevention": _("Nobody else is caught in the same way"),
    "charging_decision": _("A decision on charging the suspects"),
    "judgment": _("A judgment on the suspects"),
}

BREACHES = {"suspect_not_assessed": _("Called a suspect without asking whether trafficked too")}

ZH_PURSUIT = {
    "Those suspected of the trafficking were charged": "贩运嫌疑人已被指控",
    "Who is suspected": "嫌疑人类别",
    "What they did": "其所为",
    "Was it assessed of each of them whether they were trafficked too?": "是否评估过其中每个人是否也是被贩运者？",
    "A court decided on the suspects": "法院对嫌疑人作出裁判",
    "What became of the charge": "指控的结果",
    "Who was suspected": "嫌疑人类别",
    "Something was done so that nobody else is caught": "已采取措施防止他人受害",
    "Officials": "公职人员",
    "Private people or companies": "私人或公司",
    "Officials and others": "公职人员与他人",
    "Not known yet": "尚不清楚",
    "Recruited": "招募",
    "Transported": "运送",
    "Kept or housed": "窝藏或收留",
    "Exploited": "剥削",
    "Owned or let the place": "拥有或出租场所",
    "Profited from afar": "间接获利",
    "Helped by means of an office": "利用职权协助",
    "Convicted of trafficking": "以贩运罪定罪",
    "Convicted of something less": "以较轻罪名定罪",
    "Acquitted": "无罪",
    "Given up": "放弃指控",
    "Others in the same hands were looked for": "已寻找受同一人控制的其他人",
    "The place was inspected": "已检查场所",
    "The recruiter was reported": "已举报招募者",
    "A licence is being reviewed": "正在复审执照",
    "A warning was passed on": "已转达警示",
    "A gap in law or practice was reported": "已报告法律或实践中的漏洞",
    "Note that a charge was brought against suspects. No name is kept, only what kind of suspects they are.": "记录已对嫌疑人提出指控。不保存姓名，只记录嫌疑人的类别。",
    "Note how a court decided on those who were charged, or that the charge was given up.": "记录法院对被指控者的裁判，或指控已放弃。",
    "Note what was done so that nobody else is caught in the same place, or by the same people.": "记录为防止他人在同一场所或被同一伙人所害而采取的措施。",
    "Somebody made to commit crimes may be called a suspect. Not known counts as no.": "被迫犯罪的人可能被当作嫌疑人。不清楚按“否”处理。",
    "Nobody else is caught in the same way": "防止他人以同样方式受害",
    "A decision on charging the suspects": "就是否指控嫌疑人作出决定",
    "A judgment on the suspects": "对嫌疑人的判决",
    "Called a suspect without asking whether trafficked too": "未查明是否也是被贩运者即被称为嫌疑人",
    "Others in the same hands are looked for, and whoever can close the place or stop the recruiter is told.": "寻找受同一人控制的其他人，并告知能够关闭场所或制止招募者的机关。",
    "The prosecution charges the suspects, or ends the matter with reasons that a court can look at.": "检察机关指控嫌疑人，或说明理由结案，并可由法院审查。",
    "Those who were charged with the trafficking are tried within a reasonable time.": "被指控贩运的人在合理期限内受审。",
    "Somebody was called a suspect before anybody had assessed whether they were trafficked too.": "在评估某人是否也是被贩运者之前，即称其为嫌疑人。",
}
