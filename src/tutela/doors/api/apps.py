"""The API as a Django app: it has no tables."""

from __future__ import annotations

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Actions and reading for programs."""

    name = "tutela.doors.api"
    label = "api"
