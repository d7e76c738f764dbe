"""Children."""

from __future__ import annotations

from pathlib import Path

from django.apps import AppConfig


class ChildrenConfig(AppConfig):
    """Guideline 8 of the instrument."""

    name = "tutela.guidelines.g08_children"
    label = "g08_children"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from tutela.cases import beside
        from tutela.engine import rls

        from .side_reads import OF_FILE

        beside.stands("side", OF_FILE)
        rls.functions((Path(__file__).parent / "own_door.sql").read_text("utf-8"))
