"""Guards on assessing an age: by her own word, by an admitted method, least intrusive first, open to challenge."""

from __future__ import annotations

from tutela.agencies.facts import AuthorFacts
from tutela.cases.facts import AgeFacts
from tutela.cases.words import SaidThrough
from tutela.engine.rules import Reason, guard

from .age_actions import AnswerAgeChallenge, ProposeAgeAssessment, admitted
from .guardian_actions import AppointRepresentative
from .guardian_words import Office
from .rights_facts import AssessmentFacts, SideFacts, TriedFacts


@guard(ProposeAgeAssessment, provisions=["P10"], instead=["inform_person"])
def nobodys_age_is_assessed_against_her_will(action: ProposeAgeAssessment) -> Reason | None:
    """An age is assessed only when the person, told what it is, says yes herself; a guardian's word is no yes."""
    asked = action.told is True and action.said_through is not SaidThrough.STAFF_ONLY
    return None if asked and action.agreed is True else Reason("age.not_agreed")


@guard(ProposeAgeAssessment, provisions=["P10"], instead=[ProposeAgeAssessment])
def only_an_admitted_method(action: ProposeAgeAssessment, tried: TriedFacts) -> Reason | None:
    """An age is assessed only by a method that the country's profile admits."""
    return None if action.method in admitted(tried.today) else Reason("age.method")


@guard(ProposeAgeAssessment, provisions=["P10"], instead=[ProposeAgeAssessment])
def the_least_intrusive_method_first(action: ProposeAgeAssessment, tried: TriedFacts) -> Reason | None:
    """Before a method comes every one that intrudes less."""
    known = admitted(tried.today)
    gentler = known[: known.index(action.method)] if action.method in known else ()
    return None if set(gentler) <= set(tried.methods or ()) else Reason("age.gentler_first")


@guard(ProposeAgeAssessment, provisions=["P10"], instead=["record_age"])
def no_age_is_assessed_without_doubt(action: ProposeAgeAssessment, age: AgeFacts) -> Reason | None:
    """Who is surely a child, or surely none, is not asked for an assessment; a doubt is put on file first."""
    return None if age.may_be_child is None else Reason("age.no_doubt")


@guard(
    ProposeAgeAssessment, provisions=["P10", "G8.8"], instead=[AppointRepresentative], child_safeguard=True
)
def a_guardian_is_there_first(action: ProposeAgeAssessment, side: SideFacts) -> Reason | None:
    """Nobody's age is assessed before a guardian stands at her side."""
    return Reason("child.no_guardian") if side.lacks(Office.GUARDIAN) else None


@guard(AnswerAgeChallenge, provisions=["P10"], instead=["refer_person"])
def a_challenge_is_answered_by_another(
    action: AnswerAgeChallenge, found: AssessmentFacts, author: AuthorFacts
) -> Reason | None:
    """Whoever assessed an age does not answer the challenge to it."""
    if author.member_id is None or found.assessed_by in (None, author.member_id):
        return Reason("age.same_person")
    return None


@guard(AnswerAgeChallenge, provisions=["P10"])
def only_a_challenge_is_answered(action: AnswerAgeChallenge, found: AssessmentFacts) -> Reason | None:
    """An age that nobody challenges, or no longer, is not decided again."""
    return None if found.challenged is True else Reason("age.not_challenged")
