"""Laws of care: no help ends for non-cooperation, no care without a yes or emergency, a withdrawal leaves none."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.g06.test_protection import TONIGHT, house, ngo, presumed
from tests.people_who_act import NOW, agency, did, made, tried
from tutela.agencies.actions import GrantAccess
from tutela.agencies.models import Grant
from tutela.agencies.words import Role, Sector
from tutela.cases.consent_actions import AnswerWithdrawal, RecordConsent, WithdrawConsent
from tutela.cases.words import TOLD_FIRST
from tutela.engine.access import Actor, acting
from tutela.engine.models import Breach, Duty
from tutela.engine.outcomes import Denied, Refused
from tutela.engine.rules import rules
from tutela.guidelines.g02_identification.actions import ReferPerson
from tutela.guidelines.g06_protection.actions import EndStay
from tutela.guidelines.g06_protection.care_actions import (
    AcceptService,
    DeclineService,
    EmergencyTreatment,
    EndService,
    OfferService,
    ProposeExamination,
    ServiceGiven,
)
from tutela.guidelines.g06_protection.care_facts import CareFacts
from tutela.guidelines.g06_protection.words import BODY_AND_MIND, CONDITIONS, Because, ServiceKind

__all__ = ["house", "ngo"]


@pytest.fixture
def clinic(ngo: Actor) -> Actor:
    """A clinic that people are referred to."""
    return agency("clinic", Sector.HEALTH, Role.HEALTH_WORKER)


def consent(by: Actor, case: UUID, to: Actor, **more: object) -> UUID:
    """A consent given with open eyes, to the health part of the file."""
    agreed = {
        "case": case, "receiver": to.agency_id, "purpose": "health", "compartments": ["facts", "health"],
        "told": sorted(TOLD_FIRST), "language": "bn", "interpreting": "in_person", "said_through": "interpreter",
        **more,
    }  # fmt: skip
    return made(did(RecordConsent.model_validate(agreed), by), "consent")


def sees(by: Actor, case: UUID, whom: Actor) -> frozenset[str]:
    """What an agency sees of a file today."""
    with acting(whom, NOW):
        live = Grant.objects.filter(case_id=case, agency_id=whom.agency_id, cut_at=None).first()
        return live.compartments if live else frozenset()


def open_breaches(by: Actor, case: UUID) -> set[str]:
    with acting(by, NOW):
        return set(Breach.objects.filter(subject_id=case, ended_at=None).values_list("rule", flat=True))


@pytest.mark.parametrize("because", sorted(CONDITIONS))
def test_no_help_ends_for_non_cooperation(ngo: Actor, because: Because) -> None:
    case = presumed(ngo)
    help_ = made(did(OfferService(case=case, service=ServiceKind.HOUSING), ngo), "offered_service")
    did(AcceptService(case=case, offered_service=help_), ngo)
    refused = tried(EndService(case=case, offered_service=help_, because=because), ngo)
    assert isinstance(refused, Refused)
    assert "service.ended_for_silence" in {o.code for o in refused.objections}


def test_no_condition_lets_any_act_end_help() -> None:
    """Every Act that ends a place or help is looked at for this very reason."""
    judged = rules.all_guards["help_does_not_end_for_silence"].actions
    assert {EndStay, EndService} == set(judged)


@given(
    service=st.sampled_from(ServiceKind),
    agreed=st.sampled_from([True, False, None]),
    in_force=st.sampled_from([True, False, None]),
)
def test_care_needs_a_yes_or_an_emergency(
    service: ServiceKind, agreed: bool | None, in_force: bool | None
) -> None:
    care = ServiceGiven(case=UUID(int=1), service=service, agreed=agreed)
    rule = rules.all_breaches["care_without_a_yes"]
    is_breach = rule.asks(care, {CareFacts: CareFacts(medical=in_force, psychological=in_force)})
    to_body_or_mind = service in BODY_AND_MIND
    assert is_breach is (to_body_or_mind and agreed is not True and (agreed is False or in_force is not True))


def test_care_after_a_no_is_a_breach_until_she_says_yes(ngo: Actor) -> None:
    case = presumed(ngo)
    help_ = made(did(OfferService(case=case, service=ServiceKind.MEDICAL), ngo), "offered_service")
    did(AcceptService(case=case, offered_service=help_), ngo)
    did(ServiceGiven(case=case, service=ServiceKind.MEDICAL), ngo)
    assert "care_without_a_yes" not in open_breaches(ngo, case)
    did(DeclineService(case=case, offered_service=help_, said_through="own_language"), ngo)
    did(ServiceGiven(case=case, service=ServiceKind.MEDICAL), ngo)
    assert "care_without_a_yes" in open_breaches(ngo, case)
    did(ProposeExamination(case=case, examination="treatment", consent="given"), ngo)
    assert "care_without_a_yes" not in open_breaches(ngo, case)


def test_an_emergency_on_file_is_no_breach(ngo: Actor) -> None:
    case = presumed(ngo)
    did(EmergencyTreatment(case=case, examination="surgery", reason="no time"), ngo)
    did(ServiceGiven(case=case, service=ServiceKind.MEDICAL), ngo)
    assert "care_without_a_yes" not in open_breaches(ngo, case)


def test_a_withdrawal_closes_the_share_and_is_answered(ngo: Actor, clinic: Actor) -> None:
    case = presumed(ngo)
    yes = consent(ngo, case, clinic)
    did(ReferPerson(case=case, to_agency=clinic.agency_id, purpose="health", consent=yes,
                    compartments=("facts", "health")), ngo)  # fmt: skip
    assert sees(ngo, case, clinic) == {"facts", "health"}
    done = did(WithdrawConsent(case=case, consent=yes, said_through="interpreter"), ngo)
    assert sees(ngo, case, clinic) == frozenset()
    assert {"stop_using", "called_back"} <= set(done.started)
    answer = AnswerWithdrawal(
        case=case, withdrawal=UUID(done.made["withdrawal"]), stopped="stopped_and_deleted"
    )
    assert "stop_using" in did(answer, clinic).met
    assert isinstance(tried(answer, clinic), Denied)


def test_what_rests_on_another_ground_stays_open(ngo: Actor, clinic: Actor) -> None:
    case = presumed(ngo)
    did(GrantAccess(case=case, to_agency=clinic.agency_id, purpose="health", basis="legal_duty"), ngo)
    yes = consent(ngo, case, clinic)
    did(GrantAccess(case=case, to_agency=clinic.agency_id, purpose="health", basis="consent", consent=yes,
                    compartments=("facts", "health")), ngo)  # fmt: skip
    assert sees(ngo, case, clinic) == {"facts", "health"}
    did(WithdrawConsent(case=case, consent=yes, said_through="interpreter"), ngo)
    assert sees(ngo, case, clinic) == {"facts"}


def test_a_share_ends_with_its_consent(ngo: Actor, clinic: Actor) -> None:
    case = presumed(ngo)
    yes = consent(ngo, case, clinic, until=TONIGHT)
    did(ReferPerson(case=case, to_agency=clinic.agency_id, purpose="health", consent=yes), ngo)
    with acting(clinic, NOW):
        live = Grant.objects.get(case_id=case, agency_id=clinic.agency_id, cut_at=None)
    assert live.until.date() == TONIGHT


def test_a_day_agreed_with_her_is_the_day_it_is_due(ngo: Actor) -> None:
    from tutela.guidelines.g06_protection.plan_actions import AgreePlan

    case = presumed(ngo)
    day = TONIGHT.replace(day=20)
    did(AgreePlan(case=case, answer="yes", said_through="own_language", language="bn", review_on=day), ngo)
    with acting(ngo, NOW):
        owed = Duty.objects.get(subject_id=case, rule="care_plan_review")
    assert owed.due_at is not None
    assert owed.due_at.date() == day
