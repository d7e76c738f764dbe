"""Messages between a person and each agency that serves her."""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from tutela.engine.rls import Reading

from .models import Case


class Message(models.Model):
    """A few lines between a person and one agency. No other agency reads even that they were written.

    Shape  sealed: the words, closed to one compartment of her own key; from_her: else from somebody of the agency;
           through: how she said it, where somebody else wrote it down; member_id: who wrote it or wrote it down;
           read_at: when the agency first opened what she wrote; read_roles: what whoever opened it does there
    """

    reading = Reading(case="case_id", agency="agency_id")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="messages")
    agency_id = models.UUIDField()
    from_her = models.BooleanField()
    through = models.TextField(default="")
    member_id = models.UUIDField()
    roles = ArrayField(models.TextField(), default=list)
    language = models.TextField()
    compartment = models.TextField()
    keyset_id = models.UUIDField()
    sealed = models.BinaryField()
    sent_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    read_roles = ArrayField(models.TextField(), default=list)

    class Meta:
        indexes = [models.Index(fields=["case", "agency_id", "-sent_at"], name="message_thread")]
