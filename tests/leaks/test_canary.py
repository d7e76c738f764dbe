"""Marked names in every field of every action; afterwards nothing outside sealed bodies holds one.

Searched: every column of every table of both databases (bytes too, so that a body that is not sealed shows), the
log, the database's own log, what was answered, what was raised.
"""

from __future__ import annotations

import json
import logging
import re
import uuid
from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
import structlog
from pydantic import ValidationError

from tests.any_action import DIGEST, one
from tests.people_who_act import NOW, agency, did, made
from tutela.agencies.actions import GrantAccess
from tutela.agencies.system import system
from tutela.agencies.words import Compartment, Role, Sector, TrainingKind
from tutela.cases.actions import OpenCase
from tutela.config import embedded, logs
from tutela.config.database import Urls
from tutela.config.installation import Installation
from tutela.engine import jobs
from tutela.engine.access import Actor
from tutela.engine.actions import Action, InvalidAction, parse, registry
from tutela.engine.fields import FieldKind, FieldSpec
from tutela.engine.outcomes import Outcome
from tutela.engine.perform import perform
from tutela.engine.time import frozen
from tutela.guidelines.g02_identification.actions import BeginScreening
from tutela.guidelines.g06_protection.actions import RegisterPlace

#: One name in four scripts, and one in plain letters that no escaping changes.
NAMES = ("Zqxvkanary", "Нгуенканарейка", "金丝雀阮氏", "كناريانغوين")
CANARY = " ".join(NAMES)
FORMS = [
    form
    for name in NAMES
    for form in (
        name,
        name.encode().hex(),
        json.dumps(name)[1:-1],
        json.dumps(name)[1:-1].replace("\\", "\\\\"),
    )
]
#: Columns that hold what somebody typed, in clear, because they are no person's: labels, addresses, references. Each
#: with the fields that fill it.
LABELS = {
    "agencies_agency": {
        "register_agency.key",
        "register_agency.name_en",
        "register_agency.name_zh",
        "register_agency.phone",
    },
    "agencies_member": {"enrol_member.key", "enrol_member.display_name", "enrol_member.unit"},
    "agencies_apitoken": {"issue_token.label"},
    "engine_duty": {"escalate.to"},
    "g02_identification_group": {"open_group.place", "open_group.employer"},
    "g06_protection_houserule": {"state_house_rule.house"},
    "g06_protection_place": {"register_place.house", "register_place.label", "register_place.area"},
    "g06_protection_threat": {"threat_reported.area"},
    "g09_remedies_wagereckoning": {"calculate_wages.lawful_source"},
}
#: References by which a charge is told from another. They come from a court and lead to a person there.
REFERENCES = ("charge_ref",)
TEXTS = (FieldKind.LINE, FieldKind.PROSE, FieldKind.ANSWERS)


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Everything that is logged, by us and by libraries, at any level."""
    path = tmp_path / "log"
    monkeypatch.setenv("TUTELA_LOG", str(path))
    logs.configure(strict=True)
    root, level = logging.getLogger(), logging.getLogger().level
    root.setLevel(logging.DEBUG)
    for handler in root.handlers:
        handler.setLevel(logging.DEBUG)
    yield path
    root.setLevel(level)
    monkeypatch.undo()
    structlog.get_config()["logger_factory"]._file.close()
    logs.configure(strict=True)


class Town:
    """A case that is open to everybody who may act, and ids of each kind that an action may name."""

    def __init__(self) -> None:
        every = [r for r in Role if r is not Role.SYSTEM]
        trained = tuple(TrainingKind)
        self.able = [agency(f"able-{s.value}".replace("_", "-"), s, *every, trained=trained) for s in SECTORS]
        self.stranger = agency("stranger", Sector.NGO, *every)
        owner = self.able[0]
        known = OpenCase(age_basis="known", age_low=30, sex="male", languages=("bn",))
        self.case = made(did(known, owner), "case")
        for other in (a for a in self.able[1:] if not a.is_monitor):
            parts = tuple(c for c in Compartment if c not in (Compartment.LEGAL, Compartment.THERAPY))
            did(
                GrantAccess(case=self.case, to_agency=other.agency_id, purpose="protection", basis="consent",
                            compartments=parts), owner
            )  # fmt: skip
        self.ids: dict[str, uuid.UUID] = {
            "case": self.case,
            "agency": owner.agency_id,
            "member": owner.member_id,
            "screening": made(did(BeginScreening(setting="police"), owner), "screening"),
            "place": made(did(RegisterPlace(agency=owner.agency_id, house="H", label="1"), owner), "place"),
        }

    def learn(self, outcome: Outcome) -> None:
        """Keeps ids of what was made, for the actions that come after."""
        for name, value in getattr(outcome, "made", {}).items():
            if name not in self.ids and re.fullmatch(r"[0-9a-f-]{36}", value):
                self.ids[name] = uuid.UUID(value)

    def look_around(self, urls: Urls) -> None:
        """Ids of what acts brought about without being asked."""
        waiver = {"guard": "a_place_fits_the_person", "action_digest": DIGEST, "reason": "none other"}
        self.learn(
            perform(parse("waive_guard", {"case": self.case, **waiver}), self.able[0], clock=frozen(NOW))
        )
        with psycopg.connect(urls.owner) as owner:
            for name in ("duty", "breach", "urgent_act"):
                table = f"engine_{name.replace('_', '')}"
                row = owner.execute(
                    f"SELECT id FROM {table} WHERE subject_id = %s LIMIT 1", [self.case]
                ).fetchone()
                if row:
                    self.ids[name] = row[0]
            row = owner.execute("SELECT id FROM engine_intake WHERE action = 'record_age' LIMIT 1").fetchone()
            assert row is not None
            self.ids["intake"] = row[0]


#: Sectors that between them may do everything.
SECTORS = (
    Sector.NGO, Sector.COMPETENT_AUTHORITY, Sector.PROSECUTION, Sector.IMMIGRATION, Sector.POLICE, Sector.COURT,
    Sector.CHILD_PROTECTION, Sector.COORDINATION, Sector.MONITOR, Sector.PROTECTION_OFFICE,
)  # fmt: skip


def marked(spec: FieldSpec) -> str:
    """A canary that says where it was put, within the field's length."""
    if spec.name == "key":
        return f"{NAMES[0]}-{uuid.uuid4().hex[:6]}"
    return f"7 {CANARY} {uuid.uuid4().hex[:6]}"[: spec.longest or 200]


