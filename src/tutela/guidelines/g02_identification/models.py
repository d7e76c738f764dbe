"""Screenings, referrals and decisions."""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from tutela.cases.models import Case
from tutela.engine.models import Subject
from tutela.engine.rls import Reading

from .group_models import Group, GroupFile

__all__ = ["Group", "GroupFile"]


class Screening(models.Model):
    """One person's answers to one form: ticks and observations of their author, not a witness statement.

    It holds no identity. Without a case it expires, and its answers go (`expires_at`).
    """

    reading = Reading(agency="agency_id")

    subject = models.OneToOneField(
        Subject, models.PROTECT, primary_key=True, db_column="id", related_name="screening"
    )
    agency_id = models.UUIDField()
    member_id = models.UUIDField()
    setting = models.TextField()
    form_version = models.IntegerField()
    begun_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    answers = models.JSONField(default=dict)
    level = models.TextField(default="")
    asks_for_referral = models.BooleanField(default=False)
    case = models.ForeignKey(Case, models.PROTECT, null=True)
    group_id = models.UUIDField(null=True, db_index=True)
    expires_at = models.DateTimeField()
    expired_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["agency_id", "-begun_at"], name="screening_of_agency")]


class Referral(models.Model):
    """A person passed on to somebody who can help; the receiver owes an answer, and the sender keeps sight of it.

    Shape  route: of the cooperation protocol that it follows; None: outside any
    """

    reading = Reading(case="case_id", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="referrals")
    from_agency_id = models.UUIDField()
    to_agency_id = models.UUIDField()
    purpose = models.TextField()
    sent_at = models.DateTimeField()
    state = models.TextField(default="sent")
    answered_at = models.DateTimeField(null=True)
    decline_reason = models.TextField(default="")
    done_at = models.DateTimeField(null=True)
    route = models.ForeignKey("Route", models.PROTECT, null=True)

    class Meta:
        indexes = [
            models.Index(fields=["from_agency_id", "-sent_at"], name="referral_sent"),
            models.Index(fields=["to_agency_id", "-sent_at"], name="referral_received"),
        ]


class Presumption(models.Model):
    """What somebody had seen of act, means and purpose when presuming: a beginning, never a finding.

    Shape  member_id, agency_id: who presumed
    """

    reading = Reading(case="case_id", append_only=True)

    act_id = models.UUIDField(primary_key=True)
    case = models.ForeignKey(Case, models.PROTECT, related_name="presumptions")
    acts = models.JSONField(default=list)
    means = models.JSONField(default=list)
    purposes = models.JSONField(default=list)
    presumed_at = models.DateTimeField()
    member_id = models.UUIDField()
    agency_id = models.UUIDField()


class Decision(models.Model):
    """A decision of the competent authority, element by element. Its reasons in words are in the entry's body."""

    reading = Reading(case="case_id", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="decisions")
    stage = models.TextField()
    positive = models.BooleanField()
    ground = models.TextField()
    elements = models.JSONField()
    verdict = models.JSONField()
    language = models.TextField(default="")
    decided_at = models.DateTimeField()
    decided_by = models.UUIDField()
    reconsideration_asked_at = models.DateTimeField(null=True)
    reconsidered_at = models.DateTimeField(null=True)
    became_final = models.BooleanField(default=False)


class Protocol(models.Model):
    """A cooperation protocol: which authorities and organisations pass people on to each other, from when to when."""

    reading = Reading(open=True)

    subject = models.OneToOneField(
        Subject, models.PROTECT, primary_key=True, db_column="id", related_name="protocol"
    )
    title = models.TextField()
    parties = ArrayField(models.UUIDField())
    in_force_from = models.DateField()
    in_force_until = models.DateField(null=True)

    def __str__(self) -> str:
        return self.title


class Route(models.Model):
    """One way of a protocol: from a sector to a sector, or to one agency, for a purpose, answered within hours."""

    reading = Reading(open=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    protocol = models.ForeignKey(Protocol, models.PROTECT, related_name="routes")
    from_sector = models.TextField()
    to_sector = models.TextField()
    to_agency_id = models.UUIDField(null=True)
    purpose = models.TextField()
    answer_hours = models.SmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["protocol", "from_sector", "to_sector", "to_agency_id", "purpose"],
                nulls_distinct=False,
                name="route_once",
            ),
        ]


class OffRoute(models.Model):
    """A referral that no protocol foresaw: for the coordinator, who closes the gap. Nothing in it leads to a person."""

    reading = Reading(agency="coordinator_id", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    coordinator_id = models.UUIDField(null=True)
    from_agency_id = models.UUIDField()
    to_agency_id = models.UUIDField()
    purpose = models.TextField()
    month = models.DateField(help_text="the first of its month")


class AsylumClaim(models.Model):
    """A wish for asylum, or a fear of going back, from the first word to the end of the claim.

    It belongs to whoever has it, trafficked, smuggled, both or neither: trafficking is the file's own standing.

    Shape  smuggled: brought across a border by smugglers, as far as is known; state: wished, or the last AsylumStep
    """

    reading = Reading(case="case_id", compartment="status", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="asylum_claims")
    wish = models.TextField()
    smuggled = models.BooleanField(null=True)
    country = models.TextField(blank=True, default="")
    state = models.TextField(default="wished")
    wished_at = models.DateTimeField()
    registered_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    appealed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    end_reason = models.TextField(default="")
    recorded_by = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(ended_at=None), name="one_open_asylum_claim"
            ),
        ]


class JourneyStep(models.Model):
    """One place of a journey as the person tells it, in codes: where, roughly when, who was met, and whether anybody
    asked. Towns stay in the sealed entry.
    """

    reading = Reading(case="case_id", compartment="statements")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, models.PROTECT, related_name="journey")
    spot = models.TextField()
    country = models.TextField(blank=True, default="")
    year = models.SmallIntegerField(null=True)
    month = models.SmallIntegerField(null=True)
    met = ArrayField(models.TextField(), default=list)
    somebody_asked = models.BooleanField(null=True)
    recorded_at = models.DateTimeField()
