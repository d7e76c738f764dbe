"""What is kept of protection enquiries: a question, sealed; where it was matched; what the use of it shows."""

from __future__ import annotations

import uuid

from django.db import models

from tutela.cases.models import Case
from tutela.engine.rls import Reading


class Enquiry(models.Model):
    """A question before a custody, a charge or a removal. Its own subject, with its own chain, keyset and clock.

    Who it is about, and the reference, are closed to the enquiry's own key: the office opens one at a time, the
    monitor sees who asked and when, and nobody else reads it, the asking agency included.

    Shape  ref_mark: of the act's reference; state: waiting, told_to_wait, or answered;
           reference_found: whether the act was there when the office asked; null: not asked
    """

    reading = Reading(office=True, monitor=True)

    id = models.UUIDField(primary_key=True)
    kind = models.TextField()
    ref_mark = models.TextField()
    setting = models.TextField()
    agency_id = models.UUIDField()
    member_id = models.UUIDField()
    asked_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    keyset_id = models.UUIDField()
    sealed = models.BinaryField()
    state = models.TextField(default="waiting")
    said = models.TextField(blank=True, default="")
    called_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    reference_found = models.BooleanField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["due_at"], condition=models.Q(answered_at=None), name="enquiry_waits"),
            models.Index(fields=["agency_id", "-asked_at"], name="enquiry_of_agency"),
        ]


class EnquiryOnFile(models.Model):
    """That somebody asked about the person of a file, and what was told: for her, and for whoever sees her status."""

    reading = Reading(case="case_id", compartment="status", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="enquiries")
    enquiry = models.ForeignKey(Enquiry, models.PROTECT, related_name="on_files")
    agency_id = models.UUIDField()
    kind = models.TextField()
    said = models.TextField()
    ground = models.TextField(blank=True, default="")
    asked_at = models.DateTimeField()
    told_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "enquiry"], name="enquiry_on_file_once")]


class EnquiryPattern(models.Model):
    """Two agencies asked for what seems to be one person: found by blind tokens, without opening either question."""

    reading = Reading(office=True, monitor=True)

    enquiry = models.ForeignKey(Enquiry, models.PROTECT, related_name="patterns")
    other = models.ForeignKey(Enquiry, models.PROTECT, related_name="+")
    found_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["enquiry", "other"], name="enquiry_pattern_once")]
