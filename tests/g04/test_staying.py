"""Time to recover, and no removal while something stands against it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.g05.cast import Cast, codes
from tutela.agencies.words import Compartment, Role, Sector, TrainingKind
from tutela.engine import profile
from tutela.guidelines.g04_law import reads

ENDS: dict[str, Any] = {"outcome": "ends", "heard": True, "risk_found": False, "reasons": "assessed"}


@pytest.fixture
def cast(db_world: object) -> Cast:
    """An adult, known to an NGO; immigration's casework sees facts and status, police only facts."""
    cast = Cast()
    ngo = cast.add(Sector.NGO, Role.CASEWORKER)
    cast.open(ngo, age_basis="known", age_low=24)
    cast.share(ngo, cast.add(Sector.IMMIGRATION, Role.DECISION_MAKER), more=(Compartment.STATUS,))
    authority = cast.add(Sector.COMPETENT_AUTHORITY, Role.DECISION_MAKER, trained=TrainingKind.IDENTIFICATION)
    cast.share(ngo, authority, more=(Compartment.STATUS,))
    cast.share(ngo, cast.add(Sector.POLICE))
    return cast


def test_the_pair_nothing_stands_against_a_removal_or_asserted_danger_does(cast: Cast) -> None:
    immigration = cast.actors["immigration"]
    cast.done(immigration, "remove_person")
    danger = cast.done(cast.actors["ngo"], "assert_risk", at_risk="family", danger_from="traffickers")
    assert "stay_of_removal" in danger.started
    refused = cast.refused(immigration, "remove_person", kind="order_to_leave")
    assert codes(refused) == {"stay.risk"}
    assert refused.provisions == {"G4.6", "P11"}


def test_nobody_presumed_trafficked_is_removed(cast: Cast) -> None:
    presumed = cast.done(cast.actors["ngo"], "presume_trafficked")
    assert "stay_of_removal" in presumed.started
    refused = cast.refused(cast.actors["immigration"], "remove_person")
    assert "stay.presumed" in codes(refused)
    assert refused.provisions >= {"G4.6", "P7"}


def test_who_may_not_read_the_status_gets_a_neutral_answer(cast: Cast) -> None:
    cast.done(cast.actors["ngo"], "presume_trafficked")
    refused = cast.refused(cast.actors["police"], "remove_person")
    assert codes(refused) == {"protection.applies"}
    assert refused.provisions == frozenset()
    assert reads.staying(cast.actors["police"], cast.case, cast.now).stays == ()


def test_a_stay_recorded_meets_the_duty_and_opens_its_review(cast: Cast) -> None:
    cast.done(cast.actors["ngo"], "presume_trafficked")
    stayed = cast.done(cast.actors["immigration"], "record_stay_of_removal")
    assert stayed.met == ("stay_of_removal",)
    assert stayed.started == ("stay_review",)
    assert "stay_of_removal" not in cast.done(cast.actors["ngo"], "assert_risk").started
    went_on = cast.done(
        cast.actors["immigration"], "review_stay", outcome="goes_on", reasons="nothing has changed"
    )
    assert went_on.met == went_on.started == ("stay_review",)


def test_a_review_does_not_end_the_stay_of_the_presumed(cast: Cast) -> None:
    cast.done(cast.actors["ngo"], "presume_trafficked")
    cast.done(cast.actors["immigration"], "record_stay_of_removal")
    assert codes(cast.refused(cast.actors["immigration"], "review_stay", **ENDS)) == {"stay.presumed"}


