"""A page of her own for the person: the form as ever, and its codes on the answer, shown once and kept nowhere."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tutela.doors import words
from tutela.engine import once

from . import doing


def open_portal(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The generated form; when the page was opened, its codes instead of the way back."""
    with once.taken() as given:
        answer = doing.do(request, "open_portal", case_id)
    if not given or answer.status_code != 302:
        return answer
    context = {
        "codes": [(name, words.once_label(name), value) for name, value in given.items()],
        "back": answer.headers["Location"],
    }
    return render(request, "tutela/own_page.html", context)
