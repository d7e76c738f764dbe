"""What breaks in the middle: a crashing rule, a constraint nobody foresaw, a deadlock. Nothing is half done."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest
from django.db import IntegrityError, OperationalError, connection, transaction
from psycopg.errors import DeadlockDetected

from tests.people_who_act import NOW, agency, did, made, tried
from tutela.agencies.actions import GrantAccess, RegisterAgency
from tutela.agencies.models import Agency, Grant
from tutela.agencies.system import system
from tutela.agencies.words import Role, Sector
from tutela.cases.actions import OpenCase, RecordDetails
from tutela.config import logs
from tutela.config.database import Urls
from tutela.engine import alerts, facts, judging, stage
from tutela.engine.access import Actor, acting
from tutela.engine.actions import InvalidAction
from tutela.engine.models import Alert, Breach, Duty, Entry
from tutela.engine.outcomes import Done, Received, Refused
from tutela.engine.perform import perform
from tutela.engine.rules import Guard, breach, duty, guard, on, rules
from tutela.engine.time import frozen
from tutela.guidelines.g06_protection.actions import PlaceTonight
from tutela.guidelines.g06_protection.care_actions import OfferService

Logged = list[tuple[str, dict[str, Any]]]


@pytest.fixture
def ngo(db_world: object) -> Actor:
    return agency("harbour", Sector.NGO, Role.CASEWORKER)


@pytest.fixture
def case(ngo: Actor) -> uuid.UUID:
    return made(did(OpenCase(), ngo), "case")


@pytest.fixture
def logged(monkeypatch: pytest.MonkeyPatch) -> Logged:
    """Every event that is logged from now on, checked against the closed list as always."""
    found: Logged = []

    def take(name: str, /, **keys: Any) -> None:
        assert not logs._problem(name, keys), logs._problem(name, keys)
        found.append((name, keys))

    monkeypatch.setattr(alerts, "event", take)
    return found


@pytest.fixture
def extra() -> Iterator[Callable[[Any], Any]]:
    """Adds a rule for one test."""
    added: list[Any] = []
    yield lambda rule: added.append(rule) or rule
    for rule in added:
        for table in (rules.guards, rules.breaches, rules.by_trigger, rules.ends_breach):
            for some in table.values():
                if rule in some:
                    some.remove(rule)
        for named in (rules.all_guards, rules.all_breaches, rules.duties):
            named.pop(rule.name, None)
    stage._classes_of.cache_clear()


def crash(*given: Any) -> Any:
    raise ZeroDivisionError("a secret that somebody typed")


def crashing(name: str, *actions: Any) -> Guard:
    crashes = type(crash)(crash.__code__, crash.__globals__, name)
    crashes.__annotations__ = {}

    def look(action: Any) -> Any:
        return crashes(action)

    look.__name__ = name
    guard(*actions, provisions=["P1"])(look)
    stage._classes_of.cache_clear()
    return rules.all_guards[name]


def raised() -> list[tuple[str, str]]:
    return [(a.kind, a.ids.get("guard", "")) for a in Alert.objects.order_by("id")]


def test_a_guard_that_crashes_refuses_alerts_and_is_logged(
    ngo: Actor, case: uuid.UUID, extra: Any, logged: Logged
) -> None:
    extra(crashing("this_guard_crashes", GrantAccess))
    act = GrantAccess(case=case, to_agency=ngo.agency_id, purpose="protection", basis="consent")
    refused = tried(act, ngo)
    assert isinstance(refused, Refused)
    assert [o.code for o in refused.objections] == [judging.GUARD_FAILED]
    assert refused.objections[0].absolute
    assert raised() == [(judging.GUARD_FAILED, "this_guard_crashes")]
    assert [(n, k["guard"], k["error"]) for n, k in logged] == [
        ("guard.failed", "this_guard_crashes", "ZeroDivisionError")
    ]
    assert "secret" not in f"{refused} {logged}"
    with acting(ngo, NOW):
        assert Grant.objects.count() == 1
        entry = Entry.objects.get(subject_id=case, outcome="refused")
    assert entry.detail["codes"] == [judging.GUARD_FAILED]


def test_an_urgent_act_is_stopped_by_an_absolute_guard_that_crashes_and_by_no_other(
    ngo: Actor, case: uuid.UUID, extra: Any, logged: Logged
) -> None:
    from tests.any_action import IDS

    extra(crashing("its_own_guard_crashes", PlaceTonight))
    refused = tried(PlaceTonight(case=case, place=IDS[0]), ngo)
    assert isinstance(refused, Refused)
    assert judging.GUARD_FAILED in {o.code for o in refused.objections}


def test_a_crashing_rule_of_a_duty_or_breach_loses_no_fact(
    ngo: Actor, case: uuid.UUID, extra: Any, logged: Logged
) -> None:
    """What may be owed starts, what may be a breach is open, what is owed does not end; somebody is told of each."""

    def starts(action: RecordDetails) -> bool:
        return bool(crash())

    def ends(action: RecordDetails) -> bool:
        return bool(crash())

    def it_may_be_a_breach(action: RecordDetails) -> bool:
        return bool(crash())

    extra(duty("started_by_crash", provisions=["P1"], starts=on(RecordDetails, when=starts), owed_by=Sector.NGO,
               within="shelter", met_by=on(RecordDetails, when=ends), doc="Something."))  # fmt: skip
    extra(breach(RecordDetails, provisions=["P1"])(it_may_be_a_breach))
    stage._classes_of.cache_clear()
    done = did(RecordDetails(case=case, languages=("bn",)), ngo)
    assert done.started == ("started_by_crash",) and done.breaches == ("it_may_be_a_breach",)
    again = did(RecordDetails(case=case, languages=("en",)), ngo)
    assert again.met == ()
    with acting(ngo, NOW):
        assert Duty.objects.get(rule="started_by_crash").state == "open"
        assert Breach.objects.filter(rule="it_may_be_a_breach").count() == 2
    assert {kind for kind, _ in raised()} == {"rule.failed"}
    assert {name for name, _ in logged} == {"rule.failed"}


def _counts() -> list[int]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE tutela_engine")
        tables = ("subject", "receipt", "entry", "duty", "outbox", "intake", "entryseq")
        counts = []
        for name in tables:
            cursor.execute(f"SELECT count(*) FROM engine_{name}")
            counts.append(cursor.fetchone()[0])
    return counts


def test_a_constraint_that_nobody_foresaw_is_the_forms_for_an_act_and_intake_for_a_fact(
    ngo: Actor, case: uuid.UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also a deferred foreign key, which would otherwise fail at commit, when all was already answered."""
    before = _counts()
    taken = RegisterAgency(key="harbour", name_en="Secret", name_zh="秘密", sector="ngo")
    with pytest.raises(InvalidAction) as invalid:
        tried(taken, system("setup"))
    assert [(f.field, f.code, f.params) for f in invalid.value.faults] == [("key", "field.taken", {})]
    assert "harbour" not in str(invalid.value) and invalid.value.__suppress_context__

    def points_nowhere(self: Any, **given: Any) -> None:
        Grant.objects.create(case_id=uuid.uuid4(), agency_id=uuid.uuid4(), purpose="p", basis="b", since=NOW)

    def too_little(self: Any, **given: Any) -> None:
        Agency.objects.create(key="x", names=None, sector="ngo")

    monkeypatch.setattr(GrantAccess, "apply", points_nowhere)
    monkeypatch.setattr(stage, "_wanted", lambda cls: ())
    act = GrantAccess(case=case, to_agency=ngo.agency_id, purpose="protection", basis="consent")
    with pytest.raises(InvalidAction) as invalid:
        tried(act, ngo)
    assert invalid.value.faults[0].code == "field.not_here"
    monkeypatch.setattr(GrantAccess, "apply", too_little)
    with pytest.raises(IntegrityError) as raised:
        tried(act, ngo)
    assert "ngo" not in str(raised.value) and raised.value.__suppress_context__
    assert _counts() == before

    for wrong in (points_nowhere, too_little):
        monkeypatch.setattr(RecordDetails, "apply", wrong)
        kept = tried(RecordDetails(case=case, languages=("bn",)), ngo)
        assert isinstance(kept, Received) and kept.why == "constraint"
    after = dict(
        zip(("subject", "receipt", "entry", "duty", "outbox", "intake", "entryseq"), _counts(), strict=True)
    )
    assert after["intake"] == before[5] + 2
    with acting(ngo, NOW):
        assert Entry.objects.filter(subject_id=case).count() == 1


