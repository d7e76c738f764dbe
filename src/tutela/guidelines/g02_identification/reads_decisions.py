"""What a decision-maker reads: which decisions wait, and what others on this file have ticked, with who and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from tutela.agencies.models import Member
from tutela.agencies.reads import named
from tutela.cases.models import Case
from tutela.cases.reads import Person, person
from tutela.engine.access import Actor, acting
from tutela.engine.models import Duty, Entry

from .models import Decision, Presumption, Screening

#: The duties that end with a decision, and the action that gives it.
DECIDES = {
    "identification": "decide_reasonable_grounds",
    "conclusive_decision": "decide_conclusive",
    "reconsideration": "decide_reconsideration",
}
#: What is shown of the journal beside ticks: that somebody presumed, referred, or asked.
_SAID = ("presume_trafficked", "refer_person", "ask_for_recognition")
PAGE = 200


@dataclass(frozen=True)
class Waiting:
    """A decision that the actor's agency owes.

    Shape  decision_id: the decision to look at again, for a reconsideration
    """

    person: Person
    rule: str
    started_at: datetime
    due_at: datetime | None
    decision_id: UUID | None

    @property
    def action(self) -> str:
        """The action that gives this decision."""
        return DECIDES[self.rule]


@dataclass(frozen=True)
class Source:
    """What somebody recorded on this file, with who and when. Ticks are their author's, not a finding.

    Shape  kind: presumption, screening, decision, or an action's name; found, absent: codes of the definition by part
    """

    kind: str
    at: datetime
    agency: str
    member: str
    found: dict[str, tuple[str, ...]] = field(default_factory=dict)
    absent: dict[str, tuple[str, ...]] = field(default_factory=dict)
    screening: Screening | None = None
    decision: Decision | None = None


PARTS = ("acts", "means", "purposes")


def waiting(actor: Actor, at: datetime) -> list[Waiting]:
    """The decisions that the actor's agency owes: children first, then by what is due next."""
    with acting(actor):
        duties = list(
            Duty.objects.filter(rule__in=DECIDES, state="open", bearer_agency_id=actor.agency_id).order_by(
                "due_at"
            )[:PAGE]
        )
        cases = {c.pk: c for c in Case.objects.filter(pk__in={d.subject_id for d in duties})}
    found = [
        Waiting(person(cases[d.subject_id], at), d.rule, d.started_at, d.due_at, _id(d.ref))
        for d in duties
        if d.subject_id in cases
    ]
    far = datetime.max.replace(tzinfo=at.tzinfo)
    return sorted(found, key=lambda w: (not w.person.reads_as_child, w.due_at or far))


def clock_of(actor: Actor, case_id: UUID, action: str) -> tuple[datetime, datetime] | None:
    """When the clock of this decision began and ends; None where the actor's agency does not owe it."""
    rules = [rule for rule, gives in DECIDES.items() if gives == action]
    with acting(actor):
        owed = Duty.objects.filter(
            rule__in=rules, subject_id=case_id, state="open", bearer_agency_id=actor.agency_id
        )
        found = owed.order_by("due_at").values_list("started_at", "due_at").first()
    return (found[0], found[1]) if found and found[1] else None


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def evidence(actor: Actor, case_id: UUID) -> list[Source]:
    """What is on file about the elements, newest first: within what the actor reads."""
    with acting(actor):
        presumed = list(Presumption.objects.filter(case_id=case_id))
        decided = list(Decision.objects.filter(case_id=case_id))
        screened = _screened(case_id)
        said = list(
            Entry.objects.filter(subject_id=case_id, action__in=_SAID, outcome__in=("done", "recorded")).only(
                "act_id", "action", "occurred_at", "actor_id"
            )
        )
        who = _members(
            [*(p.member_id for p in presumed), *(d.decided_by for d in decided), *(s.member_id for s in screened),
             *(e.actor_id for e in said)]
        )  # fmt: skip
    ticked = {p.act_id for p in presumed}
    found = [Source("presumption", p.presumed_at, *_of(who, p.member_id), found=_codes(p)) for p in presumed]
    found += [_decision(d, who) for d in decided]
    found += [Source("screening", s.begun_at, *_of(who, s.member_id), screening=s) for s in screened]
    found += [
        Source(e.action, e.occurred_at, *_of(who, e.actor_id))
        for e in {e.act_id: e for e in said if e.act_id not in ticked}.values()
    ]
    return sorted(found, key=lambda source: source.at, reverse=True)


def _screened(case_id: UUID) -> list[Screening]:
    """The screenings that became part of a file: the agency's own, and for who decides those of others."""
    return list(Screening.objects.raw("SELECT * FROM tutela_screened(%s)", [case_id]))


def decisions(actor: Actor, case_id: UUID) -> list[Source]:
    """The decisions on a file with their elements, newest first."""
    with acting(actor):
        decided = list(Decision.objects.filter(case_id=case_id).order_by("-decided_at"))
        who = _members(d.decided_by for d in decided)
    return [_decision(d, who) for d in decided]


def _members(ids: Iterable[UUID]) -> dict[UUID, tuple[str, str]]:
    found = Member.objects.filter(pk__in=set(ids)).select_related("agency")
    return {m.pk: (named(m.agency.names), m.name) for m in found}


def _of(who: dict[UUID, tuple[str, str]], member_id: UUID) -> tuple[str, str]:
    return who.get(member_id, ("", ""))


def _codes(presumption: Presumption) -> dict[str, tuple[str, ...]]:
    return {part: tuple(getattr(presumption, part)) for part in PARTS}


def _decision(decision: Decision, who: dict[UUID, tuple[str, str]]) -> Source:
    def with_finding(finding: str) -> dict[str, tuple[str, ...]]:
        return {
            part: tuple(code for code, said in (decision.elements.get(part) or {}).items() if said == finding)
            for part in PARTS
        }

    return Source(
        "decision",
        decision.decided_at,
        *_of(who, decision.decided_by),
        found=with_finding("found"),
        absent=with_finding("not_found"),
        decision=decision,
    )
