"""What an agency owes is read by everybody who owes something, the monitor included."""

from __future__ import annotations

from tests.people_who_act import NOW, agency, did, made
from tutela.agencies.words import Role, Sector
from tutela.cases.actions import OpenCase
from tutela.cases.reads import owed
from tutela.guidelines.g02_identification.actions import PresumeTrafficked


def test_the_monitor_and_a_bearer_without_sight_read_what_they_owe(db_world: object) -> None:
    ngo = agency("harbour", Sector.NGO, Role.CASEWORKER)
    shelter = agency("house", Sector.SHELTER, Role.SHELTER_WORKER, lead=True)
    monitor = agency("watch", Sector.MONITOR, Role.MONITOR)
    case = made(did(OpenCase(age_basis="known", age_low=30), ngo), "case")
    did(PresumeTrafficked(case=case), ngo)
    assert {r.duty.rule for r in owed(ngo, NOW).rows} >= {"information", "urgent_needs"}
    assert [row["rule"] for row in owed(shelter, NOW).unseen] == ["shelter"]
    assert owed(monitor, NOW).rows == []
    few, all_of_them = owed(ngo, NOW, limit=1), owed(ngo, NOW)
    assert len(few.rows) == 1 and few.total == all_of_them.total == len(all_of_them.rows) > 1
