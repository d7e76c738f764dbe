"""What is owed is answered: for each duty the act by which whoever works with it meets it, sooner or later."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from tutela.cases.actions import ReviewWaiver
from tutela.cases.words import SaidThrough
from tutela.engine.actions import Action
from tutela.guidelines.g02_identification.actions import AcceptReferral
from tutela.guidelines.g02_identification.asylum_actions import RecordAsylumStep
from tutela.guidelines.g02_identification.decision_actions import DecideConclusive, DecideReasonableGrounds
from tutela.guidelines.g02_identification.words import AsylumStep
from tutela.guidelines.g04_law.actions import GrantRecoveryPeriod, RecordStayOfRemoval, ReviewStay
from tutela.guidelines.g04_law.permit_actions import PermitGranted
from tutela.guidelines.g04_law.words import ReviewOutcome, StayBecause, StayGround
from tutela.guidelines.g05_enforcement.actions import ChargeDropped, SendLetter
from tutela.guidelines.g05_enforcement.custody_actions import ReleaseRecorded
from tutela.guidelines.g05_enforcement.inquiry_actions import InvestigationEnded, OpenInvestigation
from tutela.guidelines.g05_enforcement.pursuit_actions import JudgmentGiven, PreventionTaken
from tutela.guidelines.g05_enforcement.steps_actions import OfferPartner, PlanProtection
from tutela.guidelines.g05_enforcement.steps_words import PLAN_NEEDS, PartnerAnswer
from tutela.guidelines.g05_enforcement.undoing_actions import UndoingMoved
from tutela.guidelines.g05_enforcement.words import (
    Agreement,
    CourtOutcome,
    EndedBecause,
    HowKnown,
    Origin,
    PreventionStep,
    Suspects,
    UndoStep,
)
from tutela.guidelines.g06_protection.actions import AcceptPlace, DeclinePlace
from tutela.guidelines.g06_protection.care_actions import (
    OfferService,
    ProtectPerson,
    ServiceGiven,
    ToldAfterwards,
)
from tutela.guidelines.g06_protection.care_words import StepEnd
from tutela.guidelines.g06_protection.plan_actions import AssessNeeds, EndPlanStep
from tutela.guidelines.g06_protection.words import Interpreting, Measure, ServiceKind, Topic
from tutela.guidelines.g08_children.care_actions import ReviewCare
from tutela.guidelines.g08_children.care_words import CareLooked
from tutela.guidelines.g09_remedies.actions import ClaimMoved, HelpWithClaim, PaymentReceived
from tutela.guidelines.g09_remedies.return_actions import BelongingsReturned, DemandReturn
from tutela.guidelines.g09_remedies.words import ClaimStep, HelpKind, Returned

from . import care, childhood, deciding, planning
from .cast import agency_of
from .diligence import Owed, sees, still_due
from .persons import Person
from .texts import note
from .world import Life, World

Keeper = Callable[[World, Person, Owed, str], Action | None]
_THROUGH = SaidThrough.INTERPRETER

#: Who answers for whom, where the agency sees the file.
MEMBER = {
    **care.ANSWERS, "service": "ferri", "linden": "wu", "anchor": "adeyemi", "police": "castel", "court": "quinn",
    "labour": "okoro", "monitor": "aliyev", "line": "duarte", "border": "berg", "centre": "orme",
}  # fmt: skip
#: Duties of which most lives tell by themselves how they are met.
_TOLD = (
    "referral_answer identification child_decided_first conclusive_decision recovery_period_granted shelter next_place "
    "stay_of_removal stay_review health_offer counselling_offer legal_help investigation information urgent_needs "
    "immediate_needs needs_assessment protection_after_threat charge_link_assessed letter_to_prosecutor "
    "letter_answered charge_stopped reconsideration claim_helped claim_costs_covered release service_restored "
    "return_demanded belongings_back told_afterwards urgent_review child_assessment appeal_considered "
    "charging_decision help_in_proceedings consular_information"
)
BEHIND = frozenset(_TOLD.split())


def _given(kind: ServiceKind) -> Keeper:
    return lambda w, p, d, by: ServiceGiven(case=case(p), service=kind)


def _offered(kind: ServiceKind) -> Keeper:
    return lambda w, p, d, by: OfferService(case=case(p), service=kind)


def case(p: Person) -> UUID:
    """The person's file."""
    assert p.case is not None
    return p.case


