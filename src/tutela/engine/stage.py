"""The steps of `perform` that need more than a line each: how every outcome is carried out and written down."""

from __future__ import annotations

import inspect
import json
import uuid
from collections.abc import Callable
from datetime import datetime
from functools import cache, partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.db import DataError, IntegrityError, transaction

from . import access, alerts, constraints, duties, facts, intake, judging, profile, subjects
from .actions import CLOCK_TOLERANCE, Action, Fact, Fault, InvalidAction
from .journal import BODY_PURPOSE, Chain, Line, stamp, write
from .models import UrgentAct
from .outcomes import Denied, Done, Objection, Outcome, Refused
from .rules import rules

if TYPE_CHECKING:
    from .perform import Run

#: Terms of the profile that the engine itself asks for.
URGENT_LIMIT = "urgent_act_limit"

_after: list[Callable[[Any, UUID], None]] = []
_warn: list[Callable[[str, dict[str, str]], None]] = []


def after_change(hook: Callable[[Any, UUID], None]) -> None:
    """Registers what a room does in the same transaction once a subject's duties or facts have changed."""
    if hook not in _after:
        _after.append(hook)


def classes(action: Action) -> tuple[type[Any], ...]:
    """Every facts class that judging this action, and its duties, may need."""
    return _classes_of(type(action))


@cache
def _classes_of(cls: type[Action]) -> tuple[type[Any], ...]:
    found = dict.fromkeys(rules.classes_for(cls))
    urgent = getattr(cls, "urgent_form_of", None)
    if urgent:
        found.update(dict.fromkeys(rules.classes_for(urgent)))
    if rules.by_trigger.get(cls):
        found.update(dict.fromkeys(cls for cls, _ in duties.situation()))
    return tuple(found)


def occurred(action: Action, now: datetime) -> datetime:
    """When it happened. A time ahead of ours is a wrong clock, and becomes now (the claimed time stays on file)."""
    claimed = getattr(action, "occurred_at", None)
    return now if claimed is None else min(claimed, now)


def _clock_is_ahead(run: Run) -> bool:
    claimed = getattr(run.action, "occurred_at", None)
    return claimed is not None and claimed > run.now + CLOCK_TOLERANCE


# --- what is written ------------------------------------------------------------------------------------


def bodies(action: Action) -> dict[str, dict[str, Any]]:
    """The content of an action by compartment, as it is sealed."""
    content = action.model_dump(mode="json")
    found: dict[str, dict[str, Any]] = {}
    for spec in action.specs():
        if content[spec.name] is not None and not spec.apart:
            found.setdefault(spec.compartment or action.compartment, {})[spec.name] = content[spec.name]
    return found


def tell(run: Run, kind: str, **ids: Any) -> None:
    """Puts into the outbox what must follow: ids only."""
    payload = {"act": str(run.act_id), "subjects": [str(s) for s in run.chains or ()], **ids}
    run.cursor.execute(
        "INSERT INTO engine_outbox (kind, ids, recorded_at) VALUES (%s, %s::jsonb, %s)",
        [kind, json.dumps(payload), run.now],
    )


# --- outcomes -------------------------------------------------------------------------------------------


def denied(run: Run) -> Outcome:
    """An Act without access is denied, on the actor's own chain; a Fact without access is kept in intake."""
    assert run.standing is not None
    run.chains = None
    if isinstance(run.action, Fact):
        return intake.keep(run, "access")
    code = "access.subject" if run.standing.denied or run.gathered else "access.role"
    own = subjects.own_chain(run.cursor, run.by.member_id, run.by.agency_id, run.now)
    line = Line(own.subject_id, "denied", detail={"code": code, "asked": [str(s) for s in run.subjects]})
    write(run.cursor, {own.subject_id: own}, [line], run.moment)
    return Denied(act_id=run.act_id, code=code)


def key_reused(run: Run) -> Outcome:
    """The same key with other content: an Act is refused as such, a Fact goes to intake.

    Raises  NotSignedIn: a key that is known says nothing of who sends it
    """
    run.standing = access.standing(run.cursor, run.by, [], run.action.needs, run.now)
    run.is_denied()
    if isinstance(run.action, Fact):
        return intake.keep(run, "key_reused")
    own = subjects.own_chain(run.cursor, run.by.member_id, run.by.agency_id, run.now)
    write(
        run.cursor,
        {own.subject_id: own},
        [Line(own.subject_id, "refused", detail={"code": "key.reused"})],
        run.moment,
    )
    return Refused(act_id=run.act_id, objections=(Objection(code="key.reused"),))


