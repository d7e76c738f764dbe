"""What the figures on the State's duties are called, and how each is said in a sentence."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _later
from django.utils.translation import ngettext

MEASURES = {
    "part:prevent": _later("To prevent"),
    "part:investigate": _later("To investigate"),
    "part:prosecute": _later("To prosecute"),
    "part:protect": _later("To protect"),
    "stage:identified": _later("no investigation yet"),
    "stage:investigated": _later("investigated"),
    "stage:charged": _later("suspects charged"),
    "stage:judged": _later("judged"),
    "lost:": _later("not lost"),
    "suspects:unknown": _later("not known"),
    "state_duties": _later("The State's four duties"),
    "state_duties.in_time": _later("met in time"),
    "state_duties.late": _later("met late"),
    "state_duties.escalated": _later("passed up"),
    "pipeline": _later("From identification to judgment"),
    "pipeline.identified": _later("presumed, or asking to be recognised"),
    "pipeline.investigated": _later("investigated"),
    "pipeline.charged": _later("suspects charged"),
    "pipeline.judged": _later("judged"),
    "pipeline.lost_on_the_way": _later("lost on the way"),
    "pipeline.to_investigation": _later("days to the investigation, median"),
    "pipeline.to_charge": _later("days from there to the charge, median"),
    "pipeline.to_judgment": _later("days from there to the judgment, median"),
    "first_support": _later("From the police to the first support"),
    "first_support.supported": _later("supported"),
    "first_support.hours": _later("hours to the first support, median"),
}


def _state_duties(n: Mapping[str, Any]) -> str:
    whole = n["in_time"] + n["late"] + n["running"] + n["overdue"] + n["other"]
    if not whole:
        return _("The State owed nobody anything in this time.")
    return ngettext(
        "Of %(all)d duty of the State, %(in_time)d was met in time and %(late)d late; %(overdue)d is overdue, and %(escalated)d was passed up.",
        "Of %(all)d duties of the State, %(in_time)d were met in time and %(late)d late; %(overdue)d are overdue, and %(escalated)d were passed up.",
        whole,
    ) % {"all": whole, **{k: n[k] for k in ("in_time", "late", "overdue", "escalated")}}


def _pipeline(n: Mapping[str, Any]) -> str:
    if not n["identified"]:
        return _("Nobody was presumed trafficked in this time.")
    return ngettext(
        "Of %(identified)d person presumed trafficked or asking to be recognised, %(investigated)d saw an investigation, %(charged)d a charge against the suspects and %(judged)d a judgment; %(lost)d case was lost on the way.",
        "Of %(identified)d people presumed trafficked or asking to be recognised, %(investigated)d saw an investigation, %(charged)d a charge against the suspects and %(judged)d a judgment; %(lost)d were lost on the way.",
        n["identified"],
    ) % {
        "lost": n["lost_on_the_way"],
        **{k: n[k] for k in ("identified", "investigated", "charged", "judged")},
    }


def _first_support(n: Mapping[str, Any]) -> str:
    whole = n["supported"] + n["waiting"]
    if not whole:
        return _("The police met nobody in this time.")
    said = ngettext(
        "Of %(all)d person whom the police met, %(n)d got support from an organisation",
        "Of %(all)d people whom the police met, %(n)d got support from an organisation",
        whole,
    ) % {"all": whole, "n": n["supported"]}
    if n["hours"] is None:
        return _("%(said)s.") % {"said": said}
    return _("%(said)s, half of them within %(hours)s hours.") % {"said": said, "hours": n["hours"]}


READINGS = {"state_duties": _state_duties, "pipeline": _pipeline, "first_support": _first_support}

ZH_MEASURES = {
    "To prevent": "预防",
    "To investigate": "调查",
    "To prosecute": "起诉",
    "To protect": "保护",
    "no investigation yet": "尚未调查",
    "investigated": "已调查",
    "suspects charged": "已指控嫌疑人",
    "judged": "已判决",
    "not lost": "未中断",
    "The State's four duties": "国家的四项职责",
    "passed up": "已上报",
    "From identification to judgment": "从识别到判决",
    "presumed, or asking to be recognised": "被推定或请求认定",
    "lost on the way": "中途中断",
    "days to the investigation, median": "至调查的天数（中位数）",
    "days from there to the charge, median": "由调查至指控的天数（中位数）",
    "days from there to the judgment, median": "由指控至判决的天数（中位数）",
    "From the police to the first support": "从警方接触到首次支助",
    "supported": "已获支助",
    "hours to the first support, median": "至首次支助的小时数（中位数）",
    "The State owed nobody anything in this time.": "这段时间内国家没有应尽的职责。",
    "Of %(all)d duty of the State, %(in_time)d was met in time and %(late)d late; %(overdue)d is overdue, and %(escalated)d was passed up.": "在国家的 %(all)d 项职责中，%(in_time)d 项按时履行，%(late)d 项逾期后履行；%(overdue)d 项目前逾期，%(escalated)d 项已上报。",
    "Nobody was presumed trafficked in this time.": "这段时间内没有人被推定为被贩运者。",
    "Of %(identified)d person presumed trafficked or asking to be recognised, %(investigated)d saw an investigation, %(charged)d a charge against the suspects and %(judged)d a judgment; %(lost)d case was lost on the way.": "在 %(identified)d 名被推定或请求认定者中，%(investigated)d 人的案件展开调查，%(charged)d 人的案件指控了嫌疑人，%(judged)d 人的案件有了判决；%(lost)d 人的案件中途中断。",
    "The police met nobody in this time.": "这段时间内警方没有接触到任何人。",
    "Of %(all)d person whom the police met, %(n)d got support from an organisation": "在警方接触的 %(all)d 人中，%(n)d 人获得了组织的支助",
    "%(said)s.": "%(said)s。",
    "%(said)s, half of them within %(hours)s hours.": "%(said)s，其中半数在 %(hours)s 小时以内。",
    "To prevent, investigate, prosecute and protect: met in time or late, running, overdue, passed up.": "预防、调查、起诉与保护：按时或逾期履行、尚在期限内、逾期、已上报。",
    "How many of those presumed trafficked saw an investigation, a charge and a judgment; the days in each stage.": "被推定为被贩运者中有多少人的案件经历了调查、指控与判决，以及各阶段的天数。",
    "People whom the police met, and the time until an organisation first gave support.": "警方接触的人，以及组织首次给予支助前经过的时间。",
}
