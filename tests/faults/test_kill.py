"""A server killed in the middle of its writes: what it acknowledged is there, and there is no half of anything."""

from __future__ import annotations

import dataclasses
import json
import os
import random
import signal
import subprocess
import sys
import uuid
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connection

from tests.people_who_act import NOW, agency, did, made
from tutela.agencies.words import Role, Sector
from tutela.cases.actions import OpenCase
from tutela.config.database import Urls
from tutela.engine import verify
from tutela.engine.access import Actor
from tutela.engine.outcomes import OUTCOME
from tutela.engine.perform import perform
from tutela.engine.time import frozen
from tutela.guidelines.g06_protection.care_actions import OfferService

#: Every table in which an act leaves rows, with the statement that finds acts of which only a part is there.
HALVES = {
    "a receipt without an outcome": "SELECT count(*) FROM engine_receipt WHERE outcome IS NULL",
    "an outcome without its entry": "SELECT count(*) FROM engine_receipt r WHERE NOT EXISTS "
    "(SELECT FROM engine_entry e WHERE e.act_id = (r.outcome->>'act_id')::uuid)",
    "an entry without its receipt": "SELECT count(*) FROM engine_entry e WHERE NOT EXISTS "
    "(SELECT FROM engine_receipt r WHERE (r.outcome->>'act_id')::uuid = e.act_id)",
    "an entry without its row in the outbox": "SELECT count(*) FROM engine_entry e WHERE e.outcome <> 'denied' AND "
    "NOT EXISTS (SELECT FROM engine_outbox o WHERE o.ids->>'act' = e.act_id::text)",
    "a case without its subject's entry": "SELECT count(*) FROM cases_case c WHERE NOT EXISTS "
    "(SELECT FROM engine_entry e WHERE e.subject_id = c.id AND e.action = 'open_case')",
    "a case without a grant": "SELECT count(*) FROM cases_case c WHERE NOT EXISTS "
    "(SELECT FROM agencies_grant g WHERE g.case_id = c.id)",
    "a duty without its entry": "SELECT count(*) FROM engine_duty d WHERE NOT EXISTS "
    "(SELECT FROM engine_entry e WHERE e.act_id = d.started_by_act AND e.outcome = 'duty.started')",
    "a breach without its entry": "SELECT count(*) FROM engine_breach b WHERE NOT EXISTS "
    "(SELECT FROM engine_entry e WHERE e.act_id = b.opened_by_act AND e.outcome = 'breach.opened')",
    "an offer without its act": "SELECT count(*) FROM g06_protection_service s WHERE NOT EXISTS "
    "(SELECT FROM engine_receipt r WHERE r.outcome->'made'->>'offered_service' = s.id::text)",
    "a name without its act": "SELECT count(*) FROM people_identity i WHERE NOT EXISTS "
    "(SELECT FROM engine_receipt r WHERE r.outcome->'made'->>'identity' = i.id::text)",
    "a keyset that nobody has": "SELECT count(*) FROM people_keyset k WHERE subject_id IS NOT NULL AND NOT EXISTS "
    "(SELECT FROM engine_subject s WHERE s.id = k.subject_id) AND NOT EXISTS "
    "(SELECT FROM engine_intake i WHERE i.id = k.subject_id)",
}


def killed(
    urls: Urls, actor: Actor, case: uuid.UUID, folder: Path, after: int, count: int
) -> list[dict[str, Any]]:
    """What a writer acknowledged before it was killed, without warning, `after` acts in."""
    (folder / "urls.json").write_text(json.dumps(dataclasses.asdict(urls)), "utf-8")
    about = {"handle": actor.handle, "member": str(actor.member_id), "agency": str(actor.agency_id)}
    (folder / "actor.json").write_text(json.dumps(about), "utf-8")
    command = [sys.executable, "-W", "ignore", "-m", "tests.faults.writer", str(folder / "urls.json"),
               str(folder / "actor.json"), str(case), str(count)]  # fmt: skip
    env = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(["src", "."]),
        "DJANGO_SETTINGS_MODULE": "tutela.config.test",
    }
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=env, cwd=root, text=True) as writer:
        assert writer.stdout is not None
        told = [writer.stdout.readline() for _ in range(after + 1)]
        writer.send_signal(signal.SIGKILL)
        told += writer.stdout.readlines()
    assert writer.returncode == -signal.SIGKILL
    return [json.loads(line) for line in told if line.startswith("{") and line.endswith("\n")]


def nothing_is_half_done(urls: Urls, acknowledged: list[dict[str, Any]]) -> None:
    with psycopg.connect(urls.owner) as owner:
        for what, sql in HALVES.items():
            assert owner.execute(sql).fetchone() == (0,), what
        kept = {
            str(key): OUTCOME.validate_python(outcome)
            for key, outcome in owner.execute("SELECT key, outcome FROM engine_receipt")
        }
    for act in acknowledged:
        outcome = kept[act["key"]]
        assert (str(outcome.act_id), outcome.result) == (act["act"], act["result"])
        assert getattr(outcome, "made", {}) == act["made"]
    report = verify.verify_chains(connection)
    assert report.is_whole, report.findings


@pytest.fixture
def ngo(db_world: Urls) -> Actor:
    return agency("harbour", Sector.NGO, Role.CASEWORKER)


def test_a_killed_server_loses_nothing_that_it_acknowledged(
    ngo: Actor, db_world: Urls, tmp_path: Path
) -> None:
    case = made(did(OpenCase(), ngo), "case")
    told = killed(db_world, ngo, case, tmp_path, after=37, count=100)
    assert 37 <= len(told) < 100
    assert {act["result"] for act in told} == {"done", "refused"}
    nothing_is_half_done(db_world, told)
    assert perform(OfferService(case=case, service="legal"), ngo, clock=frozen(NOW)).result == "done"


@pytest.mark.long
def test_killed_again_and_again_at_any_moment(ngo: Actor, db_world: Urls, tmp_path: Path) -> None:
    case = made(did(OpenCase(), ngo), "case")
    told: list[dict[str, Any]] = []
    moments = random.Random(7)
    for _ in range(25):
        told += killed(db_world, ngo, case, tmp_path, after=moments.randint(1, 60), count=100)
        nothing_is_half_done(db_world, told)
