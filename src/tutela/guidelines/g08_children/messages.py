"""The room's words, in both languages."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

DUTIES = {
    "child_decided_first": _("A child's case is decided first"),
}

BREACHES = {
    "child_charged_all_the_same": _("A child was charged or fined for something tied to being trafficked"),
    "child_convicted_all_the_same": _("A child was convicted of something tied to being trafficked"),
}

REASONS = {
    "child.charge": _(
        "The person may be a child, and no child is charged for what is tied to being trafficked. Call child protection; somebody trained and independent can assess whether the charge is tied to it."
    ),
}

ZH = {
    "A child's case is decided first": "儿童个案优先决定",
    "A child was charged or fined for something tied to being trafficked": "儿童因与被贩运相关的行为被指控或罚款",
    "A child was convicted of something tied to being trafficked": "儿童因与被贩运相关的行为被定罪",
    "The person may be a child, and no child is charged for what is tied to being trafficked. Call child protection; somebody trained and independent can assess whether the charge is tied to it.": "当事人可能是儿童，任何儿童均不得因与被贩运相关的行为受到指控。请联系儿童保护机构；受过培训且独立的人员可评估该指控是否与此相关。",
}
