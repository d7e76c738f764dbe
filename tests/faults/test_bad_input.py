"""Input of the wrong form: refused with where and what, never saying the value, and nothing is kept."""

from __future__ import annotations

import contextlib
import json
import uuid
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from tests.any_action import one, tries
from tests.people_who_act import NOW, agency, did, made
from tutela.agencies.words import Role, Sector
from tutela.cases.actions import OpenCase
from tutela.doors import words
from tutela.engine.access import Actor
from tutela.engine.actions import Action, InvalidAction, parse, registry
from tutela.engine.fields import FieldKind, FieldSpec
from tutela.engine.perform import perform
from tutela.engine.time import frozen

ACTIONS = list(registry)
SECRET = "Zqxvname"
AGE = {"case": str(uuid.UUID(int=1)), "age_basis": "known"}


def faults(name: str, data: dict[str, Any]) -> dict[str, str]:
    with pytest.raises(InvalidAction) as invalid:
        parse(name, data)
    assert SECRET not in f"{invalid.value} {invalid.value.faults!r} {invalid.value!r}"
    assert invalid.value.__suppress_context__ or invalid.value.__context__ is None
    for fault in invalid.value.faults:
        assert words.fault_text(fault) and fault.code in words.words().tables["REASONS"], fault
    return {f.field: f.code for f in invalid.value.faults}


def test_an_unknown_action_is_named_with_the_nearest() -> None:
    with pytest.raises(InvalidAction) as invalid:
        parse("ofer_place", {})
    assert invalid.value.faults[0].code == "action.unknown"
    assert "offer_place" in invalid.value.faults[0].params["near"]


@pytest.mark.parametrize(
    ("name", "data", "where", "what"),
    [
        ("open_case", {"no_such_field": SECRET}, "no_such_field", "field.unknown"),
        ("open_case", {"age_basis": SECRET}, "age_basis", "field.choice"),
        ("open_case", {"age_low": SECRET}, "age_low", "field.whole"),
        ("open_case", {"age_low": 10**30}, "age_low", ("field.whole", "field.range", "field.wrong")),
        ("open_case", {"age_low": -1}, "age_low", ("field.range", "field.wrong")),
        ("open_case", {"found_through": "x" * 201}, "found_through", "field.long"),
        ("open_case", {"found_through": f"{SECRET}\x00"}, "found_through", ("field.text", "field.value")),
        ("open_case", {"languages": [SECRET]}, "languages.0", "field.pattern"),
        ("open_case", {"languages": ["qq"]}, "languages.0", "field.language"),
        ("record_age", {}, "case", "field.missing"),
        ("record_age", {"case": SECRET}, "case", "field.id"),
        ("record_age", AGE | {"occurred_at": SECRET}, "occurred_at", "field.time"),
        ("record_age", AGE | {"occurred_at": "2026-03-02T09:00:00"}, "occurred_at", "field.value"),
        ("record_age", AGE | {"occurred_at": "0001-01-01T00:00+14:00"}, "occurred_at", "field.time"),
        ("offer_place", {"since": "2026-02-30"}, "since", "field.date"),
        ("offer_place", {"since": SECRET}, "since", "field.date"),
        ("corrected", {"wrong_file": SECRET}, "wrong_file", "field.yes_no"),
        ("corrected", {"source_country": "QQ"}, "source_country", "field.country"),
        ("answer_screening", {"answers": SECRET}, "answers", "field.wrong"),
    ],
)  # fmt: skip
def test_each_mistake_says_where_and_what(name: str, data: dict[str, Any], where: str, what: Any) -> None:
    found = faults(name, data)
    assert found.get(where) in (what if isinstance(what, tuple) else (what,)), found


#: Anything at all that JSON can carry, with names in it.
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=30)
    | st.just(SECRET) | st.just(SECRET * 3000),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=8), inside, max_size=3),
    max_leaves=6,
)  # fmt: skip


