"""The Chinese of what a child's page shows beside what is owed."""

from __future__ import annotations

ZH = {
    "in place": "已落实",
    "not planned yet": "尚未计划",
    "a gap since %(day)s": "自 %(day)s 起为缺口",
    "a gap since %(day)s, owed for too long": "自 %(day)s 起为缺口，已逾期",
    "the child does not want it now": "儿童目前不想要",
    "Missing since %(at)s": "自 %(at)s 起失踪",
    "The search is owed until the child is found.": "在找到儿童之前，寻找一直是职责。",
    "Was missing %(n)s time: %(days)s": "曾失踪 %(n)s 次：%(days)s",
    "Was missing %(n)s times: %(days)s": "曾失踪 %(n)s 次：%(days)s",
    "What this child is given": "为该儿童提供的帮助",
}
