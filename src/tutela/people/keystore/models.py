"""What the key store keeps: ids, wrapped keys, traces, tokens that say nothing by themselves. No names."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now

#: What was asked of the key store.
RELEASE, SEARCH, ERASE = "release", "search", "erase"


class Key(models.Model):
    """The private key of one keyset and compartment, wrapped by a master key; destroyed means gone."""

    keyset_id = models.UUIDField()
    compartment = models.TextField()
    wrapped_private = models.BinaryField(null=True)
    wrapped_by = models.TextField()
    destroyed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["keyset_id", "compartment"], name="key_once"),
            models.CheckConstraint(
                condition=models.Q(destroyed_at=None, wrapped_private__isnull=False)
                | models.Q(destroyed_at__isnull=False, wrapped_private=None),
                name="key_whole_or_destroyed",
            ),
        ]
        indexes = [models.Index(fields=["wrapped_by"], name="key_by_wrapping")]


class Trace(models.Model):
    """One asking, written before anything is given. The database refuses to change or remove a row.

    Shape    at: the asker's clock; recorded_at: the key store's own; subject_id: none for a search by name
    """

    kind = models.TextField(default=RELEASE)
    at = models.DateTimeField()
    recorded_at = models.DateTimeField(db_default=Now())
    member_id = models.UUIDField()
    agency_id = models.UUIDField()
    purpose = models.TextField()
    subject_id = models.UUIDField(null=True)
    compartment = models.TextField()
    keyset_id = models.UUIDField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["subject_id", "at"], name="trace_of_subject"),
            models.Index(fields=["keyset_id"], name="trace_of_keyset"),
            models.Index(fields=["member_id", "at"], name="trace_of_member"),
        ]


class TokenKey(models.Model):
    """The key of the blind tokens, wrapped like the others; one row."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    wrapped = models.BinaryField()
    wrapped_by = models.TextField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_token_key")]


class BlindToken(models.Model):
    """A name made searchable without being readable: one token a row, compared with `=` only."""

    token = models.BinaryField()
    subject_id = models.UUIDField()
    kind = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["token", "subject_id"], name="token_once")]
        indexes = [models.Index(fields=["subject_id"], name="token_of_subject")]
