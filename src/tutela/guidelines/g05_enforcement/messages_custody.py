"""Words about whose a breach is, and about custody and release that are only said."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

LABELS = {
    "*.by_agency": _("Agency that did it"),
    "release_recorded": _("The person is free, or is said to be"),
    "release_recorded.how_known": _("How you know"),
    "court_ordered_custody.order_seen": _("Have you seen the court's order?"),
    "court_ordered_custody.by_agency": _("Agency that holds the person"),
    "detention_found.by_agency": _("Agency that holds the person"),
    "enum:HowKnown.person_met": _("We met the person, free"),
    "enum:HowKnown.person_heard": _("The person told us so"),
    "enum:HowKnown.holder_says": _("Who held the person says so"),
    "enum:HowKnown.others_say": _("Others say so"),
    "enum:HowKnown.not_said": _("Not said"),
}

HELP = {
    "*.by_agency": _("Leave it empty where nobody knows. The monitor sees breaches by agency."),
    "release_recorded": _(
        "The detention ends when somebody who did not hold the person met them, or heard it from them. Until then it is kept as said, and the breach stays open."
    ),
    "court_ordered_custody": _(
        "Kept apart from detention, shown to lawyer and monitor, and reviewed until it ends. An order that only who holds the person speaks of counts as detention."
    ),
}

DUTIES = {
    "release_seen": _("Somebody who did not hold the person sees that they are free"),
    "order_seen": _("Somebody who holds nobody sees the court's order"),
}

BREACHES = {"held_on_a_word": _("Held on a court's order that nobody else has seen")}

ZH = {
    "Agency that did it": "实施的机构",
    "The person is free, or is said to be": "当事人已获释，或据称已获释",
    "How you know": "如何得知",
    "Have you seen the court's order?": "您是否亲眼看过法院命令？",
    "Agency that holds the person": "关押当事人的机构",
    "We met the person, free": "我们见到了已获自由的当事人",
    "The person told us so": "当事人亲口告诉我们",
    "Who held the person says so": "关押方如此说",
    "Others say so": "他人如此说",
    "Leave it empty where nobody knows. The monitor sees breaches by agency.": "无人知晓时请留空。独立监督机构按机构查看违反。",
    "The detention ends when somebody who did not hold the person met them, or heard it from them. Until then it is kept as said, and the breach stays open.": "只有未参与关押的人见到当事人，或听当事人亲口说明，关押才算结束。在此之前仅作为“据称”保存，违反仍在持续。",
    "Kept apart from detention, shown to lawyer and monitor, and reviewed until it ends. An order that only who holds the person speaks of counts as detention.": "与关押分开保存，向律师和独立监督机构显示，并反复复查直至结束。只有关押方提到的命令按关押处理。",
    "Somebody who did not hold the person sees that they are free": "由未参与关押者确认当事人已获自由",
    "Somebody who holds nobody sees the court's order": "由不关押任何人者查看法院命令",
    "Held on a court's order that nobody else has seen": "依无他人看过的法院命令关押",
    "Somebody who did not hold the person sees that they are free.": "由未参与关押者确认当事人已获自由。",
    "Somebody who holds nobody sees the court's order that the person is said to be held by.": "由不关押任何人者查看据称用以关押当事人的法院命令。",
    "Somebody presumed trafficked is held, and nobody but who holds them has seen a court's order for it.": "被推定被贩运者受到关押，除关押方外无人看过法院命令。",
}
