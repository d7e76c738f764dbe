"""Enforcement: charges, detention, convictions, hand-over, investigation."""

from __future__ import annotations

from django.apps import AppConfig


class EnforcementConfig(AppConfig):
    """Guideline 5 of the instrument."""

    name = "tutela.guidelines.g05_enforcement"
    label = "g05_enforcement"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """An operation is a subject of its own, and so is a protection enquiry."""
        from pathlib import Path

        from tutela.engine import jobs, rls, subjects

        from .jobs import compared_later
        from .models import Enquiry, Operation

        rls.functions((Path(__file__).parent / "functions.sql").read_text("utf-8"))
        subjects.kept_in("operation", Operation)
        subjects.kept_in("enquiry", Enquiry)
        jobs.escalates_by("enquiry", "escalate_enquiry")
        jobs.listens(compared_later)
