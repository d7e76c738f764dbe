"""A case: the file of one person's protection, under a pseudonym. Who the person is lives elsewhere, sealed."""

from __future__ import annotations

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
