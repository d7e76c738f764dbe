"""What the web door itself keeps: forms that somebody began and has not sent, and how they want to see pages."""

from __future__ import annotations

import uuid

from django.db import models

from tutela.engine.rls import Reading


class Draft(models.Model):
    """What one member typed into one form about one file, and has not sent. Nobody else reads it, the monitor included.

    No journal holds it and no act came of it. It is closed with a key of the installation, not of the person: whoever
    typed it must find it again while names stay shut.

    Shape    form: the action's name; case_id: all zeroes for a form about nobody; sealed: nonce | ciphertext and tag
    """

    reading = Reading(member="member_id", own=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    member_id = models.UUIDField()
    form = models.TextField()
    case_id = models.UUIDField()
    sealed = models.BinaryField()
    kept_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["member_id", "form", "case_id"], name="draft_once"),
        ]


class Preference(models.Model):
    """How one member wants to see pages: in which language, in which colours. It goes with them to every device.

    Shape  language: empty where none was chosen; theme: one of `context.THEMES`, or nothing where none was chosen
    """

    reading = Reading(member="member_id", own=True)

    member_id = models.UUIDField(primary_key=True)
    language = models.CharField(max_length=12, blank=True, default="")
    theme = models.CharField(max_length=8, null=True)


class NoticeChoice(models.Model):
    """Whether one member wants mail that says only that something waits, where to, and up to when the list was read.

    Shape  mail: soon after something; digest: once a day while something is due; address: the member's own
    """

    reading = Reading(member="member_id", own=True)

    member_id = models.UUIDField(primary_key=True)
    address = models.EmailField(blank=True, default="")
    mail = models.BooleanField(default=False)
    digest = models.BooleanField(default=False)
    digest_at = models.DateTimeField(null=True)
    read_until = models.DateTimeField(null=True)


class NoticeMail(models.Model):
    """One mail without content: waiting, or sent. A server that is down makes it wait longer, and loses nothing.

    Shape  kind: soon or digest; failed: the class of the last fault, no words
    """

    reading = Reading(member="member_id", own=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    member_id = models.UUIDField()
    kind = models.TextField()
    asked_at = models.DateTimeField()
    next_at = models.DateTimeField()
    tries = models.IntegerField(default=0)
    failed = models.TextField(blank=True, default="")
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["member_id"], condition=models.Q(sent_at=None), name="one_waiting_notice"
            ),
        ]
