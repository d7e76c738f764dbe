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
    "free_to_move": _later("Restrictions on movement"),
    "free_to_move.on_no_ground": _later("on no ground in law"),
    "free_to_move.by_court": _later("by order of a court"),
    "free_to_move.running": _later("still going on"),
    "free_to_move.ended": _later("over"),
    "by:restriction": _later("Kind of restriction"),
    "restriction:house_rule": _later("a rule of a house"),
    "restriction:in_a_house": _later("somebody in a house"),
    "restriction:held": _later("somebody held"),
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


def _free_to_move(n: Mapping[str, Any]) -> str:
    whole = n["running"] + n["ended"]
    if not whole:
        return _("No restriction on movement was recorded in this time.")
    return ngettext(
        "%(all)d restriction on movement, %(on_no_ground)d of them on no ground in law; %(running)d still going on.",
        "%(all)d restrictions on movement, %(on_no_ground)d of them on no ground in law; %(running)d still going on.",
        whole,
    ) % {"all": whole, **{k: n[k] for k in ("on_no_ground", "running")}}


READINGS = {"places_wanted": _places_wanted, "free_to_move": _free_to_move}

ZH_MEASURES = {
    "Who waits for a place to sleep": "谁在等待住处",
    "Restrictions on movement": "对行动自由的限制",
    "on no ground in law": "无法律依据",
    "by order of a court": "依法院命令",
    "still going on": "仍在进行",
    "over": "已结束",
    "Kind of restriction": "限制的种类",
    "a rule of a house": "住所规定",
    "somebody in a house": "住所中的个人",
    "somebody held": "被羁押者",
    "No restriction on movement was recorded in this time.": "这段时间内没有记录到对行动自由的限制。",
    "%(all)d restriction on movement, %(on_no_ground)d of them on no ground in law; %(running)d still going on.": "共 %(all)d 项对行动自由的限制，其中 %(on_no_ground)d 项无法律依据；%(running)d 项仍在进行。",
    "Restrictions on movement: in houses and by whoever holds people; on no ground, or by a court; running or over.": "对行动自由的限制：住所中的，以及由羁押者施加的；无依据或依法院命令；仍在进行或已结束。",
    "found in time": "按时找到",
    "found late": "逾期后找到",
    "still sought": "仍在寻找",
    "sought for too long": "寻找已逾期",
    "Nobody was owed a place in this time.": "这段时间内没有应提供的住处。",
    "Of %(all)d place owed to somebody, %(in_time)d was found in time and %(late)d late; %(overdue)d is sought for too long.": "在应提供的 %(all)d 个住处中，%(in_time)d 个按时找到，%(late)d 个逾期后找到，%(overdue)d 个寻找已逾期。",
    "A safe place owed to somebody: found in time or late, or still sought. By group, it shows whom no house takes.": "应提供给某人的安全住处：按时或逾期后找到、仍在寻找、已逾期。按群体查看，可见哪些人没有住所接收。",
}
