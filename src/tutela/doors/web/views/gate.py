"""Who may open which page. What is not yours looks like what does not exist."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tutela.agencies.reads import SignedIn

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
        if request.user.is_authenticated:
            return render(request, "tutela/no_agency.html", status=403)
        return redirect_to_login(request.path)

    return guarded