@pytest.mark.parametrize("cls", ACTIONS, ids=lambda a: a.name)
@tries(4)
@given(data=st.data())
def test_anything_at_all_is_taken_or_refused_by_name(cls: type[Action], data: st.DataObject) -> None:
    """Never another error, and never the value."""
    whole = {spec.name: one(spec) for spec in cls.specs()}
    spoilt = data.draw(st.sampled_from(list(cls.specs()))).name if cls.specs() else "extra"
    given_ = {**whole, spoilt: data.draw(ANYTHING)}
    try:
        taken = parse(cls.name, given_)
    except InvalidAction as error:
        said = f"{error} {error.faults!r}"
        assert SECRET not in said
        assert {f.field.split(".")[0] for f in error.faults} <= {*whole, spoilt, "action"}
    else:
        assert len(taken.digest()) == 32
        json.loads(taken.model_dump_json())


def _slips(spec: FieldSpec) -> list[Any]:
    """Values of the right type that no sane person means."""
    match spec.kind:
        case FieldKind.DATE:
            return ["1900-01-01", "2199-12-31", "9999-12-31", "0001-01-01"]
        case FieldKind.TIME:
            return ["1900-01-01T00:00+14:00", "2199-12-31T23:59-12:00", "9999-12-31T23:59-12:00"]
        case FieldKind.WHOLE:
            return [0, 2**31 - 1, -(2**31)]
        case FieldKind.MONEY:
            return [0, 10**15, -1]
        case FieldKind.LINE | FieldKind.PROSE:
            return [
                "\ufeff",
                "‮abc",
                "a\u0301" * 90,
                "\U0001f9ff" * 200,
                "'; DROP TABLE x; --",
                "%s %(a)s {0}",
            ]
        case FieldKind.ANSWERS:
            return [{"a": {"b": [1, {"c": None}]}}, {"a": 1e308}, {"a": "x" * 5000}]
        case FieldKind.IDS | FieldKind.CHOICES | FieldKind.LANGUAGES:
            return [[], [one(spec)[0]] * 50]
    return []


def test_what_is_of_the_right_form_and_mad_breaks_nothing(db_world: object) -> None:
    """Every field of every action at its edges, performed: an answer or InvalidAction, no other error."""
    able = agency("able", Sector.COMPETENT_AUTHORITY, *(r for r in Role if r is not Role.SYSTEM))
    case = made(did(OpenCase(age_basis="known", age_low=30), able), "case")
    tried_some = 0
    for cls in ACTIONS:
        for spec in cls.specs():
            for slip in _slips(spec):
                data = {s.name: one(s) for s in cls.specs() if s.required}
                data |= {"case": case} if "case" in data else {}
                with contextlib.suppress(InvalidAction):
                    perform(parse(cls.name, {**data, spec.name: slip}), able, clock=frozen(NOW))
                tried_some += 1
    assert tried_some > 300


def test_a_wrong_form_found_late_keeps_nothing(db_world: object) -> None:
    """What only `apply` can see: no receipt, no entry, and the same key may be used again."""
    by: Actor = agency("harbour", Sector.NGO, Role.CASEWORKER)
    key = uuid.uuid4()
    with pytest.raises(InvalidAction) as invalid:
        perform(OpenCase(age_basis="known", age_low=40, age_high=30), by, key=key, clock=frozen(NOW))
    assert [(f.field, f.code) for f in invalid.value.faults] == [("age_high", "age.order")]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE tutela_engine")
        cursor.execute(
            "SELECT (SELECT count(*) FROM engine_receipt WHERE owner_id = %s), (SELECT count(*) FROM cases_case)",
            [by.member_id],
        )
        assert cursor.fetchone() == (0, 0)
    assert made(did(OpenCase(), by), "case")
    assert perform(OpenCase(age_basis="known", age_low=30), by, key=key, clock=frozen(NOW)).result == "done"
