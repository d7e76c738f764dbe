"""What figures are called, what they are split by, and how the one on every file is said in a sentence."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _later
from django.utils.translation import ngettext

MEASURES = {
    "by:provision": _later("Provision"),
    "by:agency": _later("Agency"),
    "by:sector": _later("Sector"),
    "by:from_sector": _later("Sent by"),
    "by:purpose": _later("Purpose"),
    "by:part": _later("Duty of the State"),
    "by:rule": _later("What is owed"),
    "by:told": _later("Passed up to"),
    "by:suspects": _later("Suspects"),
    "by:lost": _later("Why it was lost"),
    "by:stage": _later("How far it came"),
    "by:age_band": _later("Age, in years"),
    "by:sex": _later("Sex"),
    "by:exploitation": _later("Exploitation"),
    "by:setting": _later("Where screened"),
    "by:month": _later("Month"),
    "by:year": _later("Year"),
    "value:": _later("not recorded"),
    "value:unknown": _later("not known"),
    "value:not_seen": _later("files that you do not see"),
    "sex:unknown": _later("Not said"),
    "told:": _later("nobody yet"),
    "told:coordinator": _later("the coordinator"),
    "told:monitor": _later("the monitor"),
    "*.in_time": _later("in time"),
    "*.late": _later("late"),
    "*.running": _later("still running"),
    "*.overdue": _later("overdue"),
    "*.waiting": _later("still waiting"),
    "*.other": _later("ended otherwise"),
    "rights_first": _later("Refusals, breaches and overdue duties"),
    "rights_first.refusals": _later("acts refused"),
    "rights_first.breaches": _later("breaches"),
    "rights_first.overdue": _later("overdue now"),
}


def _rights_first(n: Mapping[str, Any]) -> str:
    said = [
        ngettext("%(n)d act was refused", "%(n)d acts were refused", n["refusals"]) % {"n": n["refusals"]},
        ngettext("%(n)d breach was noted", "%(n)d breaches were noted", n["breaches"]) % {"n": n["breaches"]},
        ngettext("%(n)d duty is overdue now", "%(n)d duties are overdue now", n["overdue"])
        % {"n": n["overdue"]},
    ]
    return _("%(refused)s, %(broken)s, and %(late)s.") % {
        "refused": said[0],
        "broken": said[1],
        "late": said[2],
    }


READINGS = {"rights_first": _rights_first}

ZH_MEASURES = {
    "Sent by": "转出方",
    "Duty of the State": "国家职责",
    "Passed up to": "已上报至",
    "Suspects": "嫌疑人",
    "Why it was lost": "中断原因",
    "How far it came": "进展阶段",
    "Age, in years": "年龄（岁）",
    "Exploitation": "剥削形式",
    "Where screened": "筛查地点",
    "Month": "月份",
    "Year": "年份",
    "not recorded": "未记录",
    "not known": "不详",
    "files that you do not see": "您无权查看的档案",
    "nobody yet": "尚未上报",
    "the coordinator": "协调员",
    "the monitor": "监督机构",
    "in time": "按时",
    "late": "逾期后完成",
    "still running": "尚在期限内",
    "still waiting": "仍在等待",
    "ended otherwise": "以其他方式结束",
    "Refusals, breaches and overdue duties": "拒绝、违反与逾期职责",
    "acts refused": "被拒绝的行为",
    "breaches": "违反",
    "overdue now": "目前逾期",
    "%(n)d act was refused": "有 %(n)d 项行为被拒绝",
    "%(n)d breach was noted": "记录了 %(n)d 项违反",
    "%(n)d duty is overdue now": "目前有 %(n)d 项职责逾期",
    "%(refused)s, %(broken)s, and %(late)s.": "%(refused)s，%(broken)s，%(late)s。",
    "Acts refused, breaches, and duties overdue now. What cites several provisions counts in each.": "被拒绝的行为、违反以及目前逾期的职责。援引多项条款的，在每项中各计一次。",
}
