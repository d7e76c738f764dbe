"""What would meet a right that is still open: the acts that its rule names, with their forms filled in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from tutela.cases.reads import Person, Right
from tutela.doors import words
from tutela.engine.access import Actor
from tutela.engine.actions import Action
from tutela.engine.models import Duty
from tutela.engine.rules import rules
from tutela.guidelines.g06_protection.beds import may_place

from . import doable

#: Duties that somebody without a roof is owed: a bed is looked for first.
PLACES = ("shelter", "next_place", "offered_again")
#: What nobody but the agency that owes it can meet.
OWN = ("referral_answer",)
#: Acts whose page for one person is the list of beds.
TO_BEDS = ("offer_place", "place_tonight")
#: What a form is filled with, by the duty that it would meet: (act, fields).
FILLED = {
    "information": ("inform_person", {"topics": "rights"}),
    "remedies_explained": ("inform_person", {"topics": "remedies"}),
    "urgent_needs": ("service_given", {"service": "material"}),
    "immediate_needs": ("service_given", {"service": "material"}),
    "health_offer": ("offer_service", {"service": "medical", "in_return_for": "nothing"}),
    "counselling_offer": ("offer_service", {"service": "psychological", "in_return_for": "nothing"}),
    "legal_help": ("service_given", {"service": "legal"}),
    "consular_information": ("inform_person", {"topics": "consulate"}),
    "other_help_labour_rights": ("refer_person", {"purpose": "labour_rights"}),
    "other_help_asylum": ("refer_person", {"purpose": "asylum"}),
    "other_help_health": ("refer_person", {"purpose": "health"}),
    "other_help_smuggling_protection": ("refer_person", {"purpose": "smuggling_protection"}),
    "asylum_channel": ("record_asylum_step", {"step": "registered"}),
    "help_in_proceedings": ("service_given", {"service": "legal"}),
    "claim_filed": ("claim_moved", {"step": "filed"}),
    "late_claim_pleaded": ("claim_moved", {"step": "filed"}),
    "claim_helped": ("help_with_claim", {"kind": "lawyer", "state": "given"}),
    "appeal_considered": ("claim_moved", {"step": "appealed"}),
    "remedy_given": ("claim_moved", {"step": "enforced"}),
    "belongings_back": ("belongings_returned", {"outcome": "returned"}),
    "record_cleared": ("undoing_moved", {"step": "record_cleared"}),
    "burden_lifted": ("undoing_moved", {"step": "undone"}),
    "undoing_taken_further": ("undoing_moved", {"step": "appealed"}),
}


@dataclass(frozen=True)
class Step:
    """A button beside a right; without fields it is a link."""

    label: str
    url: str
    fields: tuple[tuple[str, str], ...] = ()
    is_link: bool = False


def steps(right: Right, person: Person, actor: Actor, compartments: frozenset[str]) -> list[Step]:
    """What this actor could do now that would meet the right; nothing where it is for others to do."""
    duty = right.duty
    rule = rules.duties.get(duty.rule)
    if duty.state != "open" or rule is None or not _is_ours(duty, actor):
        return []
    found = []
    if duty.rule in PLACES and may_place(actor):
        found.append(Step(_("Find a bed"), reverse("case_beds", args=[person.id]), is_link=True))
    for action in dict.fromkeys(trigger.action for trigger in rule.met_by):
        is_bed = action.name in TO_BEDS and found
        if not is_bed and doable.may_try(action, actor) and action.needs in compartments:
            fields = tuple(_fields(action, duty, rule.ref, person).items())
            found.append(Step(words.label(action), doable.url_of(action, person.id), fields))
    return found


def _is_ours(duty: Duty, actor: Actor) -> bool:
    return duty.rule not in OWN or duty.bearer_agency_id == actor.agency_id


def _fields(action: type[Action], duty: Duty, ref: str | None, person: Person) -> dict[str, str]:
    names = {spec.name for spec in action.specs()}
    act, given = FILLED.get(duty.rule, ("", {}))
    fields = dict(given) if act == action.name else {}
    if ref and ref in names and duty.ref:
        fields[ref] = duty.ref
    if "language" in names and person.languages:
        fields["language"] = person.languages[0]
    return fields


def first(
    groups: list[doable.Group], rights: Iterable[Right], case_id: UUID, actor: Actor
) -> list[doable.Group]:
    """The same groups with acts that meet an open right first, each saying which; a bed is chosen on its own page."""
    meets: dict[str, list[str]] = {}
    for right in rights:
        rule = rules.duties.get(right.duty.rule)
        if right.duty.state == "open" and rule is not None and _is_ours(right.duty, actor):
            for name in dict.fromkeys(t.action.name for t in rule.met_by):
                meets.setdefault(name, []).append(words.duty_label(rule.name))
    beds = reverse("case_beds", args=[case_id]) if may_place(actor) else ""

    def linked(links: list[doable.Link]) -> list[doable.Link]:
        marked = [
            replace(
                one,
                meets=" · ".join(dict.fromkeys(meets.get(one.name, ()))),
                url=beds if beds and one.name in TO_BEDS else one.url,
            )
            for one in links
        ]
        return sorted(marked, key=lambda one: not one.meets)

    done = [replace(g, acts=linked(g.acts), facts=linked(g.facts)) for g in groups]
    return sorted(done, key=_needs_nothing)


def url_of(action: type[Action], case_id: UUID | None, actor: Actor) -> str:
    """Where an act is done for this person: a bed is chosen from those that fit, not typed into a form."""
    if case_id is not None and action.name in TO_BEDS and may_place(actor):
        return reverse("case_beds", args=[case_id])
    return doable.url_of(action, case_id)


def _needs_nothing(group: Any) -> bool:
    return not any(link.meets for link in (*group.acts, *group.facts))
