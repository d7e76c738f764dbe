"""The person's own door as a Django app."""

from __future__ import annotations

from pathlib import Path

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Adds what this door asks of the database."""

    name = "tutela.doors.portal"
    label = "portal"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from tutela.engine import rls

        rls.functions((Path(__file__).parent / "functions.sql").read_text("utf-8"))
