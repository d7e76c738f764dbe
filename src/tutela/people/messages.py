"""The room's words, in both languages."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

LABELS = {
    "identity.name": _("Name"),
    "identity.document": _("Identity document"),
    "identity.contact": _("Contact"),
    "identity.photo": _("Photograph"),
    "found.whole": _("Same name"),
    "found.skeleton": _("Similar name"),
    "found.word": _("Part of the name"),
}

REASONS = {
    "keystore.down": _("Names cannot be opened right now. Everything else works; try again later."),
    "written.shut": _("What was written cannot be opened right now. Everything else works; try again later."),
    "identity.none": _("There is nothing to open here."),
    "identity.erased": _("These details were erased and cannot be brought back."),
    "identity.purpose": _("Say why you open this person's details. Your answer is kept."),
    "identity.seen": _(
        "Each opening is recorded, with your name and your reason, before the details appear."
    ),
    "search.seen": _("Each search by name is recorded, with your name and your reason."),
    "search.none": _("No person with this name among the files that you may open."),
}

ZH = {
    "Name": "姓名",
    "Identity document": "身份证件",
    "Contact": "联系方式",
    "Photograph": "照片",
    "Same name": "姓名相同",
    "Similar name": "姓名相近",
    "Part of the name": "部分姓名相同",
    "Names cannot be opened right now. Everything else works; try again later.": (
        "目前无法打开姓名。其他功能照常可用；请稍后再试。"
    ),
    "What was written cannot be opened right now. Everything else works; try again later.": (
        "记录内容暂时无法打开。其他功能正常，请稍后再试。"
    ),
    "There is nothing to open here.": "这里没有可打开的内容。",
    "These details were erased and cannot be brought back.": "这些信息已被销毁，无法恢复。",
    "Say why you open this person's details. Your answer is kept.": (
        "请说明为何打开此人的信息。您的回答将被保存。"
    ),
    "Each opening is recorded, with your name and your reason, before the details appear.": (
        "在信息显示之前，每次打开都会连同您的姓名和理由一起记录。"
    ),
    "Each search by name is recorded, with your name and your reason.": (
        "每次按姓名检索都会连同您的姓名和理由一起记录。"
    ),
    "No person with this name among the files that you may open.": "您可打开的档案中没有此姓名的人。",
}
