"""Enforcement: charges, detention, convictions, hand-over, investigation."""

from __future__ import annotations

from django.apps import AppConfig


class EnforcementConfig(AppConfig):
    """Guideline 5 of the instrument."""

    name = "tutela.guidelines.g05_enforcement"
    label = "g05_enforcement"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """An operation is a subject of its own."""
        from tutela.engine import subjects

        from .models import Operation

        subjects.kept_in("operation", Operation)
