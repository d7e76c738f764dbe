"""Cases by the million, made in SQL as the owner: subjects, files, grants, duties and entries whose hashes are right.

They surround the country of the sample, whose cases have a real history: `door` is the agency with 1,000 grants at
every size, `panel` the one that sees three cases in ten.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connections

from tutela.engine import clocks, profile
from tutela.engine.time import system_clock

SMALL, BIG = "door", "panel"
SMALL_SEES, BIG_SEES_OF_TEN = 1000, 3
OTHERS = 200
ENTRIES_EACH, DUTIES_EACH = 3, 2
CHUNK = 250_000
LARGE = ["agencies_grant", "cases_case", "engine_duty", "engine_entry", "engine_entryseq"]

_MAKE = """
CREATE UNLOGGED TABLE IF NOT EXISTS bench_case (
    n bigint PRIMARY KEY, id uuid, opener uuid, act uuid, met uuid, owed uuid, at timestamptz, is_open boolean,
    h1 bytea, h2 bytea, h3 bytea, x1 bytea, x2 bytea, x3 bytea)
"""

_STAMP = """to_char({} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')"""


def _header(seq: int, outcome: str, detail: str, provisions: str) -> str:
    """The canonical JSON of one entry's header, put together in SQL from columns of `c`."""
    at = _STAMP.format("c.at")
    pieces = [
        """'{"act":"' || c.act || '","action":"open_case","actor":"' || c.opener || '","agency":"' || c.opener""",
        f"""'","bodies":{{}},"compartment":"facts","detail":' || {detail} || ',"occurred":"' || {at}""",
        f"""'","outcome":"{outcome}","provisions":{provisions},"recorded":"' || {at}""",
        f"""'","seq":{seq},"subject":"' || c.id || '","v":1}}'""",
    ]
    return f"convert_to({' || '.join(pieces)}, 'UTF8')"


def _duty(column: str, rule: str) -> str:
    return f"""('{{"due":null,"duty":"' || c.{column} || '","rule":"{rule}"}}')"""


_PROVISIONS = '["G6.1","P8"]'
_CHAIN = f"""
INSERT INTO bench_case
SELECT c.n, c.id, c.opener, c.act, c.met, c.owed, c.at, c.n %% 5 < 3, h1, h2, h3, x1, x2, x3
FROM (SELECT n, gen_random_uuid() AS id, (SELECT o.id FROM bench_opener o WHERE o.n = g.n %% {OTHERS}) AS opener,
        gen_random_uuid() AS act, gen_random_uuid() AS met, gen_random_uuid() AS owed,
        %(now)s::timestamptz - make_interval(secs => (g.n * 7919 %% 47000000)) AS at
      FROM generate_series(%(first)s::bigint, %(last)s::bigint) AS g(n)) c
CROSS JOIN LATERAL (SELECT {_header(1, "done", '''('{"made":{"case":"' || c.id || '"}}')''', "[]")} AS h1) a1
CROSS JOIN LATERAL (SELECT sha256(h1) AS x1) b1
CROSS JOIN LATERAL (SELECT {_header(2, "duty.started", _duty("met", "shelter"), _PROVISIONS)} AS h2) a2
CROSS JOIN LATERAL (SELECT sha256(x1 || h2) AS x2) b2
CROSS JOIN LATERAL (SELECT {_header(3, "duty.started", _duty("owed", "health_offer"), _PROVISIONS)} AS h3) a3
CROSS JOIN LATERAL (SELECT sha256(x2 || h3) AS x3) b3
"""  # noqa: S608 - put together from constants

_SUBJECTS = """
INSERT INTO engine_subject (id, kind, agency_id, opened_at, last_seq, head)
SELECT id, 'case', opener, at, 3, x3 FROM bench_case WHERE n BETWEEN %(first)s AND %(last)s
"""

_CASES = """
INSERT INTO cases_case (id, pseudonym, file_kind, standing, presumed_at, opened_at, opened_by, age_basis, age_low,
    age_high, age_on, sex, languages)
SELECT id, 'Bench-' || n, 'ordinary', (ARRAY['presumed', 'reasonable_grounds', 'identified'])[n %% 3 + 1], at, at,
    opener, CASE WHEN n %% 50 = 0 THEN 'unknown' ELSE 'known' END,
    CASE WHEN n %% 50 > 0 THEN (CASE WHEN n %% 9 = 0 THEN 15 ELSE 20 + n %% 30 END) END, NULL, at::date,
    (ARRAY['female', 'male'])[n %% 2 + 1], ARRAY[(ARRAY['bn', 'vi', 'ro', 'ar'])[n %% 4 + 1]]
FROM bench_case WHERE n BETWEEN %(first)s AND %(last)s
"""

#: `due_at` and `child` of a grant are those of its case.
_GRANTS = """
INSERT INTO agencies_grant (id, case_id, agency_id, purpose, basis, since, until, cut_why, facts, identity, health,
    statements, whereabouts, status, legal, therapy, due_at, child)
SELECT gen_random_uuid(), c.id, a.id, 'protection', a.basis, c.at, '9999-01-01', '', true, a.own, a.own, a.own, a.own,
    a.own, false, false, CASE WHEN c.is_open THEN c.at + interval '24 hours' END, c.n %% 50 = 0 OR c.n %% 9 = 0
FROM bench_case c CROSS JOIN LATERAL (
    SELECT c.opener AS id, 'opened' AS basis, true AS own
    UNION ALL SELECT %(big)s::uuid, 'consent', false WHERE c.n %% 10 < %(tenths)s
    UNION ALL SELECT %(small)s::uuid, 'consent', true WHERE c.n <= %(few)s) a
WHERE c.n BETWEEN %(first)s AND %(last)s
"""

_DUTIES = """
INSERT INTO engine_duty (id, subject_id, rule, ref, compartment, provisions, bearer_sector, bearer_agency_id, state,
    started_at, due_at, ended_at, end_reason, term, events, started_by_act, escalated_to)
SELECT d.id, c.id, d.rule, '', 'facts', '{G6.1,P8}', d.sector, c.opener, d.state, c.at, c.at + interval '24 hours',
    CASE WHEN d.state = 'met' THEN c.at + interval '2 hours' END,
    CASE WHEN d.state = 'met' THEN 'service_given' ELSE '' END,
    %(term)s::jsonb, jsonb_build_array(jsonb_build_object('kind', 'start', 'at', d.start)) || d.more, c.act, ''
FROM bench_case c CROSS JOIN LATERAL (
    SELECT to_char(c.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"') AS start) s
CROSS JOIN LATERAL (
    VALUES (c.met, 'shelter', 'shelter', 'met', s.start, jsonb_build_array(jsonb_build_object('kind', 'end', 'at',
        to_char((c.at + interval '2 hours') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"')))),
    (c.owed, 'health_offer', 'health', CASE WHEN c.is_open THEN 'open' ELSE 'declined' END, s.start, '[]'::jsonb)
) d (id, rule, sector, state, start, more) WHERE c.n BETWEEN %(first)s AND %(last)s
"""


def _entries(seq: int) -> str:
    """Entries number `seq` of all cases, with the table that holds a number once."""
    detail = {1: "jsonb_build_object('made', jsonb_build_object('case', c.id))"}
    column, rule = ("met", "shelter") if seq == 2 else ("owed", "health_offer")
    told = detail.get(seq, f"jsonb_build_object('due', NULL::text, 'duty', c.{column}, 'rule', '{rule}')")
    outcome, provisions = ("done", "{}") if seq == 1 else ("duty.started", "{G6.1,P8}")
    prev = "''::bytea" if seq == 1 else f"c.x{seq - 1}"
    return f"""
    WITH e AS (INSERT INTO engine_entry (recorded_at, subject_id, seq, act_id, action, outcome, provisions,
        compartment, occurred_at, actor_id, agency_id, detail, header, prev, hash)
    SELECT c.at, c.id, {seq}, c.act, 'open_case', '{outcome}', '{provisions}', 'facts', c.at, c.opener, c.opener,
        {told}, c.h{seq}, {prev}, c.x{seq} FROM bench_case c WHERE c.n BETWEEN %(first)s AND %(last)s ORDER BY c.n
    RETURNING subject_id, seq, id)
    INSERT INTO engine_entryseq (subject_id, seq, entry_id) SELECT subject_id, seq, id FROM e
    """  # noqa: S608 - put together from constants


def grow(to: int) -> dict[str, float]:
    """Makes cases until there are `to` of them in all; returns how many were made, and in how many seconds.

    Writes   Subject, Case, Grant, Duty, Entry, EntrySeq, and statistics of all tables
    """
    begun, made = time.perf_counter(), 0
    with connections["owner"].cursor() as cursor:
        cursor.execute("SET synchronous_commit TO off; SET maintenance_work_mem TO '512MB'")
        _openers(cursor)
        cursor.execute(
            "SELECT (SELECT count(*) FROM cases_case), (SELECT coalesce(max(n), 0) FROM bench_case)"
        )
        there, last = cursor.fetchone()
        about = _about(cursor)
        with _checked_at_the_end(cursor):
            while there + made < to:
                some = min(CHUNK, to - there - made)
                span = {**about, "first": last + 1, "last": last + some}
                for statement in (_CHAIN, _SUBJECTS, _CASES, _GRANTS, _DUTIES, *map(_entries, (1, 2, 3))):
                    cursor.execute(statement, span)
                last, made = last + some, made + some
        cursor.execute("VACUUM (ANALYZE)")
    return {"cases": made, "seconds": round(time.perf_counter() - begun, 1)}


@contextmanager
def _checked_at_the_end(cursor: Any) -> Iterator[None]:
    """Foreign keys and plain indexes of the large tables are made anew afterwards, over all rows at once."""
    cursor.execute(
        "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint "
        "WHERE contype = 'f' AND conrelid = ANY(%s::regclass[])",
        [LARGE],
    )
    keys = cursor.fetchall()
    cursor.execute(
        "SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i "
        "WHERE i.indrelid = ANY(%s::regclass[]) AND NOT i.indisunique",
        [LARGE],
    )
    indexes = cursor.fetchall()
    for table, name, _ in keys:
        cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
    for name, _ in indexes:
        cursor.execute(f"DROP INDEX {name}")
    yield
    for _, definition in indexes:
        cursor.execute(definition.replace(" ON ONLY ", " ON "))
    for table, name, definition in keys:
        cursor.execute(f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {definition}')


def _openers(cursor: Any) -> None:
    """Two hundred agencies that opened the cases."""
    cursor.execute(_MAKE)
    cursor.execute("CREATE UNLOGGED TABLE IF NOT EXISTS bench_opener (n int PRIMARY KEY, id uuid)")
    cursor.execute("SELECT count(*) FROM bench_opener")
    if cursor.fetchone()[0]:
        return
    cursor.execute(
        "WITH a AS (INSERT INTO agencies_agency (id, key, names, sector, lead, phone, active) "
        "SELECT gen_random_uuid(), 'bench-' || g, jsonb_build_object('en', 'Bench ' || g), 'ngo', false, '', true "
        "FROM generate_series(1, %s) g RETURNING id) "
        "INSERT INTO bench_opener SELECT row_number() OVER () - 1, id FROM a",
        [OTHERS],
    )


def _about(cursor: Any) -> dict[str, Any]:
    """What all statements ask for: who sees what, and the term of a duty as it is kept."""
    cursor.execute(
        "SELECT a.key, a.id, (SELECT count(*) FROM agencies_grant g WHERE g.agency_id = a.id AND g.cut_at IS NULL) "
        "FROM agencies_agency a WHERE a.key IN (%s, %s)",
        [SMALL, BIG],
    )
    found = {key: (agency_id, grants) for key, agency_id, grants in cursor.fetchall()}
    now = system_clock()
    term = profile.current().term("health_offer", now.date())
    return {
        "small": found[SMALL][0], "big": found[BIG][0], "few": SMALL_SEES - found[SMALL][1],
        "tenths": BIG_SEES_OF_TEN, "now": now, "term": json.dumps(clocks.dump_term(term)),
    }  # fmt: skip


def counts() -> dict[str, int]:
    """Rows of the large tables, and what both agencies see."""
    tables = ("cases_case", "agencies_grant", "engine_entry", "engine_duty")
    with connections["owner"].cursor() as cursor:
        found = {}
        for table in tables:
            cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608 - a constant
            found[table.rpartition("_")[2]] = cursor.fetchone()[0]
        for name, key in (("small_agency", SMALL), ("big_agency", BIG)):
            cursor.execute(
                "SELECT count(*) FROM agencies_grant g JOIN agencies_agency a ON a.id = g.agency_id "
                "WHERE a.key = %s AND g.cut_at IS NULL",
                [key],
            )
            found[f"grants_of_{name}"] = cursor.fetchone()[0]
    return found
