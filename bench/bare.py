"""The site with one page more: the frame of every page and nothing in it, to hold other pages against."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from tutela.config.urls import urlpatterns as everything
from tutela.doors.web.views.gate import Asking, signed_in


@signed_in
def bare(request: Asking) -> HttpResponse:
    """Signed in, with the navigation round an empty page."""
    return render(request, "tutela/base.html")


urlpatterns = [*everything, path("bare/", bare)]
