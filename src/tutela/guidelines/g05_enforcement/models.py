"""Charges, assessments of their link, letters, detention, custody, convictions, hand-overs and investigations."""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from tutela.cases.models import Case
from tutela.engine.rls import Reading

from .enquiry_models import Enquiry, EnquiryOnFile, EnquiryPattern
from .steps_models import Operation, ProceedingStep, ProtectionPlan, ThreatAssessment, WitnessMeasure

__all__ = [
    "Enquiry",
    "EnquiryOnFile",
    "EnquiryPattern",
    "Operation",
    "ProceedingStep",
    "ProtectionPlan",
    "ThreatAssessment",
    "WitnessMeasure",
]

_SEEN = Reading(case="case_id", monitor=True)


class Charge(models.Model):
    """A charge or a fine against the person, brought here or elsewhere.

    Shape  charge_ref: the reference of the prosecution's file; brought_here: with this system, after its guards
    """

    reading = _SEEN

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="charges")
    charge_ref = models.TextField()
    offence = models.TextField()
    is_fine = models.BooleanField(default=False)
    brought_here = models.BooleanField(default=False)
    prosecutor_id = models.UUIDField(null=True)
    brought_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "charge_ref", "offence"], name="charge_once"),
        ]


class LinkAssessment(models.Model):
    """Whether a charge is linked to the trafficking, found by somebody trained and independent. The newest counts.

    Its reasons in words are in the entry's body.
    """

    reading = _SEEN

    case = models.ForeignKey(Case, models.PROTECT, related_name="link_assessments")
    charge_ref = models.TextField()
    offence = models.TextField()
    linked = models.BooleanField(null=True)
    assessed_at = models.DateTimeField()
    assessed_by = models.UUIDField()
    agency_id = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["case", "charge_ref", "-id"], name="link_of_charge")]


class Letter(models.Model):
    """A letter on non-punishment, with all that it says: it can be printed again as it was sent. No name is in it.

    Shape  link: linked, unknown or not_assessed
    """

    reading = _SEEN

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="letters")
    charge_ref = models.TextField()
    offence = models.TextField()
    link = models.TextField()
    pseudonym = models.TextField()
    presumed_on = models.DateField(null=True)
    may_be_child = models.BooleanField()
    held = models.BooleanField()
    from_agency_id = models.UUIDField()
    to_agency_id = models.UUIDField()
    sent_at = models.DateTimeField()
    sent_on = models.DateField()
    answer_by = models.DateField(null=True)
    agreement = models.TextField()
    answered_at = models.DateTimeField(null=True)
    decision = models.TextField(blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["case", "charge_ref", "-sent_at"], name="letter_of_charge")]


class Detention(models.Model):
    """The person is, or was, held. Hours are counted from its beginning to the release.

    Shape  by_agency_id: who holds, where it is known; said_ended_at: said to be free, and nobody has seen it yet
    """

    reading = _SEEN

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="detentions")
    place_kind = models.TextField()
    held_for = models.TextField()
    by_agency_id = models.UUIDField(null=True)
    started_at = models.DateTimeField()
    said_ended_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)


class Custody(models.Model):
    """Custody that a court ordered: kept apart from detention, shown to lawyer and monitor, reviewed until it ends.

    Shape  confirmed_at: since when somebody who holds nobody has seen the order; until then it counts as detention
    """

    reading = _SEEN

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="custodies")
    kind = models.TextField()
    charge_ref = models.TextField(blank=True, default="")
    by_agency_id = models.UUIDField(null=True)
    started_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    last_review_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)


class Conviction(models.Model):
    """A conviction of the person, until it is quashed and the record cleared.

    Shape  step: how far its undoing has come
    """

    reading = _SEEN

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="convictions")
    charge_ref = models.TextField()
    offence = models.TextField()
    sentence = models.TextField()
    by_agency_id = models.UUIDField(null=True)
    convicted_at = models.DateTimeField()
    step = models.TextField(blank=True, default="")
    step_at = models.DateTimeField(null=True)
    quashed_at = models.DateTimeField(null=True)
    record_cleared_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "charge_ref", "offence"], name="conviction_once"),
        ]


class HandedOver(models.Model):
    """The person was given into somebody's hands.

    Shape  suspected_controller: null: nobody knew
    """

    reading = _SEEN

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="hand_overs")
    to_kind = models.TextField()
    suspected_controller = models.BooleanField(null=True)
    here = models.BooleanField()
    at = models.DateTimeField()


class Investigation(models.Model):
    """An inquiry into who trafficked the person. It needs no complaint, and holds nobody's name.

    Shape  state: open, ended, or refused; reviewed: by a court, or null when nobody knows
    """

    reading = _SEEN

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="investigations")
    investigation_ref = models.TextField(blank=True, default="")
    origin = models.TextField(blank=True, default="")
    suspects = models.TextField(default="unknown")
    state = models.TextField()
    opened_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    because = models.TextField(blank=True, default="")
    has_reasons = models.BooleanField(null=True)
    reviewed = models.BooleanField(null=True)


class Pursuit(models.Model):
    """One step of the State against those who trafficked the person, by its kind; nobody's name, and no reference.

    Shape  step: charged or judged; outcome: only of a judgment
    """

    reading = _SEEN

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="pursuits")
    step = models.TextField()
    outcome = models.TextField(blank=True, default="")
    suspects = models.TextField()
    roles = ArrayField(models.TextField(), default=list)
    at = models.DateTimeField()
    agency_id = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["case", "step", "at"], name="pursuit_of_case")]


class Burden(models.Model):
    """An entry ban, a police record, a debt from the time of the trafficking, until it is lifted.

    Shape  step: how far its undoing has come; lifted_at: it weighs on the person no more
    """

    reading = _SEEN

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="burdens")
    kind = models.TextField()
    currency = models.TextField(blank=True, default="")
    amount_minor = models.BigIntegerField(null=True)
    found_at = models.DateTimeField()
    step = models.TextField(blank=True, default="")
    step_at = models.DateTimeField(null=True)
    lifted_at = models.DateTimeField(null=True)
