"""Files of one family: the link is seen by who sees both, opens nothing, and leaves each person's rights alone."""

from __future__ import annotations

import uuid

import pytest

from tests.people_who_act import NOW, agency, did, made, tried
from tutela.agencies.actions import GrantAccess
from tutela.agencies.models import Grant
from tutela.agencies.words import Role, Sector
from tutela.cases import reads
from tutela.cases.actions import OpenCase
from tutela.cases.family_actions import EndFamilyLink, LinkFamily
from tutela.cases.models import FamilyLink
from tutela.engine.access import Actor, acting
from tutela.engine.actions import InvalidAction

TIE = {"tie": "sibling", "needed_for": "live_together"}


class Two:
    """A brother of 17 and a sister of 8, whose officer sees both, and an agency that sees only hers."""

    def __init__(self) -> None:
        self.officer = agency("children", Sector.CHILD_PROTECTION, Role.CHILD_PROTECTION_OFFICER)
        self.other = agency("harbour", Sector.NGO, Role.CASEWORKER)
        self.brother, self.sister = (
            made(did(OpenCase(age_basis="claimed", age_low=low, languages=("vi",)), self.officer), "case")
            for low in (17, 8)
        )
        shares = {"to_agency": self.other.agency_id, "purpose": "child_protection", "basis": "child"}
        did(GrantAccess(case=self.sister, compartments=("facts", "whereabouts"), **shares), self.officer)


@pytest.fixture
def two(db_world: object) -> Two:
    return Two()


def family(by: Actor, case: uuid.UUID) -> list[tuple[uuid.UUID, str]]:
    page = reads.case_page(by, case, NOW)
    assert page is not None
    return [(one.case_id, one.tie) for one in page.beside.family]


def happened(by: Actor, case: uuid.UUID) -> set[str]:
    return {line.entry.action for line in reads.timeline(by, case).lines}


def test_both_files_show_the_link_to_who_sees_both_and_to_nobody_else(two: Two) -> None:
    sees_before = happened(two.other, two.sister)
    did(LinkFamily(case=two.brother, other=two.sister, **TIE), two.officer)
    assert family(two.officer, two.brother) == [(two.sister, "sibling")]
    assert family(two.officer, two.sister) == [(two.brother, "sibling")]
    assert "link_family" in happened(two.officer, two.brother) & happened(two.officer, two.sister)
    assert family(two.other, two.sister) == []
    assert happened(two.other, two.sister) == sees_before
    assert reads.case_page(two.other, two.brother, NOW) is None


def test_a_link_opens_nothing_and_can_be_taken_back_from_either_side(two: Two) -> None:
    with acting(two.officer):
        before = sorted(Grant.objects.values_list("case_id", "agency_id"))
    did(LinkFamily(case=two.brother, other=two.sister, **TIE), two.officer)
    with acting(two.officer):
        assert sorted(Grant.objects.values_list("case_id", "agency_id")) == before
    with pytest.raises(InvalidAction):
        tried(LinkFamily(case=two.sister, other=two.brother, **TIE), two.officer)
    assert tried(EndFamilyLink(case=two.sister, other=two.brother), two.other).result == "denied"
    did(EndFamilyLink(case=two.sister, other=two.brother), two.officer)
    assert family(two.officer, two.brother) == []


def test_who_is_shared_the_other_file_sees_the_link_from_then_on(two: Two) -> None:
    mother = made(did(OpenCase(age_basis="known", age_low=30), two.officer), "case")
    did(
        LinkFamily(case=mother, other=two.sister, tie="parent_of", needed_for="live_together", agreed=True),
        two.officer,
    )
    assert family(two.officer, two.sister) == [(mother, "parent_of")]
    assert family(two.officer, mother) == [(two.sister, "child_of")]
    with acting(two.other):
        assert not FamilyLink.objects.exists()
    shares = {"to_agency": two.other.agency_id, "purpose": "protection", "basis": "legal_duty"}
    did(GrantAccess(case=mother, compartments=("facts",), **shares), two.officer)
    assert family(two.other, two.sister) == [(mother, "parent_of")]
