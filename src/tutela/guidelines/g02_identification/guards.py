"""Guards on identification: who agreed, who may decide, and what a decision may rest on."""

from __future__ import annotations

from datetime import date

from tutela.agencies.facts import AuthorFacts, SightFacts
from tutela.agencies.words import ONLY_BY_AGREEMENT, Compartment, Sector
from tutela.cases.facts import AgeFacts, AgreedFacts, ConsentFacts, StandingFacts
from tutela.cases.sharing import share_objection
from tutela.cases.words import FileKind
from tutela.engine import profile
from tutela.engine.rules import PROCEDURAL, Reason, Waiver, guard
from tutela.guidelines.g06_protection.care_facts import LifeFacts

from . import asylum_guards
from .actions import RaiseCase, ReferPerson
from .decision_actions import (
    DecideConclusive,
    DecideReasonableGrounds,
    DecideReconsideration,
    MakeDecisionFinal,
)
from .definition import Outcome, decide
from .facts import DecisionFacts, ReceiverFacts, ScreeningFacts
from .words import Ground

__all__ = ["asylum_guards"]

#: Who may learn a name, words or whereabouts only when the person agreed to that very thing.
ENFORCING = (Sector.POLICE, Sector.PROSECUTION, *ONLY_BY_AGREEMENT)


@guard(RaiseCase, provisions=["G2.1"], instead=["begin_screening", "open_case"])
def an_adult_agrees_to_a_file(action: RaiseCase, screening: ScreeningFacts) -> Reason | None:
    """An adult, and anyone whose age is unknown or disputed, agrees before a file is opened; a child is told."""
    if screening.age_band == "child" or action.agreed is True:
        return None
    return Reason("screening.no_agreement")


@guard(RaiseCase, provisions=["G2.1"])
def a_screening_raises_one_case(action: RaiseCase, screening: ScreeningFacts) -> Reason | None:
    """A screening becomes one file, and an expired one none."""
    if screening.has_case is not False or screening.expired is not False:
        return Reason("screening.used")
    return None


@guard(ReferPerson, provisions=["G2.1", "P8"], instead=["inform_person", "offer_service"])
def an_adult_is_referred_by_consent(action: ReferPerson, age: AgeFacts, life: LifeFacts) -> Reason | None:
    """Whoever is or may be an adult is referred only by their own consent."""
    if age.may_be_child is True or action.has_agreed or life.has_died is True:
        return None
    return Reason("referral.no_consent")


@guard(ReferPerson, provisions=["G6.6", "P8"], instead=["grant_access", "after_death"])
def nobody_agrees_for_the_dead(action: ReferPerson, life: LifeFacts) -> Reason | None:
    """After a death nobody is referred; who looks into it, and who helps the family, is let in by law."""
    return Reason("referral.after_death") if life.has_died is True else None


@guard(ReferPerson, provisions=["G6.6", "G2.1"], instead=["record_consent"])
def a_referral_rests_on_a_consent_in_force(
    action: ReferPerson, given: ConsentFacts, said: AgreedFacts
) -> Reason | None:
    """A consent that was taken back or has run out carries no referral; they are asked anew."""
    if not action.has_agreed:
        return None
    asked = {str(c) for c in action.compartments}
    return share_objection(action.consent is not None, str(action.to_agency), asked, given, said)


@guard(ReferPerson, provisions=["G6.6", "G4.6"])
def names_do_not_go_to_enforcement(action: ReferPerson, to: ReceiverFacts, age: AgeFacts) -> Reason | None:
    """Police and prosecution get no name, words or whereabouts with a referral unless the person agreed,
    or is a child.

    Immigration, border, detention and consulates get nothing at all unless she agreed, child or not.
    """
    if action.has_agreed or to.sector not in (None, *map(str, ENFORCING)):
        return None
    only_facts = set(action.compartments) <= {Compartment.FACTS}
    by_agreement = to.sector is None or to.sector in ONLY_BY_AGREEMENT
    return (
        None if not by_agreement and (only_facts or age.may_be_child is True) else Reason("referral.too_much")
    )


@guard(ReferPerson, provisions=["G6.6", "G2.1"], instead=["offer_service"])
def a_file_of_one_organisation_is_referred_by_agreement(
    action: ReferPerson, to: ReceiverFacts, standing: StandingFacts
) -> Reason | None:
    """A file that stays with one organisation goes on when the person wants it; a child's, to child protection."""
    if standing.file_kind not in (None, FileKind.NGO_ONLY) or action.has_agreed:
        return None
    return None if to.sector == Sector.CHILD_PROTECTION else Reason("grant.one_organisation")


