"""Screenings, referrals and decisions."""

from __future__ import annotations

import uuid

from django.db import models

from tutela.cases.models import Case
from tutela.engine.models import Subject
from tutela.engine.rls import Reading


class Screening(models.Model):
    """One person's answers to one form: ticks and observations of their author, not a witness statement.

    It holds no identity. Without a case it expires, and its answers go (`expires_at`).
    """

    reading = Reading(agency="agency_id")

    subject = models.OneToOneField(
        Subject, models.PROTECT, primary_key=True, db_column="id", related_name="screening"
    )
    agency_id = models.UUIDField()
    member_id = models.UUIDField()
    setting = models.TextField()
    form_version = models.IntegerField()
    begun_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    answers = models.JSONField(default=dict)
    level = models.TextField(default="")
    asks_for_referral = models.BooleanField(default=False)
    case = models.ForeignKey(Case, models.PROTECT, null=True)
    expires_at = models.DateTimeField()
    expired_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["agency_id", "-begun_at"], name="screening_of_agency")]


class Referral(models.Model):
    """A person passed on to somebody who can help; the receiver owes an answer, and the sender keeps sight of it."""

    reading = Reading(case="case_id", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="referrals")
    from_agency_id = models.UUIDField()
    to_agency_id = models.UUIDField()
    purpose = models.TextField()
    sent_at = models.DateTimeField()
    state = models.TextField(default="sent")
    answered_at = models.DateTimeField(null=True)
    decline_reason = models.TextField(default="")
    done_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["from_agency_id", "-sent_at"], name="referral_sent"),
            models.Index(fields=["to_agency_id", "-sent_at"], name="referral_received"),
        ]


class Presumption(models.Model):
    """What somebody had seen of act, means and purpose when presuming: a beginning, never a finding.

    Shape  member_id, agency_id: who presumed
    """

    reading = Reading(case="case_id", append_only=True)

    act_id = models.UUIDField(primary_key=True)
    case = models.ForeignKey(Case, models.PROTECT, related_name="presumptions")
    acts = models.JSONField(default=list)
    means = models.JSONField(default=list)
    purposes = models.JSONField(default=list)
    presumed_at = models.DateTimeField()
    member_id = models.UUIDField()
    agency_id = models.UUIDField()


class Decision(models.Model):
    """A decision of the competent authority, element by element. Its reasons in words are in the entry's body."""

    reading = Reading(case="case_id", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="decisions")
    stage = models.TextField()
    positive = models.BooleanField()
    ground = models.TextField()
    elements = models.JSONField()
    verdict = models.JSONField()
    language = models.TextField(default="")
    decided_at = models.DateTimeField()
    decided_by = models.UUIDField()
    reconsideration_asked_at = models.DateTimeField(null=True)
    reconsidered_at = models.DateTimeField(null=True)
    became_final = models.BooleanField(default=False)
