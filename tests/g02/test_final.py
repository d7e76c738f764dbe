"""A decision against: when it ends protection, and every short cut by which it must not."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.people_who_act import NOW, agency, did, made, tried
from tutela.agencies.actions import GrantAccess
from tutela.agencies.words import Role, Sector, TrainingKind
from tutela.cases.actions import OpenCase
from tutela.cases.models import Case
from tutela.engine.access import acting
from tutela.engine.models import Duty
from tutela.engine.outcomes import Refused
from tutela.guidelines.g02_identification.actions import AskForRecognition, PresumeTrafficked
from tutela.guidelines.g02_identification.decision_actions import (
    DecideConclusive,
    DecideReasonableGrounds,
    DecideReconsideration,
    MakeDecisionFinal,
    RequestReconsideration,
)
from tutela.guidelines.g02_identification.definition import MeansElement, PurposeElement
from tutela.guidelines.g05_enforcement.actions import BringCharge

LATER = NOW + timedelta(days=200)
IN_VAIN = {
    "acts": ("recruitment",),
    "not_means": tuple(MeansElement),
    "not_purposes": tuple(PurposeElement),
    "reasons": "Neither means nor exploitation were found.",
    "language": "bn",
}


class Land:
    """An NGO, an authority with two deciders, a prosecution, and one person."""

    def __init__(self) -> None:
        trained = (TrainingKind.IDENTIFICATION,)
        self.ngo = agency("ngo", Sector.NGO, Role.CASEWORKER)
        self.first = agency(
            "first", Sector.COMPETENT_AUTHORITY, Role.DECISION_MAKER, trained=trained, lead=True
        )
        self.second = agency("second", Sector.COMPETENT_AUTHORITY, Role.DECISION_MAKER, trained=trained)
        self.prosecutor = agency("prosecution", Sector.PROSECUTION, Role.PROSECUTOR)
        self.case = self.opened()

    def opened(self, **about: Any) -> UUID:
        """A file that all of them see."""
        person = {"age_basis": "known", "age_low": 29, "languages": ("bn",), **about}
        case = made(did(OpenCase.model_validate(person), self.ngo), "case")
        for other in (self.first, self.second, self.prosecutor):
            purpose = "proceedings" if other is self.prosecutor else "identification"
            act = GrantAccess(case=case, to_agency=other.agency_id, purpose=purpose, basis="consent")
            did(act, self.ngo)
        return case

    def no(self, act: type[Any] = DecideReasonableGrounds, at: Any = NOW) -> UUID:
        """A decision against."""
        return made(did(act(case=self.case, positive=False, **IN_VAIN), self.first, at), "decision")

    def yes(self, act: type[Any] = DecideConclusive) -> UUID:
        """A decision for the person."""
        return made(
            did(act(case=self.case, positive=True, reasons="It was.", language="bn"), self.first), "decision"
        )

    def standing(self) -> str:
        """Where the person stands."""
        with acting(self.ngo, NOW):
            return Case.objects.get(pk=self.case).standing

    def charge(self, at: Any = NOW) -> Any:
        """What comes of a charge for irregular work."""
        act = BringCharge(case=self.case, charge_ref="F 1", offence="irregular_work")
        return tried(act, self.prosecutor, at)


@pytest.fixture
def land(db_world: object) -> Land:
    return Land()


def codes(outcome: Any) -> set[str]:
    """The reasons of a refusal."""
    assert isinstance(outcome, Refused), outcome
    return {o.code for o in outcome.objections}


def test_an_older_no_does_not_undo_a_later_yes(land: Land) -> None:
    did(PresumeTrafficked(case=land.case), land.ngo)
    no = land.no()
    land.yes()
    final = MakeDecisionFinal(case=land.case, decision=no, told_in="bn")
    assert "decision.not_the_newest" in codes(tried(final, land.second, LATER))
    did(RequestReconsideration(case=land.case, decision=no), land.ngo)
    upheld = DecideReconsideration(case=land.case, decision=no, upheld=True, reasons="Still.", language="bn")
    assert "decision.not_the_newest" in codes(tried(upheld, land.second))
    assert land.standing() == "identified"


def test_a_yes_never_becomes_a_final_no(land: Land) -> None:
    yes = land.yes()
    final = MakeDecisionFinal(case=land.case, decision=yes, told_in="bn")
    assert "decision.not_the_newest" in codes(tried(final, land.first, LATER))


def test_nothing_is_upheld_that_nobody_asked_about(land: Land) -> None:
    did(PresumeTrafficked(case=land.case), land.ngo)
    no = land.no()
    upheld = DecideReconsideration(case=land.case, decision=no, upheld=True, reasons="Still.", language="bn")
    assert codes(tried(upheld, land.second)) == {"decision.nobody_asked"}
    did(RequestReconsideration(case=land.case, decision=no), land.ngo)
    did(upheld, land.second)
    assert land.standing() == "not_identified"


def test_an_upheld_no_has_reasons_that_are_understood(land: Land) -> None:
    no = land.no()
    did(RequestReconsideration(case=land.case, decision=no), land.ngo)
    bare = DecideReconsideration(case=land.case, decision=no, upheld=True)
    assert "decision.no_reasons" in codes(tried(bare, land.second))
    greek = DecideReconsideration(case=land.case, decision=no, upheld=True, reasons="Still.", language="el")
    assert "decision.language" in codes(tried(greek, land.second))
    given_back = DecideReconsideration(case=land.case, decision=no, upheld=False)
    did(given_back, land.second)
    assert land.standing() == "reasonable_grounds"


def test_a_no_becomes_final_in_time_and_in_a_language_that_is_understood(land: Land) -> None:
    did(PresumeTrafficked(case=land.case), land.ngo)
    no = land.no()
    early = MakeDecisionFinal(case=land.case, decision=no, told_in="bn")
    assert "decision.reconsideration_time" in codes(tried(early, land.second))
    deaf = MakeDecisionFinal(case=land.case, decision=no, told_in="el")
    assert "decision.language" in codes(tried(deaf, land.second, LATER))
    did(early, land.second, LATER)
    assert land.standing() == "not_identified"


def test_a_request_for_recognition_protects_until_the_no_is_final(land: Land) -> None:
    did(AskForRecognition(case=land.case), land.ngo)
    assert isinstance(land.charge(), Refused)
    no = land.no()
    assert isinstance(land.charge(), Refused), "the time to ask again still runs"
    did(MakeDecisionFinal(case=land.case, decision=no, told_in="bn"), land.second, LATER)
    assert not isinstance(land.charge(LATER), Refused)


def test_it_is_never_too_late_to_ask_again(land: Land) -> None:
    did(AskForRecognition(case=land.case), land.ngo)
    no = land.no()
    did(MakeDecisionFinal(case=land.case, decision=no, told_in="bn"), land.second, LATER)
    again = did(AskForRecognition(case=land.case), land.ngo, LATER)
    assert "identification" in again.started
    assert isinstance(land.charge(LATER), Refused)


def test_who_is_recognised_already_waits_for_nothing(land: Land) -> None:
    land.yes()
    assert "identification" not in did(AskForRecognition(case=land.case), land.ngo).started


@pytest.mark.parametrize("age", [{"age_basis": "unknown", "age_low": None}, {"age_low": 16}])
def test_who_may_be_a_child_is_not_judged_as_an_adult(land: Land, age: dict[str, Any]) -> None:
    land.case = land.opened(**age)
    act = DecideConclusive(
        case=land.case, positive=False, child_at_the_time=False, acts=("recruitment",),
        not_means=tuple(MeansElement), purposes=("servitude",), reasons="No means.", language="bn",
    )  # fmt: skip
    assert "decision.was_a_child" in codes(tried(act, land.first))


def test_a_file_that_stays_with_one_organisation_asks_no_authority_for_anything(land: Land) -> None:
    case = land.opened(file_kind="ngo_only")
    started = set(did(PresumeTrafficked(case=case), land.ngo).started)
    assert "shelter" in started
    assert not started & {"identification", "stay_of_removal", "investigation"}
    with acting(land.ngo, NOW):
        assert not Duty.objects.filter(subject_id=case, bearer_sector="immigration").exists()
