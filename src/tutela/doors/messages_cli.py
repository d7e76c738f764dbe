"""Words of the command line."""

from __future__ import annotations

ZH = {
    "One action in full: tutela do ACTION --help": "查看某一操作的完整说明：tutela do 操作名 --help",
    "Fields": "字段",
    "may be left out": "可不填",
    "any agency": "任何机构",
    "any member": "任何成员",
    "Tutela itself": "Tutela 系统",
    "no member": "无成员",
    "A fact: always recorded.": "事实：总会被记录。",
    "An act: rules may refuse it.": "行动：规则可能拒绝。",
    "Who may": "谁可以操作",
    "Act or fact": "行动或事实",
    "What it records for": "为哪些条款留下记录",
    "What may stop it": "可能被什么阻止",
    "Owed from now on": "自此应履行",
    "Duty met": "职责已履行",
    "Breach": "违反",
    "Instead": "可改为",
    "May be waived by another member": "可由另一名成员豁免",
}
