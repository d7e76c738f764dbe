"""Conferences about one person: called for a purpose, with her part in it; what was said is sealed in their entries."""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from tutela.cases.models import Case
from tutela.engine.rls import Reading


class Conference(models.Model):
    """A meeting of those who work with one person.

    Shape  agencies: who is to come; attended: who came; state: called, held or called_off; minutes_in: compartments
           in which something was written down
    """

    reading = Reading(case="case_id")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="conferences")
    purpose = models.TextField()
    called_by = models.UUIDField()
    called_at = models.DateTimeField()
    on_day = models.DateField()
    agencies = ArrayField(models.UUIDField(), default=list)
    her_part = models.TextField()
    her_part_at = models.DateTimeField()
    state = models.TextField(default="called")
    ended_at = models.DateTimeField(null=True)
    attended = ArrayField(models.UUIDField(), default=list)
    she_was_there = models.BooleanField(null=True)
    minutes_in = ArrayField(models.TextField(), default=list)
