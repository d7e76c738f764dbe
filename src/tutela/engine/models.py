"""The engine's tables: subjects, receipts, the journal, duties, breaches, and what waits to be told.

They know nothing of trafficking: a subject is whatever an action is about.
"""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from .kept_models import Kept
from .rls import Reading
from .tree_models import Leaf, TreeHead, TreeProgress

__all__ = [
    "Alert",
    "Body",
    "Breach",
    "Duty",
    "Entry",
    "EntrySeq",
    "Intake",
    "Kept",
    "Leaf",
    "Outbox",
    "Receipt",
    "Subject",
    "TreeHead",
    "TreeProgress",
    "UrgentAct",
    "Waiver",
]


class Subject(models.Model):
    """What an action is about; its row is the lock, and the end of its chain of entries.

    INVARIANT: `last_seq` and `head` are those of its newest entry (tests/engine/test_perform.py).
    """

    reading = Reading()

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    kind = models.CharField(max_length=32)
    agency_id = models.UUIDField(null=True)
    opened_at = models.DateTimeField()
    last_seq = models.IntegerField(default=0)
    head = models.BinaryField(default=b"")
    keyset_id = models.UUIDField(null=True)
    publics = models.BinaryField(null=True)


class Receipt(models.Model):
    """One request of one member or device, and what came of it: a double send changes nothing."""

    reading = Reading()

    owner_id = models.UUIDField()
    key = models.UUIDField()
    digest = models.BinaryField()
    recorded_at = models.DateTimeField()
    outcome = models.JSONField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner_id", "key"], name="receipt_once")]


class EntrySeq(models.Model):
    """Holds what the partitioned journal cannot: one number in a chain is given once."""

    reading = Reading(append_only=True)

    subject_id = models.UUIDField()
    seq = models.IntegerField()
    entry_id = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["subject_id", "seq"], name="entry_seq_once")]


class Entry(models.Model):
    """One line of the journal: a header in clear. `hash = SHA-256(prev || header)`.

    The columns repeat the header so that it can be searched; `verify` holds them against each other.
    """

    reading = Reading(case="subject_id", compartment="column:compartment", monitor=True, append_only=True)

    id = models.BigAutoField(primary_key=True)
    recorded_at = models.DateTimeField()
    subject_id = models.UUIDField()
    seq = models.IntegerField()
    act_id = models.UUIDField()
    action = models.TextField()
    outcome = models.TextField()
    provisions = ArrayField(models.TextField(), default=list)
    compartment = models.TextField()
    occurred_at = models.DateTimeField()
    actor_id = models.UUIDField()
    agency_id = models.UUIDField()
    detail = models.JSONField(default=dict)
    header = models.BinaryField()
    prev = models.BinaryField()
    hash = models.BinaryField()

    class Meta:
        managed = False
        db_table = "engine_entry"


class Body(models.Model):
    """The sealed content of an entry, one row a compartment."""

    reading = Reading(case="subject_id", compartment="column:compartment", append_only=True)

    entry_id = models.BigIntegerField(primary_key=True)
    recorded_at = models.DateTimeField()
    subject_id = models.UUIDField()
    compartment = models.TextField()
    keyset_id = models.UUIDField()
    sealed = models.BinaryField()
    digest = models.BinaryField()

    class Meta:
        managed = False
        db_table = "engine_body"


class Duty(models.Model):
    """Somebody owes a person something by a time.

    `due_at` caches what the clock's events give (null: paused, or no end known); overdue means `due_at < now`. A term
    that is a minimum never becomes overdue: its end is `review_at`, when somebody looks again, and it goes on.
    """

    reading = Reading(case="subject_id", compartment="column:compartment", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    subject = models.ForeignKey(Subject, models.PROTECT)
    rule = models.TextField()
    ref = models.TextField(default="")
    compartment = models.TextField(default="facts")
    provisions = ArrayField(models.TextField())
    bearer_sector = models.TextField()
    bearer_agency_id = models.UUIDField(null=True)
    state = models.TextField(default="open")
    started_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    review_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    end_reason = models.TextField(default="")
    term = models.JSONField()
    events = models.JSONField()
    started_by_act = models.UUIDField()
    escalated_to = models.TextField(default="")
    escalated_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "rule", "ref"], condition=models.Q(state="open"), name="duty_open_once"
            ),
        ]
        indexes = [
            models.Index(fields=["due_at"], condition=models.Q(state="open"), name="duty_due"),
            models.Index(
                fields=["bearer_agency_id", "due_at"],
                condition=models.Q(state="open"),
                name="duty_bearer_due",
            ),
            models.Index(
                fields=["bearer_agency_id", "rule"],
                condition=models.Q(state="open"),
                name="duty_bearer_rule",
            ),
            models.Index(fields=["subject", "started_at"], name="duty_of_subject"),
        ]