def refused(run: Run, found: list[judging.Finding]) -> Outcome:
    """Writes each objection where its reason may be read, and answers with what this actor may know."""
    for finding in (f for f in found if f.failed):
        alerts.crashed(
            run.cursor,
            judging.GUARD_FAILED,
            finding.guard.name,
            run.action.name,
            run.act_id,
            run.now,
            finding.failed,
        )
    readable = _readable(run, found)
    objections = dict.fromkeys(_key(judging.as_objection(f, readable)) for f in found)
    chains = _chains_or_own(run)
    write(run.cursor, chains, _refusal_lines(run, found, chains), run.moment)
    tell(run, "refused", guards=[f.guard.name for f in found])
    return Refused(
        act_id=run.act_id,
        objections=tuple(Objection.model_validate_json(o) for o in objections),
        digest=run.action.digest().hex(),
    )


def _key(objection: Objection) -> str:
    return objection.model_dump_json()


def _readable(run: Run, found: list[judging.Finding]) -> frozenset[str]:
    if not any(f.reason.reveals for f in found) or not run.subjects:
        return frozenset({"facts"})
    return _read_by(run, run.subjects[0])


def _read_by(run: Run, subject_id: UUID) -> frozenset[str]:
    run.cursor.execute("SELECT tutela_readable(%s, %s, %s)", [run.by.agency_id, subject_id, run.now])
    return frozenset(run.cursor.fetchone()[0])


def _refusal_lines(run: Run, found: list[judging.Finding], chains: dict[UUID, Chain]) -> list[Line]:
    by_compartment: dict[str, list[judging.Finding]] = {}
    for finding in found:
        by_compartment.setdefault(finding.compartment, []).append(finding)
    content = bodies(run.action)
    lines = []
    for number, (compartment, some) in enumerate(sorted(by_compartment.items())):
        detail = {
            "guards": [f.guard.name for f in some],
            "codes": [f.reason.code for f in some],
            "strength": "absolute" if any(f.guard.strength == "absolute" for f in some) else "procedural",
        }
        provisions = tuple(sorted({p for f in some for p in f.guard.provisions}))
        for subject_id in chains:
            lines.append(
                Line(subject_id, "refused", provisions, compartment, detail, {} if number else content)
            )
    return lines


def _chains_or_own(run: Run) -> dict[UUID, Chain]:
    """The subjects' chains, or the actor's own where the action has no subject yet."""
    if run.chains:
        return run.chains
    own = subjects.own_chain(run.cursor, run.by.member_id, run.by.agency_id, run.now)
    return {own.subject_id: own}


def met_constraint(run: Run, objection: Objection) -> Outcome:
    """A database constraint said no: an Act is refused, a Fact is kept in intake."""
    if isinstance(run.action, Fact):
        return intake.keep(run, objection.code)
    detail = {"guards": [objection.guard], "codes": [objection.code], "strength": "absolute"}
    chains = _chains_or_own(run)
    content = bodies(run.action)
    lines = [Line(s, "refused", objection.provisions, "facts", detail, content) for s in chains]
    write(run.cursor, chains, lines, run.moment)
    tell(run, "refused", guards=[objection.guard])
    return Refused(act_id=run.act_id, objections=(objection,))


# --- carrying out ---------------------------------------------------------------------------------------


def locked(run: Run) -> dict[UUID, Chain]:
    """The ends of the subjects' chains, locked. Raises InvalidAction for an id of another kind of subject."""
    chains = subjects.lock(run.cursor, run.subjects)
    kinds = dict(run.action.subject_fields())
    wrong = [name for name, subject_id in run.named.items() if chains[subject_id].kind != kinds[name]]
    if wrong:
        raise InvalidAction([Fault(name, "field.not_here", {}) for name in wrong])
    return chains


@cache
def _wanted(cls: type[Action]) -> tuple[str, ...]:
    return tuple(inspect.signature(cls.apply).parameters)[1:]


def apply(run: Run) -> tuple[dict[str, Any], Objection | None]:
    """Runs the action's own `apply` in a savepoint; a constraint's no comes back as an objection."""
    new_id = uuid.uuid4() if run.action.opens else None
    try:
        with transaction.atomic():
            if new_id is not None:
                assert run.chains is not None and run.action.opens is not None
                chain = subjects.open_new(run.cursor, new_id, run.action.opens, run.by.agency_id, run.now)
                run.chains[new_id] = chain
            made = run.action.apply(**_arguments(run, new_id)) or {}
    except intake.Objected as met:
        return {}, met.objection
    except (IntegrityError, DataError) as error:
        if new_id is not None and run.chains is not None:
            run.chains.pop(new_id, None)
        return {}, constraints.objection(error, run.action, run.now)
    except ObjectDoesNotExist as error:
        field = str(getattr(error, "args", [""])[0]).split(" ")[0].lower()
        raise InvalidAction([Fault(field or "action", "field.not_here", {})]) from None
    if new_id is not None and run.action.opens is not None:
        made.setdefault(run.action.opens, new_id)
    return made, None