def value(town: Town, spec: FieldSpec, number: int) -> Any:
    if spec.kind is FieldKind.ID:
        return town.ids.get(
            spec.ref.kind if spec.ref else spec.name, town.ids.get(spec.name, uuid.UUID(int=9))
        )
    if spec.kind is FieldKind.IDS:
        return [town.ids.get(spec.ref.kind if spec.ref else spec.name, uuid.UUID(int=9))]
    if spec.kind in (FieldKind.LINE, FieldKind.PROSE) and "digest" not in spec.name:
        return marked(spec)
    if spec.kind is FieldKind.ANSWERS:
        return {"agreement": CANARY, CANARY: [CANARY]}
    if spec.kind is FieldKind.CHOICE:
        return spec.choices[number % len(spec.choices)]
    if spec.kind in (FieldKind.YES_NO, FieldKind.YES_NO_UNKNOWN):
        return number % 2 == 0
    return one(spec)


def variants(town: Town, cls: type[Action], how_many: int) -> Iterator[Action]:
    """The action with a canary in every text, with different choices."""
    for number in range(how_many):
        data = {spec.name: value(town, spec, number) for spec in cls.specs()}
        try:
            yield cls.model_validate(data)
        except ValidationError:
            short = {s.name: data[s.name] for s in cls.specs() if s.required or s.kind in TEXTS}
            try:
                yield cls.model_validate(short)
            except ValidationError as error:
                raise AssertionError(f"{cls.name}: {error.errors(include_input=False)}") from None


def everything_said(town: Town, wanted: Iterable[type[Action]]) -> str:
    """Performs actions as everybody; returns all answers and errors as one text."""
    said: list[str] = []
    other: list[Actor] = [town.stranger, system("setup")]
    for number, cls in enumerate(sorted(wanted, key=_order)):
        at = NOW + timedelta(minutes=number)
        able = [by for by in town.able if cls.who.admits(by.sector, by.roles)]
        for by in [*able[:2], *other]:
            for action in variants(town, cls, 2 if by in able else 1):
                try:
                    outcome = perform(action, by, clock=frozen(at))
                except InvalidAction as error:
                    said += [str(error), repr(error), repr(error.faults), repr(error.__cause__)]
                else:
                    town.learn(outcome)
                    said.append(outcome.model_dump_json())
        said += wrong_forms(cls)
    return "\n".join(said)


