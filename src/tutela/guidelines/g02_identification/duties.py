"""Duties of identification: nobody waits without a clock."""

from __future__ import annotations

from tutela.agencies.words import Sector
from tutela.cases.consent_actions import WithdrawConsent
from tutela.cases.facts import ConsentFacts, StandingFacts
from tutela.cases.words import FileKind, Standing
from tutela.engine.rules import duty, named_in, on

from . import asylum_duties
from .actions import (
    AcceptReferral,
    AskForRecognition,
    CompleteReferral,
    DeclineReferral,
    PresumeTrafficked,
    ReferPerson,
)
from .decision_actions import (
    DecideConclusive,
    DecideReasonableGrounds,
    DecideReconsideration,
    RequestReconsideration,
    is_positive,
)

__all__ = ["asylum_duties"]


def _has_still_to_be_decided(action: AskForRecognition | PresumeTrafficked, standing: StandingFacts) -> bool:
    """Nothing was decided for the person yet: who was told no may ask again, and it is never too late."""
    return standing.standing not in (Standing.REASONABLE_GROUNDS, Standing.IDENTIFIED)


def _goes_to_the_authority(action: PresumeTrafficked, standing: StandingFacts) -> bool:
    """Help needs no identification: a file that stays with one organisation asks the authority for nothing."""
    return standing.file_kind != FileKind.NGO_ONLY and _has_still_to_be_decided(action, standing)


def _carried_a_referral(action: WithdrawConsent, given: ConsentFacts) -> bool:
    return given.carries_referral is True


identification = duty(
    "identification",
    provisions=["G2.1", "P2"],
    starts=on(PresumeTrafficked, when=_goes_to_the_authority)
    + on(AskForRecognition, when=_has_still_to_be_decided),
    owed_by=Sector.COMPETENT_AUTHORITY,
    within="identification_reasonable_grounds",
    met_by=on(DecideReasonableGrounds, DecideConclusive),
    doc="The competent authority decides whether there are reasonable grounds, from the presumption or the request on.",
)

conclusive_decision = duty(
    "conclusive_decision",
    provisions=["G2.1", "P2"],
    starts=on(DecideReasonableGrounds, when=is_positive),
    owed_by=Sector.COMPETENT_AUTHORITY,
    within="identification_conclusive",
    met_by=on(DecideConclusive),
    once=True,
    doc="The competent authority decides conclusively, element by element.",
)

reconsideration = duty(
    "reconsideration",
    provisions=["G2.1"],
    starts=on(RequestReconsideration),
    owed_by=Sector.COMPETENT_AUTHORITY,
    within="reconsideration",
    met_by=on(DecideReconsideration),
    ref="decision",
    doc="Somebody else looks at the decision again, while all protection stays.",
)

referral_answer = duty(
    "referral_answer",
    provisions=["G2.1", "G2.3"],
    starts=on(ReferPerson),
    owed_by=named_in("to_agency"),
    within="referral_answer",
    met_by=on(AcceptReferral, DeclineReferral, CompleteReferral),
    lapses=on(WithdrawConsent, when=_carried_a_referral),
    ref="referral",
    in_hours="answer_hours",
    doc="Whoever receives a referral answers it: yes, no with a reason, or done.",
)
