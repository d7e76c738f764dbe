"""Being somebody in a demo."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from .. import signing
from .preferences import safe_next


@require_POST
def demo(request: HttpRequest) -> HttpResponse:
    """Signs in as an invented person; outside a demo this address does not exist."""
    if not signing.sign_in_as(request, request.POST.get("member", "")):
        raise Http404
    return redirect(safe_next(request))
