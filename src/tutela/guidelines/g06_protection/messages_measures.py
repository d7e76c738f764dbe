"""What the figures on protection are called, and how each is said in a sentence."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _later
from django.utils.translation import ngettext

MEASURES = {
    "places_wanted": _later("Who waits for a place to sleep"),
    "places_wanted.in_time": _later("found in time"),
    "places_wanted.late": _later("found late"),
    "places_wanted.running": _later("still sought"),
    "places_wanted.overdue": _later("sought for too long"),
}


def _places_wanted(n: Mapping[str, Any]) -> str:
    whole = n["in_time"] + n["late"] + n["running"] + n["overdue"] + n["other"]
    if not whole:
        return _("Nobody was owed a place in this time.")
    return ngettext(
        "Of %(all)d place owed to somebody, %(in_time)d was found in time and %(late)d late; %(overdue)d is sought for too long.",
        "Of %(all)d places owed to somebody, %(in_time)d were found in time and %(late)d late; %(overdue)d are sought for too long.",
        whole,
    ) % {"all": whole, **{k: n[k] for k in ("in_time", "late", "overdue")}}


READINGS = {"places_wanted": _places_wanted}

ZH_MEASURES = {
    "Who waits for a place to sleep": "谁在等待住处",
    "found in time": "按时找到",
    "found late": "逾期后找到",
    "still sought": "仍在寻找",
    "sought for too long": "寻找已逾期",
    "Nobody was owed a place in this time.": "这段时间内没有应提供的住处。",
    "Of %(all)d place owed to somebody, %(in_time)d was found in time and %(late)d late; %(overdue)d is sought for too long.": "在应提供的 %(all)d 个住处中，%(in_time)d 个按时找到，%(late)d 个逾期后找到，%(overdue)d 个寻找已逾期。",
    "A safe place owed to somebody: found in time or late, or still sought. By group, it shows whom no house takes.": "应提供给某人的安全住处：按时或逾期后找到、仍在寻找、已逾期。按群体查看，可见哪些人没有住所接收。",
}