def _order(cls: type[Action]) -> tuple[bool, str]:
    """What opens or makes something first, what ends something last."""
    late = re.match(r"(answer_conference|conference_ended|cut_|end_|close_|expire|decline|lapse)", cls.name)
    return (bool(late), cls.name)


def wrong_forms(cls: type[Action]) -> list[str]:
    """What is said of a canary where a number, a date, an id or a choice belongs."""
    said = []
    for spec in cls.specs():
        for wrong in (CANARY, {CANARY: CANARY}, [CANARY], CANARY * 4000, 10**40):
            with pytest.raises(InvalidAction) as invalid:
                parse(cls.name, {spec.name: wrong, "no_such_field": CANARY})
            said += [str(invalid.value), repr(invalid.value.faults), repr(invalid.value)]
    return said


def found_in(text: str) -> list[str]:
    """The lines that hold a canary."""
    return [line[:300] for line in text.splitlines() if any(form in line for form in FORMS)][:5]


def rows_with_canaries(url: str) -> dict[str, int]:
    """Tables that hold a form of a canary in any column, with the number of rows."""
    found = {}
    with psycopg.connect(url) as raw:
        tables = raw.execute(
            "SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
            "WHERE n.nspname = 'public' AND c.relkind = 'r'"
        ).fetchall()
        assert len(tables) >= 4
        for (table,) in tables:
            row = raw.execute(
                f"SELECT count(*) FROM {table} t WHERE t::text LIKE ANY(%s)",
                [[f"%{form.replace(chr(92), chr(92) * 2)}%" for form in FORMS]],
            ).fetchone()
            if row and row[0]:
                found[table] = row[0]
    return found


def test_no_name_is_found_anywhere_outside_what_is_sealed(db_world: Urls, written: Path) -> None:
    server = ServersLog(db_world)
    town = Town()
    said = everything_said(town, registry)
    written_in = {cls.name for cls in registry if any(s.kind in TEXTS for s in cls.specs())}
    town.look_around(db_world)
    said += everything_said(town, [registry.get(n) for n in written_in - really_done(db_world)])
    assert jobs.move_outbox(limit=10_000) > 100
    jobs.sequence()
    assert found_in(said) == []
    assert found_in(written.read_text("utf-8")) == []
    assert found_in(server.said()) == []
    main = {table.removesuffix("_2026") for table in rows_with_canaries(db_world.owner)}
    assert {t for t in main if not t.startswith("g05_enforcement_")} <= set(LABELS)
    assert rows_with_canaries(db_world.keys) == {}
    missed = written_in - really_done(db_world)
    assert len(missed) < 6, f"no canary came into {sorted(missed)}"


def really_done(urls: Urls) -> set[str]:
    """Actions that came to an entry with a sealed body, or to intake."""
    with psycopg.connect(urls.owner) as owner:
        rows = owner.execute(
            "SELECT DISTINCT e.action FROM engine_entry e JOIN engine_body b ON b.entry_id = e.id "
            "UNION SELECT action FROM engine_intake"
        ).fetchall()
    return {name for (name,) in rows}


class ServersLog:
    """What the embedded server writes down from now on; nothing where the server is somebody else's."""

    def __init__(self, urls: Urls) -> None:
        self.path = Path(Installation.at().folder) / "postgres.log"
        with psycopg.connect(urls.owner) as owner:
            row = owner.execute("SHOW log_min_error_statement").fetchone()
        self.is_ours = row == ("panic",) and self.path.exists()
        self.start = self.path.stat().st_size if self.is_ours else 0

    def said(self) -> str:
        if not self.is_ours:
            return ""
        with self.path.open("rb") as log:
            log.seek(self.start)
            return log.read().decode("utf-8", "replace")


def test_what_is_kept_in_clear_is_listed_with_its_fields() -> None:
    """Each label that may stand in clear belongs to an action that is there, and to no person's file but one."""
    for fields in LABELS.values():
        for field in fields:
            action, name = field.split(".")
            assert name in {s.name for s in registry.get(action).specs()}, field


def test_the_server_that_comes_with_tutela_writes_down_no_value() -> None:
    """A statement that fails holds what somebody typed, and so does the detail of a key that was there already."""
    assert embedded.OPTIONS["log_min_error_statement"] == "panic"
    assert embedded.OPTIONS["log_error_verbosity"] == "terse"
    assert embedded.OPTIONS["log_statement"] == "none"