@guard(ReferPerson, provisions=["G6.6", "P1"])
def nobody_is_referred_to_who_watches(action: ReferPerson, to: ReceiverFacts) -> Reason | None:
    """The monitor reads by its own right and takes nobody on."""
    return Reason("grant.monitor") if to.sector in (None, Sector.MONITOR, Sector.SYSTEM) else None


@guard(ReferPerson, provisions=["G6.6"], instead=["refer_person"])
def no_referral_opens_what_is_closed_to_its_sender(
    action: ReferPerson, author: AuthorFacts, sight: SightFacts
) -> Reason | None:
    """A referral shows its receiver no more than the sender sees."""
    return Reason("grant.not_yours") if sight.opens_too_much(action.compartments, author) else None


def _in_date(trained_on: date | None, today: date | None, key: str) -> bool:
    """Whether a training still holds; one that nobody recorded does not."""
    if trained_on is None or today is None:
        return False
    length = profile.current().term(key, today).length
    return length is not None and today <= profile.current().calendar.move(trained_on, length)


@guard(
    DecideReasonableGrounds,
    DecideConclusive,
    DecideReconsideration,
    MakeDecisionFinal,
    provisions=["G2.2"],
    strength=PROCEDURAL,
    waiver=Waiver.ANOTHER_AGENCY,
    instead=["refer_person"],
)
def who_decides_is_trained(
    action: DecideReasonableGrounds | MakeDecisionFinal, author: AuthorFacts
) -> Reason | None:
    """Only somebody whose training to identify is in date decides; anyone may refer."""
    if _in_date(author.identification_training_on, author.today, "training_identification_validity"):
        return None
    return Reason("decision.training_out_of_date")


@guard(
    DecideReasonableGrounds,
    DecideConclusive,
    provisions=["G4.8", "P8"],
    instead=["decide_reasonable_grounds"],
)
def only_the_elements_count(action: DecideReasonableGrounds) -> Reason | None:
    """Recognition is not refused for asking late, for not being hurt, for not cooperating or for one's status."""
    if not action.positive and action.ground is not Ground.ELEMENTS:
        return Reason("decision.ground_does_not_count", params=(("ground", action.ground.value),))
    return None


@guard(DecideReasonableGrounds, DecideConclusive, provisions=["G3.1"], instead=["decide_reasonable_grounds"])
def a_decision_follows_the_definition(action: DecideReasonableGrounds, age: AgeFacts) -> Reason | None:
    """No decision against the person while the elements found meet the definition, or while one is unknown."""
    if action.positive:
        return None
    outcome = decide(action.elements(age)).outcome
    if outcome is Outcome.MET:
        return Reason("decision.definition_is_met")
    return Reason("decision.still_open") if outcome is Outcome.OPEN else None


@guard(DecideConclusive, provisions=["G3.1"], instead=["decide_reasonable_grounds"])
def a_conclusive_yes_has_its_elements(action: DecideConclusive, age: AgeFacts) -> Reason | None:
    """A conclusive decision for the person shows which elements were found."""
    if action.positive and decide(action.elements(age)).outcome is Outcome.NOT_MET:
        return Reason("decision.definition_is_not_met")
    return None


@guard(DecideReasonableGrounds, DecideConclusive, provisions=["G8.1"], instead=["decide_conclusive"])
def means_are_not_weighed_for_a_child(action: DecideReasonableGrounds, age: AgeFacts) -> Reason | None:
    """For a child, evidence of deception, force or coercion is neither asked for nor weighed."""
    child = action.child_at_the_time if action.child_at_the_time is not None else age.when_asked
    if child is True and (action.means or action.not_means):
        return Reason("decision.means_asked_of_child")
    return None


@guard(
    DecideReasonableGrounds,
    DecideConclusive,
    provisions=["G2.1", "G6.5"],
    strength=PROCEDURAL,
    instead=["decide_reasonable_grounds"],
)
def reasons_are_understood(action: DecideReasonableGrounds, standing: StandingFacts) -> Reason | None:
    """A decision has reasons, in a language that the person understands."""
    if not action.reasons:
        return Reason("decision.no_reasons")
    return None if _is_understood(action.language, standing) else _not_understood(standing)


