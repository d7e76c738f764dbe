"""A child's own door in a browser without script: her words, her guardian, what she thinks, and her age."""

from __future__ import annotations

import uuid

import pytest
from django.core.cache import cache

from tests.cases.test_own_door import Town, now
from tests.people_who_act import agency, did, made
from tests.portal.test_own_pages import came_in, send
from tutela.agencies.actions import GrantAccess
from tutela.agencies.words import Role, Sector, TrainingKind
from tutela.cases.actions import OpenCase
from tutela.config.database import Urls
from tutela.doors.portal import messages_child
from tutela.engine.access import acting
from tutela.engine.models import Duty
from tutela.guidelines.g02_identification.actions import PresumeTrafficked
from tutela.guidelines.g08_children.guardian_actions import AcceptAppointment, AppointRepresentative
from tutela.guidelines.g08_children.models import bia_models

PAGES = ("/my/", "/my/1/", "/my/5/", "/my/9/", "/my/10/", "/my/11/")


class Young(Town):
    """A child of some age with a guardian in office, and no lawyer yet."""

    def __init__(self, **age: object) -> None:
        super().__init__()
        officer = agency("kites", Sector.CHILD_PROTECTION, Role.CHILD_PROTECTION_OFFICER, lead=True)
        guardian = agency("zqxside", Sector.NGO, Role.GUARDIAN, trained=(TrainingKind.CHILD_PROTECTION,))
        self.child = made(did(OpenCase(languages=("en",), **age), self.worker, now()), "case")
        did(GrantAccess(case=self.child, to_agency=officer.agency_id, purpose="child_protection", basis="legal_duty",
                        compartments=("facts",)), self.worker, now())  # fmt: skip
        did(PresumeTrafficked(case=self.child), self.worker, now())
        appoint = AppointRepresentative(
            case=self.child, office="guardian", of_agency=guardian.agency_id, conflict="none_found"
        )
        side = made(did(appoint, officer, now()), "representative")
        did(AcceptAppointment(case=self.child, representative=side), guardian, now())


def life(**age: object) -> Young:
    cache.clear()
    return Young(**age)


@pytest.mark.usefixtures("db_world")
@pytest.mark.parametrize(("years", "band"), [(7, 0), (11, 1), (16, 2)])
def test_every_page_is_in_the_words_of_her_age_and_light(years: int, band: int) -> None:
    town = life(age_basis="known", age_low=years)
    browser = came_in(town.door(town.child), second=True)
    for url in PAGES:
        answer = browser.get(url)
        assert answer.status_code == 200 and len(answer.content) < 30_000, url
    assert messages_child.WORDS["hello"][band] in browser.get("/my/").content.decode()
    assert messages_child.WORDS["side"][band] in browser.get("/my/9/").content.decode()
    owed = browser.get("/my/1/").content.decode()
    assert messages_child.OWED["best_interests"][years > 8] in owed and "<svg" in owed
    browser.get("/my/?l=zh-hans")
    assert messages_child.ZH[messages_child.WORDS["think"][band]] in browser.get("/my/10/").content.decode()


@pytest.mark.usefixtures("db_world")
def test_before_the_second_step_there_is_somebody_and_after_it_a_name() -> None:
    town = life(age_basis="claimed", age_low=14)
    codes = town.door(town.child)
    early = came_in(codes).get("/my/9/").content.decode()
    assert "There is somebody." in early and "zqxside" not in early
    later = came_in(codes, second=True).get("/my/9/").content.decode()
    assert "zqxside" in later and "Nobody yet." in later  # the guardian is there, the lawyer is not


def test_what_she_thinks_and_that_her_age_is_wrong_are_on_file(db_world: Urls) -> None:
    town = life(age_basis="claimed", age_low=16)
    browser = came_in(town.door(town.child), second=True)
    assert send(browser, "/my/10/", about=["stay"]).status_code == 422
    said = send(browser, "/my/10/", about=["stay", "care"], words="zqxwords", key=uuid.uuid4())
    assert "Written down in your words" in said.content.decode()
    send(browser, "/my/10/", about=["testimony"], silent="yes", key=uuid.uuid4())
    with acting(town.worker):
        kept = list(bia_models.ChildViews.objects.order_by("at").values_list("heard_how", "about"))
    assert kept == [("in_writing", ["stay", "care"]), ("chose_not_to_speak", ["testimony"])]
    assert (
        "Somebody else looks at your age again" in send(browser, "/my/11/", key=uuid.uuid4()).content.decode()
    )
    with acting(town.worker):
        assert Duty.objects.filter(subject_id=town.child, rule="age_challenge", state="open").exists()
    assert "Yes, my age is wrong" not in browser.get("/my/11/").content.decode()


@pytest.mark.usefixtures("db_world")
def test_in_doubt_she_reads_an_adults_words_with_a_childs_side_and_an_adult_has_none() -> None:
    town = life(age_basis="disputed")
    page = came_in(town.door(town.child), second=True).get("/my/").content.decode()
    assert "/my/9/" in page and "/my/11/" in page and messages_child.WORDS["hello"][2] not in page
    assert "/my/9/" not in came_in(town.door(town.hers)).get("/my/").content.decode()
