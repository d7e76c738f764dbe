"""Setting a rule aside: once, for one act, by somebody else, within hours, and reviewed. Never an absolute one."""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from typing import Any

import pytest

from tests.people_who_act import NOW, agency, did, made, tried
from tutela.agencies.actions import EnrolMember, GrantAccess
from tutela.agencies.models import Member
from tutela.agencies.sessions import open_session
from tutela.agencies.system import system
from tutela.agencies.words import Role, Sector
from tutela.cases.actions import OpenCase, ReviewUrgentAct, ReviewWaiver, WaiveGuard
from tutela.engine.access import Actor, acting
from tutela.engine.actions import Act, registry
from tutela.engine.models import Duty, UrgentAct, Waiver
from tutela.engine.outcomes import Denied, Done, Refused
from tutela.engine.rules import Strength, rules
from tutela.guidelines.g02_identification.actions import PresumeTrafficked
from tutela.guidelines.g02_identification.decision_actions import DecideReasonableGrounds
from tutela.guidelines.g06_protection.actions import DeclinePlace, OfferPlace, PlaceTonight, RegisterPlace
from tutela.guidelines.g06_protection.care_actions import ThreatReported

TONIGHT, NEXT_WEEK = date(2026, 3, 2), date(2026, 3, 9)
SEX, UNSAFE, AGE = "a_place_fits_the_person", "a_place_is_safe", "a_place_fits_the_age"
CHILD = (
    "no_stay_without_an_assessment",
    "no_stay_without_the_childs_views",
    "nothing_is_decided_without_a_guardian",
)


@pytest.fixture
def ngo(db_world: object) -> Actor:
    return agency("harbour", Sector.NGO, Role.CASEWORKER, Role.DECISION_MAKER)


@pytest.fixture
def colleague(ngo: Actor) -> Actor:
    """Somebody else of the same agency."""
    enrol = EnrolMember(agency=ngo.agency_id, key="two", display_name="Two", roles=[Role.CASEWORKER])
    member = made(did(enrol, system("setup")), "member")
    return open_session(Member.objects.select_related("agency").get(pk=member))


@pytest.fixture
def monitor(ngo: Actor) -> Actor:
    return agency("monitor", Sector.MONITOR, Role.MONITOR, lead=True)


@pytest.fixture
def house(ngo: Actor) -> Actor:
    return agency("house", Sector.SHELTER, Role.SHELTER_WORKER, lead=True)


def bed(house: Actor, label: str = "1", **about: Any) -> uuid.UUID:
    return made(did(RegisterPlace(agency=house.agency_id, house="H", label=label, **about), house), "place")


def man(by: Actor, **about: Any) -> uuid.UUID:
    known = {"age_basis": "known", "age_low": 30, "sex": "male", **about}
    return made(did(OpenCase.model_validate(known), by), "case")


def offer(case: uuid.UUID, place: uuid.UUID) -> OfferPlace:
    return OfferPlace(case=case, place=place, since=TONIGHT, until=NEXT_WEEK)


def waiver(case: uuid.UUID, act: Any, rule: str = SEX) -> WaiveGuard:
    return WaiveGuard(case=case, guard=rule, action_digest=act.digest().hex(), reason="no other bed tonight")


def guards(outcome: Any) -> set[str]:
    assert isinstance(outcome, Refused), outcome
    return {o.guard for o in outcome.objections}


def test_a_waiver_is_anothers_for_this_act_once_and_reviewed_by_the_monitor(
    ngo: Actor, colleague: Actor, house: Actor, monitor: Actor
) -> None:
    case, place = man(ngo), bed(house, for_sex="female")
    act = offer(case, place)
    refused = tried(act, ngo)
    assert guards(refused) == {SEX} and not refused.objections[0].absolute
    did(waiver(case, act), ngo)
    assert guards(tried(act, ngo)) == {SEX}, "one's own"
    given = did(waiver(case, act), colleague)
    assert given.started == () or "waiver_review" in given.started
    other = offer(case, bed(house, "2", for_sex="female"))
    assert guards(tried(other, ngo)) == {SEX}, "another act"
    assert isinstance(tried(act, ngo), Done)
    assert guards(tried(offer(case, place).model_copy(update={"until": date(2026, 3, 8)}), ngo)) == {SEX}
    with acting(ngo, NOW):
        used = {w.given_by: w.used_by_act for w in Waiver.objects.all()}
        assert used[ngo.member_id] is None and used[colleague.member_id] is not None
        review = Duty.objects.get(subject_id=case, rule="waiver_review", ref=given.made["waiver"])
        assert review.bearer_agency_id == monitor.agency_id
        assert review.due_at is not None
    look = ReviewWaiver(case=case, waiver=uuid.UUID(given.made["waiver"]), was_right=True, finding="Seen.")
    assert isinstance(tried(look, colleague), Denied)
    assert did(look, monitor).met == ("waiver_review",)
    with acting(monitor, NOW):
        assert Waiver.objects.count() == 2, "the monitor sees them"


