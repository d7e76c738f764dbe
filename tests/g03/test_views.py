"""The de-identified facts: what they hold, who reads them, and that nobody can be found in them."""

from __future__ import annotations

import re

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

from tests.people_who_act import NOW, agency, did, made
from tutela.agencies.words import Role, Sector
from tutela.cases.actions import OpenCase
from tutela.cases.words import AgeBasis, Sex
from tutela.config.database import Urls
from tutela.engine.access import NotSignedIn
from tutela.engine.figures import NoFigure, figure
from tutela.engine.measures import Facts, measures, tables, to_sql
from tutela.guidelines.g02_identification.actions import PresumeTrafficked

#: Names of columns that may lead to somebody, or tell the minute.
LEADS = re.compile(r"(^|_)(id|case|subject|member|pseudonym|name|ref|at|by)($|_)")


def test_views_are_what_measures_expect_and_hold_nothing_that_leads_to_a_person(db_world: Urls) -> None:
    with psycopg.connect(db_world.app) as raw:
        raw.execute("SET ROLE tutela_measures")
        for name, columns in tables().items():
            found = raw.execute(f"SELECT * FROM measures.{name} LIMIT 0").description or []
            assert {c.name for c in found} == set(columns), name
            assert not [c.name for c in found if LEADS.search(c.name)], name
            types = {c.name: c.type_display for c in found}
            assert {c for c, t in types.items() if t == "uuid"} <= {"agency"}, "only agencies have an id"
            assert not [c for c, t in types.items() if t.startswith("timestamp")], "days, never minutes"
        for closed in (
            "measures.person",
            "public.cases_case",
            "public.engine_duty",
            "public.people_identity",
        ):
            with pytest.raises(InsufficientPrivilege), raw.transaction():
                raw.execute(f"SELECT 1 FROM {closed} LIMIT 1")


def test_every_measure_can_be_split_by_everything_that_it_names_and_by_nothing_else(db_world: Urls) -> None:
    with psycopg.connect(db_world.app) as raw:
        raw.execute("SET ROLE tutela_measures")
        for found in measures.values():
            splits = [(), *((one,) for one in found.by), found.by[:2]]
            for by in splits:
                columns = raw.execute(to_sql(found, Facts(NOW.date(), NOW.date()), by)).description or []
                assert [c.name for c in columns] == [*by, *found.columns], found.name
    monitor = agency("rights", Sector.MONITOR, Role.MONITOR)
    for name, by in (("nothing", []), ("pipeline", ["provision"]), ("rights_first", ["day; DROP TABLE x"])):
        with pytest.raises(NoFigure):
            figure(monitor, name, NOW, by)


def test_each_reader_sees_as_far_as_its_sight_goes(db_world: Urls) -> None:
    ngo = agency("harbour", Sector.NGO, Role.CASEWORKER)
    monitor = agency("rights", Sector.MONITOR, Role.MONITOR)
    coordinator = agency("office", Sector.COORDINATION, Role.COORDINATOR)
    police = agency("police", Sector.POLICE, Role.INVESTIGATOR, lead=True)
    other = agency("kite", Sector.NGO, Role.CASEWORKER)
    removals = agency("removals", Sector.IMMIGRATION_ENFORCEMENT, Role.CASEWORKER)
    for _ in range(11):
        opened = did(OpenCase(age_basis=AgeBasis.KNOWN, age_low=29, sex=Sex.FEMALE), ngo)
        did(PresumeTrafficked(case=made(opened, "case")), ngo)
    one = did(OpenCase(age_basis=AgeBasis.KNOWN, age_low=52, sex=Sex.MALE), ngo)
    did(PresumeTrafficked(case=made(one, "case")), ngo)

    def running(who: object, *by: str) -> dict[tuple[str, ...], object]:
        found = figure(who, "state_duties", NOW, ["part", *by], at=NOW)  # type: ignore[arg-type]  # an Actor
        return {row.group: row.cells["running"] for row in found.rows}

    group = ("investigate", "female")
    assert running(monitor, "sex")[group].value == 11  # type: ignore[attr-defined]  # a Cell
    seen = running(coordinator, "sex")
    assert seen[group].value == 10, "rounded down"  # type: ignore[attr-defined]  # as above
    assert seen["investigate", "male"].hidden  # type: ignore[attr-defined]  # as above
    assert running(coordinator)["investigate",].value == 10, "the whole gives nobody back"  # type: ignore[attr-defined]
    assert set(running(police, "sex")) == {("investigate", "not_seen")}, "it owes, and does not see whom"
    assert running(other) == {}
    with pytest.raises(NotSignedIn):
        figure(removals, "state_duties", NOW, at=NOW)