def _arguments(run: Run, new_id: UUID | None) -> dict[str, Any]:
    given: dict[str, Any] = {"by": run.by, "at": run.moment.occurred_at, "new": new_id, "act_id": run.act_id}
    given |= {"gathered": run.gathered, "bring_in": partial(intake.bring_in, run)}
    found = {}
    kinds = dict(run.action.subject_fields())
    for name in _wanted(type(run.action)):
        if name in given:
            found[name] = given[name]
        elif name in run.named:
            found[name] = subjects.load(kinds[name], run.named[name])
        elif name in kinds:
            found[name] = None
    return found


def consequences(run: Run, made: dict[str, Any]) -> list[duties.Change]:
    """Breaches that this Fact shows; duties that start, are met, pause or lapse."""
    assert run.chains is not None and run.gathered is not None
    subject = _main(run.chains, run.named.get(run.action.owed_on))
    if subject is None:
        return []
    scene = duties.Scene(run.cursor, run.action, run.moment, run.gathered, made, subject.subject_id)
    changes = duties.breaches(scene) + duties.wake(scene)
    if run.action.retimes:
        changes += duties.retime(scene, _age_now(run))
    _urgent(run, subject)
    if changes or run.action.opens or run.action.refreshes:
        for hook in _after:
            hook(run.cursor, subject.subject_id)
    return changes


def _age_now(run: Run) -> bool | None:
    """Whether the person may be a child, read again after the action was carried out."""
    for cls, may_be_child in duties.situation():
        return may_be_child(facts.gather(run.cursor, [cls], run.params())[cls])
    return False


def _main(chains: dict[UUID, Chain], named: UUID | None) -> Chain | None:
    """The subject that duties and breaches belong to: the one that the action says, else the case, if there is one."""
    if named is not None:
        return chains[named]
    ordered = sorted(chains.values(), key=lambda c: (c.kind != "case", c.subject_id))
    return ordered[0] if ordered else None


def _urgent(run: Run, subject: Chain) -> None:
    if getattr(run.action, "urgent_form_of", None) is None or run.gathered is None:
        return
    here = profile.current()
    term = here.term(URGENT_LIMIT, here.day(run.now))
    ends, review = duties.dues(term, [duties.clocks.ClockEvent("start", run.now)])
    UrgentAct.objects.create(
        subject_id=subject.subject_id,
        act_id=run.act_id,
        action=run.action.name,
        at=run.now,
        ends_at=ends or review or run.now,
        set_aside=list(judging.set_aside(run.action, run.gathered, run.now.date())),
    )


def written(run: Run, made: dict[str, Any], changes: list[duties.Change]) -> Outcome:
    """Writes down what was carried out, and says as much of it as the actor may know.

    What an action makes under `notes` are codes of what its author is told besides: done, and yet to be careful with.
    """
    noted = tuple(made.pop("notes", ()))
    record(run, made, changes)
    told = _open_to_actor(run, changes)
    return Done(
        act_id=run.act_id,
        made={k: str(v) for k, v in made.items()},
        started=tuple(c.rule for c in told if c.effect == "duty.started"),
        met=tuple(c.rule for c in told if c.effect == "duty.met"),
        breaches=tuple(c.rule for c in told if c.effect == "breach.opened"),
        notes=(*(("clock.ahead",) if _clock_is_ahead(run) else ()), *noted),
    )


def record(run: Run, made: dict[str, Any], changes: list[duties.Change], **more: str) -> None:
    """The entry on each subject's chain, those of duties and breaches behind it, and the row in the outbox.

    Shape    more: what else the entry says
    """
    assert run.chains is not None
    detail: dict[str, Any] = {"made": {k: str(v) for k, v in made.items()}} if made else {}
    detail |= more
    if getattr(run.action, "urgent_form_of", None):
        detail["urgent"] = True
    if _clock_is_ahead(run):
        detail["clock"] = {"claimed": stamp(run.action.occurred_at)}  # type: ignore[attr-defined]  # a Fact has it
        alerts.alert(run.cursor, "clock.ahead", run.act_id, run.now, agency=str(run.by.agency_id))
    outcome = "recorded" if isinstance(run.action, Fact) else "done"
    content = bodies(run.action)
    lines = [
        Line(s, outcome, run.action.provisions, run.action.compartment, detail, content) for s in run.chains
    ] + [c.line for c in changes]
    if lines:
        write(run.cursor, run.chains, lines, run.moment)
    tell(
        run,
        outcome,
        changes=[[c.effect, c.line.detail.get("duty") or c.line.detail.get("breach")] for c in changes],
    )


def _open_to_actor(run: Run, changes: list[duties.Change]) -> list[duties.Change]:
    """What the answer may tell: that a duty of a closed compartment started would give away what is there."""
    assert run.standing is not None
    if run.standing.sector == "system" or all(c.line.compartment == "facts" for c in changes):
        return changes
    readable = {"facts", *_read_by(run, changes[0].line.subject_id)}
    return [c for c in changes if c.line.compartment in readable]


__all__ = ["BODY_PURPOSE", "after_change", "apply", "classes", "consequences", "denied", "refused", "written"]