def test_a_waiver_ends_with_its_hours_and_is_used_once(ngo: Actor, colleague: Actor, house: Actor) -> None:
    case, place = man(ngo), bed(house, for_sex="female")
    act = offer(case, place)
    did(waiver(case, act), colleague)
    with acting(ngo, NOW):
        until = Waiver.objects.get().until
    assert NOW < until <= NOW + timedelta(days=2)
    assert guards(tried(act, ngo, until)) == {SEX}, "too late"
    placement = made(did(act, ngo), "placement")
    did(DeclinePlace(case=case, placement=placement, said_through="interpreter"), ngo)
    assert guards(tried(act, ngo)) == {SEX}, "used"


def test_no_waiver_opens_an_absolute_guard_nor_part_of_a_refusal(
    ngo: Actor, colleague: Actor, house: Actor
) -> None:
    case, place = man(ngo), bed(house, for_sex="female", area="harbour")
    did(ThreatReported(case=case, area="harbour"), ngo)
    act = offer(case, place)
    assert guards(tried(act, ngo)) == {SEX, UNSAFE}
    refused = tried(waiver(case, act, UNSAFE), colleague)
    assert isinstance(refused, Refused), "an absolute one cannot even be written down"
    assert isinstance(tried(waiver(case, act, "no_such_guard"), colleague), Refused)
    did(waiver(case, act), colleague)
    assert guards(tried(act, ngo)) == {UNSAFE}, "the other one still stands"
    with acting(ngo, NOW):
        assert Waiver.objects.get().used_by_act is None, "and nothing was used up"


def test_training_is_waived_by_another_agency_only(ngo: Actor, colleague: Actor, house: Actor) -> None:
    case = man(ngo, languages=("bn",))
    other = agency("other", Sector.NGO, Role.CASEWORKER)
    did(GrantAccess(case=case, to_agency=other.agency_id, purpose="protection", basis="consent"), ngo)
    act = DecideReasonableGrounds(case=case, positive=True, reasons="Because.", language="bn")
    assert guards(tried(act, ngo)) == {"who_decides_is_trained"}
    did(waiver(case, act, "who_decides_is_trained"), colleague)
    assert guards(tried(act, ngo)) == {"who_decides_is_trained"}
    did(waiver(case, act, "who_decides_is_trained"), other)
    assert isinstance(tried(act, ngo), Done)


def test_an_urgent_act_sets_aside_what_protects_later_and_says_so(
    ngo: Actor, house: Actor, monitor: Actor
) -> None:
    case = man(ngo, age_basis="unknown", age_low=None)
    did(PresumeTrafficked(case=case), ngo)
    place = bed(house, for_sex="female")
    assert guards(tried(offer(case, place), ngo)) == {SEX, AGE, *CHILD}
    done = did(PlaceTonight(case=case, place=place), ngo)
    assert {"urgent_review", "child_assessment"} <= set(done.started)
    with acting(monitor, NOW):
        urgent = UrgentAct.objects.get(subject_id=case)
    assert set(urgent.set_aside) == {SEX, AGE, *CHILD}
    assert NOW < urgent.ends_at <= NOW + timedelta(hours=72)
    seen = ReviewUrgentAct(case=case, urgent_act=urgent.pk, was_needed=True, finding="It was.")
    assert "urgent_review" in did(seen, monitor).met
    did(ThreatReported(case=case, area="harbour"), ngo)
    unsafe = bed(house, "3", area="harbour")
    assert guards(tried(PlaceTonight(case=case, place=unsafe), ngo)) == {UNSAFE}, "an absolute guard stops it"
    assert isinstance(tried(PlaceTonight(case=case, place=uuid.uuid4()), ngo), Refused)


def test_every_urgent_form_is_one_that_may_be() -> None:
    """Never detention, removal, charge, forced test or conditional help."""
    never = {"remove_person", "bring_charge", "detain_person", "propose_examination", "hand_over", "end_stay"}
    forms = {a.urgent_form_of.name for a in registry if issubclass(a, Act) and a.urgent_form_of}
    assert forms and not forms & never
    for name in never & {a.name for a in registry}:
        strengths = {g.strength for g in rules.guards_of(registry.get(name))}
        assert Strength.PROCEDURAL not in strengths, name