def _ref(d: Owed) -> UUID:
    return UUID(d.ref)


def _asked_for_needs(w: World, p: Person, d: Owed, by: str) -> Action:
    return AssessNeeds(
        case=case(p), asked_herself=True, interpreting=Interpreting.IN_PERSON, now=(ServiceKind.MEDICAL,),
        soon=(ServiceKind.LEGAL,), later=(ServiceKind.WORK_PERMISSION,), notes=note(w.rng, "needs", by),
    )  # fmt: skip


def _step_done(w: World, p: Person, d: Owed, by: str) -> Action:
    return EndPlanStep(case=case(p), plan_step=_ref(d), how=StepEnd.DONE, said_through=_THROUGH)


def _permit(w: World, p: Person, d: Owed, by: str) -> Action:
    ground = StayGround.CLAIM if d.rule == "residence_while_claiming" else StayGround.PROCEEDINGS
    since = w.now.date()
    p.has_permit = True
    return PermitGranted(
        case=case(p), ground=ground, since=since, until=since + timedelta(days=365), may_work=True
    )


def _recovers(w: World, p: Person, d: Owed, by: str) -> Action:
    p.recovers_from = w.now.date()
    return GrantRecoveryPeriod(case=case(p))


def _asks_for_asylum(p: Person) -> bool:
    return "asylum" in p.granted or agency_of(p.met_by) == "asylum"


def _stay_goes_on(w: World, p: Person, d: Owed, by: str) -> Action:
    over = (w.now.date() - p.recovers_from).days > RECOVERED
    ends = over and p.is_finished and p.has_permit and p.is_recognised and not _asks_for_asylum(p)
    about = {"risk_found": False} if ends else {}
    outcome = ReviewOutcome.ENDS if ends else ReviewOutcome.GOES_ON
    return ReviewStay(case=case(p), outcome=outcome, heard=True, reasons=note(w.rng, "stay", by), **about)


def _best(w: World, p: Person, d: Owed, by: str) -> Action | None:
    if by != care.ANSWERS["children"]:
        return None
    w.do(childhood.heard(w, p), by)
    return childhood.assessment(w, p)


def _informed(topic: Topic) -> Keeper:
    return lambda w, p, d, by: care.information(w, p, by, topic)


def _decided(w: World, p: Person, d: Owed, by: str) -> Action | None:
    conclusive = d.rule == "conclusive_decision"
    p.is_recognised = p.is_recognised or conclusive
    return deciding.decision(w, p, DecideConclusive if conclusive else DecideReasonableGrounds)


def _bed(w: World, p: Person, d: Owed, by: str) -> Action | None:
    """The first fitting bed is offered; whoever wants it takes it, and whoever lives elsewhere by now does not."""
    bed = w.free_bed(p)
    if bed is None or not childhood.assessed(w, p):
        return None
    if p.is_finished:
        return DeclinePlace(case=case(p), placement=care.offered(w, p, bed, 7, by), said_through=_THROUGH)
    p.placement = care.offered(w, p, bed, 60, by)
    care.moves_in(w, p, bed, 60)
    return AcceptPlace(case=case(p), placement=p.placement)


def _inquiry(w: World, p: Person, d: Owed, by: str) -> Action:
    return OpenInvestigation(
        case=case(p), origin=Origin.OWN_INITIATIVE, investigation_ref=f"K {w.rng.randint(11, 980)}"
    )


def _ended(w: World, p: Person, d: Owed, by: str) -> Action:
    why = "Charges against two organisers."
    return InvestigationEnded(case=case(p), because=EndedBecause.SENT_TO_COURT, reasons=why, reviewed=True)


def _judged(w: World, p: Person, d: Owed, by: str) -> Action:
    outcome = w.rng.choice([CourtOutcome.CONVICTED, CourtOutcome.CONVICTED, CourtOutcome.ACQUITTED])
    return JudgmentGiven(case=case(p), outcome=outcome, suspects=Suspects.PRIVATE)


def _moved(step: ClaimStep) -> Keeper:
    return lambda w, p, d, by: ClaimMoved(case=case(p), claim=_ref(d), step=step)


def _help(kind: HelpKind) -> Keeper:
    return lambda w, p, d, by: HelpWithClaim(case=case(p), claim=_ref(d), kind=kind)


def _undone(step: UndoStep) -> Keeper:
    return lambda w, p, d, by: UndoingMoved(case=case(p), undoing=_ref(d), step=step)


