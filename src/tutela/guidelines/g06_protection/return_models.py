"""Going back or staying: the danger assessed, what the person chose, the plan, and how she was found afterwards."""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from tutela.cases.models import Case
from tutela.engine.rls import Reading


class ReturnAssessment(models.Model):
    """Danger to one person and her family in one country, looked at for her alone.

    Shape  until: the last day on which it may be relied on
    """

    reading = Reading(case="case_id", compartment="status", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="return_assessments")
    country = models.TextField()
    for_person = models.TextField()
    for_family = models.TextField()
    dangers = ArrayField(models.TextField(), default=list)
    assessed_at = models.DateTimeField()
    until = models.DateField()


class ReturnChoice(models.Model):
    """What the person wants; the newest holds.

    Shape  advised: after advice by somebody who gains nothing by her answer; heard: in her language, from herself
    """

    reading = Reading(case="case_id", compartment="status", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="return_choices")
    wants = models.TextField()
    explained = ArrayField(models.TextField(), default=list)
    advised = models.BooleanField(null=True)
    heard = models.BooleanField(null=True)
    at = models.DateTimeField()


class Return(models.Model):
    """A way home that the person chose: planned, travelled, followed for as long as she wishes.

    Shape  state: proposed, arranged, travelled, called_off
    """

    reading = Reading(case="case_id", compartment="whereabouts")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="returns")
    state = models.TextField()
    country = models.TextField()
    travels_on = models.DateField(null=True)
    covers = ArrayField(models.TextField(), default=list)
    has_partner = models.BooleanField(default=False)
    partner_id = models.UUIDField(null=True)
    has_way_back = models.BooleanField(default=False)
    channel = models.TextField(blank=True, default="")
    when_silent = models.TextField(blank=True, default="")
    every_days = models.PositiveIntegerField(null=True)
    planned_at = models.DateTimeField()
    travelled_at = models.DateTimeField(null=True)
    found = models.TextField(blank=True, default="")
    found_at = models.DateTimeField(null=True)
