"""What is kept of a child who was missing, and of growing up."""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from tutela.cases.models import Case
from tutela.engine.rls import Reading


class Missing(models.Model):
    """A child was missing, from when on, and until when. Each time is a row, so that a pattern is seen.

    Shape  released_to: who was shown a description or a photograph of her, and has not taken it back
    """

    reading = Reading(case="case_id", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="missing")
    since = models.DateTimeField()
    told = ArrayField(models.TextField(), default=list)
    released_to = ArrayField(models.TextField(), default=list)
    back_at = models.DateTimeField(null=True)
    back_how = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(back_at=None), name="missing_once_at_a_time"
            )
        ]


class ComingOfAge(models.Model):
    """A child comes of age: seen ahead, planned with her, turned eighteen, and handed over to whom she wants.

    Shape  of_age_on: her birthday, where it is known; covers: what goes on, by her plan
    """

    reading = Reading(case="case_id", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.OneToOneField(Case, models.PROTECT, related_name="coming_of_age")
    seen_at = models.DateTimeField()
    of_age_on = models.DateField(null=True)
    planned_at = models.DateTimeField(null=True)
    covers = ArrayField(models.TextField(), default=list)
    turned_at = models.DateTimeField(null=True)
    handed_over_at = models.DateTimeField(null=True)
