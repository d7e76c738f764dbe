"""Words of the pages of what was received and of what escalates, in Chinese."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

ZH = {
    "What somebody wrote down for a file that they do not see. It waits here sealed until you put it where it belongs. Children and danger come first.": "有人为其无权查看的档案所写的内容。在您归入所属档案之前，它在此封存等候。儿童和危险情况优先。",
    "What the protection office put into no file, and why. What it says stays sealed.": "保护处未归入任何档案的内容及理由。内容保持封存。",
    "Waits for you": "等待您处理",
    "came %(at)s": "收到于 %(at)s",
    "happened %(at)s": "发生于 %(at)s",
    "a child, or perhaps one": "儿童，或可能是儿童",
    "somebody may be in danger": "可能有人处于危险",
    "Nothing waits now.": "目前没有等待处理的内容。",
    "Set aside": "已搁置",
    "Nothing was set aside.": "没有搁置的内容。",
    "no clock": "无期限",
    "Nothing was changed": "未作任何更改",
    "This reading is on record: when it was opened, by your agency, and why.": "此次查阅已记录在案：时间、贵机构及理由。",
    "What was sent": "所发内容",
    "Nothing beside the kind of fact.": "除事实种类外别无内容。",
    "It names the file %(file)s.": "其中提及档案 %(file)s。",
    "It names no file that is here.": "其中未提及此处的任何档案。",
    "Say why you open this. Your answer is kept.": "请说明为何开启。您的回答会被保存。",
    "Before you see anything, it is written down that you opened it, when, and why.": "在您看到任何内容之前，系统会记录您开启了它、何时以及为何。",
    "Why do you open it now?": "您现在为何开启？",
    "What escalates": "上报事项",
    "What escalates to me": "上报给我的事项",
    "What is overdue, goes against the instrument, or has not been looked at, in the whole country. Nobody's name is here; files only where your agency sees them.": "全国范围内逾期、违反文书或尚未复核的事项。此处没有任何人的姓名；仅在贵机构可查看时显示档案。",
    "Nothing is overdue now.": "目前没有逾期事项。",
    "No breach is open now.": "目前没有未了结的违反。",
    "Urgent acts not yet looked at": "尚未复核的紧急行动",
    "Every urgent act has been looked at.": "所有紧急行动均已复核。",
    "By agency and provision": "按机构和条款",
    "Ask: %(number)s": "询问：%(number)s",
    "held until %(at)s": "保留至 %(at)s",
    "said to be released; nobody has seen it": "据称已获释；尚无人亲见",
    "goes on": "仍在持续",
}
