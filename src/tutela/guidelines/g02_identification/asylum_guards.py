"""Guards on asylum: nobody is removed while the way is open, an appeal keeps it open, and only she withdraws."""

from __future__ import annotations

from tutela.agencies.facts import AuthorFacts
from tutela.agencies.words import ENFORCING
from tutela.cases.facts import StandingFacts
from tutela.engine import profile
from tutela.engine.rules import Reason, guard
from tutela.guidelines.g04_law.actions import RecordStayOfRemoval, RemovePerson, ReviewStay
from tutela.guidelines.g04_law.words import ReviewOutcome
from tutela.guidelines.g06_protection.words import HEARD_BY_ANOTHER, SaidThrough

from .asylum_actions import EndAsylum, OfferOtherHelp, RecordAsylumStep
from .facts import AsylumFacts
from .words import AsylumEnd, AsylumStep

#: Who may not read the right to stay is told no more than that protection applies.
_REVEALS = ("status",)
#: Term of the profile: how long an appeal may still come.
APPEAL = "asylum_appeal_window"


@guard(RemovePerson, provisions=["G1.6", "G2.7", "P11"], instead=[RecordAsylumStep, RecordStayOfRemoval])
def nobody_is_removed_while_asylum_is_open(action: RemovePerson, asylum: AsylumFacts) -> Reason | None:
    """No removal while a wish for asylum, a claim, an appeal or granted protection is on file; to no country."""
    return Reason("asylum.open", reveals=_REVEALS) if asylum.open is not False else None


@guard(ReviewStay, provisions=["G1.6", "G2.7"], instead=[ReviewStay])
def a_stay_lasts_as_long_as_the_claim(action: ReviewStay, asylum: AsylumFacts) -> Reason | None:
    """No review ends the stay of somebody whose way to asylum is open."""
    if action.outcome is not ReviewOutcome.ENDS:
        return None
    return Reason("asylum.open", reveals=_REVEALS) if asylum.open is not False else None


@guard(EndAsylum, provisions=["G1.6", "G2.7"], instead=["advise_on_contact", "refer_person"])
def a_claim_is_withdrawn_after_advice(action: EndAsylum) -> Reason | None:
    """A claim is withdrawn by the person themselves, after legal advice that is independent of who
    decides."""
    if action.because is not AsylumEnd.WITHDRAWN or action.advised is True:
        return None
    return Reason("asylum.not_advised", reveals=_REVEALS)


@guard(EndAsylum, provisions=["G1.6", "G2.7"], instead=[RecordAsylumStep])
def an_appeal_keeps_protection(action: EndAsylum, asylum: AsylumFacts) -> Reason | None:
    """A refusal becomes final when the time to appeal has passed, or the appeal was refused; never before."""
    if action.because is not AsylumEnd.REFUSAL_FINAL or asylum.state == AsylumStep.APPEAL_REFUSED:
        return None
    if asylum.state != AsylumStep.REFUSED:
        return Reason("asylum.not_refused", reveals=_REVEALS)
    if asylum.refused_at is None or asylum.now is None:
        return Reason("asylum.appeal_time", reveals=_REVEALS)
    here = profile.current()
    length = here.term(APPEAL, here.day(asylum.refused_at)).length
    if length is None or asylum.now <= here.calendar.add(asylum.refused_at, length):
        return Reason("asylum.appeal_time", reveals=_REVEALS)
    return None


@guard(EndAsylum, provisions=["G2.7", "G6.5"], instead=["inform_person"])
def the_end_of_a_claim_was_understood(action: EndAsylum, standing: StandingFacts) -> Reason | None:
    """What ends a claim was explained in a language that the person understands; where none is on file, in any."""
    known = standing.languages
    if known is not None and action.told_in is not None and (not known or action.told_in in known):
        return None
    return Reason("asylum.language", params=(("languages", ", ".join(known or ())),))


@guard(OfferOtherHelp, provisions=["P8", "G2.7"], instead=["inform_person"])
def other_help_is_declined_by_the_person(action: OfferOtherHelp, author: AuthorFacts) -> Reason | None:
    """A no to other help counts when the person says so, and to who enforces only through another."""
    if not action.declined:
        return None
    if action.said_through is SaidThrough.STAFF_ONLY:
        return Reason("declined.not_heard")
    enforces = author.sector is None or author.sector in ENFORCING
    return (
        Reason("declined.to_enforcement")
        if enforces and action.said_through not in HEARD_BY_ANOTHER
        else None
    )
