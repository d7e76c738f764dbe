"""The Chinese of the pages for who works with children."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

ZH = {
    "My children": "我负责的儿童",
    "Those whose guardian you are, or are to be. The most overdue comes first.": "您是或将担任其监护人的儿童。逾期最久的排在最前。",
    "Children whose file your agency sees, and who may be one. The most overdue comes first.": "本机构能看到其档案的儿童，以及可能是儿童的人。逾期最久的排在最前。",
    "Something is overdue": "有逾期事项",
    "for %(n)s child": "%(n)s名儿童",
    "for %(n)s children": "%(n)s名儿童",
    "Still lacking": "尚缺",
    "Take office as this child's guardian": "就任该儿童的监护人",
    "You are nobody's guardian yet. A child comes here when your agency is appointed.": "您尚未担任任何儿童的监护人。您的机构受指定后，儿童会出现在此处。",
    "Your agency sees no child's file.": "本机构看不到任何儿童的档案。",
    "A child's rights first": "儿童的权利优先",
    "See to it": "去办理",
    "guardian": "监护人",
    "lawyer of the child": "儿童的律师",
    "the child's own views": "儿童本人的意见",
    "best-interests assessment": "最大利益评估",
    "formal determination": "正式的最大利益裁定",
    "appointed, has not taken office yet": "已指定，尚未就任",
    "none yet": "尚无",
    "grown old on %(day)s": "已于%(day)s过期",
    "in date until %(day)s": "有效至%(day)s",
    "%(what)s: %(day)s": "%(what)s：%(day)s",
    "Family with a file": "有档案的家人",
}
