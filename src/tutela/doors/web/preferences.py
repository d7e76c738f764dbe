"""Language and colours of a member: chosen once, kept with the member, applied wherever they sign in.

The cookies of a choice stay what pages read: they serve those who are not signed in as well. Signing in sets them anew
from the member's own row.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from tutela.engine.access import Actor, acting

from .context import THEME_COOKIE, THEMES
from .drafts import oneself
from .models import Preference

YEAR = 365 * 24 * 60 * 60
#: Where a sign-in leaves what its answer should set.
_TO_SET = "_tutela_preference"


def keep(actor: Actor, **chosen: str) -> None:
    """Keeps a choice of language or theme with the member; what is not on offer is not kept."""
    offered = {"language": [code for code, _name in settings.LANGUAGES], "theme": THEMES}
    values = {name: value for name, value in chosen.items() if value in offered[name]}
    if not values:
        return
    with acting(oneself(actor)):
        Preference.objects.bulk_create(
            [Preference(member_id=actor.member_id, **values)],
            update_conflicts=True,
            unique_fields=["member_id"],
            update_fields=list(values),
        )


def applied(request: HttpRequest, actor: Actor) -> None:
    """Somebody has signed in: the answer to this request brings along what they chose, wherever it was."""
    with acting(oneself(actor)):
        found = Preference.objects.filter(member_id=actor.member_id).first()
    setattr(request, _TO_SET, found)


def carry(request: HttpRequest, response: HttpResponse) -> None:
    """Sets the cookies of a member's own choices, on the answer to a sign-in only."""
    found: Preference | None = getattr(request, _TO_SET, None)
    if found is None:
        return
    if found.language:
        set_language(response, found.language)
    if found.theme is not None:
        set_theme(response, found.theme)


def set_language(response: HttpResponse, code: str) -> None:
    """The cookie that Django reads the language from."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME, code, max_age=YEAR, samesite="Lax", secure=settings.IS_PRODUCTION
    )


def set_theme(response: HttpResponse, theme: str) -> None:
    """The cookie that pages read the colours from."""
    response.set_cookie(
        THEME_COOKIE, theme, max_age=YEAR, httponly=True, samesite="Lax", secure=settings.IS_PRODUCTION
    )
