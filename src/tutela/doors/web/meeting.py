"""What would meet a right that is still open: the acts that its rule names, with their forms filled in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from tutela.agencies.words import Sector
from tutela.cases.reads import Person, Right
from tutela.doors import words
from tutela.engine.access import Actor
from tutela.engine.actions import Action, registry
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
#: Acts that open the way to what meets a duty, where another does the last step: (act, fields).
LEADING = {
    "child_guardian": ("appoint_representative", {"office": "guardian"}),
    "child_lawyer": ("appoint_representative", {"office": "lawyer"}),
}
#: Who helps whoever owes it: before others stands only what their own agency owes.
HELPERS = frozenset(
    {Sector.CHILD_PROTECTION, Sector.COORDINATION, Sector.HEALTH, Sector.HELPLINE, Sector.LEGAL_AID, Sector.NGO,
     Sector.PROTECTION, Sector.PROTECTION_OFFICE, Sector.SHELTER}
)  # fmt: skip
#: How many acts that are owed stand above all groups.
AT_ONCE = 6
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
    "family_told": ("after_death", {"step": "family_told"}),
    "inquest_asked_for": ("after_death", {"step": "inquest_asked_for"}),
    "remains_returned": ("after_death", {"step": "remains_as_wished"}),
    "family_rights": ("after_death", {"step": "rights_explained"}),
    "asylum_channel": ("record_asylum_step", {"step": "registered"}),
    "help_in_proceedings": ("service_given", {"service": "legal"}),
    "child_help_physical": ("service_given", {"service": "material"}),
    "child_help_health": ("service_given", {"service": "medical"}),
    "child_help_psychosocial": ("service_given", {"service": "psychological"}),
    "child_help_legal": ("service_given", {"service": "legal"}),
    "child_help_schooling": ("service_given", {"service": "schooling"}),
    "child_help_housing": ("service_given", {"service": "housing"}),
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
    for action in _ways(duty.rule):
        is_bed = action.name in TO_BEDS and found
        if not is_bed and doable.may_try(action, actor) and action.needs in compartments:
            fields = tuple(_fields(action, duty, rule.ref, person).items())
            found.append(Step(words.label(action), doable.url_of(action, person.id), fields))
    return found


def letting_in(
    right: Right, person: Person, actor: Actor, compartments: frozenset[str], has_died: bool
) -> Step | None:
    """How whoever owes a right is shown the file: a referral, or after a death sight by law; None for one's own."""
    duty = right.duty
    action = registry.get("grant_access" if has_died else "refer_person")
    is_theirs = duty.state == "open" and duty.bearer_agency_id is not None and not _is_own(duty, actor)
    if not is_theirs or not doable.may_try(action, actor) or action.needs not in compartments:
        return None
    fields = {"to_agency": str(duty.bearer_agency_id)} | ({"basis": "legal_duty"} if has_died else {})
    return Step(words.label(action), doable.url_of(action, person.id), tuple(fields.items()))


def _ways(rule: str) -> list[type[Action]]:
    """The acts that meet a duty, after the one that leads to them."""
    lead = [registry.get(LEADING[rule][0])] if rule in LEADING else []
    return list(dict.fromkeys([*lead, *(trigger.action for trigger in rules.duties[rule].met_by)]))


def _is_own(duty: Duty, actor: Actor) -> bool:
    return duty.bearer_agency_id == actor.agency_id


def _is_ours(duty: Duty, actor: Actor) -> bool:
    return duty.rule not in OWN or _is_own(duty, actor)


def _fields(action: type[Action], duty: Duty, ref: str | None, person: Person) -> dict[str, str]:
    names = {spec.name for spec in action.specs()}
    act, given = FILLED.get(duty.rule) or LEADING.get(duty.rule, ("", {}))
    fields = dict(given) if act == action.name else {}
    if ref and ref in names and duty.ref:
        fields[ref] = duty.ref
    if "language" in names and person.languages:
        fields["language"] = person.languages[0]
    return fields


@dataclass(frozen=True)
class Choices:
    """What can be done on a file: what is owed now first, then all by need."""

    now: list[doable.Link]
    groups: list[doable.Group]


def first(
    groups: list[doable.Group],
    rights: list[Right],
    case_id: UUID,
    actor: Actor,
    ways: list[Step],
) -> Choices:
    """Acts that meet an open right first, the most urgent of one's own agency before all, each saying which.

    A bed is chosen on its own page.

    Shape  ways: the buttons beside the rights, the most urgent right first
    """
    meets, rank = _met(rights, actor)
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
        return sorted(marked, key=lambda one: rank.get(one.name, len(rank)))

    done = [replace(g, acts=linked(g.acts), facts=linked(g.facts)) for g in groups]
    mine = _met([r for r in rights if actor.sector in HELPERS or _is_own(r.duty, actor)], actor)[1]
    owed = [one for g in done for one in (*g.acts, *g.facts) if one.name in mine]
    now = sorted({one.url: one for one in owed}.values(), key=lambda one: rank[one.name])
    return Choices([_filled(one, ways) for one in now[:AT_ONCE]], sorted(done, key=_needs_nothing))


def _filled(link: doable.Link, ways: Iterable[Step]) -> doable.Link:
    """The same with what the most urgent right that it meets already says."""
    step = next((one for one in ways if one.url == link.url), None)
    return replace(link, fields=step.fields) if step else link


def url_of(action: type[Action], case_id: UUID | None, actor: Actor) -> str:
    """Where an act is done for this person: a bed is chosen from those that fit, not typed into a form."""
    if case_id is not None and action.name in TO_BEDS and may_place(actor):
        return reverse("case_beds", args=[case_id])
    return doable.url_of(action, case_id)


def _met(rights: Iterable[Right], actor: Actor) -> tuple[dict[str, list[str]], dict[str, int]]:
    """By act, what it would meet, and its place: duties of one's own agency first, each as their clocks run."""
    meets: dict[str, list[str]] = {}
    running = [r for r in rights if r.duty.state == "open" and r.duty.rule in rules.duties]
    for right in sorted(running, key=lambda one: not _is_own(one.duty, actor)):
        if _is_ours(right.duty, actor):
            rule = rules.duties[right.duty.rule]
            for name in (action.name for action in _ways(rule.name)):
                meets.setdefault(name, []).append(words.duty_label(rule.name))
    return meets, {name: place for place, name in enumerate(meets)}


def _needs_nothing(group: doable.Group) -> bool:
    return group.need == doable.AGAINST or not any(link.meets for link in (*group.acts, *group.facts))
