"""The inbox of a member: what concerns them, without a name; and whether they want mail."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tutela.config.mail import is_on
from tutela.doors import words
from tutela.doors.now import clock

from .. import notices as kept
from .. import present
from ..messages_notices import KINDS
from .gate import Asking, signed_in


@signed_in
def notices(request: Asking) -> HttpResponse:
    """What concerns the member, newest first; a POST marks it as read or keeps a choice about mail."""
    actor, now = request.who.actor, clock()()
    if request.method == "POST":
        return _kept(request)
    choice, mail = kept.mine(actor)
    context = {
        "notices": [_shown(one) for one in kept.inbox(actor, now, choice.read_until)],
        "choice": choice,
        "mail_is_on": is_on(),
        "state": _state(mail) if mail else "",
    }
    return render(request, "tutela/notices.html", context)


def _kept(request: Asking) -> HttpResponse:
    actor = request.who.actor
    if "read" in request.POST:
        kept.keep(actor, read_until=clock()())
        return redirect("notices")
    address = request.POST.get("address", "").strip()
    try:
        if address:
            validate_email(address)
    except ValidationError:
        messages.error(request, _("This is no mail address."))
        return redirect("notices")
    kept.keep(actor, address=address, mail="mail" in request.POST, digest="digest" in request.POST)
    messages.success(request, _("Your choice is kept."))
    return redirect("notices")


def _shown(one: kept.Notice) -> dict[str, object]:
    say = words.breach_label if one.kind == "breach" else words.duty_label
    elsewhere = {"escalated": "escalations", "referral": "referrals", "due": "owed"}.get(one.kind, "home")
    return {
        "what": words.say(KINDS[one.kind]),
        "rule": say(one.rule) if one.rule else "",
        "at": present.moment(one.at),
        "is_new": one.is_new,
        "url": reverse("case", args=[one.case_id]) if one.case_id else reverse(elsewhere),
    }


def _state(mail: kept.NoticeMail) -> str:
    if mail.sent_at:
        return _("A mail was sent %(at)s.") % {"at": present.moment(mail.sent_at)}
    return _("A mail waits to be sent since %(at)s; it was tried %(n)s times, and will be tried again.") % {
        "at": present.moment(mail.asked_at),
        "n": mail.tries,
    }
