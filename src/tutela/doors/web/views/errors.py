"""Pages for what went wrong. None says whether something exists, and none repeats what was typed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from . import gate


def _page(request: HttpRequest, status: int, title: str, text: str) -> HttpResponse:
    return render(
        request, "tutela/error.html", {"error_title": title, "error_text": text, "here": "/"}, status=status
    )


def bad(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The browser sent something that cannot be read."""
    return _page(request, 400, _("That could not be read"), _("Go back and try again. Nothing was changed."))


def forbidden(request: HttpRequest, exception: Exception | None = None, reason: str = "") -> HttpResponse:
    """The form was too old, or came from elsewhere."""
    text = _(
        "The form may have been open too long, or you are signed out. Go back, reload the page and try again."
    )
    return _page(request, 403, _("That was not possible"), text + " " + _("Nothing was changed."))


def too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form from before a sign-in, or from elsewhere. What a form of our own brought along is kept for its owner."""
    return gate.rescued(request) or forbidden(request, reason=reason)


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Not there, or not yours: the same words for both."""
    text = _(
        "There is nothing here that you can open. The address may be wrong, or your access may have ended."
    )
    return _page(request, 404, _("Nothing here"), text)


def broken(request: HttpRequest) -> HttpResponse:
    """Our own fault. The page needs neither the database nor the session."""
    try:
        text = _(
            "Something broke on our side, and somebody has been told. In danger, telephone; do not wait for this."
        )
        return _page(
            request, 500, _("Something broke"), text + " " + _("Nothing of what you sent was half done.")
        )
    except Exception:  # noqa: BLE001  # whatever is broken may break this page too
        return HttpResponse(
            "Something broke on our side. 系统出错了。", status=500, content_type="text/plain; charset=utf-8"
        )
