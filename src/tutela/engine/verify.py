"""Verifying the journal: that nothing was rewritten, moved, cut off or left out, and where, if anything was.

One snapshot of the database is read, as the engine's role. Every hash of a chain and of the tree is computed
anew here; what only compares tables with each other is asked of the database, set by set. Each check names
the subject and the entry of what it found first.

    chain.hash     an entry's hash is not that of its header and the hash before it
    chain.link     an entry does not follow the one before it
    chain.number   the numbers of a chain do not run from 1 without a gap
    chain.end      a chain does not end where its subject says it does
    header.*       the columns of an entry say something else than its header; a header is no JSON
    body           a sealed body is not the one that the header vouches for, is missing, or has no entry
    leaf.*         a leaf of the tree is not its entry's, has no entry, or is out of place
    head.*         a signed head does not follow from the leaves, is not signed, or by a key nobody trusts
    sample.*       something computed from the journal and kept beside it has drifted (see `sample`)
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from statistics import median
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from . import verify_chains as chains
from . import verify_tables as tables
from . import verify_tree as tree
from .findings import Finding
from .signing import trusted_key_ids

__all__ = ["Finding", "Report", "ratio", "sample", "verify_chains"]

#: Findings that are told of one check; the first ones, by entry.
MOST = 20
Sample = Callable[[Any], Iterable[Finding]]
_samples: dict[str, Sample] = {}


def sample(name: str) -> Callable[[Sample], Sample]:
    """Registers a check of something kept beside the journal, such as `due_at`; it is given a cursor.

    Shape    name: its findings' check is `sample.name`
    """

    def register(check: Sample) -> Sample:
        _samples[name] = check
        return check

    return register


@dataclass
class Report:
    """What was verified, and what was found.

    Shape    findings: the first of each check, by entry; waiting: entries that the sequencer has not taken
             in yet; seconds: how long each check took
    """

    entries: int = 0
    subjects: int = 0
    leaves: int = 0
    heads: int = 0
    waiting: int = 0
    findings: list[Finding] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        """Whether nothing was found."""
        return not self.findings

    def first(self, check: str) -> Finding | None:
        """The first finding of a check, or of a family of checks (`leaf`)."""
        return next((f for f in self.findings if f.check == check or f.check.startswith(f"{check}.")), None)

    def as_json(self) -> dict[str, Any]:
        """The report for programs."""
        plain = asdict(self)
        plain["findings"] = [finding.as_json() for finding in self.findings]
        return {"whole": self.is_whole, **plain}


def verify_chains(
    connection: BaseDatabaseWrapper,
    *,
    known_heads: Collection[tree.Head] = (),
    trusted: Collection[str] | None = None,
    samples: bool = True,
) -> Report:
    """Verify the whole journal in one snapshot. `known_heads` are heads that somebody kept elsewhere.

    Reads    Entry, Body, Subject, Leaf, TreeHead; what the samples ask for
    Raises   RuntimeError: called inside a transaction
    """
    report = Report()
    trusted = trusted_key_ids() if trusted is None else trusted
    with _snapshot(connection) as cursor:
        with _timed(report, "chains"):
            found = chains.verify(connection, cursor)
            report.entries, report.subjects = found.entries, len(found.ends)
            _keep(report, found.findings)
        with _timed(report, "tables"):
            _keep(report, chains.numbers(cursor))
            _keep(report, tables.headers_and_bodies(cursor))
            _keep(report, tables.leaves(cursor))
        with _timed(report, "tree"):
            grown = tree.verify(connection, cursor, known_heads, trusted)
            report.leaves, report.heads = grown.leaves, grown.heads
            _keep(report, grown.findings)
        report.waiting = tables.waiting(cursor)
        if samples:
            with _timed(report, "samples"):
                for check in _samples.values():
                    _keep(report, check(cursor))
    report.findings.sort(key=lambda finding: (finding.entry_id is None, finding.entry_id or 0))
    return report


def ratio(connection: BaseDatabaseWrapper, *, times: int = 5) -> dict[str, float]:
    """Verification of the chains against bare SHA-256 of the same bytes, taken in turns; medians.

    Shape    entries; verify_s: fetching, hashing and linking every entry; bare_s: hashing alone, of the same
             bytes in memory; fetch_s: fetching them alone; ratio: verify_s / bare_s; ratio_with_fetching:
             verify_s / (fetch_s + bare_s); entries_per_second: verified
    """
    taken: list[tuple[float, float, float]] = []
    with _snapshot(connection) as cursor:
        for _ in range(times):
            begun = time.perf_counter()
            entries = chains.verify(connection, cursor).entries
            verify_s = time.perf_counter() - begun
            taken.append((verify_s, *chains.bare_seconds(connection, cursor)))
    verify_s, bare_s, fetch_s = (median(column) for column in zip(*taken, strict=True))
    return {
        "entries": entries,
        "verify_s": verify_s,
        "bare_s": bare_s,
        "fetch_s": fetch_s,
        "ratio": verify_s / bare_s if bare_s else 0.0,
        "ratio_with_fetching": verify_s / (fetch_s + bare_s) if bare_s else 0.0,
        "entries_per_second": entries / verify_s if verify_s else 0.0,
    }


@contextmanager
def _snapshot(connection: BaseDatabaseWrapper) -> Iterator[Any]:
    """One unchanging view of the database, in the engine's role, in which nothing can be written."""
    with transaction.atomic(using=connection.alias, durable=True), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SET LOCAL ROLE tutela_engine")
        yield cursor


@contextmanager
def _timed(report: Report, what: str) -> Iterator[None]:
    begun = time.perf_counter()
    yield
    report.seconds[what] = round(time.perf_counter() - begun, 3)


def _keep(report: Report, found: Iterable[Finding]) -> None:
    """Keep the first findings of each check: those of the smallest entry ids."""
    by_check: dict[str, list[Finding]] = {}
    for finding in found:
        by_check.setdefault(finding.check, []).append(finding)
    for same in by_check.values():
        same.sort(key=lambda finding: finding.entry_id or 0)
        report.findings += same[:MOST]


def subjects_of(report: Report) -> set[UUID]:
    """The subjects that findings name."""
    return {finding.subject_id for finding in report.findings if finding.subject_id}
