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
    recorded_at = models.DateTimeField()
    recorded_by = models.UUIDField()
    last_review_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)


class Removal(models.Model):
    """A removal ordered, arranged or carried out.

    Shape  state: arranged here, ordered or carried_out elsewhere
    """

    reading = Reading(case="case_id", compartment="status", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="removals")
    kind = models.TextField()
    state = models.TextField()
    to_country = models.TextField(blank=True, default="")
    at = models.DateTimeField()
