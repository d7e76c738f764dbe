"""What is owed to a child from the moment it is known: guardian, lawyer, somebody trained, an answer about its age."""

from __future__ import annotations

from tutela.agencies.words import Sector
from tutela.cases.actions import RecordAge
from tutela.cases.facts import AgeFacts, StandingFacts
from tutela.engine.rules import ACTOR, DutyRule, duty, on
from tutela.guidelines.g02_identification.actions import AskForRecognition, PresumeTrafficked
from tutela.guidelines.g05_enforcement.steps_actions import ActAtOnce
from tutela.guidelines.g06_protection.actions import PlaceTonight
from tutela.guidelines.g06_protection.care_duties import DEAD

from .age_actions import AnswerAgeChallenge, ChallengeAge
from .grown import GROWN
from .guardian_actions import AcceptAppointment, RepresentativeEnded
from .guardian_words import Office, OfficeEnd
from .rights_facts import AppointmentFacts, SideFacts, WorkerFacts
from .staff_actions import AssignToChild
from .staff_guards import in_date


def says(action: RecordAge, age: AgeFacts) -> bool | None:
    """Whether the person may be a child by what is being recorded."""
    low = action.age_low if action.age_low is not None else action.age_high
    high = action.age_high if action.age_high is not None else low
    return AgeFacts(action.age_basis, low, age.today, age.today, high).may_be_child


def _stands(office: Office, named: str, within: str, doc: str) -> DutyRule:
    """Somebody of this office at the child's side, from the moment that a presumed child is known."""

    def known(
        action: PresumeTrafficked | AskForRecognition | PlaceTonight | ActAtOnce,
        age: AgeFacts,
        side: SideFacts,
    ) -> bool:
        return age.may_be_child is not False and side.lacks(office)

    def found_young(action: RecordAge, age: AgeFacts, standing: StandingFacts, side: SideFacts) -> bool:
        return standing.is_protected and says(action, age) is not False and side.lacks(office)

    def doubted(action: ChallengeAge, standing: StandingFacts, side: SideFacts) -> bool:
        return standing.is_protected and side.lacks(office)

    def gone(action: RepresentativeEnded, age: AgeFacts, held: AppointmentFacts) -> bool:
        of_age = action.because is OfficeEnd.OF_AGE and age.may_be_child is False
        return (
            held.office == office and held.ended is not True and not of_age and age.may_be_child is not False
        )

    def taken(action: AcceptAppointment, held: AppointmentFacts) -> bool:
        return held.office == office

    return duty(
        named,
        provisions=["P10", "G8.8"],
        starts=on(PresumeTrafficked, AskForRecognition, PlaceTonight, ActAtOnce, when=known)
        + on(RecordAge, when=found_young)
        + on(ChallengeAge, when=doubted)
        + on(RepresentativeEnded, when=gone),
        owed_by=Sector.CHILD_PROTECTION,
        within=within,
        met_by=on(AcceptAppointment, when=taken),
        lapses=GROWN + DEAD,
        doc=doc,
    )


child_guardian = _stands(
    Office.GUARDIAN,
    "child_guardian",
    "guardian",
    "An independent guardian stands at the child's side within hours.",
)
child_lawyer = _stands(
    Office.LAWYER,
    "child_lawyer",
    "child_lawyer",
    "A lawyer of the child's own is there before any proceedings touch it.",
)


def _is_led(action: AssignToChild, worker: WorkerFacts) -> bool:
    return not in_date(worker.child_training_on, worker.today)


def _is_trained(action: AssignToChild, worker: WorkerFacts) -> bool:
    return in_date(worker.child_training_on, worker.today)


child_worker = duty(
    "child_worker",
    provisions=["G8.10"],
    starts=on(AssignToChild, when=_is_led),
    owed_by=ACTOR,
    within="child_phone_cover",
    met_by=on(AssignToChild, when=_is_trained),
    lapses=GROWN + DEAD,
    doc="Somebody trained for children takes over from the officer who was led by telephone.",
)
age_challenge = duty(
    "age_challenge",
    provisions=["P10"],
    starts=on(ChallengeAge),
    owed_by=Sector.CHILD_PROTECTION,
    within="age_challenge",
    met_by=on(AnswerAgeChallenge),
    lapses=DEAD,
    doc="An age that the person challenges is looked at again by somebody else.",
)
