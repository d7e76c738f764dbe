"""Care over time: needs, plans, danger, contact, houses, interpreters, a death. Words about a person are not here."""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from tutela.cases.models import Case
from tutela.engine.rls import Reading


class Given(models.Model):
    """Help that a person was given: what kind, when, by whom."""

    reading = Reading(case="case_id", compartment="column:compartment")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="helped")
    kind = models.TextField()
    compartment = models.TextField(default="facts")
    agency_id = models.UUIDField()
    at = models.DateTimeField()


class Need(models.Model):
    """Something that a person needs, and how urgently she says it is, until she is asked again."""

    reading = Reading(case="case_id", compartment="column:compartment")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="needs")
    kind = models.TextField()
    urgency = models.TextField()
    compartment = models.TextField(default="facts")
    asked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)


class PlanStep(models.Model):
    """One step of a person's plan: who does what by when, as agreed with her.

    Shape  conference_id: the conference that decided it, if one did
    """

    reading = Reading(case="case_id", compartment="column:compartment")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="plan_steps")
    kind = models.TextField()
    compartment = models.TextField(default="facts")
    bearer_id = models.UUIDField()
    by_day = models.DateField()
    agreed_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    end_how = models.TextField(default="")
    conference_id = models.UUIDField(null=True)


class Plan(models.Model):
    """What a person said to her plan, when it is looked at again, and how a worry about her may be followed."""

    reading = Reading(case="case_id")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="plans")
    answer = models.TextField()
    at = models.DateTimeField()
    review_on = models.DateField()
    worry_ways = ArrayField(models.TextField(), default=list)

    class Meta:
        indexes = [models.Index(fields=["case", "-at"], name="plan_latest")]


class Safety(models.Model):
    """Danger as it was looked at with the person, and when it is looked at again. It holds no number."""

    reading = Reading(case="case_id", compartment="whereabouts")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="safety")
    dangers = ArrayField(models.TextField(), default=list)
    measures = ArrayField(models.TextField(), default=list)
    at = models.DateTimeField()
    review_on = models.DateField()


class OutOfContact(models.Model):
    """Nobody has heard from a person for a while. She is free; this is a worry, and no reproach."""

    reading = Reading(case="case_id")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="out_of_contact")
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)


class Death(models.Model):
    """A person has died, as far as is known."""

    reading = Reading(case="case_id")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="deaths")
    died_on = models.DateField(null=True)
    how = models.TextField()
    at = models.DateTimeField()
    was_wrong_at = models.DateTimeField(null=True)


class WantOfPlace(models.Model):
    """Somebody looked for a place, and whether there was one: what is missing is seen by group."""

    reading = Reading(case="case_id", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="wants_of_place")
    groups = ArrayField(models.TextField(), default=list)
    found = models.BooleanField()
    at = models.DateTimeField()


class HouseRule(models.Model):
    """A rule of a house that restricts the people in it, while it holds. The monitor sees it."""

    reading = Reading(agency="agency_id", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    agency_id = models.UUIDField()
    house = models.TextField()
    rule = models.TextField()
    since = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True)


class OnCall(models.Model):
    """Who can be called, from when until when."""

    reading = Reading(agency="agency_id")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    agency_id = models.UUIDField()
    member_id = models.UUIDField()
    since = models.DateTimeField()
    until = models.DateTimeField()


class HandOver(models.Model):
    """What one shift left to the next; its words are sealed in the entry."""

    reading = Reading(agency="agency_id")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    agency_id = models.UUIDField()
    from_member_id = models.UUIDField()
    to_member_id = models.UUIDField()
    points = ArrayField(models.TextField(), default=list)
    at = models.DateTimeField()


class Interpreter(models.Model):
    """Somebody who interprets: the languages, and the sex that a person may ask for."""

    reading = Reading(open=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    agency_id = models.UUIDField()
    member_id = models.UUIDField(unique=True)
    languages = ArrayField(models.TextField(), default=list)
    sex = models.TextField(default="unknown")
    active = models.BooleanField(default=True)


class Booking(models.Model):
    """An interpreter for one appointment of one person, and whether she complained afterwards."""

    reading = Reading(case="case_id")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="bookings")
    interpreter = models.ForeignKey(Interpreter, models.PROTECT, related_name="bookings")
    language = models.TextField()
    appointment = models.TextField()
    starts_at = models.DateTimeField()
    complained_at = models.DateTimeField(null=True)
    wrong_with = models.TextField(default="")
