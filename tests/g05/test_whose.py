"""A breach is put down to the agency that the Fact, or the file, names; where nobody knows, to nobody."""

from __future__ import annotations

from typing import Any

import pytest

from tests.g05.cast import Cast
from tutela.agencies.words import Role, Sector
from tutela.cases.board import monitor_board
from tutela.engine.models import Breach
from tutela.people.keys import as_engine


@pytest.fixture
def cast(db_world: object) -> Cast:
    """An adult, known to an NGO, whom police and a monitor know of."""
    cast = Cast()
    ngo = cast.add(Sector.NGO, Role.CASEWORKER)
    cast.open(ngo, age_basis="known", age_low=24)
    cast.add(Sector.POLICE, Role.INVESTIGATOR)
    cast.add(Sector.MONITOR, Role.MONITOR)
    return cast


def whose(cast: Cast) -> dict[str, Any]:
    with as_engine():
        return dict(Breach.objects.filter(subject_id=cast.case).values_list("rule", "agency_id"))


def test_the_fact_names_it_and_the_board_counts_it_there(cast: Cast) -> None:
    presumed = cast
    presumed.done(cast.actors["ngo"], "presume_trafficked")
    ngo, police = presumed.actors["ngo"], presumed.actors["police"].agency_id
    presumed.done(ngo, "detention_found", place_kind="police_station", by_agency=police)
    presumed.done(ngo, "charge_found", charge_ref="F 1/26", offence="theft", prosecutor=police)
    presumed.done(ngo, "fine_found", charge_ref="F 2/26", offence="theft")
    assert whose(presumed)["held_all_the_same"] == police
    with as_engine():
        charged = Breach.objects.filter(subject_id=presumed.case, rule="charged_all_the_same")
        assert set(charged.values_list("agency_id", flat=True)) == {police, None}
    board = monitor_board(presumed.actors["monitor"], presumed.now)
    assert board.by_agency[police].breaches == 2
    assert board.by_agency[None].breaches == 1
    assert presumed.duty("release").bearer_agency_id == police


def test_what_began_before_is_found_by_what_is_on_file(cast: Cast) -> None:
    ngo, police = cast.actors["ngo"], cast.actors["police"].agency_id
    cast.done(ngo, "detention_found", place_kind="removal_centre", by_agency=police)
    cast.done(ngo, "charge_found", charge_ref="F 1/26", offence="theft")
    cast.done(ngo, "presume_trafficked")
    assert whose(cast) == {"still_held": police, "still_charged": None}