def test_a_fact_that_breaks_what_records_it_is_kept_and_an_act_that_does_is_not_done(
    ngo: Actor, case: uuid.UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever it breaks: in the facts, in what is written, in what follows."""
    before = _counts()
    key = uuid.uuid4()
    fact, act = RecordDetails(case=case, languages=("bn",)), OfferService(case=case, service="legal")
    for number, (place, name) in enumerate(
        ((facts, "gather"), (RecordDetails, "apply"), (stage, "consequences"), (stage, "written")), start=1
    ):
        with monkeypatch.context() as broken:
            broken.setattr(place, name, crash)
            if place is RecordDetails:
                broken.setattr(stage, "_wanted", lambda cls: ())
            kept = perform(fact, ngo, key=key if number == 1 else None, clock=frozen(NOW))
            assert isinstance(kept, Received) and kept.why == "failed", name
            if place is not RecordDetails:
                with pytest.raises(ZeroDivisionError):
                    tried(act, ngo)
        after = dict(zip(("intake", "entry", "receipt"), (_counts()[n] for n in (5, 2, 1)), strict=True))
        assert after == {
            "intake": before[5] + number,
            "entry": before[2] + 3 * number,  # on the author's chain, and that it came and is owed a look
            "receipt": before[1] + number,
        }
    assert perform(fact, ngo, key=key, clock=frozen(NOW)).result == "received", "a double send is one"
    assert {(a.kind, a.ids["action"]) for a in Alert.objects.all()} == {("action.failed", "record_details")}
    with acting(ngo, NOW):
        assert Entry.objects.filter(subject_id=case).count() == 1


def test_an_act_that_met_a_deadlock_starts_anew(
    ngo: Actor, case: uuid.UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[int] = []
    whole = RecordDetails.apply

    def ended(self: Any, case: Any) -> None:
        tries.append(1)
        if len(tries) < 3:
            raise OperationalError("deadlock detected") from DeadlockDetected()
        whole(self, case)

    monkeypatch.setattr(RecordDetails, "apply", ended)
    assert isinstance(tried(RecordDetails(case=case, languages=("bn",)), ngo), Done)
    assert len(tries) == 3
    with acting(ngo, NOW):
        assert Entry.objects.filter(subject_id=case, action="record_details").count() == 1


@pytest.mark.parametrize("when", ["before", "amid"])
def test_an_act_whose_connection_was_cut_starts_anew(
    when: str, db_world: Urls, ngo: Actor, case: uuid.UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[int] = []
    whole = RecordDetails.apply

    def cut(self: Any = None, case: Any = None) -> None:
        tries.append(1)
        if len(tries) == 1:
            with psycopg.connect(db_world.admin, autocommit=True) as admin:
                admin.execute("SELECT pg_terminate_backend(%s, 5000)", [backend])
        if case is not None:
            whole(self, case)

    with connection.cursor() as cursor:  # it stays open, as a worker's does
        cursor.execute("SELECT pg_backend_pid()")
        (backend,) = cursor.fetchone()
    if when == "before":
        cut()
    else:
        monkeypatch.setattr(RecordDetails, "apply", cut)
    assert isinstance(tried(RecordDetails(case=case, languages=("bn",)), ngo), Done)
    with acting(ngo, NOW):
        assert Entry.objects.filter(subject_id=case, action="record_details").count() == 1


def test_rules_are_as_they_were() -> None:
    """The rules that these tests added are gone."""
    assert not {"this_guard_crashes", "its_own_guard_crashes"} & set(rules.all_guards)
    assert "started_by_crash" not in rules.duties