def _demand(w: World, p: Person, d: Owed, by: str) -> Action:
    return DemandReturn(
        case=case(p), withheld=_ref(d), to_agency=w.agencies["police"], agreement=Agreement.AGREED
    )


def _letter(w: World, p: Person, d: Owed, by: str) -> Action:
    to = w.agencies["prosecutor"]
    return SendLetter(case=case(p), charge_ref=p.charge, to_agency=to, agreement=Agreement.AGREED)


def _waiver(w: World, p: Person, d: Owed, by: str) -> Action:
    finding = "Two colleagues ill at once; the panel has named a third."
    return ReviewWaiver(case=case(p), waiver=_ref(d), was_right=True, finding=finding)


KEPT: dict[str, Keeper] = {
    "referral_answer": lambda w, p, d, by: AcceptReferral(case=case(p), referral=_ref(d)),
    "needs_assessment": _asked_for_needs,
    "safety_assessment": lambda w, p, d, by: planning.safety(w, p, by),
    "safety_review": lambda w, p, d, by: planning.safety(w, p, by),
    "care_plan": lambda w, p, d, by: planning.agreement(w, p),
    "care_plan_review": lambda w, p, d, by: planning.agreement(w, p),
    "care_plan_step": _step_done,
    "prevention": lambda w, p, d, by: PreventionTaken(case=case(p), step=w.rng.choice(list(PreventionStep))),
    "residence_for_proceedings": _permit,
    "residence_while_claiming": _permit,
    "permit_decided": _permit,
    "permit_renewed": _permit,
    "claim_helped": _help(HelpKind.LAWYER),
    "claim_costs_covered": _help(HelpKind.COURT_FEES),
    "claim_filed": _moved(ClaimStep.FILED),
    "appeal_considered": _moved(ClaimStep.APPEALED),
    "shelter": _bed,
    "next_place": _bed,
    "offered_again": _bed,
    "durable_solution": lambda w, p, d, by: childhood.for_good(w, p),
    "determination_review": lambda w, p, d, by: childhood.for_good(w, p),
    "child_care": lambda w, p, d, by: childhood.care(w, p),
    "care_review": lambda w, p, d, by: ReviewCare(case=case(p), found=CareLooked.GOES_ON, seen_herself=True),
    "investigation": _inquiry,
    "charging_decision": _ended,
    "judgment": _judged,
    "stay_of_removal": lambda w, p, d, by: RecordStayOfRemoval(case=case(p), because=StayBecause.PRESUMED),
    "stay_review": _stay_goes_on,
    "recovery_period_granted": _recovers,
    "identification": _decided,
    "child_decided_first": _decided,
    "conclusive_decision": _decided,
    "health_offer": _offered(ServiceKind.MEDICAL),
    "counselling_offer": _offered(ServiceKind.PSYCHOLOGICAL),
    "help_offered_again": _offered(ServiceKind.MEDICAL),
    "urgent_needs": _given(ServiceKind.MATERIAL),
    "immediate_needs": _given(ServiceKind.MATERIAL),
    "legal_help": _given(ServiceKind.LEGAL),
    "help_in_proceedings": _given(ServiceKind.LEGAL),
    "information": _informed(Topic.RIGHTS),
    "consular_information": _informed(Topic.CONSULATE),
    "remedies_explained": _informed(Topic.REMEDIES),
    "asylum_channel": lambda w, p, d, by: RecordAsylumStep(case=case(p), step=AsylumStep.REGISTERED),
    "asylum_decision": lambda w, p, d, by: RecordAsylumStep(case=case(p), step=AsylumStep.GRANTED),
    "return_demanded": _demand,
    "belongings_back": lambda w, p, d, by: BelongingsReturned(
        case=case(p), withheld=_ref(d), outcome=Returned.RETURNED
    ),
    "letter_to_prosecutor": _letter,
    "charge_stopped": lambda w, p, d, by: ChargeDropped(case=case(p), charge_ref=p.charge),
    "letter_answered": lambda w, p, d, by: ChargeDropped(case=case(p), charge_ref=p.charge),
    "protection_plan": lambda w, p, d, by: ProtectPerson(case=case(p), measure=Measure.SAFETY_PLAN),
    "protection_after_threat": lambda w, p, d, by: ProtectPerson(
        case=case(p), threat=_ref(d), measure=Measure.SAFETY_PLAN
    ),
    "protection_plan_review": lambda w, p, d, by: PlanProtection(
        case=case(p), covers=tuple(sorted(PLAN_NEEDS)), agreed=True
    ),
    "partner_offered": lambda w, p, d, by: OfferPartner(
        case=case(p), partner=w.agencies["door"], answer=PartnerAnswer.LATER
    ),
    "award_paid": lambda w, p, d, by: PaymentReceived(
        case=case(p), claim=_ref(d), amount_minor=p.unpaid or 300_000, currency="EUR"
    ),
    "burden_lifted": _undone(UndoStep.UNDONE),
    "undoing_taken_further": _undone(UndoStep.APPEALED),
    "service_restored": lambda w, p, d, by: OfferService(case=case(p), service=ServiceKind(d.ref)),
    "release": lambda w, p, d, by: ReleaseRecorded(case=case(p), how_known=HowKnown.PERSON_MET),
    "told_afterwards": lambda w, p, d, by: ToldAfterwards(case=case(p), health_record=_ref(d)),
    "release_seen": lambda w, p, d, by: ReleaseRecorded(case=case(p), how_known=HowKnown.PERSON_MET),
    "waiver_review": _waiver,
    "best_interests": _best,
    "best_interests_after_urgent": _best,
    "best_interests_again": _best,
    "child_programme": lambda w, p, d, by: childhood.programme(w, p),
    "child_programme_review": lambda w, p, d, by: childhood.programme(w, p),
    "child_help_health": _given(ServiceKind.MEDICAL),
    "child_help_psychosocial": _given(ServiceKind.PSYCHOLOGICAL),
    "child_help_legal": _given(ServiceKind.LEGAL),
    "child_help_schooling": _given(ServiceKind.SCHOOLING),
    "coming_of_age_plan": lambda w, p, d, by: childhood.plans_ahead(w, p),
}


