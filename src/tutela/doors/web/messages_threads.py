"""The Chinese of the page of messages with one person."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

ZH = {
    "Between the person and your agency; no other agency sees them. They read yours at their own door. Nothing is sent to their telephone.": "仅在当事人与贵机构之间，其他机构看不到。当事人在自己的页面上阅读您的留言。不会向其电话发送任何内容。",
    "The person is owed an answer": "应当答复当事人",
    "Write to the person": "给当事人留言",
    "Write a few words first.": "请先写几句话。",
    "Not sent": "未发送",
    "Sent. The person finds it at their own door.": "已发送。当事人在自己的页面上可以看到。",
    "So far": "往来留言",
    "%(n)d is unread": "%(n)d条未读",
    "They are sealed. When you open them, the person sees that they were read.": "留言已密封。您打开后，当事人会看到已读。",
    "Open the messages": "打开留言",
    "The person's own words, written down by %(name)s": "当事人（由%(name)s记下）",
    "The person": "本人",
    "read %(at)s": "%(at)s已读",
    "unread": "未读",
    "Write down what the person wants to say to another agency": "记下当事人想对另一机构说的话",
    "Messages: %(n)s unread": "留言：%(n)s 条未读",
    "Nothing has been written yet. A person who has a page of their own can write to you there; without one, whoever is with them can write down what they say.": "还没有留言。当事人如有自己的页面，可以在那里给您留言；如果没有，陪伴者可以记下其所说的话。",
}
