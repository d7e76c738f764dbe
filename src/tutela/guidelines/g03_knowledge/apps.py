"""Knowledge: de-identified facts, and figures made from them."""

from __future__ import annotations

from pathlib import Path

from django.apps import AppConfig


class KnowledgeConfig(AppConfig):
    """Guideline 3 of the instrument. Its views are made anew after each migration."""

    name = "tutela.guidelines.g03_knowledge"
    label = "g03_knowledge"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from tutela.engine import rls

        from . import tables

        tables.declare()
        rls.functions((Path(__file__).parent / "views.sql").read_text("utf-8"))
