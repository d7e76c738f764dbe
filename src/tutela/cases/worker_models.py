"""Who works with whom: a person's worker at each agency, who stands in, who is on leave, and supervision."""

from __future__ import annotations

import uuid

from django.db import models

from tutela.engine.rls import Reading

from .models import Case


class WorkerFor(models.Model):
    """A member of an agency who works with one person; with a last day, in the place of a colleague.

    Shape  covers_id: the member in whose place; until: the last day, None where it goes on
    """

    reading = Reading(case="case_id", agency="agency_id")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="workers")
    agency_id = models.UUIDField()
    member_id = models.UUIDField()
    covers_id = models.UUIDField(null=True)
    since = models.DateTimeField()
    until = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "agency_id"],
                condition=models.Q(ended_at=None, covers_id=None),
                name="one_worker",
            ),
            models.UniqueConstraint(
                fields=["case", "agency_id"],
                condition=models.Q(ended_at=None, covers_id__isnull=False),
                name="one_stand_in",
            ),
        ]
        indexes = [
            models.Index(fields=["member_id"], condition=models.Q(ended_at=None), name="worker_people")
        ]


class Leave(models.Model):
    """Days on which a member is away."""

    reading = Reading(agency="agency_id")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    agency_id = models.UUIDField()
    member_id = models.UUIDField()
    since = models.DateField()
    until = models.DateField()


class Supervision(models.Model):
    """A talk about the work, with somebody above or outside it. What was said is for the two of them.

    Shape  by_member_id: who supervised; held_on: None where only the first day was agreed;
           sealed: the words, closed to the agency's own key; empty where none were kept
    """

    reading = Reading(agency="agency_id")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    agency_id = models.UUIDField()
    member_id = models.UUIDField()
    by_member_id = models.UUIDField()
    held_on = models.DateField(null=True)
    next_on = models.DateField()
    keyset_id = models.UUIDField(null=True)
    sealed = models.BinaryField(default=bytes)
