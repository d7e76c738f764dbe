"""The Chinese of what the page of one file says beyond the plain one."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

ZH_CASE_PAGE = {
    "Death": "死亡",
    "on file": "已记录在案",
    "held since %(at)s": "自 %(at)s 起被关押",
    "in the hands of somebody who may be a controller since %(at)s": "自 %(at)s 起在可能的控制者手中",
    "The name is sealed. Open it, for a purpose…": "姓名已密封。说明用途后打开…",
    "Next": "下一项",
    "Sleeps": "住处",
    "no place on file": "档案中没有住处",
    "Safety": "安全",
    "threatened since %(threatened)s": "自 %(threatened)s 起受到威胁",
    "no threat on file": "档案中没有威胁记录",
    "What would meet this": "如何履行",
    "That is for %(who)s to do; it cannot be done from here.": "这应由%(who)s办理，不能在这里办。",
    "with this entry": "见此条记录",
    "Back to the newest entries": "返回最新记录",
    "meets: %(what)s": "可履行：%(what)s",
    "A wrong entry is put right by another beside it; nothing is erased.": "错误的记录由另一条记录更正；不会删除任何内容。",
    "Only the person can take this back: %(how)s.": "只有本人可以撤回：%(how)s。",
    "This can be taken back later: %(how)s.": "之后可以撤回：%(how)s。",
    "This cannot be undone: it stays on file, and what follows from it begins at once.": "此操作不能撤销：它会留在档案中，由此产生的职责立即开始。",
    "%(n)s time, from %(first)s to %(last)s": "%(n)s 次，自 %(first)s 至 %(last)s",
    "Put right": "更正",
    "What was written down": "记录内容",
    "Read what was written": "阅读记录内容",
    "Its words": "内容",
    "Opened entries": "已打开的记录",
    "Nothing beside the kind of entry.": "除记录种类外没有其他内容。",
    "Nothing is sealed here that your agency may open.": "这里没有贵机构可以打开的封存内容。",
    "Close what was written": "关闭记录内容",
    "You read as far as the person agreed and your work needs:": "您只能读到本人同意且工作需要的部分：",
    "For example: to take over from the night shift. A file number alone is not a reason.": "例如：接夜班。仅写档案编号不算理由。",
    "Open this entry": "打开此条记录",
    "Open the newest entries": "打开最新记录",
    "Pages of this file": "本档案的页面",
    "and %(n)s more that is met, ended or declined": "还有 %(n)s 项已履行、已结束或本人已谢绝",
    "and %(n)s more that are met, ended or declined": "还有 %(n)s 项已履行、已结束或本人已谢绝",
}
