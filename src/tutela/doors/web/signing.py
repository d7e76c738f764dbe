"""Signing in opens a session of Tutela's own; signing out ends it. Its handle stays on the server.

The handle lives in Django's session row, never in a cookie, a page or a log; the database keeps its digest only.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.http import HttpRequest

from tutela.agencies.models import Member
from tutela.agencies.sessions import end_session, open_session
from tutela.agencies.words import Sector
from tutela.config.logs import event
from tutela.engine.access import NotSignedIn

from . import preferences
from .devices import device_code

HANDLE = "tutela"
BACKEND = "django.contrib.auth.backends.ModelBackend"


def connect() -> None:
    """Listens to Django's own signals, so that every way of signing in opens a session."""
    user_logged_in.connect(opened, dispatch_uid="tutela.opened")
    user_logged_out.connect(ended, dispatch_uid="tutela.ended")


def opened(sender: Any, request: HttpRequest, user: Any, **more: Any) -> None:
    """Opens the member's session; a log-in without an active member gets none, and sees nothing."""
    member = member_of(user)
    if member is None:
        return
    try:
        actor = open_session(member, device=device_code(request.headers.get("User-Agent", "")))
    except NotSignedIn:
        event("sign_in.failed", reason="member.inactive")
        return
    request.session[HANDLE] = actor.handle
    preferences.applied(request, actor)
    event("sign_in", member_id=member.pk, method="page")


def ended(sender: Any, request: HttpRequest | None, user: Any, **more: Any) -> None:
    """Ends the session; its handle opens nothing from the next statement on."""
    handle = request.session.get(HANDLE) if request is not None and hasattr(request, "session") else None
    if handle:
        end_session(handle)


def member_of(user: Any) -> Member | None:
    """The member whom a log-in belongs to: tied to it, or of the same key as its user name."""
    members = Member.objects.select_related("agency").filter(active=True)
    return members.filter(user=user).first() or members.filter(user=None, key=user.get_username()).first()


def demo_people() -> list[Member]:
    """Everybody one can be in a demo, by agency."""
    members = Member.objects.select_related("agency").filter(active=True, agency__active=True)
    return list(
        members.exclude(agency__sector=Sector.SYSTEM).order_by("agency__sector", "agency__key", "key")
    )


def sign_in_as(request: HttpRequest, key: str) -> bool:
    """Signs in as a member without a password: in a demo only, whose people are all invented."""
    if not settings.IS_DEMO:
        return False
    member = Member.objects.exclude(agency__sector=Sector.SYSTEM).filter(key=key, active=True).first()
    if member is None:
        return False
    user = member.user
    if user is None:
        user, made = get_user_model().objects.get_or_create(username=member.key)
        if made:
            user.set_unusable_password()
            user.save(update_fields=["password"])
    login(request, user, backend=BACKEND)
    return True
