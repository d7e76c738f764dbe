"""A case: the file of one person's protection, under a pseudonym. Who the person is lives elsewhere, sealed."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.contrib.postgres.fields import ArrayField
from django.db import models

from tutela.engine.models import Subject
from tutela.engine.rls import Reading

from .words import AgeBasis, FileKind, Sex, Standing


class Case(models.Model):
    """One person's file.

    Shape  id: its subject's; age_low, age_high: years on `age_on`, equal when known
    """

    reading = Reading(case="id")

    subject = models.OneToOneField(
        Subject, models.PROTECT, primary_key=True, db_column="id", related_name="case"
    )
    pseudonym = models.TextField(unique=True)
    file_kind = models.TextField(default=FileKind.ORDINARY)
    standing = models.TextField(default=Standing.OPEN)
    presumed_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField()
    opened_by = models.UUIDField()
    age_basis = models.TextField(default=AgeBasis.UNKNOWN)
    age_low = models.SmallIntegerField(null=True)
    age_high = models.SmallIntegerField(null=True)
    age_on = models.DateField(null=True)
    sex = models.TextField(default=Sex.UNKNOWN)
    languages = ArrayField(models.TextField(), default=list)
    closed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.pseudonym


class Consent(models.Model):
    """What a person agreed to: to one receiver, for one purpose, in named parts of the file, until a date or her word.

    Shape  receiver_id: null where nothing is passed on, as with an examination; about: then what was agreed to;
           in_short: ticked while something else was done, before she had heard what nobody can promise;
           used_for: the referral that rests on it
    """

    reading = Reading(case="case_id", compartment="column:compartment")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="consents")
    compartment = models.TextField(default="facts")
    purpose = models.TextField(default="")
    about = models.TextField(default="")
    receiver_id = models.UUIDField(null=True)
    compartments = ArrayField(models.TextField(), default=list)
    language = models.TextField(default="")
    interpreting = models.TextField(default="")
    said_through = models.TextField(default="")
    said_by = models.TextField(default="herself")
    told = ArrayField(models.TextField(), default=list)
    in_short = models.BooleanField(default=False)
    given_at = models.DateTimeField()
    until = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    used_for = models.UUIDField(null=True)
    recorded_by = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["case", "receiver_id", "-given_at"], name="consent_latest")]

    def is_in_force(self, at: datetime) -> bool:
        """Whether it still holds."""
        return self.withdrawn_at is None and (self.until is None or self.until > at)


class Withdrawal(models.Model):
    """A consent that was taken back, as its receiver sees it: that it has to stop, and by when it answered."""

    reading = Reading(agency="receiver_id")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="withdrawals")
    consent = models.ForeignKey(Consent, models.PROTECT, related_name="withdrawals")
    receiver_id = models.UUIDField()
    purpose = models.TextField(default="")
    compartments = ArrayField(models.TextField(), default=list)
    at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answer = models.TextField(default="")

    class Meta:
        indexes = [models.Index(fields=["receiver_id", "answered_at"], name="withdrawal_open")]


from .family_models import FamilyLink as FamilyLink  # noqa: E402  they stand on Case
from .family_models import Paper as Paper  # noqa: E402  as above
from .own_door_models import Complaint as Complaint  # noqa: E402  as above
from .own_door_models import OwnDoor as OwnDoor  # noqa: E402  as above
from .own_door_models import OwnDoorCode as OwnDoorCode  # noqa: E402  as above
from .own_door_models import OwnDoorSession as OwnDoorSession  # noqa: E402  as above
from .thread_models import Message as Message  # noqa: E402  as above
from .worker_models import Leave as Leave  # noqa: E402  as above
from .worker_models import Supervision as Supervision  # noqa: E402  as above
from .worker_models import WorkerFor as WorkerFor  # noqa: E402  as above
