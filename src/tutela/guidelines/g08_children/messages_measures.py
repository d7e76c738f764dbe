"""What the figures on children are called, and how each is said in a sentence."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _later
from django.utils.translation import ngettext

MEASURES = {
    "child_help": _later("Help that children are owed and do not have"),
    "child_help.in_time": _later("given in time"),
    "child_help.late": _later("given late"),
    "child_help.running": _later("still to be given"),
    "child_help.overdue": _later("owed for too long"),
}


def _child_help(n: Mapping[str, Any]) -> str:
    whole = n["in_time"] + n["late"] + n["running"] + n["overdue"] + n["other"]
    if not whole:
        return _("No gap in the help for children was recorded in this time.")
    return ngettext(
        "Of %(all)d gap in the help for children, %(in_time)d was closed in time and %(late)d late; %(overdue)d is open for too long.",
        "Of %(all)d gaps in the help for children, %(in_time)d were closed in time and %(late)d late; %(overdue)d are open for too long.",
        whole,
    ) % {"all": whole, **{k: n[k] for k in ("in_time", "late", "overdue")}}


READINGS = {"child_help": _child_help}

ZH_MEASURES = {
    "Help that children are owed and do not have": "应提供给儿童而尚未提供的帮助",
    "given in time": "按时提供",
    "given late": "逾期后提供",
    "still to be given": "尚待提供",
    "owed for too long": "逾期未提供",
    "Help that was planned for a child, or that nobody offers: given in time or late, or still a gap.": "为儿童计划的或无人提供的帮助：按时或逾期后提供，或仍为缺口。",
    "No gap in the help for children was recorded in this time.": "这段时间内没有记录到儿童帮助的缺口。",
    "Of %(all)d gap in the help for children, %(in_time)d was closed in time and %(late)d late; %(overdue)d is open for too long.": "在儿童帮助的 %(all)d 个缺口中，%(in_time)d 个按时补上，%(late)d 个逾期后补上，%(overdue)d 个逾期未补。",
    "Of %(all)d gaps in the help for children, %(in_time)d were closed in time and %(late)d late; %(overdue)d are open for too long.": "在儿童帮助的 %(all)d 个缺口中，%(in_time)d 个按时补上，%(late)d 个逾期后补上，%(overdue)d 个逾期未补。",
}
