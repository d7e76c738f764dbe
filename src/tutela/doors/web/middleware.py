"""Who is asking: `request.actor` and `request.who`, from the handle that the server keeps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from tutela.agencies.reads import SignedIn, who_is
from tutela.config.logs import event
from tutela.engine import profile
from tutela.engine.access import NotSignedIn

from . import preferences
from .signing import HANDLE
from .views import gate

#: A refusal and a form to look at again are answers, not faults: nothing to write into the log.
ANSWERS = (409, 422)
ACCOUNTS = "/accounts/"


class Acting:
    """Sets `request.who` (None: not signed in) and the time zone of the country profile."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.who = SimpleLazyObject(lambda: _who(request))  # type: ignore[attr-defined]  # ours, as django.user is
        timezone.activate(ZoneInfo(profile.current().calendar.time_zone))
        try:
            response = self.get_response(request)
            preferences.carry(request, response)
            if response.status_code in ANSWERS:
                response._has_been_logged = True  # type: ignore[attr-defined]  # Django would call it a warning
            return response
        finally:
            timezone.deactivate()

    def process_view(
        self, request: HttpRequest, view: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """The pages of signing in are not ours and know only Django's session: an ended one is over there as well."""
        if request.path.startswith(ACCOUNTS) and request.session.get(HANDLE) and not request.who:  # type: ignore[attr-defined]  # set above
            return gate.over(request)
        return None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A session that ended in the middle of something leads to the sign-in page, and back."""
        if isinstance(error, NotSignedIn):
            return gate.over(request)
        if isinstance(error, Http404 | PermissionDenied | SuspiciousOperation):
            return None
        view = request.resolver_match.view_name if request.resolver_match else ""
        event("page.failed", view=view or "unnamed", error=type(error).__name__)
        return None


def _who(request: HttpRequest) -> SignedIn | Any:
    handle = request.session.get(HANDLE)
    return who_is(handle) if handle else None
