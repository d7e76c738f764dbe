"""Agencies, their members, training, and the grants by which an agency sees a case."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import get_language

from tutela.engine.models import Subject
from tutela.engine.rls import COMPARTMENTS, Reading

from .words import Basis, Purpose, Sector, TrainingKind

#: A grant without an end date; a date, so that one comparison decides.
FOREVER = datetime(9999, 1, 1, tzinfo=UTC)


def _choices(words: type) -> list[tuple[str, str]]:
    return [(w.value, w.value) for w in words]  # type: ignore[attr-defined]  # every caller passes an enum


class Agency(models.Model):
    """An authority or organisation that takes part, by sector. `lead` answers for its sector where nobody else does."""

    reading = Reading(open=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    key = models.SlugField(unique=True)
    names = models.JSONField(help_text="the agency's name by language")
    sector = models.TextField(choices=_choices(Sector))
    lead = models.BooleanField(default=False)
    phone = models.TextField(blank=True, default="")
    active = models.BooleanField(default=True)

    class Meta:
        verbose_name_plural = "agencies"

    def __str__(self) -> str:
        return self.names.get(get_language() or "en") or self.names.get("en") or self.key


class Member(models.Model):
    """Somebody who works for an agency. Its id is also the subject of the member's own chain of entries."""

    reading = Reading(open=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    key = models.SlugField(unique=True)
    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="member")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="members")
    name = models.TextField()
    roles = ArrayField(models.TextField(), default=list)
    unit = models.TextField(blank=True, default="")
    languages = ArrayField(models.TextField(), default=list)
    active = models.BooleanField(default=True)

    def __str__(self) -> str:
        return self.name


class Training(models.Model):
    """A training that a member completed; how long it holds is the profile's to say."""

    reading = Reading(open=True)

    member = models.ForeignKey(Member, models.PROTECT, related_name="trainings")
    kind = models.TextField(choices=_choices(TrainingKind))
    completed_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["member", "kind", "-completed_on"], name="training_latest")]


class Grant(models.Model):
    """An agency's sight of one case: purpose, basis, compartments, dates. Cutting it works on the next query.

    `due_at` and `child` repeat the case's, so that a list of a hundred starts here (kept by the engine's hook).
    """

    reading = Reading(agency="agency_id", monitor=True)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Subject, models.PROTECT, related_name="grants")
    agency = models.ForeignKey(Agency, models.PROTECT)
    purpose = models.TextField(choices=_choices(Purpose))
    basis = models.TextField(choices=_choices(Basis))
    since = models.DateTimeField()
    until = models.DateTimeField(default=FOREVER)
    cut_at = models.DateTimeField(null=True)
    cut_why = models.TextField(default="")
    facts = models.BooleanField(default=True)
    identity = models.BooleanField(default=False)
    health = models.BooleanField(default=False)
    statements = models.BooleanField(default=False)
    whereabouts = models.BooleanField(default=False)
    status = models.BooleanField(default=False)
    legal = models.BooleanField(default=False)
    therapy = models.BooleanField(default=False)
    due_at = models.DateTimeField(null=True)
    child = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "agency"], condition=models.Q(cut_at=None), name="grant_once"
            ),
        ]
        indexes = [
            models.Index(
                fields=["agency", "-child", "due_at"], condition=models.Q(cut_at=None), name="grant_list"
            ),
        ]

    @property
    def compartments(self) -> frozenset[str]:
        """The compartments that this grant opens."""
        return frozenset(c for c in COMPARTMENTS if getattr(self, c))


class Session(models.Model):
    """A handle that stands for a signed-in member; policies check it, so that no bare id is ever trusted.

    Its owner sees it in a list, by `public_id`: on what kind of device, since when, last used when. No address of a
    network and no text of a browser is kept, and when the session is over the kind of device goes as well.

    Shape  device: such as `firefox/windows`, `program`, or empty; used_at: exact to five minutes
    """

    reading = Reading()

    digest = models.BinaryField(primary_key=True)
    member = models.ForeignKey(Member, models.PROTECT)
    opened_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    public_id = models.UUIDField(unique=True, db_default=RandomUUID())
    device = models.CharField(max_length=24, blank=True, default="", db_default="")
    used_at = models.DateTimeField(db_default=Now())


class ApiToken(models.Model):
    """A token for the API: it belongs to one member, is shown once, and ends."""

    reading = Reading()

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    digest = models.BinaryField(unique=True)
    member = models.ForeignKey(Member, models.PROTECT)
    label = models.TextField()
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
