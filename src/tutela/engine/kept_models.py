"""The table of figures that the worker computes and pages only read."""

from __future__ import annotations

from django.db import models

from .rls import Reading

__all__ = ["Kept"]


class Kept(models.Model):
    """One figure by name, the newest only."""

    reading = Reading(monitor=True)

    name = models.TextField(primary_key=True)
    at = models.DateTimeField()
    data = models.JSONField()

    class Meta:
        app_label = "engine"
