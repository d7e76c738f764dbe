"""What is kept of families: which files belong together, and which papers somebody lacks."""

from __future__ import annotations

import uuid

from django.db import models

from tutela.engine.rls import Reading

from .models import Case


class FamilyLink(models.Model):
    """Two files of one family. Who does not see both reads nothing of it; it opens neither.

    Shape  tie: what the person of `case` is to the person of `other`; act_id, ended_act: what made and ended it
    """

    reading = Reading(case="case_id", also="other_id", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="family")
    other = models.ForeignKey(Case, models.PROTECT, related_name="family_there")
    tie = models.TextField()
    needed_for = models.TextField()
    since = models.DateTimeField()
    act_id = models.UUIDField()
    ended_at = models.DateTimeField(null=True)
    ended_act = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "other"], condition=models.Q(ended_at=None), name="family_link_once"
            )
        ]
        indexes = [models.Index(fields=["act_id"], name="family_link_act")]


class Paper(models.Model):
    """A paper that somebody lacks, asked for, issued. One row for each kind."""

    reading = Reading(case="case_id", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="papers")
    kind = models.TextField()
    born_exploited = models.BooleanField(null=True)
    lacking_at = models.DateTimeField(null=True)
    through = models.TextField(blank=True, default="")
    asked_at = models.DateTimeField(null=True)
    issued_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "kind"], name="paper_once")]