#: Duties that only whoever owes them can meet: such an agency is asked for help first, where it knows of nothing yet.
THEIRS = frozenset(
    {
        "investigation",
        "identification",
        "child_decided_first",
        "stay_of_removal",
        "asylum_channel",
        "best_interests",
        "best_interests_after_urgent",
        "child_programme",
        "coming_of_age_plan",
    }
)
#: Days past its end for which something is left to those who are at it already.
PATIENCE = {"charge_stopped": 21, "letter_answered": 7}
#: Days after which the time to recover has surely reached its least length.
RECOVERED = 100
_STAYS_WITH_HER = frozenset({"safety_review", "care_plan_review", "care_plan", "needs_assessment", "release"})


def by_whom(w: World, p: Person, owed: Owed) -> list[str]:
    """Who sees the file and may answer: of the agency that owes it, then whoever stays with the person."""
    own = MEMBER.get(owed.bearer, "")
    order = (p.worker, own, p.met_by) if owed.rule in _STAYS_WITH_HER else (own, p.worker, p.met_by)
    return [m for m in dict.fromkeys(order) if m == "aliyev" or (m and sees(agency_of(m), case(p), w.now))]


def keep(w: World, p: Person, owed: Owed) -> Life:
    """Meets one duty. What nobody can meet is left: it stays overdue."""
    keeper = KEPT.get(owed.rule)
    if keeper is None or owed.rule in p.left:
        return
    if owed.rule in PATIENCE:
        yield max(w.after(minutes=5), owed.due_at + timedelta(days=PATIENCE[owed.rule]))
    own = MEMBER.get(owed.bearer, "")
    may_ask = owed.rule in THEIRS and own and owed.bearer in care.REFERRALS
    if may_ask and not sees(owed.bearer, case(p), w.now):
        by = p.worker if agency_of(p.worker) in p.granted else p.met_by
        yield from care.refer(w, p, owed.bearer, by)
    for _ in range(60):
        if still_due(owed.id) is None or _answered(w, p, owed, keeper):
            return
        yield w.office(days=3)


def _answered(w: World, p: Person, owed: Owed, keeper: Keeper) -> bool:
    """Whether somebody who sees the file, and whose work this is, met it."""
    for by in by_whom(w, p, owed):
        act = keeper(w, p, owed, by)
        if act is None:
            continue
        actor = w.actors[by]
        if type(act).who.admits(actor.sector, actor.roles):
            w.do(act, by)
            return True
    return False
