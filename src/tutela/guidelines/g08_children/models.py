"""What is kept about children: how an age was assessed, who stands at a child's side, who works with it."""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from tutela.cases.models import Case
from tutela.engine.rls import Reading

from . import bia_models, care_models, missing_models

__all__ = ["bia_models", "care_models", "missing_models"]


class AgeAssessment(models.Model):
    """One assessment of an age: proposed with her agreement, carried out, perhaps challenged and answered.

    Shape  low, high: between how many years, on assessed_at's day; margin: years on either side, None: not given
    """

    reading = Reading(case="case_id", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="age_assessments")
    method = models.TextField()
    agreed = models.BooleanField(null=True)
    proposed_at = models.DateTimeField(null=True)
    low = models.SmallIntegerField(null=True)
    high = models.SmallIntegerField(null=True)
    margin = models.SmallIntegerField(null=True)
    assessed_at = models.DateTimeField(null=True)
    assessed_by = models.UUIDField(null=True)
    challenged_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    upheld = models.BooleanField(null=True)

    class Meta:
        indexes = [models.Index(fields=["case", "-proposed_at"], name="age_assessment_latest")]


class Representative(models.Model):
    """A guardian or a lawyer of a child: appointed, accepted, ended. One of each office at a time.

    Shape  office: guardian or lawyer; agency_id: whose member it is; ended_because: empty while it lasts
    """

    reading = Reading(case="case_id", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="representatives")
    office = models.TextField()
    agency_id = models.UUIDField()
    appointed_at = models.DateTimeField()
    appointed_by = models.UUIDField()
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.UUIDField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_because = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "office"], condition=models.Q(ended_at=None), name="representative_once"
            )
        ]


class ChildFriendly(models.Model):
    """What makes proceedings fit for this child; the newest row holds."""

    reading = Reading(case="case_id", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="child_friendly")
    measures = ArrayField(models.TextField(), default=list)
    arranged_at = models.DateTimeField()


class ChildWorker(models.Model):
    """Who works with a child: somebody trained, or for some hours an adult's officer led by one by telephone.

    Shape  under: the trained member on the telephone; until: when the hours by telephone are over
    """

    reading = Reading(case="case_id", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="child_workers")
    member_id = models.UUIDField()
    under = models.UUIDField(null=True)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["case", "member_id"], name="child_worker")]
