"""The words of notices, and the two sentences of a mail, which say nothing of anybody."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

from django.utils.translation import gettext_noop as _

SUBJECT = _("Your list")
BODY = _("Something in your list needs you. Sign in to see it.")
KINDS = {
    "referral": _("A referral waits for your answer"),
    "answer": _("A referral of yours was answered"),
    "breach": _("A breach is to be answered for"),
    "due": _("Due within a day, or overdue"),
    "escalated": _("Passed up to you"),
}
ZH = {
    "Your list": "您的清单",
    "Something in your list needs you. Sign in to see it.": "您的清单中有事项需要您处理。请登录查看。",
    "A referral waits for your answer": "有一项转介等待您答复",
    "A referral of yours was answered": "您的一项转介已得到答复",
    "A breach is to be answered for": "有一项违反需要说明",
    "Due within a day, or overdue": "一天内到期，或已逾期",
    "Passed up to you": "已上报给您",
    "Notices": "通知",
    "What concerns you or your agency. Who it is about stands behind each link only.": "与您或贵机构有关的事项。涉及何人，只有点开链接才能看到。",
    "new": "新",
    "Open it": "打开",
    "Nothing needs you now.": "目前没有需要您处理的事项。",
    "Mark all as read": "全部标为已读",
    "Mail": "邮件",
    "A mail says only that something in your list needs you. It names nobody and nothing.": "邮件只说您的清单中有事项需要处理，不提任何人和任何事。",
    "No mail server is set up here. Your administrator can do that; your choice is kept.": "此处尚未设置邮件服务器，可由管理员设置；您的选择会保留。",
    "Your address": "您的邮箱",
    "Soon after something happens": "有事发生后不久",
    "Once a day, while something is due": "有事项到期时每天一次",
    "Keep this": "保存",
    "This is no mail address.": "这不是有效的邮箱地址。",
    "A mail was sent %(at)s.": "邮件已于%(at)s发出。",
    "A mail waits to be sent since %(at)s; it was tried %(n)s times, and will be tried again.": "一封邮件自%(at)s起等待发送；已尝试%(n)s次，还会继续尝试。",
    "Your choice is kept.": "您的选择已保存。",
}
