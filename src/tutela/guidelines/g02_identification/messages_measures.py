"""What the figures on identification are called, and how each is said in a sentence."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _later
from django.utils.translation import ngettext

MEASURES = {
    "screening_errors": _later("Missed and wrongly flagged in screening"),
    "screening_errors.found": _later("flagged, and recognised"),
    "screening_errors.missed": _later("missed"),
    "screening_errors.wrongly_flagged": _later("wrongly flagged"),
    "screening_errors.rightly_not": _later("not flagged, and not trafficked"),
    "screening_errors.undecided": _later("not decided"),
    "referral_answers": _later("How long referrals wait for an answer"),
    "referral_answers.in_time": _later("answered in time"),
    "referral_answers.late": _later("answered late"),
    "referral_answers.answered": _later("answered"),
    "referral_answers.hours": _later("hours to the answer, median"),
    "referral_answers.allowed": _later("hours allowed, median"),
}


def _screening_errors(n: Mapping[str, Any]) -> str:
    recognised, negative = n["found"] + n["missed"], n["wrongly_flagged"] + n["rightly_not"]
    if not recognised and not negative:
        return _("Nobody who was screened has been decided on yet.")
    said = ngettext(
        "Of %(all)d screening of somebody recognised since, %(n)d had not asked for a referral",
        "Of %(all)d screenings of people recognised since, %(n)d had not asked for a referral",
        recognised,
    ) % {"all": recognised, "n": n["missed"]}
    other = ngettext(
        "of %(all)d screening of somebody finally not recognised, %(n)d had",
        "of %(all)d screenings of people finally not recognised, %(n)d had",
        negative,
    ) % {"all": negative, "n": n["wrongly_flagged"]}
    return _("%(missed)s; %(wrong)s.") % {"missed": said, "wrong": other}


def _referral_answers(n: Mapping[str, Any]) -> str:
    whole = n["in_time"] + n["late"] + n["waiting"] + n["overdue"]
    if not whole:
        return _("Nobody was referred in this time.")
    said = ngettext(
        "Of %(all)d referral, %(in_time)d was answered in time, %(late)d late; %(overdue)d is overdue.",
        "Of %(all)d referrals, %(in_time)d were answered in time, %(late)d late; %(overdue)d are overdue.",
        whole,
    ) % {"all": whole, "in_time": n["in_time"], "late": n["late"], "overdue": n["overdue"]}
    if n["hours"] is None:
        return said
    gap = _("Half of the answers took %(hours)s hours or less.") % {"hours": n["hours"]}
    return f"{said} {gap}"


READINGS = {"screening_errors": _screening_errors, "referral_answers": _referral_answers}

ZH_MEASURES = {
    "Missed and wrongly flagged in screening": "筛查中的漏判与误判",
    "flagged, and recognised": "有迹象且获认定",
    "missed": "漏判",
    "wrongly flagged": "误判",
    "not flagged, and not trafficked": "无迹象且未获认定",
    "not decided": "尚未决定",
    "How long referrals wait for an answer": "转介等待答复的时间",
    "answered in time": "按时答复",
    "answered late": "逾期答复",
    "answered": "已答复",
    "hours to the answer, median": "答复所用小时数（中位数）",
    "hours allowed, median": "规定小时数（中位数）",
    "Nobody who was screened has been decided on yet.": "接受筛查的人均尚未有决定。",
    "Of %(all)d screening of somebody recognised since, %(n)d had not asked for a referral": "在后来获认定者的 %(all)d 次筛查中，%(n)d 次未建议转介",
    "of %(all)d screening of somebody finally not recognised, %(n)d had": "在最终未获认定者的 %(all)d 次筛查中，%(n)d 次建议了转介",
    "%(missed)s; %(wrong)s.": "%(missed)s；%(wrong)s。",
    "Nobody was referred in this time.": "这段时间内没有转介。",
    "Of %(all)d referral, %(in_time)d was answered in time, %(late)d late; %(overdue)d is overdue.": "在 %(all)d 次转介中，%(in_time)d 次按时答复，%(late)d 次逾期答复，%(overdue)d 次目前逾期。",
    "Half of the answers took %(hours)s hours or less.": "半数答复用时不超过 %(hours)s 小时。",
    "What finished screenings showed, held against what was decided of the same people later.": "将已完成的筛查结果与之后对同一人的决定相对照。",
    "Referrals, and the time until their receiver answered, beside the time that was allowed for it.": "转介、接收方答复所用的时间以及规定的时间。",
}