def test_the_end_of_the_recovery_period_is_a_review_and_never_a_removal(cast: Cast) -> None:
    authority, immigration = cast.actors["competent-authority"], cast.actors["immigration"]
    granted = cast.done(authority, "grant_recovery_period")
    assert granted.started == ("recovery_period",)
    again = cast.done(authority, "grant_recovery_period")
    assert again.made == granted.made
    assert codes(cast.refused(immigration, "remove_person")) == {"stay.recovery"}
    assert codes(cast.refused(immigration, "review_stay", **ENDS)) == {"stay.recovery"}
    cast.later(days=31)
    assert codes(cast.refused(immigration, "remove_person")) == {"stay.recovery"}
    unheard = {**ENDS, "heard": None}
    assert codes(cast.refused(immigration, "review_stay", **unheard)) == {"stay.not_heard"}
    assert "recovery_period" in cast.done(immigration, "review_stay", **ENDS).met
    cast.done(immigration, "remove_person")


def test_asserted_danger_ends_only_by_an_assessment(cast: Cast) -> None:
    cast.done(cast.actors["ngo"], "assert_risk")
    immigration = cast.actors["immigration"]
    cast.done(immigration, "record_stay_of_removal", because="serious_risk")
    not_assessed = {**ENDS, "risk_found": None}
    assert codes(cast.refused(immigration, "review_stay", **not_assessed)) == {"stay.risk"}
    cast.done(immigration, "review_stay", **ENDS)
    cast.done(immigration, "remove_person")


@pytest.mark.parametrize(("country", "days"), [("default", 30), ("GBR", 30), ("IRL", 60)])
def test_the_least_length_comes_from_the_country(cast: Cast, country: str, days: int) -> None:
    with profile.use(country):
        cast.done(cast.actors["competent-authority"], "grant_recovery_period")
    (period,) = reads.staying(cast.actors["ngo"], cast.case, cast.now).recovery_periods
    assert period.at_least_until - cast.now >= timedelta(days=days - 1)
    assert period.profile == country


def test_where_the_law_waits_for_a_decision_the_review_comes_with_it(cast: Cast) -> None:
    authority = cast.actors["competent-authority"]
    with profile.use("GBR"):
        cast.done(authority, "grant_recovery_period")
        assert cast.duty("recovery_period").review_at is None
        cast.later(days=60)
        cast.done(authority, "decide_conclusive", positive=True, reasons="shown", language="en")
        assert cast.duty("recovery_period").review_at.date() == cast.now.date()


def test_a_child_has_longer(cast: Cast) -> None:
    cast.done(cast.actors["ngo"], "record_age", age_basis="unknown")
    trained = cast.add(
        Sector.COMPETENT_AUTHORITY,
        Role.DECISION_MAKER,
        trained=TrainingKind.CHILD_PROTECTION,
        key="child-authority",
    )
    cast.share(cast.actors["ngo"], trained, more=(Compartment.STATUS,))
    cast.done(trained, "grant_recovery_period")
    (period,) = reads.staying(cast.actors["ngo"], cast.case, cast.now).recovery_periods
    assert period.at_least_until - cast.now >= timedelta(days=89)


def test_the_recovery_period_is_owed_from_a_positive_decision(cast: Cast) -> None:
    decided = cast.done(
        cast.actors["competent-authority"],
        "decide_reasonable_grounds",
        positive=True,
        acts=["recruitment"],
        means=["deception"],
        purposes=["forced_labour_or_services"],
        reasons="elements shown",
        language="en",
    )
    assert "recovery_period_granted" in decided.started


def test_removals_elsewhere_are_breaches_only_against_protection(cast: Cast) -> None:
    ngo = cast.actors["ngo"]
    assert cast.done(ngo, "removal_ordered").breaches == ()
    cast.done(ngo, "presume_trafficked")
    ordered = cast.done(ngo, "removal_ordered", kind="deportation", to_country="NG")
    assert ordered.breaches == ("removal_ordered_all_the_same",)
    cast.done(cast.actors["immigration"], "record_stay_of_removal")
    assert cast.breaches() == {"removal_ordered_all_the_same": False}
    carried_out = cast.done(ngo, "removal_carried_out")
    assert carried_out.breaches == ("removed_all_the_same",)
