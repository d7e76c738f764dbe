"""Guards on case conferences: nothing about her without her, and nobody comes to whom she did not agree."""

from __future__ import annotations

from tutela.agencies.facts import AuthorFacts
from tutela.engine.rules import Reason, guard

from .conference_actions import AnswerConference, CallConference
from .conference_facts import AgreedToFacts
from .conference_words import HerPart
from .words import SaidThrough


@guard(CallConference, provisions=["G6.6"], instead=["record_consent"])
def who_comes_has_her_consent(
    action: CallConference, author: AuthorFacts, yes: AgreedToFacts
) -> Reason | None:
    """Each agency that comes has a consent of hers, which still holds on the day of the conference."""
    lacking = yes.lacking(action.agencies, author.agency_id, action.on_day)
    return Reason("conference.no_consent", params=(("n", str(len(lacking))),)) if lacking else None


@guard(CallConference, provisions=["G6.6", "P8"], instead=["inform_person"])
def nothing_about_her_against_her_word(action: CallConference) -> Reason | None:
    """Where she does not want to be talked about, nobody comes together about her."""
    return Reason("conference.she_says_no") if action.her_part is HerPart.SAYS_NO else None


@guard(CallConference, AnswerConference, provisions=["G6.6"], instead=["book_interpreter"])
def her_part_is_her_own_word(action: CallConference | AnswerConference) -> Reason | None:
    """She is asked herself, in words that she understands; staff do not answer for her."""
    return Reason("conference.not_asked") if action.said_through is SaidThrough.STAFF_ONLY else None
