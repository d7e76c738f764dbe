"""She reads at her own door which authority asked about her, and what it was told."""

from __future__ import annotations

from datetime import timedelta

from tests.cases.test_own_door import now
from tests.people_who_act import agency, did, made
from tests.portal.test_own_pages import Life, came_in, life
from tutela.agencies.words import Role, Sector
from tutela.guidelines.g05_enforcement.enquiry_actions import AnswerEnquiry, AskProtection

__all__ = ["life"]


def test_she_reads_who_asked_after_the_second_step(life: Life) -> None:
    at = now() - timedelta(minutes=30)
    police = agency("zqxpolice", Sector.POLICE, Role.INVESTIGATOR)
    office = agency("zqxoffice", Sector.PROTECTION_OFFICE, Role.PROTECTION_OFFICER, lead=True)
    question = AskProtection(
        kind="charge", act_ref="F 1/26", person_name="zqxname", setting="police", call="1"
    )
    asked = made(did(question, police, at), "enquiry")
    said = AnswerEnquiry(enquiry=asked, case=life.hers, called_at=at, said="nothing_to_tell")
    did(said, office, at + timedelta(minutes=5))
    codes = life.door(life.hers)
    assert came_in(codes).get("/my/2/").status_code == 302
    page = came_in(codes, second=True).get("/my/2/").content.decode()
    assert "Who asked about you" in page and "zqxpolice" in page and "F 1/26" not in page
