"""Language and theme: cookies of a choice, set by POST only. They protect nothing, so they need no token, and public
pages set no cookie until somebody chooses. Of whoever is signed in the choice is kept as well."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from .. import preferences
from ..context import THEMES


@csrf_exempt
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Keeps the language that somebody chose."""
    wanted, response = request.POST.get("language", ""), set_language(request)
    if wanted in dict(settings.LANGUAGES):
        preferences.set_language(response, wanted)
        _keep(request, language=wanted)
    return response


def safe_next(request: HttpRequest) -> str:
    """Where to go back to: an address of this site only."""
    wanted = request.POST.get("next", "")
    hosts = {request.get_host()}
    ours = url_has_allowed_host_and_scheme(wanted, hosts, require_https=request.is_secure())
    return wanted if wanted and ours else "/"


@csrf_exempt
@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Keeps the colours that somebody chose."""
    wanted = request.POST.get("theme", "")
    response = redirect(safe_next(request))
    if wanted in THEMES:
        preferences.set_theme(response, wanted)
        _keep(request, theme=wanted)
    return response


def _keep(request: HttpRequest, **chosen: str) -> None:
    who = getattr(request, "who", None)
    if who:
        preferences.keep(who.actor, **chosen)
