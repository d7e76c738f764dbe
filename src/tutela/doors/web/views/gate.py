"""Who may open which page. What is not yours looks like what does not exist."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from tutela.agencies.reads import SignedIn

from ..signing import HANDLE

View = Callable[..., HttpResponse]


class Asking(HttpRequest):
    """A request of somebody who is signed in, as pages see it behind the gate."""

    who: SignedIn


def signed_in(view: View) -> View:
    """Only for a member with an open session; others are asked to sign in, and come back."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if getattr(request, "who", None):
            return view(request, *args, **kwargs)
        if request.session.get(HANDLE):
            logout(request)
            messages.info(request, _("Your session has ended. Sign in again; nothing was changed."))
        elif request.user.is_authenticated:
            return render(request, "tutela/no_agency.html", status=403)
        return redirect_to_login(request.path)

    return guarded
