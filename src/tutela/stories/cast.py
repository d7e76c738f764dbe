"""The people of the stories: agencies and their members, set up once in every world that a story gets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from tutela.agencies.actions import EnrolMember, RecordTraining, RegisterAgency
from tutela.agencies.models import Agency, Member
from tutela.agencies.system import NAMES, system
from tutela.agencies.words import Role, Sector, TrainingKind
from tutela.engine.outcomes import Done
from tutela.engine.perform import perform
from tutela.engine.time import frozen
from tutela.instrument.strict_yaml import StrictYamlError, check_keys, load_strict_file

from .story import BadStory

#: Before every story.
BEGINNING = datetime(1990, 1, 1, tzinfo=UTC)
#: A training is renewed when it is this old, unless the cast gives it a date of its own.
RENEWED_AFTER = timedelta(days=300)
TRAINED_BEFORE = timedelta(days=90)


@dataclass(frozen=True)
class CastAgency:
    """An agency of the stories."""

    key: str
    sector: Sector
    en: str
    zh: str
    lead: bool = False


@dataclass(frozen=True)
class CastMember:
    """Somebody in the stories.

    Shape  trained: kind of training to the day of it; None: kept in date by itself
    """

    key: str
    agency: str
    called: str
    roles: tuple[Role, ...]
    trained: Mapping[TrainingKind, date | None] = field(default_factory=dict)
    unit: str = ""


@dataclass(frozen=True)
class Cast:
    """Everybody."""

    agencies: Mapping[str, CastAgency]
    members: Mapping[str, CastMember]

    def knows(self, name: str) -> bool:
        """Whether somebody of this name can act: a member of the cast, the person herself, or Tutela itself."""
        return name in self.members or name in NAMES or name == "herself"


@cache
def load_cast(path: Path) -> Cast:
    """Reads the cast strictly. Raises BadStory."""
    try:
        found = check_keys(load_strict_file(path), required=("agencies", "members"), where=path.name)
        agencies = {key: _agency(key, one, path.name) for key, one in found["agencies"].items()}
        members = {key: _member(key, one, agencies, path.name) for key, one in found["members"].items()}
    except (StrictYamlError, ValueError) as error:
        raise BadStory(str(error)) from error
    return Cast(agencies, members)


def _agency(key: str, record: Any, file: str) -> CastAgency:
    where = f"{file}, agency {key}"
    one = check_keys(record, required=("sector", "en", "zh"), optional=("lead",), where=where)
    return CastAgency(key, Sector(one["sector"]), one["en"], one["zh"], bool(one.get("lead", False)))


def _member(key: str, record: Any, agencies: Mapping[str, CastAgency], file: str) -> CastMember:
    where = f"{file}, member {key}"
    one = check_keys(
        record, required=("agency", "called", "roles"), optional=("trained", "unit"), where=where
    )
    if one["agency"] not in agencies:
        raise BadStory(f"{where}: there is no agency {one['agency']!r}")
    trained = one.get("trained") or {}
    if isinstance(trained, list):
        trained = dict.fromkeys(trained)
    return CastMember(
        key=key,
        agency=one["agency"],
        called=one["called"],
        roles=tuple(Role(role) for role in one["roles"]),
        trained={TrainingKind(kind): day for kind, day in trained.items()},
        unit=str(one.get("unit", "")),
    )


def set_up(cast: Cast) -> None:
    """Registers every agency and enrols every member: by actions, as in life."""
    clock, setup = frozen(BEGINNING), system("setup")
    ids: dict[str, UUID] = {}
    for agency in cast.agencies.values():
        made = perform(
            RegisterAgency(
                key=agency.key.replace("_", "-"),
                name_en=agency.en,
                name_zh=agency.zh,
                sector=agency.sector,
                lead=agency.lead,
            ),
            setup,
            clock=clock,
        )
        assert isinstance(made, Done), made
        ids[agency.key] = UUID(made.made["agency"])
    for member in cast.members.values():
        made = perform(
            EnrolMember(
                agency=ids[member.agency],
                key=member.key.replace("_", "-"),
                display_name=member.called,
                roles=member.roles,
                unit=member.unit or None,
            ),
            setup,
            clock=clock,
        )
        assert isinstance(made, Done), made


class Company:
    """The cast in one world: who is who by id, and trainings kept in date.

    Shape  known: the company of another world with the same people in it, where there is one
    """

    def __init__(self, cast: Cast, known: Company | None = None) -> None:
        self.cast = cast
        self.agencies: dict[str, UUID] = known.agencies if known else self._agencies()
        self.members: dict[str, Member] = known.members if known else self._members()
        self._trained: dict[tuple[str, TrainingKind], datetime] = {}

    def _agencies(self) -> dict[str, UUID]:
        by_key = {a.key.replace("-", "_"): a.pk for a in Agency.objects.all()}
        return {key: by_key[key] for key in self.cast.agencies}

    def _members(self) -> dict[str, Member]:
        people = {m.key.replace("-", "_"): m for m in Member.objects.select_related("agency")}
        found = {key: people[key] for key in self.cast.members}
        return found | {name: people[f"system_{name}"] for name in (*NAMES, "herself")}

    def ids(self) -> dict[str, str]:
        """Names that a story may write where an id belongs."""
        found = {key: str(value) for key, value in self.agencies.items()}
        return found | {key: str(member.pk) for key, member in self.members.items()}

    def keep_trained(self, name: str, now: datetime) -> None:
        """Records the trainings of somebody who is about to act, as an agency would have."""
        member = self.cast.members.get(name)
        for kind, day in (member.trained if member else {}).items():
            last = self._trained.get((name, kind))
            if last is not None and (day is not None or now - last < RENEWED_AFTER):
                continue
            self._trained[name, kind] = now
            self._record(name, kind, day or (now - TRAINED_BEFORE).date(), now)

    def _record(self, name: str, kind: TrainingKind, day: date, now: datetime) -> None:
        member = self.members[name]
        fact = RecordTraining(agency=member.agency_id, member=member.pk, training=kind, completed_on=day)
        perform(fact, system("setup"), clock=frozen(now))
