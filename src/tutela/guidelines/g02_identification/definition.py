"""The Palermo definition of trafficking in persons, as one pure function.

    adult    an act AND a means AND a purpose of exploitation
    child    an act AND a purpose of exploitation; means are neither asked nor weighed

What is not known is never held against the person: it leaves the decision open, and an age that is not
known is read as that of a child.

Source   UN Trafficking Protocol (Palermo), art. 3; provisions G3.1, G8.1, P10
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

Code = TypeVar("Code", bound=StrEnum)


class ActElement(StrEnum):
    """What somebody did with the person: at least one."""

    RECRUITMENT = "recruitment"
    TRANSPORTATION = "transportation"
    TRANSFER = "transfer"
    HARBOURING = "harbouring"
    RECEIPT = "receipt"


class MeansElement(StrEnum):
    """How it was brought about: at least one, for adults only."""

    THREAT_OF_FORCE = "threat_of_force"
    USE_OF_FORCE = "use_of_force"
    OTHER_COERCION = "other_coercion"
    ABDUCTION = "abduction"
    FRAUD = "fraud"
    DECEPTION = "deception"
    ABUSE_OF_POWER = "abuse_of_power"
    ABUSE_OF_VULNERABILITY = "abuse_of_vulnerability"
    PAYMENT_TO_CONTROLLER = "payment_to_controller"


class PurposeElement(StrEnum):
    """The exploitation that was done or intended: at least one; the list is open (`other`).

    `exploitation_of_prostitution_of_others` means that somebody exploits the prostitution of another.
    Selling sex as an adult is no purpose of this list.
    """

    EXPLOITATION_OF_PROSTITUTION_OF_OTHERS = "exploitation_of_prostitution_of_others"
    OTHER_SEXUAL_EXPLOITATION = "other_sexual_exploitation"
    FORCED_LABOUR_OR_SERVICES = "forced_labour_or_services"
    SLAVERY = "slavery"
    PRACTICES_SIMILAR_TO_SLAVERY = "practices_similar_to_slavery"
    SERVITUDE = "servitude"
    ORGAN_REMOVAL = "organ_removal"
    OTHER = "other"


class Finding(StrEnum):
    """What is known of one thing. A thing that nobody looked into is unknown, not absent."""

    FOUND = "found"
    NOT_FOUND = "not_found"
    UNKNOWN = "unknown"


class Circumstance(StrEnum):
    """What is often raised against a person, and proves nothing: noted and answered, never weighed."""

    NO_BORDER_CROSSED = "no_border_crossed"
    ONCE_LEFT_AND_CAME_BACK = "once_left_and_came_back"
    SUSPECT_ACQUITTED = "suspect_acquitted"
    NO_CHARGE_BROUGHT = "no_charge_brought"
    ASKED_LATE = "asked_late"
    NOT_INJURED = "not_injured"
    DOES_NOT_COOPERATE = "does_not_cooperate"
    BEGAN_FREELY = "began_freely"
    CUSTOM_OR_FAMILY_AGREED = "custom_or_family_agreed"


class Outcome(StrEnum):
    """What the definition says. `open` means that something has still to be found out."""

    MET = "met"
    NOT_MET = "not_met"
    OPEN = "open"


@dataclass(frozen=True)
class Elements:
    """What is known of one person's situation; a code left out of a mapping is unknown.

    Shape    child: True under 18 at the time of the acts, False adult, None unknown or disputed
    """

    acts: Mapping[ActElement, Finding]
    means: Mapping[MeansElement, Finding]
    purposes: Mapping[PurposeElement, Finding]
    intended_only: bool = False
    consented: bool | None = None
    child: bool | None = None
    circumstances: frozenset[Circumstance] = field(default_factory=frozenset)


@dataclass(frozen=True)
class ElementReason:
    """One line of the reasoning: on which element, what was concluded, and from which findings."""

    element: str
    code: str
    counts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Verdict:
    """The outcome with a reason for each element, and whether a child's rule was applied."""

    outcome: Outcome
    reasons: tuple[ElementReason, ...]
    by_child_rule: bool

    def reason(self, element: str) -> ElementReason | None:
        """The first reason given on this element, if any."""
        return next((reason for reason in self.reasons if reason.element == element), None)


