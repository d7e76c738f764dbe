"""What a claim makes others owe: help, filing in time, payment, and a right to stay until it ends."""

from __future__ import annotations

from tutela.agencies.words import Sector
from tutela.engine.rules import duty, named_in, on, sector_named_in
from tutela.guidelines.g04_law.permit_actions import (
    EndPermit,
    PermitGranted,
    PermitRefused,
    RecordRightToStay,
)

from .actions import ClaimMoved, HelpWithClaim, OpenClaim, PaymentReceived
from .conditions import (
    covers_costs,
    ends_the_last,
    is_a_lawyer,
    is_back,
    is_in_time,
    is_known,
    is_known_in_time,
    is_known_late,
    is_late,
    lost_while_claiming,
    needs_a_permit,
    pays_all,
    pays_the_last,
    was_answered,
    was_awarded_money,
    was_awarded_otherwise,
    was_carried_out,
    was_closed,
    was_filed,
    was_overturned,
    was_refused,
)
from .return_actions import BelongingsReturned, BelongingsWithheld, DemandReturn

_CLOSED = on(ClaimMoved, when=was_closed)


def _is_a_citizen(action: RecordRightToStay) -> bool:
    return action.citizen is True


claim_filed = duty(
    "claim_filed",
    provisions=["G9.1", "G4.9", "P17"],
    starts=on(OpenClaim, when=is_in_time) + on(ClaimMoved, when=is_known_in_time),
    owed_by=Sector.LEGAL_AID,
    within="claim_filing",
    met_by=on(ClaimMoved, when=was_filed),
    lapses=_CLOSED + on(ClaimMoved, when=is_known),
    ref="claim",
    on_day="file_by",
    doc="The claim is filed well before its last day; whoever is to file it is told ahead.",
)

late_claim_pleaded = duty(
    "late_claim_pleaded",
    provisions=["G9.1", "G4.9", "P17"],
    starts=on(OpenClaim, when=is_late) + on(ClaimMoved, when=is_known_late),
    owed_by=Sector.LEGAL_AID,
    within="late_claim",
    met_by=on(ClaimMoved, when=was_filed),
    lapses=_CLOSED + on(ClaimMoved, when=is_known),
    ref="claim",
    doc="A claim whose last day has passed is filed all the same, with the request to admit it.",
)

claim_helped = duty(
    "claim_helped",
    provisions=["G9.2", "G4.9"],
    starts=on(OpenClaim),
    owed_by=Sector.LEGAL_AID,
    within="legal_help",
    met_by=on(HelpWithClaim, when=is_a_lawyer),
    lapses=_CLOSED,
    ref="claim",
    doc="A lawyer helps to bring the claim.",
)

claim_costs_covered = duty(
    "claim_costs_covered",
    provisions=["G9.2", "G4.9"],
    starts=on(OpenClaim),
    owed_by=Sector.LEGAL_AID,
    within="claim_costs",
    met_by=on(HelpWithClaim, when=covers_costs),
    lapses=_CLOSED,
    ref="claim",
    doc="Fees, travel and an interpreter are covered: nobody gives up a claim for want of money.",
)

appeal_considered = duty(
    "appeal_considered",
    provisions=["P17", "G9.1"],
    starts=on(ClaimMoved, when=was_refused),
    owed_by=Sector.LEGAL_AID,
    within="appeal_advice",
    met_by=on(ClaimMoved, when=was_answered),
    ref="claim",
    on_day="appeal_by",
    doc="A claim that was refused is taken further, or given up by the person's own word.",
)

award_paid = duty(
    "award_paid",
    provisions=["P17", "G9.1"],
    starts=on(ClaimMoved, when=was_awarded_money),
    owed_by=sector_named_in("enforcer", Sector.COURT),
    within="award_payment",
    met_by=on(PaymentReceived, when=pays_all),
    lapses=on(ClaimMoved, when=was_overturned),
    ref="claim",
    doc="What was awarded is paid, to the last cent.",
)

remedy_given = duty(
    "remedy_given",
    provisions=["P17", "G9.1"],
    starts=on(ClaimMoved, when=was_awarded_otherwise),
    owed_by=sector_named_in("enforcer", Sector.COURT),
    within="award_payment",
    met_by=on(ClaimMoved, when=was_carried_out),
    lapses=on(ClaimMoved, when=was_overturned),
    ref="claim",
    doc="A remedy that is no money is given: care, training, things, a clean record.",
)

residence_while_claiming = duty(
    "residence_while_claiming",
    provisions=["G9.3", "P17"],
    starts=on(OpenClaim, when=needs_a_permit) + on(PermitRefused, EndPermit, when=lost_while_claiming),
    owed_by=Sector.IMMIGRATION,
    within="residence_decision",
    met_by=on(PermitGranted),
    lapses=on(ClaimMoved, when=ends_the_last)
    + on(PaymentReceived, when=pays_the_last)
    + on(RecordRightToStay, when=_is_a_citizen),
    compartment="status",
    doc="A right to stay until the last claim is decided and paid.",
)

return_demanded = duty(
    "return_demanded",
    provisions=["P17", "G9.1"],
    starts=on(BelongingsWithheld),
    owed_by=Sector.PROTECTION_OFFICE,
    within="return_demanded",
    met_by=on(DemandReturn),
    lapses=on(BelongingsReturned, when=is_back),
    ref="withheld",
    doc="What was taken from the person is demanded back.",
)

belongings_back = duty(
    "belongings_back",
    provisions=["P17", "G9.1"],
    starts=on(DemandReturn),
    owed_by=named_in("to_agency"),
    within="belongings_returned",
    met_by=on(BelongingsReturned, when=is_back),
    ref="withheld",
    doc="What was taken is brought back, or replaced.",
)
