"""Documents of a file: which there are, and one of them as a file. Nothing is kept, and the address says nothing."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from tutela.doors import documents, words
from tutela.doors.now import clock
from tutela.engine.paper import KINDS, TYPES

from .gate import Asking, signed_in


@signed_in
def all_of(request: Asking, case_id: UUID, problem: str = "", status: int = 200) -> HttpResponse:
    """Every document that this reader may print of a file, with a button for each."""
    try:
        person, there = documents.offered(request.who.actor, case_id, clock()())
    except documents.NoDocument:
        raise Http404 from None
    own = get_language() or "en"
    context = {
        "person": person,
        "problem": problem,
        "languages_offered": settings.LANGUAGES,
        "kinds": [(kind, kind.upper()) for kind in reversed(KINDS)],
        "documents": [
            {
                "name": one.name,
                "label": documents.label(one.name),
                "help": documents.help_text(one.name),
                "language": documents.language_for(person.languages, own) if one.for_her else own,
            }
            for one in there
        ],
    }
    return render(request, "tutela/documents.html", context, status=status)


@signed_in
@require_POST
def one(request: Asking, case_id: UUID) -> HttpResponse:
    """One document as a file. By POST: making one may open sealed words, and what was asked is in no address."""
    asked = [request.POST.get(name, "") for name in ("document", "language", "kind")]
    try:
        name, content = documents.file_of(request.who.actor, case_id, asked[0], asked[1], asked[2], clock()())
    except documents.NoDocument as reason:
        code = str(reason)
        if code.startswith("access."):
            raise Http404 from None
        return all_of(request, case_id, words.reason_text(code), 409)
    response = HttpResponse(content, content_type=TYPES[asked[2]])
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "no-store"
    return response
