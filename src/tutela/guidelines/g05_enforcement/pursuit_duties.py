"""What the State owes against those who trafficked somebody, and to everybody who might be next (P2, P13)."""

from __future__ import annotations

from tutela.agencies.words import Sector
from tutela.engine.rules import duty, on
from tutela.guidelines.g02_identification.decision_actions import DecideConclusive, DecideReasonableGrounds

from .conditions import ended_properly, says_yes
from .inquiry_actions import InvestigationEnded, OpenInvestigation
from .pursuit_actions import JudgmentGiven, PreventionTaken, SuspectsCharged
from .words import EndedBecause


def _goes_to_court(action: InvestigationEnded) -> bool:
    return action.because is EndedBecause.SENT_TO_COURT


prevention = duty(
    "prevention",
    provisions=["P2"],
    starts=on(DecideReasonableGrounds, DecideConclusive, when=says_yes),
    owed_by=Sector.POLICE,
    within="prevention",
    met_by=on(PreventionTaken),
    once=True,
    doc="Others in the same hands are looked for, and whoever can close the place or stop the recruiter is told.",
)

charging_decision = duty(
    "charging_decision",
    provisions=["P2", "P13"],
    starts=on(OpenInvestigation),
    owed_by=Sector.PROSECUTION,
    within="charging_decision",
    met_by=on(SuspectsCharged) + on(InvestigationEnded, when=ended_properly),
    once=True,
    doc="The prosecution charges the suspects, or ends the matter with reasons that a court can look at.",
)

judgment = duty(
    "judgment",
    provisions=["P2", "P13"],
    starts=on(SuspectsCharged) + on(InvestigationEnded, when=_goes_to_court),
    owed_by=Sector.COURT,
    within="judgment",
    met_by=on(JudgmentGiven),
    once=True,
    doc="Those who were charged with the trafficking are tried within a reasonable time.",
)
