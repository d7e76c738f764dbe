"""What is kept of a child's best interests and of her own views."""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from tutela.cases.models import Case
from tutela.engine.rls import Reading


class BestInterests(models.Model):
    """What is best for one child: an assessment, or a formal determination on one decision.

    Shape  decision, outcome, solution, panel, seats: only of a determination;
           until: the last day on which it may be relied on
    """

    reading = Reading(case="case_id", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="best_interests")
    formal = models.BooleanField(default=False)
    decision = models.TextField(blank=True, default="")
    outcome = models.TextField(blank=True, default="")
    solution = models.TextField(blank=True, default="")
    panel = ArrayField(models.TextField(), default=list)
    seats = ArrayField(models.UUIDField(), default=list)
    at = models.DateTimeField()
    until = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["case", "-at"], name="best_interests_latest")]


class ChildViews(models.Model):
    """What a child said on some decisions, or that she did not or could not; the words are in the sealed entry.

    Shape  weight: empty where nothing was said; until: the last day on which it is not yet asked again
    """

    reading = Reading(case="case_id", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="child_views")
    about = ArrayField(models.TextField())
    heard_how = models.TextField()
    weight = models.TextField(blank=True, default="")
    why_not = models.TextField(blank=True, default="")
    at = models.DateTimeField()
    until = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["case", "-at"], name="child_views_latest")]
