"""The entry: a page that asks for a number and says nothing about itself. Wrong and forced look alike."""

from __future__ import annotations

import secrets

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt

from tutela.cases import own_door_codes as codes
from tutela.doors.web.views.cards import AWAY

from . import gate
from .gate import Her, hers
from .pages import home
from .shown import page


@csrf_exempt
def entry(request: HttpRequest) -> HttpResponse:
    """The number, or the first page for who is in. A number that opens nothing leads to the public page."""
    if request.method == "POST" and "t" not in request.POST:
        return _tried(request)
    her = gate.found(request)
    if her is None:
        return _asks(request)
    with translation.override(her.language):
        return home(request, her)


def _asks(request: HttpRequest) -> HttpResponse:
    language = gate.offered(request.GET.get("l", "")) or gate.offered(
        translation.get_language_from_request(request)
    )
    with translation.override(language or "en"):
        return gate.away(page("portal/entry.html", {"language": language or "en"}))


def _tried(request: HttpRequest) -> HttpResponse:
    handle = secrets.token_urlsafe(32)
    if gate.is_from_here(request) and gate.may_try(request):
        if _enters(request.POST.get("n", ""), handle):
            return gate.let_in(_see_other(reverse("my:entry")), handle)
        gate.was_wrong(request)
    return gate.away(_see_other(reverse("places")))


def _enters(typed: str, handle: str) -> bool:
    digest = codes.code_digest(typed)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT tutela_enter(%s, %s, %s)", [digest, handle, gate.IDLE])
        return bool(cursor.fetchone()[0])


@hers
def second(request: HttpRequest, her: Her) -> HttpResponse:
    """The second word: it opens what could put her in danger, for these minutes."""
    if request.method != "POST":
        return page("portal/second.html", {"her": her})
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT tutela_hers_door(%s)", [her.actor.handle])
        digest = codes.word_digest(cursor.fetchone()[0], request.POST.get("w", ""))
        cursor.execute("SELECT tutela_second_step(%s, %s)", [her.actor.handle, digest])
        if cursor.fetchone()[0]:
            return _see_other(reverse("my:entry"))
    return page("portal/second.html", {"her": her, "wrong": True}, status=422)


@csrf_exempt
def leave(request: HttpRequest) -> HttpResponse:
    """Away, at once, to a page about nothing; whoever goes back finds the entry."""
    handle = request.COOKIES.get(gate.COOKIE, "")
    if handle:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT tutela_leave(%s)", [handle])
    return gate.away(_see_other(AWAY))


def _see_other(url: str) -> HttpResponse:
    response = HttpResponseRedirect(url)
    response.status_code = 303
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
