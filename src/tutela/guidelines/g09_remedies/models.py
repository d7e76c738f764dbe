"""Claims, payments, help with a claim, reckonings of wages, and what was taken from the person. Nobody's name."""

from __future__ import annotations

import uuid

from django.db import models

from tutela.cases.models import Case
from tutela.engine.rls import Reading

_SEEN = Reading(case="case_id", monitor=True)


class Claim(models.Model):
    """A remedy that is sought, from its preparation to its payment.

    Shape  limit_on: the last day on which it can be filed; limit_from: profile, entered, or empty where nobody knows;
           file_by: the day by which it is to be filed, well ahead; ended_at: paid in full, or closed
    """

    reading = _SEEN

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="claims")
    track = models.TextField()
    seeks = models.TextField()
    against = models.TextField()
    body = models.TextField()
    state = models.TextField(default="prepared")
    opened_at = models.DateTimeField()
    opened_by = models.UUIDField()
    harm_until = models.DateField(null=True)
    limit_on = models.DateField(null=True)
    limit_from = models.TextField(blank=True, default="")
    file_by = models.DateField(null=True)
    late = models.BooleanField(default=False)
    currency = models.TextField(blank=True, default="")
    asked_minor = models.BigIntegerField(null=True)
    awarded_minor = models.BigIntegerField(null=True)
    paid_minor = models.BigIntegerField(default=0)
    filed_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    appeal_by = models.DateField(null=True)
    because = models.TextField(blank=True, default="")
    ended_at = models.DateTimeField(null=True)


class Payment(models.Model):
    """Money that came in for a claim."""

    reading = _SEEN

    case = models.ForeignKey(Case, models.PROTECT, related_name="payments")
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="payments")
    amount_minor = models.BigIntegerField()
    currency = models.TextField()
    at = models.DateTimeField()


class ClaimHelp(models.Model):
    """A lawyer, an interpreter, fees, travel: what was given, refused or not needed for a claim. The newest counts."""

    reading = _SEEN

    case = models.ForeignKey(Case, models.PROTECT, related_name="claim_help")
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="help")
    kind = models.TextField()
    state = models.TextField()
    at = models.DateTimeField()


class WageReckoning(models.Model):
    """Wages reckoned: what was put in and by which method, so that every step can be shown again.

    Shape  put_in: the fields of the work, and the lawful minimum used with its source
    """

    reading = _SEEN

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="wage_reckonings")
    claim = models.ForeignKey(Claim, models.PROTECT, null=True, related_name="wage_reckonings")
    method = models.SmallIntegerField()
    put_in = models.JSONField()
    currency = models.TextField()
    owed_minor = models.BigIntegerField()
    at = models.DateTimeField()
    by_agency = models.UUIDField()


class Withheld(models.Model):
    """What was taken from the person or kept back, by what kind of holder, and what became of it.

    Shape  outcome: empty while nothing is known
    """

    reading = _SEEN

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="withheld")
    what = models.JSONField()
    holder = models.TextField()
    found_at = models.DateTimeField()
    outcome = models.TextField(blank=True, default="")
    ended_at = models.DateTimeField(null=True)


class ReturnLetter(models.Model):
    """A letter that asks for what was taken, with all that it says: it can be printed again. No name is in it."""

    reading = _SEEN

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="return_letters")
    withheld = models.ForeignKey(Withheld, models.PROTECT, related_name="letters")
    pseudonym = models.TextField()
    agreement = models.TextField()
    from_agency_id = models.UUIDField()
    to_agency_id = models.UUIDField()
    sent_at = models.DateTimeField()
    sent_on = models.DateField()
    answer_by = models.DateField(null=True)
