"""Law: the recovery and reflection period, and the stay of a removal."""

from __future__ import annotations

from django.apps import AppConfig


class LawConfig(AppConfig):
    """Guideline 4 of the instrument."""

    name = "tutela.guidelines.g04_law"
    label = "g04_law"
    default_auto_field = "django.db.models.BigAutoField"
