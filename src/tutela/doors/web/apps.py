"""The web door: pages in English and Chinese that need no script."""

from __future__ import annotations

from pathlib import Path

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Ties signing in and out to Tutela's own sessions."""

    name = "tutela.doors.web"
    label = "web"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from tutela.engine import jobs, rls

        from . import notices, signing

        rls.functions((Path(__file__).parent / "functions.sql").read_text("utf-8"))
        rls.functions((Path(__file__).parent / "notices.sql").read_text("utf-8"))
        jobs.listens(notices.told)
        signing.connect()
