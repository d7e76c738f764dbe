"""Figures that the worker counted say what counting at once says, to each reader their own."""

from __future__ import annotations

import pytest

from tests.people_who_act import agency, did, made
from tutela.agencies.words import Role, Sector
from tutela.cases.actions import OpenCase
from tutela.cases.words import AgeBasis
from tutela.config.database import Urls
from tutela.engine import figures_kept
from tutela.engine.access import NotSignedIn
from tutela.engine.figures import Row, figure
from tutela.engine.measures import measures
from tutela.engine.time import system_clock
from tutela.guidelines.g02_identification.actions import PresumeTrafficked


def test_what_is_kept_is_what_would_be_counted(db_world: Urls, monkeypatch: pytest.MonkeyPatch) -> None:
    ngo = agency("harbour", Sector.NGO, Role.CASEWORKER)
    readers = {
        "monitor": agency("rights", Sector.MONITOR, Role.MONITOR),
        "coordinator": agency("office", Sector.COORDINATION, Role.COORDINATOR),
        "police": agency("police", Sector.POLICE, Role.INVESTIGATOR, lead=True),
        "ngo": ngo,
        "nothing": agency("kite", Sector.NGO, Role.CASEWORKER),
    }
    removals = agency("removals", Sector.IMMIGRATION_ENFORCEMENT, Role.CASEWORKER)
    for _ in range(2):
        opened = did(OpenCase(age_basis=AgeBasis.KNOWN, age_low=29), ngo)
        did(PresumeTrafficked(case=made(opened, "case")), ngo)

    def totals() -> dict[tuple[str, str], Row]:
        found = {
            (who, name): figure(readers[who], name, system_clock()) for who in readers for name in measures
        }
        kept.update({key for key, one in found.items() if one.is_kept})
        return {key: one.total for key, one in found.items()}

    kept: set[tuple[str, str]] = set()
    counted = totals()
    assert not kept
    assert any(cell.value for cell in counted["police", "state_duties"].cells.values()), (
        "there is something to count"
    )
    monkeypatch.setattr(figures_kept, "DEAR_MS", 0)
    figures_kept.keep_figures(system_clock())
    assert totals() == counted
    assert {("monitor", name) for name in measures} <= kept
    assert ("police", "state_duties") in kept
    assert ("police", "referral_answers") not in kept, "a referral concerns two agencies"
    assert not figure(ngo, "state_duties", system_clock(), ["sex"]).is_kept, "only the whole is kept"
    with pytest.raises(NotSignedIn):
        figure(removals, "state_duties", system_clock())
