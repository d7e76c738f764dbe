"""What the main database holds of people: public keys, sealed details, and what waits for the key store."""

from __future__ import annotations

import uuid

from django.db import models

from tutela.engine.rls import Reading


class Keyset(models.Model):
    """Public keys issued in advance; the private ones are in the key store. One row belongs to one subject
    for good.

    Shape    publics: 32 bytes for each compartment, in the order of COMPARTMENTS; intake: not a person's but
             the one that deposits are sealed to while the key store is down; taken_at: since when in use
    """

    reading = Reading()

    id = models.UUIDField(primary_key=True)
    publics = models.BinaryField()
    subject_id = models.UUIDField(null=True, unique=True)
    taken_at = models.DateTimeField(null=True)
    intake = models.BooleanField(default=False)
    retired_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(intake=False) | models.Q(subject_id=None), name="intake_is_nobodys"
            ),
        ]
        indexes = [
            models.Index(
                fields=["id"], condition=models.Q(subject_id=None, intake=False), name="keyset_free"
            ),
            models.Index(fields=["id"], condition=models.Q(intake=True), name="keyset_intake"),
        ]


class Deposit(models.Model):
    """Something sealed for the key store, until it takes it in: keys made while it was down, words of a
    name."""

    reading = Reading(delete=True)

    id = models.BigAutoField(primary_key=True)
    kind = models.TextField()
    subject_id = models.UUIDField()
    intake_id = models.UUIDField()
    sealed = models.BinaryField()
    recorded_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["subject_id"], name="deposit_of_subject")]


class IdentityKind(models.TextChoices):
    """What a sealed detail is."""

    NAME = "name"
    DOCUMENT = "document"
    CONTACT = "contact"
    PHOTO = "photo"


class Identity(models.Model):
    """One sealed detail of a person. Rows are added, never edited: a correction is a row that replaces
    another.

    Shape    language: a tag such as `vi`; script: four letters such as `Latn`; both may be empty
    """

    reading = Reading(case="case_id", compartment="identity", sealed=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case_id = models.UUIDField()
    kind = models.CharField(max_length=16, choices=IdentityKind.choices)
    keyset_id = models.UUIDField()
    sealed = models.BinaryField()
    language = models.CharField(max_length=12, default="", blank=True)
    script = models.CharField(max_length=4, default="", blank=True)
    replaces = models.UUIDField(null=True, unique=True)
    recorded_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["case_id", "recorded_at"], name="identity_of_case")]
        verbose_name_plural = "identities"