class Breach(models.Model):
    """Something that went against provisions; closed only when it has been ended and answered."""

    reading = Reading(case="subject_id", compartment="column:compartment", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    subject = models.ForeignKey(Subject, models.PROTECT)
    rule = models.TextField()
    ref = models.TextField(default="")
    compartment = models.TextField(default="facts")
    provisions = ArrayField(models.TextField())
    opened_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    opened_by_act = models.UUIDField()
    agency_id = models.UUIDField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["subject", "opened_at"], name="breach_of_subject"),
            models.Index(fields=["opened_at"], condition=models.Q(ended_at=None), name="breach_open"),
        ]


class Waiver(models.Model):
    """One procedural guard set aside for one action (its digest) on one subject, used once, within hours."""

    reading = Reading(case="subject_id", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    subject = models.ForeignKey(Subject, models.PROTECT)
    guard = models.TextField()
    digest = models.BinaryField()
    given_by = models.UUIDField()
    agency_id = models.UUIDField()
    given_at = models.DateTimeField()
    until = models.DateTimeField()
    used_by_act = models.UUIDField(null=True)


class UrgentAct(models.Model):
    """An urgent protective act: ends by its clock, is reviewed, and the monitor sees it.

    Shape  ends_at: when it has ended, or has become ordinary; ended_at: since when that has been looked at
    """

    reading = Reading(case="subject_id", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    subject = models.ForeignKey(Subject, models.PROTECT)
    act_id = models.UUIDField()
    action = models.TextField()
    at = models.DateTimeField()
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    set_aside = ArrayField(models.TextField(), default=list)
    reviewed_at = models.DateTimeField(null=True)


class Intake(models.Model):
    """A Fact from somebody without access, or one that met a constraint: kept, sealed, and matched by a person.

    It is a subject of its own, with a chain, a keyset and a duty to look at it. What it says stays sealed in every
    state: one that was set aside can be matched later.

    Shape  key, digest: of the request, as its receipt holds them; act_id: what its sender was told;
           child: whether the person of the file that it names may be one, null where that is not known;
           due_at: that of the duty; state: waiting, matched, or set_aside (`because` is a code)
    """

    reading = Reading(office=True, monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    action = models.TextField()
    why = models.TextField()
    member_id = models.UUIDField()
    agency_id = models.UUIDField()
    recorded_at = models.DateTimeField()
    occurred_at = models.DateTimeField()
    key = models.UUIDField(null=True)
    digest = models.BinaryField(null=True)
    act_id = models.UUIDField(null=True)
    child = models.BooleanField(null=True)
    due_at = models.DateTimeField(null=True)
    keyset_id = models.UUIDField()
    sealed = models.BinaryField()
    state = models.TextField(default="waiting")
    because = models.TextField(blank=True, default="")
    matched_to = models.UUIDField(null=True)
    matched_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["due_at"], condition=models.Q(state="waiting"), name="intake_waits"),
        ]


class Outbox(models.Model):
    """What must follow an act, once it is committed: ids only. The mover takes it to the job queue."""

    reading = Reading(delete=True)

    id = models.BigAutoField(primary_key=True)
    kind = models.TextField()
    ids = models.JSONField(default=dict)
    recorded_at = models.DateTimeField()


class Alert(models.Model):
    """Something that somebody who is awake must look at: a guard that crashed, a clock that is wrong."""

    reading = Reading(open=True)

    id = models.BigAutoField(primary_key=True)
    kind = models.TextField()
    ids = models.JSONField(default=dict)
    raised_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)
