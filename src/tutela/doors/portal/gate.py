"""Who is at the door: minutes behind a cookie that is gone with the browser, and no other trace.

No Django session, no user, no cookie of Django's own, nothing cached, nothing logged. A form carries a token made from
the handle, so that no other site can send it.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt

from tutela.cases.own_door_actor import herself
from tutela.engine.access import Actor

COOKIE = "n"
PATH = "/my/"
#: Minutes that a page stays open without a sign of life, and minutes in all.
IDLE, AT_MOST = 5, 20
#: Wrong numbers within a quarter of an hour: from one place, and from everywhere.
TRIES, TRIES_IN_ALL, WITHIN_SECONDS = 10, 400, 15 * 60


@dataclass(frozen=True)
class Her:
    """The person at the door, for this one request.

    Shape  is_open: the second step was taken; last_before: when the door had been opened last before this time;
           shut_until: until when no second word is taken
    """

    actor: Actor
    case_id: UUID
    kept_by: UUID
    language: str
    is_open: bool
    last_before: datetime | None
    shut_until: datetime | None

    @property
    def token(self) -> str:
        """What her forms carry."""
        return _token(self.actor.handle)


View = Callable[..., HttpResponse]


def hers(view: View) -> Any:
    """A page of hers: without an open session it is the entry, whatever the address."""

    @csrf_exempt
    @wraps(view)
    def asked(request: HttpRequest) -> HttpResponse:
        her = found(request)
        if her is None:
            return away(HttpResponseRedirect(reverse("my:entry")))
        if request.method == "POST" and not is_hers(request, her):
            return HttpResponseRedirect(request.path)
        with translation.override(her.language):
            return view(request, her)

    return asked


def found(request: HttpRequest) -> Her | None:
    """Who the cookie stands for; each page gives a few more minutes."""
    handle = request.COOKIES.get(COOKIE, "")
    if not handle:
        return None
    row = _one("SELECT * FROM tutela_hers(%s, %s, %s)", handle, IDLE, AT_MOST)
    if row is None:
        return None
    case_id, kept_by, language, is_open, last_before, shut_until = row
    chosen = offered(request.GET.get("l", ""))
    if chosen and chosen != language:
        _one("SELECT tutela_hers_language(%s, %s)", handle, chosen)
        language = chosen
    return Her(herself(handle), case_id, kept_by, offered(language) or "en", is_open, last_before, shut_until)


def offered(code: str) -> str:
    """The interface language that stands for a language of hers; nothing where there is none yet."""
    known = [one for one, _ in settings.LANGUAGES]
    return next((one for one in known if code and one.split("-")[0] == code.split("-")[0]), "")


def is_hers(request: HttpRequest, her: Her) -> bool:
    """Whether a form was sent from a page of hers."""
    return hmac.compare_digest(request.POST.get("t", ""), her.token)


def is_from_here(request: HttpRequest) -> bool:
    """Whether the entry was sent from this site, as far as the browser says."""
    return request.headers.get("Sec-Fetch-Site", "same-origin") in ("same-origin", "none")


def away(response: HttpResponse) -> HttpResponse:
    """Takes the cookie away."""
    response.delete_cookie(COOKIE, path=PATH, samesite="Strict")
    return response


def let_in(response: HttpResponse, handle: str) -> HttpResponse:
    """Gives the cookie: gone with the browser, sent to these pages only, read by no script."""
    secure = bool(settings.IS_PRODUCTION)
    response.set_cookie(COOKIE, handle, path=PATH, httponly=True, samesite="Strict", secure=secure)
    return response


def may_try(request: HttpRequest) -> bool:
    """Whether a number may be tried: few wrong ones from one place, and not too many in all."""
    counts = cache.get_many([_place(request), _ALL])
    return counts.get(_place(request), 0) < TRIES and counts.get(_ALL, 0) < TRIES_IN_ALL


def was_wrong(request: HttpRequest) -> None:
    """Counts a number that opened nothing. What is kept of the place is a digest, for a quarter of an hour."""
    for name in (_place(request), _ALL):
        if not cache.add(name, 1, WITHIN_SECONDS):
            cache.set(name, cache.get(name, 0) + 1, WITHIN_SECONDS)


_ALL = "n.all"


def _place(request: HttpRequest) -> str:
    place = request.META.get("REMOTE_ADDR", "")
    if settings.SECURE_PROXY_SSL_HEADER:  # behind a proxy, which puts the last part down itself
        place = request.headers.get("X-Forwarded-For", place).rsplit(",", 1)[-1].strip()
    return "n." + _keyed("place", place)


def _token(handle: str) -> str:
    return _keyed("form", handle)


def _keyed(what: str, value: str) -> str:
    key = str(settings.SECRET_KEY).encode()
    return hmac.new(key, f"own door {what}\n{value}".encode(), hashlib.sha256).hexdigest()[:32]


def _one(sql: str, *values: Any) -> Any:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchone()
