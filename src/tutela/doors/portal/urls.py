"""The addresses of a person's own door. They are numbers: an address that is seen, or stays behind, says nothing."""

from __future__ import annotations

from django.urls import URLPattern, path

from . import childhood, entry, meetings, pages, sent, threads

app_name = "my"
urlpatterns: list[URLPattern] = [
    path("", entry.entry, name="entry"),
    path("0/", entry.second, name="second"),
    path("1/", pages.owed, name="owed"),
    path("2/", pages.seen, name="seen"),
    path("3/", sent.agreed, name="agreed"),
    path("4/", sent.wishes, name="wishes"),
    path("5/", sent.complain, name="complain"),
    path("6/", sent.this, name="this"),
    path("7/", threads.messages, name="messages"),
    path("8/", meetings.meetings, name="meetings"),
    path("9/", childhood.side, name="side"),
    path("10/", childhood.think, name="think"),
    path("11/", childhood.age, name="age"),
    path("x/", entry.leave, name="leave"),
]
