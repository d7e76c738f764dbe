"""Reading for programs. Everything goes through the rooms' `reads.py`, which take the actor."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import get_language
from ninja import Query, Router, Status

from tutela.cases import reads
from tutela.doors import documents, words
from tutela.doors import figures as say
from tutela.doors.now import clock
from tutela.engine.figures import NoFigure, TooLong
from tutela.engine.measures import measures
from tutela.engine.models import Entry
from tutela.engine.registry import rules
from tutela.instrument.coverage import compute_coverage
from tutela.instrument.provisions import all_provisions
from tutela.instrument.results import RESULTS_FILE, current_digest, read_results
from tutela.people import bodies, identities
from tutela.people.keystore.store import KeyDestroyed, KeyStoreDown

from . import schemas
from .tokens import actor_of

router = Router()
NOT_HERE = {401: schemas.DeniedOut, 404: schemas.DeniedOut, 422: schemas.InvalidOut}
MOST = 2_147_483_647
_BEFORE = Query(None, ge=1, le=MOST)
_BY = Query([], max_length=3)


def _not_here() -> Status[dict[str, Any]]:
    code = "access.subject"
    return Status(404, {"result": "denied", "code": code, "text": words.reason_text(code)})


def _shut(code: str) -> Status[dict[str, Any]]:
    return Status(503, {"result": "denied", "code": code, "text": words.reason_text(code)})


def _now() -> datetime:
    return clock()().astimezone(UTC)


@router.get("/cases", response={200: schemas.PeopleOut, **NOT_HERE}, operation_id="cases", tags=["Reading"])
def cases(request: HttpRequest, after: str | None = Query(None, max_length=120)) -> Any:
    """Files that the member's agency sees: children first, then by what is due next."""
    found = reads.case_list(actor_of(request), _now(), after)
    return Status(200, {"rows": found.rows, "after": found.after})


@router.get(
    "/cases/{uuid:case}", response={200: schemas.CaseOut, **NOT_HERE}, operation_id="case", tags=["Reading"]
)
def case(request: HttpRequest, case: UUID) -> Any:
    """One file: the person, what is owed, what went wrong."""
    page = reads.case_page(actor_of(request), case, _now())
    if page is None:
        return _not_here()
    return Status(200, {
        "person": page.person,
        "compartments": sorted(page.compartments),
        "rights": [_duty(right, case) for right in page.rights],
        "breaches": [
            {
                "id": b.pk, "rule": b.rule, "text": words.breach_label(b.rule), "provisions": b.provisions,
                "opened_at": b.opened_at, "ended_at": b.ended_at, "answered_at": b.answered_at,
            }
            for b in page.breaches
        ],
    })  # fmt: skip


@router.get(
    "/cases/{uuid:case}/timeline",
    response={200: schemas.TimelineOut, **NOT_HERE},
    operation_id="timeline",
    tags=["Reading"],
)
def timeline(request: HttpRequest, case: UUID, before: int | None = _BEFORE) -> Any:
    """The journal of one file, newest first, as far as the member reads it."""
    actor = actor_of(request)
    if reads.case_head(actor, case, _now()) is None:
        return _not_here()
    found = reads.timeline(actor, case, before=before)
    return Status(200, {"lines": [_line(line) for line in found.lines], "before": found.before})


@router.post(
    "/cases/{uuid:case}/written",
    response={200: schemas.WrittenOut, 503: schemas.DeniedOut, **NOT_HERE},
    operation_id="open_written",
    tags=["Reading"],
)
def written(
    request: HttpRequest,
    case: UUID,
    body: schemas.PurposeIn,
    entry: int | None = _BEFORE,
    before: int | None = _BEFORE,
) -> Any:
    """Opens what entries say, for a purpose: of one act, or a page of them. It is on record first."""
    actor, now = actor_of(request), _now()
    if reads.case_head(actor, case, now) is None:
        return _not_here()
    try:
        found = bodies.written(actor, case, body.purpose, now, seq=entry, before=before)
    except KeyStoreDown:
        return _shut("written.shut")
    return Status(200, {"rows": [asdict(row) for row in found.rows], "before": found.before})


@router.post(
    "/cases/{uuid:case}/name",
    response={200: schemas.NameOut, 503: schemas.DeniedOut, **NOT_HERE},
    operation_id="open_name",
    tags=["Reading"],
)
def name(request: HttpRequest, case: UUID, body: schemas.PurposeIn) -> Any:
    """Opens who the person is, for a purpose. The reading is on record before it is given."""
    try:
        found = identities.open_identity(actor_of(request), case, body.purpose, _now())
    except (identities.NoIdentity, KeyDestroyed):
        return _not_here()
    except KeyStoreDown:
        return _shut("keystore.down")
    rows = [
        {"kind": one.kind, "value": one.text(), "language": one.language, "corrected": one.corrected}
        for one in found
        if one.kind != "photo"
    ]
    return Status(200, {"details": rows})


