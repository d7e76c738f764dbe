"""Time to recover, asserted danger, the stay of a removal, and removals that nothing stood against."""

from __future__ import annotations

import uuid

from django.db import models

from tutela.cases.models import Case
from tutela.engine.rls import Reading


class RiskAssertion(models.Model):
    """Somebody says that the person, or the family, is in serious danger: enough, until it is assessed."""

    reading = Reading(case="case_id", compartment="status", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="risks_asserted")
    at_risk = models.TextField()
    danger_from = models.TextField()
    country = models.TextField(blank=True, default="")
    asserted_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)


class RecoveryPeriod(models.Model):
    """Time to recover and to think. It ends by a review, never by the calendar alone.

    Shape  at_least_until: by length alone, whatever event it may also end on; its own beginning where the law
           gives no length;
           term_kind, term_basis, profile: which value of the law was used
    """

    reading = Reading(case="case_id", compartment="status", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="recovery_periods")
    started_at = models.DateTimeField()
    at_least_until = models.DateTimeField()
    term_kind = models.TextField()
    term_basis = models.TextField()
    profile = models.TextField()
    granted_by = models.UUIDField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(ended_at=None), name="one_recovery_period"
            ),
        ]


class Stay(models.Model):
    """A removal is stayed: nobody takes the person out of the country while it lasts."""

    reading = Reading(case="case_id", compartment="status", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="stays")
    because = models.TextField()
    until = models.DateField(null=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.UUIDField()
    last_review_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)


class Removal(models.Model):
    """A removal ordered, arranged or carried out; an order may be blocked, and lifted.

    Shape  state: arranged here, ordered or carried_out elsewhere; blocked_until: the day of its next review
    """

    reading = Reading(case="case_id", compartment="status", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="removals")
    kind = models.TextField()
    state = models.TextField()
    to_country = models.TextField(blank=True, default="")
    at = models.DateTimeField()
    blocked_at = models.DateTimeField(null=True)
    blocked_because = models.TextField(blank=True, default="")
    blocked_until = models.DateField(null=True)
    lifted_at = models.DateTimeField(null=True)


class Permit(models.Model):
    """A residence permit: why, from when, until when, and how it ended.

    Shape  until: null where it has no end; ended_at: withdrawn, given up or replaced by the next one
    """

    reading = Reading(case="case_id", compartment="status", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="permits")
    ground = models.TextField()
    since = models.DateField()
    until = models.DateField(null=True)
    may_work = models.BooleanField(null=True)
    recorded_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    because = models.TextField(blank=True, default="")


class PermitAnswer(models.Model):
    """A permit asked for, refused, withdrawn or not renewed.

    Shape  decision: asked, refused, withdrawn or not_renewed
    """

    reading = Reading(case="case_id", compartment="status", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="permit_answers")
    decision = models.TextField()
    ground = models.TextField(blank=True, default="")
    because = models.TextField(blank=True, default="")
    at = models.DateTimeField()


class RightToStay(models.Model):
    """Whether the person is a citizen of this country, and whether she helps proceedings. What nobody knows is null."""

    reading = Reading(case="case_id", compartment="status")

    case = models.OneToOneField(Case, models.PROTECT, primary_key=True, related_name="right_to_stay")
    citizen = models.BooleanField(null=True)
    cooperates = models.BooleanField(null=True)
    cooperates_since = models.DateTimeField(null=True)
