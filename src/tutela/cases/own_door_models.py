"""A person's own door to her file, and what she complains of. Codes are kept as digests, apart from everything else."""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from tutela.engine.rls import Reading

from .models import Case


class OwnDoor(models.Model):
    """A person's way to her own file, opened after a talk about the telephone she uses. Only who opened it knows of it.

    Shape  word_tries: wrong second words since the last right one; last_at: when it was opened last
    """

    reading = Reading(agency="kept_by")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="own_doors")
    kept_by = models.UUIDField()
    language = models.TextField()
    phone = models.TextField()
    talked_of = ArrayField(models.TextField(), default=list)
    when_forced = models.TextField()
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    last_at = models.DateTimeField(null=True)
    word_tries = models.SmallIntegerField(default=0)
    word_shut_until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(closed_at=None), name="own_door_once"
            ),
        ]


class OwnDoorCode(models.Model):
    """The digest of one thing that opens a door, or seems to.

    Shape  kind: `code` opens, `word` is the second step, `other` shows the public page as a wrong code does
    """

    reading = Reading(delete=True)

    door = models.ForeignKey(OwnDoor, models.PROTECT, related_name="codes")
    kind = models.TextField()
    digest = models.BinaryField(unique=True)


class OwnDoorSession(models.Model):
    """Minutes at one's own door. Its handle opens one file, and nothing that belongs to an agency.

    Shape  last_before: when the door had been opened last before; second_at: when the second step was taken
    """

    reading = Reading()

    digest = models.BinaryField(primary_key=True)
    door = models.ForeignKey(OwnDoor, models.PROTECT, related_name="sessions")
    language = models.TextField()
    opened_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    last_before = models.DateTimeField(null=True)
    second_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)


class Complaint(models.Model):
    """What a person complains of. Its own subject, with its own chain: no agency reads of it, the monitor does.

    Shape  sealed: her words, closed to the key of the complaint; answer: how it ended
    """

    reading = Reading(monitor=True)

    id = models.UUIDField(primary_key=True)
    case = models.ForeignKey(Case, models.PROTECT, related_name="complaints")
    about = models.TextField()
    against_id = models.UUIDField(null=True)
    wants_advocate = models.BooleanField(default=True)
    keyset_id = models.UUIDField()
    sealed = models.BinaryField()
    language = models.TextField()
    made_at = models.DateTimeField()
    advocate_id = models.UUIDField(null=True)
    answered_at = models.DateTimeField(null=True)
    answer = models.TextField(default="")

    class Meta:
        indexes = [
            models.Index(fields=["made_at"], condition=models.Q(answered_at=None), name="complaint_open"),
        ]
