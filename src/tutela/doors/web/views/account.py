"""My account: where I am signed in, how I sign in, how I want to see pages."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from tutela.agencies.sessions import OpenSession, end_others, sessions_of
from tutela.doors import words
from tutela.doors.now import clock

from .. import present
from ..devices import device_said
from .gate import Asking, signed_in


@signed_in
def account(request: Asking) -> HttpResponse:
    """What the signed-in member sees and changes of their own log-in."""
    actor = request.who.actor
    sessions = [_shown(one) for one in sessions_of(actor)]
    context = {
        "sessions": sessions,
        "others": len(sessions) - 1,
        "roles": [words.choice_label("Role", role) for role in sorted(actor.roles)],
        "has_password": request.user.is_authenticated and request.user.has_usable_password(),
        "second": second_step(request),
    }
    return render(request, "tutela/account.html", context)


def second_step(request: Asking) -> dict[str, Any]:
    """What there is of a second step: an app, passkeys, recovery codes left."""
    mine = Authenticator.objects.filter(user_id=request.user.pk)
    by_type: dict[str, list[Authenticator]] = {}
    for one in mine:
        by_type.setdefault(one.type, []).append(one)
    codes = by_type.get(Authenticator.Type.RECOVERY_CODES, [])
    return {
        "app": bool(by_type.get(Authenticator.Type.TOTP)),
        "passkeys": len(by_type.get(Authenticator.Type.WEBAUTHN, [])),
        "codes": len(codes[0].wrap().get_unused_codes()) if codes else 0,
    }


def _shown(one: OpenSession) -> dict[str, Any]:
    return {
        "id": one.id,
        "device": device_said(one.device),
        "opened": present.moment(one.opened_at),
        "used": present.ago(one.used_at, clock()()),
        "is_this": one.is_this,
    }


@signed_in
@require_POST
def end(request: Asking) -> HttpResponse:
    """Ends one other session, or all others. Their next request is at the sign-in page."""
    try:
        wanted = UUID(request.POST["session"]) if "session" in request.POST else None
    except ValueError:
        return redirect("account")
    ended = end_others(request.who.actor, wanted)
    said = ngettext("%(n)d other session has ended.", "%(n)d other sessions have ended.", ended) % {
        "n": ended
    }
    messages.success(request, said if ended else _("That session had ended already."))
    return redirect("account")
