"""Places and who stays in them, help, examinations, threats."""

from __future__ import annotations

import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.db import models

from tutela.cases.models import Case
from tutela.engine.rls import Reading

from . import care_models, conference_models
from .return_models import Return, ReturnAssessment, ReturnChoice
from .words import ForSex, ForWhom

__all__ = ["Return", "ReturnAssessment", "ReturnChoice", "care_models", "conference_models"]


class Place(models.Model):
    """One bed, or one room for a family, in an open house. No address is kept here."""

    reading = Reading(open=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    agency_id = models.UUIDField()
    house = models.TextField()
    label = models.TextField()
    for_whom = models.TextField(default=ForWhom.ADULTS)
    for_sex = models.TextField(default=ForSex.ANYONE)
    area = models.TextField(blank=True, default="")
    step_free = models.BooleanField(default=False)
    languages = ArrayField(models.TextField(), default=list)
    is_open = models.BooleanField(default=True)
    active = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency_id", "house", "label"], name="place_once")]


class Placement(models.Model):
    """A place offered to, or taken by, one person, for some nights. Nobody else can have it on those nights.

    Shape  answer_by: until when an offer holds the place without an answer; state: offered, accepted, declined,
           lapsed (nobody answered), ended
    """

    reading = Reading(case="case_id", compartment="whereabouts")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="placements")
    place = models.ForeignKey(Place, models.PROTECT, related_name="placements")
    nights = DateRangeField()
    state = models.TextField(default="offered")
    offered_at = models.DateTimeField()
    offered_by = models.UUIDField(null=True)
    answer_by = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    end_reason = models.TextField(default="")
    urgent = models.BooleanField(default=False)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="one_bed_one_person",
                expressions=[("place", RangeOperators.EQUAL), ("nights", RangeOperators.OVERLAPS)],
                condition=models.Q(state__in=["offered", "accepted"]),
            ),
            ExclusionConstraint(
                name="one_person_one_bed",
                expressions=[("case", RangeOperators.EQUAL), ("nights", RangeOperators.OVERLAPS)],
                condition=models.Q(state="accepted"),
            ),
        ]


class Service(models.Model):
    """Help offered to a person, and what she said to it. Consent is for this kind, and can be taken back."""

    reading = Reading(case="case_id", compartment="column:compartment")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="services")
    kind = models.TextField()
    compartment = models.TextField(default="facts")
    provider_id = models.UUIDField()
    state = models.TextField(default="offered")
    offered_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    end_reason = models.TextField(default="")


class HealthRecord(models.Model):
    """An examination that was agreed to, or an emergency treatment with its reason; what was found is not kept here."""

    reading = Reading(case="case_id", compartment="health")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="health_records")
    kind = models.TextField()
    consent = models.TextField()
    at = models.DateTimeField()
    told_at = models.DateTimeField(null=True)


class Threat(models.Model):
    """Somebody threatens the person or the family: where it comes from is kept apart."""

    reading = Reading(case="case_id", compartment="whereabouts")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="threats")
    area = models.TextField(blank=True, default="")
    against = models.TextField(default="herself")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)


class ContactWish(models.Model):
    """Whether the person wants contact with her consulate. It counts when she said so herself; the newest one holds.

    Shape  advised_at: when independent legal advice was had about it, and she still said so
    """

    reading = Reading(case="case_id", compartment="status", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="contact_wishes")
    wants = models.BooleanField()
    at = models.DateTimeField()
    advised_at = models.DateTimeField(null=True)
