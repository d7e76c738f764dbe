"""Who may open which page. What is not yours looks like what does not exist."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from tutela.agencies.reads import SignedIn

from ..signing import HANDLE

View = Callable[..., HttpResponse]
#: What a page does with a form that came when nobody is signed in, or too late to be taken: keeps what was typed.
Lost = Callable[..., HttpResponse | None]


class Asking(HttpRequest):
    """A request of somebody who is signed in, as pages see it behind the gate."""

    who: SignedIn


def signed_in(view: View, lost: Lost | None = None) -> View:
    """Only for a member with an open session; others are asked to sign in, and come back."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if getattr(request, "who", None):
            return view(request, *args, **kwargs)
        if not request.session.get(HANDLE) and request.user.is_authenticated:
            return render(request, "tutela/no_agency.html", status=403)
        return over(request)

    guarded.lost = lost  # type: ignore[attr-defined]  # `rescued` finds it by the address
    return guarded


def keeping(lost: Lost) -> Callable[[View], View]:
    """As `signed_in`, for a page whose form is not lost when the session has ended."""
    return lambda view: signed_in(view, lost)


def rescued(request: HttpRequest) -> HttpResponse | None:
    """What the page at this address answers to a form that cannot be taken; None where it has nothing to keep."""
    match = request.resolver_match
    lost: Lost | None = getattr(match.func, "lost", None) if match else None
    if match is None or lost is None or request.method != "POST":
        return None
    return lost(request, *match.args, **match.kwargs)


def over(request: HttpRequest) -> HttpResponse:
    """Nobody is signed in (any more): to the sign-in page, and back to this one. What was typed is kept."""
    answer, had = rescued(request), request.session.get(HANDLE)
    if had:
        logout(request)
    if answer is not None:
        return answer
    if had:
        messages.info(request, _("Your session has ended. Sign in again; nothing was changed."))
    answer = redirect_to_login(request.path)
    if request.headers.get("HX-Request"):  # the whole page goes there, not a part of it
        return HttpResponse(headers={"HX-Redirect": answer.headers["Location"]})
    return answer


def sent_key(request: HttpRequest) -> UUID:
    """The key that a form carries, so that a double send is one; a new one where it carries none."""
    try:
        return UUID(request.POST.get("key", ""))
    except ValueError:
        return uuid.uuid4()
