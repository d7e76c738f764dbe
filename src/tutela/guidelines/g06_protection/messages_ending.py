"""Words about offers that nobody answered, and about the end of an urgent act's time."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

LABELS = {
    "offer_ran_out": _("Nobody answered the offer in time"),
    "offer_ran_out.placement": _("Offer"),
    "urgent_time_over": _("The time of an urgent act is over"),
    "urgent_time_over.urgent_act": _("Urgent act"),
}

HELP = {
    "offer_ran_out": _(
        "The place is free for somebody else. Silence is no refusal: the person is asked again."
    ),
    "urgent_time_over": _(
        "By now it has ended or has become ordinary. Where somebody still sleeps by it, the monitor sees it."
    ),
}

DUTIES = {"offer_followed_up": _("An offer without an answer is asked about again")}

ZH = {
    "Nobody answered the offer in time": "提供的住处逾期未获答复",
    "The time of an urgent act is over": "紧急行动的期限已过",
    "The place is free for somebody else. Silence is no refusal: the person is asked again.": "该床位可供他人使用。沉默不等于拒绝：将再次询问当事人。",
    "By now it has ended or has become ordinary. Where somebody still sleeps by it, the monitor sees it.": "此时应已结束或转为常规安排。如仍有人依此过夜，独立监督机构会看到。",
    "An offer without an answer is asked about again": "对未获答复的住处提议再次询问",
    "An offer that nobody answered is asked about again: silence is no refusal.": "对无人答复的住处提议再次询问：沉默不等于拒绝。",
    "Somebody is given a bed for tonight again and again, or beyond its time, and no place of their own.": "当事人一再或超期只得到当晚床位，而没有自己的住处。",
}
