"""Identification: screening, referral, the definition, decisions."""

from __future__ import annotations

from django.apps import AppConfig


class IdentificationConfig(AppConfig):
    """Guideline 2 of the instrument."""

    name = "tutela.guidelines.g02_identification"
    label = "g02_identification"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from tutela.engine import subjects

        from .models import Screening

        subjects.kept_in("screening", Screening)