def decide(elements: Elements) -> Verdict:
    """Hold what is known against the definition, element by element."""
    acts = _state(ActElement, elements.acts)
    purposes = _state(PurposeElement, elements.purposes)
    reasons = [_age_reason(elements.child), _reason("act", ActElement, elements.acts)]
    required = [acts, purposes]
    means: Finding | None = None

    # INVARIANT: unless the person is known to be an adult, `elements.means` is not even read
    # (tests/g02/test_definition.py, poisoned means).
    if elements.child is False:
        means = _state(MeansElement, elements.means)
        required.append(means)
        reasons.append(_reason("means", MeansElement, elements.means))
    else:
        reasons.append(_means_not_needed(elements.child))

    reasons.append(_reason("purpose", PurposeElement, elements.purposes))
    if elements.intended_only and purposes is Finding.FOUND:
        reasons.append(ElementReason("purpose", "purpose.intent_is_enough"))
    reasons += _consent_reason(elements, means)
    reasons += [
        ElementReason("circumstance", f"circumstance.{it.value}") for it in sorted(elements.circumstances)
    ]
    return Verdict(_all_of(required), tuple(reasons), by_child_rule=elements.child is not False)


def _all_of(required: Iterable[Finding]) -> Outcome:
    """One element missing: not met. All found: met. Otherwise something is still unknown: open."""
    states = set(required)
    if Finding.NOT_FOUND in states:
        return Outcome.NOT_MET
    return Outcome.OPEN if Finding.UNKNOWN in states else Outcome.MET


def _state(codes: type[Code], findings: Mapping[Code, Finding]) -> Finding:
    """An element is found if one of its codes is; it is absent only if every code was looked for in vain."""
    states = {findings.get(code, Finding.UNKNOWN) for code in codes}
    if Finding.FOUND in states:
        return Finding.FOUND
    return Finding.UNKNOWN if Finding.UNKNOWN in states else Finding.NOT_FOUND


def _reason(element: str, codes: type[Code], findings: Mapping[Code, Finding]) -> ElementReason:
    state = _state(codes, findings)
    return ElementReason(element, f"{element}.{state.value}", _codes_with(state, codes, findings))


def _codes_with(state: Finding, codes: type[Code], findings: Mapping[Code, Finding]) -> tuple[str, ...]:
    return tuple(code.value for code in codes if findings.get(code, Finding.UNKNOWN) is state)


def _age_reason(child: bool | None) -> ElementReason:
    if child is None:
        return ElementReason("age", "age.unknown_read_as_child")
    return ElementReason("age", "age.child" if child else "age.adult")


def _means_not_needed(child: bool | None) -> ElementReason:
    return ElementReason(
        "means", "means.not_asked_for_child" if child else "means.not_needed_while_age_unknown"
    )


def _consent_reason(elements: Elements, means: Finding | None) -> list[ElementReason]:
    """Consent never changes the outcome; these lines say why, where consent is claimed."""
    if not elements.consented:
        return []
    if elements.child:
        return [ElementReason("consent", "consent.never_for_child")]
    if elements.child is None:
        return [ElementReason("consent", "consent.nothing_while_age_unknown")]
    if means is Finding.FOUND:
        return [ElementReason("consent", "consent.nothing_once_means_used")]
    if means is Finding.UNKNOWN:
        return [ElementReason("consent", "consent.nothing_until_means_known")]
    return [ElementReason("consent", "consent.not_what_decides")]


def none_found(codes: type[Code]) -> dict[Code, Finding]:
    """Every code looked for and not found: the only way in which an element is absent."""
    return dict.fromkeys(codes, Finding.NOT_FOUND)


def found(*codes: Code) -> dict[Code, Finding]:
    """These codes found; the rest stays unknown."""
    return dict.fromkeys(codes, Finding.FOUND)
