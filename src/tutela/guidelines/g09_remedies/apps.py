"""Remedies: claims, awards, wages, and what was taken from the person."""

from __future__ import annotations

from django.apps import AppConfig


class RemediesConfig(AppConfig):
    """Guideline 9 of the instrument."""

    name = "tutela.guidelines.g09_remedies"
    label = "g09_remedies"
    default_auto_field = "django.db.models.BigAutoField"
