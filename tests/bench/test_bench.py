"""The bench measures what it says: its crowd is a whole journal, its bare transaction writes the same rows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.db import connections

from bench import addresses, crowd, machine, pages, people, performing, run
from tests.web.country import _choices, country
from tutela.agencies.words import Role, Sector
from tutela.cases.reads import PAGE, case_list, case_page
from tutela.doors.cli import bench as command
from tutela.engine.time import system_clock
from tutela.engine.verify import verify_chains

TABLES = (
    "engine_receipt",
    "engine_entry",
    "engine_entryseq",
    "engine_body",
    "engine_outbox",
    "g06_protection_placement",
)


def test_the_crowd_is_a_whole_journal_and_is_seen_as_promised(db_world: object) -> None:
    small = people.agency(crowd.SMALL, Sector.NGO, Role.CASEWORKER)
    big = people.agency(crowd.BIG, Sector.COMPETENT_AUTHORITY, Role.DECISION_MAKER)
    crowd.grow(1200)
    crowd.grow(2000)
    counts = crowd.counts()
    assert counts["case"] == 2000
    assert counts["grants_of_small_agency"] == crowd.SMALL_SEES
    assert counts["grants_of_big_agency"] == 2000 * crowd.BIG_SEES_OF_TEN // 10
    report = verify_chains(connections["default"])
    assert report.is_whole, report.findings[:3]
    for actor in (small, big):
        listed = case_list(actor, system_clock())
        assert len(listed.rows) == PAGE and listed.after
        page = case_page(actor, listed.rows[0].id, system_clock())
        assert page is not None and len(page.rights) == crowd.DUTIES_EACH


def test_the_bare_transaction_writes_the_rows_that_perform_writes(db_world: object) -> None:
    def counted() -> dict[str, int]:
        with connections["owner"].cursor() as cursor:
            found = {}
            for table in TABLES:
                cursor.execute(f"SELECT count(*) FROM {table}")
                found[table] = cursor.fetchone()[0]
            return found

    ways = performing.Offers(*performing.offers("a")), performing.Offers(*performing.offers("b"))
    before = counted()
    ways[0].perform()
    between = counted()
    ways[1].bare()
    after = counted()
    written = [
        {t: late[t] - early[t] for t in TABLES} for early, late in ((before, between), (between, after))
    ]
    assert written[0] == written[1] == dict.fromkeys(TABLES, 1)


def test_a_page_beyond_its_goal_is_named() -> None:
    page = {"name": "urgent", "kb_first": 31.0, "kb_again": 2.0, "queries": 15, "ms": 100.5}
    assert pages.beyond([page]) == ["urgent: kb_first 31.0, at most 30", "urgent: ms 100.5, at most 100"]
    assert "beyond its goal: urgent" in "".join(command._pages([page]))


def test_every_page_is_weighed_and_asks_little(db_world: object) -> None:
    land = country()
    about = {
        "case": land.adult,
        "charge_ref": "K 14/26",
        "to_agency": str(land.actors["court-street"].agency_id),
    }
    land.did("send_letter", "harbour", **about, agreement=_choices("send_letter", "agreement")[0])
    measured = pages.measure(times=1, people=3, entries=30)
    names = {row["name"] for row in measured}
    assert {"case", "board", "sign-in", "people", "charge", "bed", "screening result", pages.BARE} <= names
    assert [told for told in pages.beyond(measured) if " ms " not in told] == []
    assert all(set(row) == {"name", "kb_first", "kb_again", "queries", "ms"} for row in measured)


def test_a_page_that_nobody_can_open_is_named() -> None:
    lost = addresses.Route("lost", "tutela.doors.web.views.lost", frozenset({"lost_id"}))
    assert addresses._opened(lost, [], addresses.Site())


def test_results_name_a_machine_by_its_parts_only(
    db_world: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import socket

    monkeypatch.setattr(run, "RESULTS", tmp_path)
    kept = run.keep({"machine": machine.facts(), "perform_ratio": 1.0}, "test").read_text()
    assert socket.gethostname() not in kept and "/" not in kept.replace("\\/", "")
    assert json.loads(kept)["machine"]["cores"]


def test_every_part_and_figure_of_the_command_is_there() -> None:
    assert command.PARTS == run.PARTS
    figures = {"perform_ratio": 1.5, "start_s": {"first": 40, "again": 4}, "machine": dict.fromkeys(
        ("cores", "processor", "memory_gb", "system", "postgresql", "python", "django"), "x"
    )}  # fmt: skip
    assert "start_s again" in command.table(figures)
