"""Duties on asylum, and on who is not identified as trafficked: nobody is dropped."""

from __future__ import annotations

from collections.abc import Callable

from tutela.agencies.words import Purpose, Sector
from tutela.cases.facts import StandingFacts
from tutela.cases.words import FileKind
from tutela.engine.rules import ACTOR, Trigger, duty, on
from tutela.guidelines.g04_law.actions import AssertRisk
from tutela.guidelines.g06_protection.care_actions import OfferService
from tutela.guidelines.g06_protection.words import ServiceKind

from .actions import AnswerScreening, ExpireScreening, RaiseCase, ReferPerson
from .asylum_actions import AskForAsylum, EndAsylum, OfferOtherHelp, RecordAsylumStep
from .decision_actions import (
    DecideConclusive,
    DecideReasonableGrounds,
    DecideReconsideration,
    MakeDecisionFinal,
)
from .facts import AsylumFacts, ScreeningFacts
from .form_files import screening_form
from .forms import Setting
from .screening import child_from, indication, prune
from .words import AsylumEnd, AsylumStep, Way


def _asks(action: RaiseCase) -> bool:
    return action.asks_for_asylum is True


def _fears_and_may_be_told(action: AssertRisk, asylum: AsylumFacts, standing: StandingFacts) -> bool:
    """Asserted danger is fear of going back, unless a claim runs; a file of one organisation stays there."""
    return asylum.open is not True and standing.file_kind != FileKind.NGO_ONLY


def _is_registered(action: RecordAsylumStep) -> bool:
    return action.step is AsylumStep.REGISTERED


def _is_decided(action: RecordAsylumStep) -> bool:
    return action.step in (AsylumStep.GRANTED, AsylumStep.REFUSED)


def _is_withdrawn(action: EndAsylum) -> bool:
    return action.because is AsylumEnd.WITHDRAWN


def _declines(way: Way) -> Callable[[OfferOtherHelp], bool]:
    def declined(action: OfferOtherHelp) -> bool:
        return way in action.declined

    return declined


def _is_for(way: Way) -> Callable[[ReferPerson], bool]:
    def referred(action: ReferPerson) -> bool:
        return action.purpose == Purpose(way.value)

    return referred


def _is_medical(action: OfferService) -> bool:
    return action.service is ServiceKind.MEDICAL


def _is_negative(action: DecideReasonableGrounds) -> bool:
    return not action.positive


def _is_upheld(action: DecideReconsideration) -> bool:
    return action.upheld


def _comes_to_nothing(action: AnswerScreening, screening: ScreeningFacts) -> bool:
    """A finished screening that asks for no referral, and of which no file came."""
    if not action.finished or screening.has_case is True or screening.setting is None:
        return False
    form = screening_form(Setting(screening.setting), screening.form_version)
    kept = prune(form, dict(action.answers))  # type: ignore[arg-type]  # `apply` has checked the answers
    return indication(form, kept, child_from(kept)).is_below_threshold


def _offers_all(action: OfferOtherHelp) -> bool:
    return set(action.offered) == set(Way)


asylum_channel = duty(
    "asylum_channel",
    provisions=["G2.7", "G1.6"],
    starts=on(AskForAsylum) + on(RaiseCase, when=_asks) + on(AssertRisk, when=_fears_and_may_be_told),
    owed_by=Sector.ASYLUM,
    within="asylum_channel",
    met_by=on(RecordAsylumStep),
    declined_by=on(EndAsylum, when=_is_withdrawn) + on(OfferOtherHelp, when=_declines(Way.ASYLUM)),
    compartment="status",
    doc="A wish for asylum, or fear of going back, reaches the asylum authority, which registers it.",
)

asylum_decision = duty(
    "asylum_decision",
    provisions=["G2.7", "G1.6"],
    starts=on(RecordAsylumStep, when=_is_registered),
    owed_by=Sector.ASYLUM,
    within="asylum_decision",
    met_by=on(RecordAsylumStep, when=_is_decided),
    declined_by=on(EndAsylum, when=_is_withdrawn),
    compartment="status",
    doc="The asylum authority decides on the claim.",
)

#: What is decided against recognition, before or after it is final.
AGAINST = (
    on(DecideReasonableGrounds, DecideConclusive, when=_is_negative)
    + on(DecideReconsideration, when=_is_upheld)
    + on(MakeDecisionFinal)
)
_ALSO_MEETS: dict[Way, tuple[Trigger, ...]] = {
    Way.HEALTH: on(OfferService, when=_is_medical),
    Way.ASYLUM: on(AskForAsylum),
}

other_help = {
    way: duty(
        f"other_help_{way.value}",
        provisions=["G2.1", "G2.7", "P8"]
        if way in (Way.ASYLUM, Way.SMUGGLING_PROTECTION)
        else ["G2.1", "P8"],
        starts=AGAINST,
        owed_by=ACTOR,
        within="other_help_offered",
        met_by=on(ReferPerson, when=_is_for(way)) + _ALSO_MEETS.get(way, ()),
        declined_by=on(OfferOtherHelp, when=_declines(way)),
        once=True,
        doc=doc,
    )
    for way, doc in {
        Way.LABOUR_RIGHTS: "Whoever says no offers a way to rights at work: wages, hours, safety.",
        Way.ASYLUM: "Whoever says no offers a way to asylum.",
        Way.HEALTH: "Whoever says no offers a way to health care.",
        Way.SMUGGLING_PROTECTION: "Whoever says no offers a way to the protection of smuggled people.",
    }.items()
}

other_help_screened = duty(
    "other_help_screened",
    provisions=["G2.1", "G2.7", "P8"],
    starts=on(AnswerScreening, when=_comes_to_nothing),
    owed_by=ACTOR,
    within="other_help_offered",
    met_by=on(OfferOtherHelp, when=_offers_all),
    lapses=on(ExpireScreening),
    doc="Who is screened without an indication is told what else there is: nobody goes away with nothing.",
)
