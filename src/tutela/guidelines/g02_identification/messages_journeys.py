"""What the figure on journeys is called, and how it is said in a sentence."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _later
from django.utils.translation import ngettext

MEASURES = {
    "by:spot": _later("Kind of place"),
    "by:country": _later("Country"),
    "by:language": _later("Language understood"),
    "reachable_points": _later("Where people could have been reached"),
    "reachable_points.passed": _later("passed there"),
    "reachable_points.asked": _later("somebody asked"),
    "reachable_points.not_asked": _later("nobody asked"),
    "reachable_points.missed": _later("nobody asked, though somebody could have"),
}


def _reachable_points(n: Mapping[str, Any]) -> str:
    if not n["passed"]:
        return _("No journey has been told yet.")
    return ngettext(
        "Of %(all)d person whose journey is told, %(missed)d passed a place where somebody could have asked and nobody did; %(asked)d was asked somewhere.",
        "Of %(all)d people whose journeys are told, %(missed)d passed a place where somebody could have asked and nobody did; %(asked)d were asked somewhere.",
        n["passed"],
    ) % {"all": n["passed"], "missed": n["missed"], "asked": n["asked"]}


READINGS = {"reachable_points": _reachable_points}

ZH_JOURNEYS = {
    "Language understood": "懂得的语言",
    "Where people could have been reached": "本可接触到当事人的地点",
    "passed there": "经过该处",
    "somebody asked": "有人问过",
    "nobody asked": "无人问过",
    "nobody asked, though somebody could have": "本可有人问而无人问",
    "No journey has been told yet.": "尚无人讲述过路途。",
    "Of %(all)d person whose journey is told, %(missed)d passed a place where somebody could have asked and nobody did; %(asked)d was asked somewhere.": "在讲述过路途的 %(all)d 人中，%(missed)d 人经过了本可有人问而无人问的地点；%(asked)d 人在某处被问过。",
    "People by the kinds of places they passed, and whether anybody there asked how they were.": "按经过的地点类型统计人数，以及在那里是否有人问过他们的情况。",
}
