"""Identification: screening, referral, the definition, decisions."""

from __future__ import annotations

from pathlib import Path

from django.apps import AppConfig


class IdentificationConfig(AppConfig):
    """Guideline 2 of the instrument."""

    name = "tutela.guidelines.g02_identification"
    label = "g02_identification"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from tutela.cases import consents
        from tutela.engine import rls, subjects

        from .hooks import withdraw_referral
        from .models import Group, Protocol, Screening

        rls.functions((Path(__file__).parent / "functions.sql").read_text("utf-8"))
        subjects.kept_in("screening", Screening)
        subjects.kept_in("protocol", Protocol)
        subjects.kept_in("group", Group)
        consents.undoes(withdraw_referral)
