"""Steps that touch a person, what protects her through proceedings, and operations with what is ready for them."""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from tutela.cases.models import Case
from tutela.engine.rls import Reading


class ProceedingStep(models.Model):
    """One interview, hearing or other step, planned with its checks, or taken."""

    reading = Reading(case="case_id", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="proceeding_steps")
    kind = models.TextField()
    on_day = models.DateField(null=True)
    safety = models.TextField(blank=True, default="")
    care = ArrayField(models.TextField(), default=list)
    planned_at = models.DateTimeField(null=True)
    taken_at = models.DateTimeField(null=True)
    harm = ArrayField(models.TextField(), default=list)


class ThreatAssessment(models.Model):
    """How serious the threat to the person as a witness is; the newest holds."""

    reading = Reading(case="case_id", compartment="whereabouts", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="threat_assessments")
    level = models.TextField()
    assessed_at = models.DateTimeField()


class WitnessMeasure(models.Model):
    """A measure that protects a witness: asked for, decided, looked at again, ended.

    Shape  state: asked, granted, refused, ended
    """

    reading = Reading(case="case_id", compartment="whereabouts", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="witness_measures")
    measure = models.TextField()
    state = models.TextField()
    asked_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    review_on = models.DateField(null=True)


class ProtectionPlan(models.Model):
    """What protects the person during proceedings and afterwards, agreed with her; the newest holds."""

    reading = Reading(case="case_id", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="protection_plans")
    covers = ArrayField(models.TextField(), default=list)
    agreed = models.BooleanField(null=True)
    made_at = models.DateTimeField()
    review_on = models.DateField(null=True)


class Operation(models.Model):
    """A raid or another operation in which people are expected to be found. No place and no name is kept here.

    Shape  expected, children: how many people, and how many of them under age, at most;
           ready: what is there for them, in people; beds are counted when it begins
    """

    reading = Reading(agency="agency_id", monitor=True)

    subject_id = models.UUIDField(primary_key=True)
    agency_id = models.UUIDField()
    on_day = models.DateField()
    expected = models.PositiveIntegerField()
    children = models.PositiveIntegerField(default=0)
    ready = models.JSONField(default=dict)
    planned_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True)
    was_emergency = models.BooleanField(default=False)
