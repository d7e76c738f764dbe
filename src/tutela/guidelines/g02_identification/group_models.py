"""A group: the event that people were found in, entered once, and the files of those who were found."""

from __future__ import annotations

from django.db import models

from tutela.cases.models import Case
from tutela.engine.rls import Reading


class Group(models.Model):
    """One event. Nothing in it is about a person: an overseer may stand in the line.

    Shape  place, employer: of the event, for its own agency only
    """

    reading = Reading(agency="agency_id")

    subject_id = models.UUIDField(primary_key=True)
    agency_id = models.UUIDField()
    place = models.TextField()
    employer = models.TextField(blank=True, default="")
    began_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    opened_at = models.DateTimeField()


class GroupFile(models.Model):
    """The file of somebody who was found in an event; whoever sees the file sees that it belongs to one."""

    reading = Reading(case="case_id")

    case = models.ForeignKey(Case, models.PROTECT, related_name="found_in")
    group_id = models.UUIDField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "group_id"], name="once_in_a_group")]
