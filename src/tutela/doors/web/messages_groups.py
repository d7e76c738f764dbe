"""Texts of the pages of groups: English and Chinese."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

ZH = {
    "Groups": "群组",
    "Many people found together: the event is entered once, and each person is spoken with apart.": "多人一同被发现：事件只录入一次，每个人单独谈话。",
    "Enter an event": "录入事件",
    "%(n)s person screened": "已筛查 %(n)s 人",
    "%(n)s file": "%(n)s 份档案",
    "No event has been entered. Enter one when several people are found together, then screen each of them apart.": "尚未录入事件。多人一同被发现时请录入，然后逐一单独筛查。",
    "Screen the next person": "筛查下一个人",
    "Apart from the others, out of sight and hearing: an overseer may stand in the line.": "与他人隔开，看不见也听不见：队列中可能有监工。",
    "Screened, without a file": "已筛查，尚无档案",
    "People with a file": "已有档案的人",
    "%(n)s overdue": "%(n)s 项逾期",
    "next %(at)s": "下一项 %(at)s",
    "nothing owed now": "目前没有待履行的职责",
    "Nobody found here has a file that you see. A file is opened from a screening, when the person agrees.": "此处被发现的人中没有您可见的档案。当事人同意后，由筛查开立档案。",
    "Do for several of them": "为其中多人办理",
    "It is done for each by itself, as if you had opened each file. Nothing that one person said goes into another's file.": "逐一单独办理，如同分别打开每份档案。一人所述绝不写入他人的档案。",
    "What came of it": "办理结果",
    "For which people": "为哪些人办理",
    "Do this for each of them": "为每个人办理",
    "Tick at least one person.": "请至少勾选一人。",
    "not open to you": "不对您开放",
    "Several people were found together": "多人一同被发现",
}