@guard(DecideReasonableGrounds, DecideConclusive, provisions=["G8.1", "P10"], instead=["record_age"])
def who_may_be_a_child_was_one_then(action: DecideReasonableGrounds, age: AgeFacts) -> Reason | None:
    """Nobody who may be a child today, or was one when she asked, is judged as having been an adult at the time."""
    if action.child_at_the_time is False and age.when_asked is not False:
        return Reason("decision.was_a_child")
    return None


@guard(DecideReconsideration, provisions=["G2.1"], strength=PROCEDURAL, waiver=Waiver.NOBODY)
def another_reconsiders(
    action: DecideReconsideration, before: DecisionFacts, author: AuthorFacts
) -> Reason | None:
    """Who decided first does not decide again."""
    if before.is_here is False:  # another rule says so
        return None
    if None in (before.decided_by, author.member_id) or before.decided_by == author.member_id:
        return Reason("decision.same_person")
    return None


@guard(DecideReconsideration, provisions=["G2.1", "P8"], instead=["make_decision_final"])
def nothing_is_upheld_that_nobody_asked_about(
    action: DecideReconsideration, before: DecisionFacts
) -> Reason | None:
    """A decision against is upheld only in answer to a request: otherwise the time for one would be cut short."""
    if not action.upheld or before.reconsideration_open is True or before.is_here is False:
        return None
    return Reason("decision.nobody_asked")


@guard(
    DecideReconsideration, MakeDecisionFinal, provisions=["G2.1"],
    instead=["decide_reasonable_grounds", "decide_conclusive"],
)  # fmt: skip
def there_is_such_a_decision(
    action: DecideReconsideration | MakeDecisionFinal, before: DecisionFacts
) -> Reason | None:
    """Only a decision that stands on this file is looked at again, or becomes final."""
    return None if before.is_here is True else Reason("decision.not_here")


@guard(
    DecideReconsideration,
    provisions=["G2.1", "G6.5"],
    strength=PROCEDURAL,
    instead=["decide_reconsideration"],
)
def an_upheld_no_is_understood(action: DecideReconsideration, standing: StandingFacts) -> Reason | None:
    """A decision against that stands has reasons of its own, in a language that the person understands."""
    if not action.upheld:
        return None
    if not action.reasons:
        return Reason("decision.no_reasons")
    return None if _is_understood(action.language, standing) else _not_understood(standing)


@guard(MakeDecisionFinal, DecideReconsideration, provisions=["G2.1", "P8"], instead=["decide_conclusive"])
def a_later_yes_is_not_undone(
    action: MakeDecisionFinal | DecideReconsideration, before: DecisionFacts
) -> Reason | None:
    """Only the newest decision, and one against, ends a presumption: an older no does not undo a later yes."""
    takes_nothing = isinstance(action, DecideReconsideration) and (
        not action.upheld or before.positive is True
    )
    return (
        None
        if takes_nothing or before.is_here is False or before.is_the_newest_no
        else Reason("decision.not_the_newest")
    )


@guard(MakeDecisionFinal, provisions=["G2.1", "G6.5"], instead=["inform_person"])
def a_final_no_was_understood(action: MakeDecisionFinal, standing: StandingFacts) -> Reason | None:
    """A decision against becomes final only after the person was told of it in a language of their own."""
    return None if _is_understood(action.told_in, standing) else _not_understood(standing)


def _is_understood(language: str | None, standing: StandingFacts) -> bool:
    """Whether this is one of the languages on file; where none is on file, any."""
    return standing.languages is not None and (not standing.languages or language in standing.languages)


def _not_understood(standing: StandingFacts) -> Reason:
    return Reason("decision.language", params=(("languages", ", ".join(standing.languages or ())),))


@guard(MakeDecisionFinal, provisions=["G2.1", "P8"], instead=["decide_reconsideration"])
def protection_stays_while_it_is_looked_at(action: MakeDecisionFinal, before: DecisionFacts) -> Reason | None:
    """A decision does not become final while its reconsideration is asked for, or could still be."""
    if before.is_here is False:
        return None
    if before.reconsideration_open is not False:
        return Reason("decision.reconsideration_open")
    if before.decided_at is None or before.now is None:
        return Reason("decision.reconsideration_open")
    here = profile.current()
    length = here.term("reconsideration_window", here.day(before.decided_at)).length
    if length is None or before.now <= here.calendar.add(before.decided_at, length):
        return Reason("decision.reconsideration_time")
    return None
