"""Duties through proceedings: a plan that outlives them, measures decided, a partner, care for whoever is found."""

from __future__ import annotations

from tutela.agencies.facts import AuthorFacts
from tutela.agencies.words import Sector
from tutela.cases.actions import ReviewUrgentAct
from tutela.engine.rules import ACTOR, DutyRule, duty, on
from tutela.guidelines.g02_identification.actions import PresumeTrafficked, ReferPerson
from tutela.guidelines.g02_identification.facts import ReceiverFacts

from .operation_actions import BeginToSaveLife, CareArrived
from .steps_actions import (
    ActAtOnce,
    AskForMeasure,
    EndProtectionPlan,
    MeasureDecided,
    OfferPartner,
    PlanProtection,
)
from .steps_words import PartnerAnswer, Ready

#: Who carries the uniform.
_MEETS = (Sector.POLICE, Sector.BORDER, Sector.LABOUR_INSPECTION)
_BEARERS = {
    Ready.SHELTER: Sector.SHELTER,
    Ready.INTERPRETERS: Sector.POLICE,
    Ready.MEDICAL: Sector.HEALTH,
    Ready.CHILD_OFFICERS: Sector.CHILD_PROTECTION,
    Ready.TRANSPORT: Sector.POLICE,
    Ready.AFTER_CARE: Sector.PROTECTION,
    Ready.PEOPLE_NOT_IDENTIFIED: Sector.PROTECTION,
}


def _by_police(action: PresumeTrafficked, author: AuthorFacts) -> bool:
    return author.sector in _MEETS


def _to_civil_society(action: ReferPerson, to: ReceiverFacts) -> bool:
    return to.sector in (Sector.NGO, Sector.SHELTER, Sector.HELPLINE)


def _said_something(action: OfferPartner) -> bool:
    return action.answer is not PartnerAnswer.DECLINES


def _declined(action: OfferPartner) -> bool:
    return action.answer is PartnerAnswer.DECLINES


def _holds(action: MeasureDecided) -> bool:
    return action.granted


protection_plan_review = duty(
    "protection_plan_review",
    provisions=["G5.8", "P9"],
    starts=on(PlanProtection),
    owed_by=Sector.PROTECTION,
    within="protection_plan_review",
    met_by=on(PlanProtection),
    lapses=on(EndProtectionPlan),
    on_day="review_on",
    doc="The protection plan is looked at again with her, after the judgment as well.",
)

measure_decided = duty(
    "measure_decided",
    provisions=["G5.8", "P9"],
    starts=on(AskForMeasure),
    owed_by=Sector.COURT,
    within="witness_measure",
    met_by=on(MeasureDecided),
    ref="witness_measure",
    compartment="whereabouts",
    doc="A measure that was asked for to protect a witness is decided.",
)

measure_review = duty(
    "measure_review",
    provisions=["G5.8"],
    starts=on(MeasureDecided, when=_holds),
    owed_by=Sector.COURT,
    within="witness_measure_review",
    met_by=on(MeasureDecided),
    ref="witness_measure",
    on_day="review_on",
    compartment="whereabouts",
    doc="A measure that protects a witness is looked at again until it ends.",
)

step_review = duty(
    "step_review",
    provisions=["G5.1"],
    starts=on(ActAtOnce),
    owed_by=Sector.COORDINATION,
    within="urgent_act_review",
    met_by=on(ReviewUrgentAct),
    doc="A step taken at once to keep somebody from harm is looked at: was it needed, was it the least.",
)

partner_offered = duty(
    "partner_offered",
    provisions=["G5.9"],
    starts=on(PresumeTrafficked, when=_by_police),
    owed_by=ACTOR,
    within="partner_offered",
    met_by=on(ReferPerson, when=_to_civil_society) + on(OfferPartner, when=_said_something),
    declined_by=on(OfferPartner, when=_declined),
    once=True,
    doc="Whoever meets the police is offered somebody of civil society at once.",
)


def _arrives(item: Ready) -> DutyRule:
    """Care of one kind, owed to whoever an emergency found."""

    def arrives(action: CareArrived) -> bool:
        return action.item is item

    return duty(
        f"care_{item}",
        provisions=["G5.6"],
        starts=on(BeginToSaveLife),
        owed_by=_BEARERS[item],
        within="operation_care",
        met_by=on(CareArrived, when=arrives),
        doc="Whoever was found in an emergency gets this care within hours.",
    )


care_after_an_emergency = {item: _arrives(item) for item in Ready}