@router.get(
    "/cases/{uuid:case}/documents/{str:name}",
    response={200: schemas.DocumentOut, 409: schemas.DeniedOut, **NOT_HERE},
    operation_id="document",
    tags=["Reading"],
)
def document(request: HttpRequest, case: UUID, name: str) -> Any:
    """What a document of a file says, in the reader's language: as far as the member reads the file."""
    try:
        said = documents.text_of(actor_of(request), case, name, get_language() or "en", _now())
    except documents.NoDocument as reason:
        code = str(reason)
        if code.startswith("access."):
            return _not_here()
        return Status(409, {"result": "denied", "code": code, "text": words.reason_text(code)})
    return Status(200, asdict(said))


@router.get("/owed", response={200: schemas.OwedOut, **NOT_HERE}, operation_id="owed", tags=["Reading"])
def owed(request: HttpRequest) -> Any:
    """What the member's agency owes, children first, then the most overdue."""
    now = _now()
    found = reads.owed(actor_of(request), now)
    rows = [_duty(right, right.case_id) for right in found.rows]
    return Status(200, {"rows": rows, "unseen": [_unseen(row, now) for row in found.unseen]})


@router.get(
    "/instrument", response=list[schemas.ProvisionOut], operation_id="instrument", auth=None, tags=["Reading"]
)
def instrument(request: HttpRequest) -> Any:
    """All provisions of the instrument, in the reader's language. Open to everybody."""
    language, shown = get_language() or "en", _coverage()["provisions"]
    return [
        {
            "id": p.id, "group": p.group, "title": p.title(language), "plain": p.plain(language),
            "acceptance": p.acceptance(language), "kinds": [k.value for k in p.kinds],
            "status": shown[p.id]["status"],
        }
        for p in all_provisions()
    ]  # fmt: skip


@router.get("/coverage", response=schemas.CoverageOut, operation_id="coverage", auth=None, tags=["Reading"])
def coverage(request: HttpRequest) -> Any:
    """What the stories show of each provision. Open to everybody."""
    return _coverage()


@router.get("/figures", response=list[schemas.MeasureOut], operation_id="figures", tags=["Reading"])
def figures(request: HttpRequest) -> Any:
    """Every figure that can be asked for, what it can be split by, and what its columns count."""
    return [
        {
            "name": m.name, "title": say.title(m), "about": say.about(m), "provisions": m.provisions,
            "by": m.by, "columns": m.columns,
        }
        for m in measures.values()
    ]  # fmt: skip


@router.get(
    "/figures/{str:name}",
    response={200: schemas.FigureOut, 503: schemas.DeniedOut, **NOT_HERE},
    operation_id="figure",
    tags=["Reading"],
)
def figure(
    request: HttpRequest,
    name: str,
    by: list[str] = _BY,
    since: date | None = None,
    until: date | None = None,
) -> Any:
    """One figure, de-identified; who is not the monitor gets small cells kept back, or their own agency's only."""
    try:
        found, shown = say.read(actor_of(request), name, by, since, until)
    except NoFigure:
        return _not_here()
    except TooLong:
        code = "figure.too_long"
        return Status(503, {"result": "denied", "code": code, "text": words.reason_text(code)})
    return Status(
        200, {**say.as_values(found), "title": shown.title, "reading": shown.reading, "notes": shown.notes}
    )


def _coverage() -> dict[str, Any]:
    """Computed once for each file of results: everybody may ask, and it reads every rule."""
    return _computed(RESULTS_FILE.stat().st_mtime_ns if RESULTS_FILE.exists() else 0)


@lru_cache(maxsize=1)
def _computed(results_of: int) -> dict[str, Any]:
    return compute_coverage(rules(), read_results(), current_digest())


def _duty(right: reads.Right, case_id: UUID | None) -> dict[str, Any]:
    duty = right.duty
    return {
        "id": duty.pk,
        "case": case_id,
        "rule": duty.rule,
        "text": words.duty_label(duty.rule),
        "provisions": duty.provisions,
        "bearer": right.bearer,
        "state": right.state(_now()),
        "started_at": duty.started_at,
        "due_at": duty.due_at,
        "escalated_to": duty.escalated_to,
    }


def _unseen(row: dict[str, Any], now: datetime) -> dict[str, Any]:
    late = row["due_at"] is not None and row["due_at"] < now
    shown = {"case": None, "text": words.duty_label(row["rule"]), "bearer": ""}
    return {**row, **shown, "state": "overdue" if late else "owed"}


def _line(line: reads.Line) -> dict[str, Any]:
    entry = line.entry
    return {
        "seq": entry.seq,
        "act_id": entry.act_id,
        "action": entry.action,
        "label": words.label(entry.action),
        "outcome": entry.outcome,
        "provisions": entry.provisions,
        "occurred_at": entry.occurred_at,
        "recorded_at": entry.recorded_at,
        "agency": line.agency,
        "followed": [_followed(one) for one in line.followed],
    }


def _followed(entry: Entry) -> dict[str, str]:
    rule = str(entry.detail.get("rule", ""))
    text = words.breach_label(rule) if entry.outcome.startswith("breach.") else words.duty_label(rule)
    return {"outcome": entry.outcome, "rule": rule, "text": text}
