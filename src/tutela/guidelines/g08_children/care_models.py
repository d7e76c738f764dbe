"""What is kept of a child's care and of the search for her family."""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from tutela.cases.models import Case
from tutela.engine.rls import Reading


class ChildCare(models.Model):
    """With whom a child lives. The newest that has not ended holds.

    Shape  tried: kinds nearer to a family that were looked for first
    """

    reading = Reading(case="case_id", compartment="whereabouts", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="child_care")
    kind = models.TextField()
    tried = ArrayField(models.TextField(), default=list)
    siblings = models.TextField()
    since = models.DateTimeField()
    reviewed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)


class FamilyRisk(models.Model):
    """Danger from or for the family, looked at before a step is taken; the newest for the step holds."""

    reading = Reading(case="case_id", compartment="whereabouts", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="family_risks")
    before = models.TextField()
    finding = models.TextField()
    at = models.DateTimeField()
    until = models.DateField()


class Tracing(models.Model):
    """The search for a child's family: started, family contacted, bond verified, reunited or given up."""

    reading = Reading(case="case_id", compartment="whereabouts", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="tracings")
    through = models.TextField()
    started_at = models.DateTimeField()
    contacted_at = models.DateTimeField(null=True)
    verified = models.TextField(blank=True, default="")
    reunited_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
