"""What somebody is told whose form came when nobody was signed in, or came too late."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _


def kept(request: HttpRequest, owner: UUID) -> HttpResponse | None:
    """What was typed is with its owner's drafts. Whoever else is signed in here is told nothing of it."""
    who = getattr(request, "who", None)
    if who and who.actor.member_id != owner:
        return None
    if who:
        said = _("The form was too old, and nothing was changed. What you typed stands here; send it again.")
        messages.info(request, said)
        return redirect(request.path)
    again = redirect_to_login(request.path)
    if request.headers.get("HX-Request"):
        if "_live" in request.POST:  # whoever is typing is told beside the form, and not taken away from it
            return render(request, "tutela/_kept.html", {"is_over": True, "here": request.path})
        return HttpResponse(headers={"HX-Redirect": again.headers["Location"]})
    said = _(
        "Your session has ended, and nothing was changed. Sign in, and what you typed stands here again."
    )
    messages.info(request, said)
    return again


def hold(request: HttpRequest, sealed: str, is_other: bool = False) -> HttpResponse:
    """What was typed is about who a person is: it stays in the page, sealed, until its owner is signed in again."""
    shown = {"held": sealed, "is_other": is_other, "bare": True}
    return render(request, "tutela/held.html", shown, status=409 if is_other else 401)
