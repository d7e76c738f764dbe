"""Children."""

from __future__ import annotations

from django.apps import AppConfig


class ChildrenConfig(AppConfig):
    """Guideline 8 of the instrument."""

    name = "tutela.guidelines.g08_children"
    label = "g08_children"
    default_auto_field = "django.db.models.BigAutoField"
