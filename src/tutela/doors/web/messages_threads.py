"""The Chinese of the page of messages with one person."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

ZH = {
    "Between her and your agency; no other agency sees them. She reads yours at her own door. Nothing is sent to her telephone.": "仅在她与贵机构之间，其他机构看不到。她在自己的页面上阅读您的留言。不会向她的电话发送任何内容。",
    "She is owed an answer": "应当答复她",
    "Write to her": "给她留言",
    "Write a few words first.": "请先写几句话。",
    "Not sent": "未发送",
    "Sent. She finds it at her own door.": "已发送。她在自己的页面上可以看到。",
    "So far": "往来留言",
    "%(n)d is unread": "%(n)d条未读",
    "They are sealed. When you open them, she sees that they were read.": "留言已密封。您打开后，她会看到已读。",
    "Open the messages": "打开留言",
    "She herself, written down by %(name)s": "当事人（由%(name)s记下）",
    "She herself": "当事人",
    "read %(at)s": "%(at)s已读",
    "unread": "未读",
    "Write down what she wants to say to another agency": "记下她想对另一机构说的话",
    "Messages: %(n)s unread": "留言：%(n)s 条未读",
    "Nothing has been written yet. If she has a page of her own she can write to you there; without one, whoever is with her can write down what she says.": "还没有留言。如果她有自己的页面，可以在那里给您留言；如果没有，陪伴她的人可以记下她说的话。",
}
