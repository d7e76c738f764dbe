"""A journal that was touched says so, and where; an untouched one is whole, here and for a stranger."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction

from tests.engine.journals import AT, entry_ids, extend, grown, heads, rewrite_chain, tamper
from tutela.config.database import Urls
from tutela.engine import verify
from tutela.engine.findings import Finding
from tutela.engine.sequencer import sequence
from tutela.engine.signing import Signer
from tutela.engine.verify import Report, verify_chains

pytestmark = pytest.mark.usefixtures("db_world")
TOOL = Path(__file__).resolve().parents[2] / "tools" / "tutela_verify.py"
SIGNER = Signer(b"a seed for tests only, 32 bytes.")


def verified(**more: Any) -> Report:
    return verify_chains(connection, trusted={SIGNER.key_id}, **more)


def checks(report: Report) -> set[str]:
    return {finding.check for finding in report.findings}


@pytest.fixture
def case() -> UUID:
    """The second of three chains of four entries, all in the tree."""
    ids = grown(3, 4)
    sequence(SIGNER, AT)
    return ids[1]


def test_an_untouched_journal_is_whole(case: UUID) -> None:
    extend(case)
    report = verified()
    assert report.is_whole, report.findings
    assert (report.entries, report.subjects, report.leaves, report.heads) == (13, 3, 12, 1)
    assert report.waiting == 1


def test_an_empty_journal_is_whole() -> None:
    report = verified()
    assert report.is_whole
    assert report.entries == 0


def test_entries_that_come_out_of_order_are_no_fault(case: UUID, db_world: Urls) -> None:
    first = entry_ids(case)[0]
    tamper(db_world.owner, "CREATE TABLE aside AS SELECT * FROM engine_entry WHERE id = %s", first)
    tamper(db_world.owner, "DELETE FROM engine_entry WHERE id = %s", first)
    tamper(db_world.owner, "INSERT INTO engine_entry OVERRIDING SYSTEM VALUE SELECT * FROM aside")
    assert verified().is_whole


#: What a database owner might change in entry 2 of 4, and which checks must notice.
EDITS = {
    "a word in the header": (
        "header = replace(convert_from(header, 'UTF8'), 'offer', 'order')::bytea",
        "chain.hash",
    ),
    "a column": ("outcome = 'refused'", "header.columns"),
    "another column": ("occurred_at = occurred_at - interval '1 day'", "header.columns"),
    "the detail": ("detail = '{}'", "header.columns"),
    "the provisions": ("provisions = '{P7}'", "header.columns"),
    "who did it": ("actor_id = gen_random_uuid()", "header.columns"),
    "its hash": ("hash = sha256('x')", "chain.hash"),
    "the hash before it": ("prev = sha256('x')", "chain.hash"),
    "a header that is no JSON": ("header = 'nothing at all, but long enough to be looked at'", "chain.hash"),
    "an empty header": ("header = ''", "chain.hash"),
    "a hash cut short": ("hash = substr(hash, 1, 31)", "chain.hash"),
    "its number": ("seq = 9", "header.columns"),
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edited_entry_is_named_with_its_subject(edit: str, case: UUID, db_world: Urls) -> None:
    change, check = EDITS[edit]
    second = entry_ids(case)[1]
    tamper(db_world.owner, f"UPDATE engine_entry SET {change} WHERE id = %s", second)
    found = verified().first(check)
    assert found is not None
    assert (found.subject_id, found.entry_id) == (case, second)


def test_a_first_entry_with_hardly_a_header_is_named(case: UUID, db_world: Urls) -> None:
    first = entry_ids(case)[0]
    tamper(db_world.owner, "DELETE FROM engine_body")
    tamper(db_world.owner, "DELETE FROM engine_entry WHERE id <> %s", first)
    tamper(db_world.owner, "UPDATE engine_entry SET header = '{}'")
    assert verified().first("chain.hash") == Finding("chain.hash", case, first, 1)


def test_an_unreadable_header_is_named(case: UUID, db_world: Urls) -> None:
    second = entry_ids(case)[1]
    tamper(db_world.owner, "UPDATE engine_entry SET header = '\\xff00' WHERE id = %s", second)
    found = verified().first("header")
    assert found == Finding("header.unreadable", case, second, 2)


def test_an_edit_with_its_hash_made_anew_breaks_the_next_link(case: UUID, db_world: Urls) -> None:
    ids = entry_ids(case)
    tamper(
        db_world.owner,
        "UPDATE engine_entry e SET header = h.n, hash = sha256(prev || h.n) FROM (SELECT id, "
        "replace(convert_from(header, 'UTF8'), 'offer', 'order')::bytea n FROM engine_entry) h "
        "WHERE h.id = e.id AND e.id = %s",
        ids[1],
    )
    report = verified()
    assert report.first("chain.hash") is None
    assert report.first("chain.link") == Finding("chain.link", case, ids[2], 3)
    leaf = report.first("leaf.entry")
    assert leaf is not None
    assert leaf.entry_id == ids[1]


def test_a_whole_chain_made_anew_shows_in_the_tree(case: UUID, db_world: Urls) -> None:
    rewrite_chain(db_world.owner, case)
    report = verified()
    assert checks(report) == {"leaf.entry"}
    first = report.first("leaf.entry")
    assert first is not None
    assert (first.subject_id, first.entry_id) == (case, entry_ids(case)[0])


def test_with_the_leaves_made_anew_too_the_signed_head_shows_it(case: UUID, db_world: Urls) -> None:
    rewrite_chain(db_world.owner, case)
    tamper(
        db_world.owner,
        "UPDATE engine_leaf l SET entry_hash = e.hash, leaf_hash = "
        "sha256('\\x00'::bytea || uuid_send(e.subject_id) || int8send(e.seq) || e.hash) "
        "FROM engine_entry e WHERE e.subject_id = l.subject_id AND e.seq = l.seq",
    )
    assert verified().findings == [Finding("head.root", at=12)]


def test_with_everything_made_anew_a_head_kept_elsewhere_shows_it(case: UUID, db_world: Urls) -> None:
    kept = heads()
    rewrite_chain(db_world.owner, case)
    for table in ("engine_leaf", "engine_treehead", "engine_treeprogress"):
        tamper(db_world.owner, f"DELETE FROM {table}")
    sequence(SIGNER, AT)
    assert verified().is_whole  # nothing in here can tell any more
    assert verified(known_heads=kept).findings == [Finding("head.root", at=12)]


@pytest.mark.parametrize("with_subject", [False, True])
def test_a_tail_that_was_cut_shows(with_subject: bool, case: UUID, db_world: Urls) -> None:
    ids = entry_ids(case)
    tamper(db_world.owner, "DELETE FROM engine_body WHERE entry_id = %s", ids[3])
    tamper(db_world.owner, "DELETE FROM engine_entry WHERE id = %s", ids[3])
    if with_subject:  # and the subject told to end one earlier
        tamper(
            db_world.owner,
            "UPDATE engine_subject s SET last_seq = 3, head = e.hash FROM engine_entry e "
            "WHERE s.id = %s AND e.id = %s",
            case,
            ids[2],
        )
    report = verified()
    assert report.first("leaf.cut") == Finding("leaf.cut", case, None, 4, 10)
    assert (report.first("chain.end") is None) is with_subject
    if not with_subject:
        assert report.first("chain.end") == Finding("chain.end", case, ids[2], 3)


def test_a_tail_cut_before_the_tree_took_it_in_shows_at_the_subject(case: UUID, db_world: Urls) -> None:
    extend(case)
    last = entry_ids(case)[-1]
    tamper(db_world.owner, "DELETE FROM engine_entry WHERE id = %s", last)
    tamper(db_world.owner, "DELETE FROM engine_body WHERE entry_id = %s", last)
    assert checks(verified()) == {"chain.end"}


def test_an_entry_put_in_between_or_taken_out_breaks_the_chain(case: UUID, db_world: Urls) -> None:
    ids = entry_ids(case)
    tamper(db_world.owner, "DELETE FROM engine_entry WHERE id = %s", ids[1])
    assert verified().first("chain.link") == Finding("chain.link", case, ids[2], 3)


BODIES = {
    "changed": "UPDATE engine_body SET sealed = sealed || 'x'::bytea WHERE entry_id = %s AND compartment = 'facts'",
    "changed with its digest": "UPDATE engine_body SET sealed = 'x', digest = sha256('x') "
    "WHERE entry_id = %s AND compartment = 'health'",
    "another digest": "UPDATE engine_body SET digest = sha256('x') WHERE entry_id = %s AND compartment = 'facts'",
    "removed": "DELETE FROM engine_body WHERE entry_id = %s AND compartment = 'facts'",
    "all removed": "DELETE FROM engine_body WHERE entry_id = %s",
    "in another compartment": "UPDATE engine_body SET compartment = 'legal' "
    "WHERE entry_id = %s AND compartment = 'facts'",
    "in another file": "UPDATE engine_body SET subject_id = gen_random_uuid() WHERE entry_id = %s",
    "added": "INSERT INTO engine_body SELECT entry_id, recorded_at, subject_id, 'legal', keyset_id, sealed, digest "
    "FROM engine_body WHERE entry_id = %s AND compartment = 'facts'",
}


@pytest.mark.parametrize("change", BODIES)
def test_a_body_that_is_not_the_one_vouched_for_is_named(change: str, case: UUID, db_world: Urls) -> None:
    second = entry_ids(case)[1]
    tamper(db_world.owner, BODIES[change], second)
    report = verified()
    assert checks(report) == {"body"}
    assert report.first("body") == Finding("body", case, second, 2)


def test_a_body_without_an_entry_is_named(case: UUID, db_world: Urls) -> None:
    last = entry_ids(case)[3]
    tamper(db_world.owner, "DELETE FROM engine_entry WHERE id = %s", last)
    assert verified().first("body") == Finding("body", case, last)


LEAVES = {
    "UPDATE engine_leaf SET leaf_hash = sha256('x') WHERE index = 5": ("leaf.hash", 5),
    "DELETE FROM engine_leaf WHERE index = 5": ("leaf.place", 6),
    "DELETE FROM engine_leaf WHERE index = 11": ("head.missing_leaves", 12),
    "DELETE FROM engine_treehead": ("head.unsigned_leaves", 12),
    "UPDATE engine_treehead SET at = at + interval '1 hour'": ("head.signature", 12),
    "UPDATE engine_treehead SET signature = substr(signature, 1, 63)": ("head.signature", 12),
    "UPDATE engine_treehead SET key_id = 'another'": ("head.key", 12),
    "UPDATE engine_treehead SET root = sha256('x')": ("head.root", 12),
}


@pytest.mark.parametrize("change", LEAVES)
def test_a_tree_that_was_touched_shows(change: str, case: UUID, db_world: Urls) -> None:
    tamper(db_world.owner, change)
    check, at = LEAVES[change]
    found = verified().first(check)
    assert found is not None
    assert found.at == at


def test_a_head_signed_by_somebody_else_is_not_trusted(case: UUID) -> None:
    extend(case)
    sequence(Signer(b"the seed of somebody else: 32 or more bytes"), AT)
    assert verified().findings == [Finding("head.key", at=13)]


def test_a_sample_registered_by_a_room_is_asked(case: UUID) -> None:
    @verify.sample("invented")
    def drifted(cursor: Any) -> Iterator[Finding]:
        cursor.execute("SELECT count(*) FROM engine_duty")
        yield Finding("sample.invented", case, None, None, cursor.fetchone()[0])

    try:
        assert verified().findings == [Finding("sample.invented", case, None, None, 0)]
        assert verified(samples=False).is_whole
    finally:
        del verify._samples["invented"]


def test_it_refuses_to_run_inside_a_transaction(case: UUID) -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        verified()


def test_the_report_for_programs(case: UUID, db_world: Urls) -> None:
    tamper(db_world.owner, "UPDATE engine_entry SET outcome = 'x' WHERE id = %s", entry_ids(case)[0])
    told = json.loads(json.dumps(verified().as_json()))
    assert told["whole"] is False
    assert told["findings"] == [
        {"check": "header.columns", "subject": str(case), "entry": entry_ids(case)[0], "seq": 1}
    ]


def test_the_figure_counts_every_entry(case: UUID) -> None:
    figure = verify.ratio(connection)
    assert figure["entries"] == 12
    assert figure["ratio"] > 0
