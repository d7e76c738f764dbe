"""A person's own door in a browser without script: what it shows, what it hides, what stays behind."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from tests.cases.test_own_door import Town, now
from tests.people_who_act import agency, did, made, tried
from tutela.agencies.actions import GrantAccess
from tutela.agencies.words import Role, Sector
from tutela.cases import complaints
from tutela.cases.actions import RecordIdentity
from tutela.cases.complaint_actions import AnswerComplaint
from tutela.cases.models import Complaint
from tutela.config.database import Urls
from tutela.engine.access import acting
from tutela.engine.models import Duty, Entry
from tutela.guidelines.g02_identification.actions import PresumeTrafficked
from tutela.guidelines.g02_identification.asylum_actions import AskForAsylum
from tutela.guidelines.g06_protection.actions import AcceptPlace, EndStay, OfferPlace, RegisterPlace
from tutela.guidelines.g06_protection.care_actions import OfferService
from tutela.people import identities
from tutela.people.models import IdentityKind

#: Whatever tells of an agency, a place or a word to the police.
MARKS = ("zqxharbour", "zqxclinic", "zqxhouse", "zqxroom", "zqxarea", "zqxname", "zqxfear", "zqxwhy")
PAGES = ("/my/", "/my/0/", "/my/1/", "/my/2/", "/my/3/", "/my/4/", "/my/5/", "/my/6/", "/my/7/", "/my/8/")
#: Kinds of agencies and words of testimony, as pages after the second step say them.
TELLING = (
    "Shelter",
    "Competent authority",
    "Legal aid",
    "police look",
    "court",
    "asylum",
    "consulate",
    "safe place",
)


class Life(Town):
    """Somebody presumed trafficked, in a house, afraid to go back, whose name was opened once."""

    def __init__(self) -> None:
        super().__init__()
        at = now() - timedelta(hours=2)
        house = agency("zqxhouse", Sector.SHELTER, Role.SHELTER_WORKER, lead=True)
        named = agency("zqxharbour", Sector.NGO, Role.CASEWORKER)
        agency("authority", Sector.COMPETENT_AUTHORITY, Role.DECISION_MAKER, lead=True)
        parts = ("facts", "whereabouts", "identity")
        for other in (house, named):
            did(
                GrantAccess(case=self.hers, to_agency=other.agency_id, purpose="shelter", basis="legal_duty",
                            compartments=parts), self.worker, at
            )  # fmt: skip
        did(RecordIdentity(case=self.hers, kind="name", value="zqxname"), self.worker, at)
        did(PresumeTrafficked(case=self.hers, acts=("recruitment",), means=("deception",), purposes=("servitude",)),
            self.worker, at)  # fmt: skip
        bed = RegisterPlace(
            agency=house.agency_id, house="zqxhouse", label="zqxroom", area="zqxarea", people_may_leave=True
        )
        place = self.place = made(did(bed, house, at), "place")
        offered = did(
            OfferPlace(case=self.hers, place=place, since=at.date(), until=at.date() + timedelta(days=60)),
            house,
            at,
        )
        self.placement = made(offered, "placement")
        did(AcceptPlace(case=self.hers, placement=self.placement), house, at)
        did(AskForAsylum(case=self.hers, wish="fears_return", words="zqxfear"), self.worker, at)
        identities.open_identity(self.worker, self.hers, "zqxwhy", at, kinds=(IdentityKind.NAME,))
        self.house = house


@pytest.fixture
def life(db_world: Urls) -> Life:
    return Life()


def came_in(codes: dict[str, str], second: bool = False) -> Client:
    """A browser that typed the code, and perhaps the word."""
    browser = Client()
    answer = browser.post("/my/", {"n": codes["code"]})
    assert answer.status_code == 303 and answer.headers["Location"] == "/my/"
    if second:
        said = browser.post("/my/0/", {"w": codes["word"], "t": token(browser)})
        assert said.status_code == 303
    return browser


def token(browser: Client, url: str = "/my/6/") -> str:
    found = re.search(r'name="t" value="(\w+)"', browser.get(url).content.decode())
    assert found
    return found[1]


def send(browser: Client, url: str, **data: Any) -> Any:
    return browser.post(url, {"t": token(browser), **data}, follow=True)


def test_wrong_and_forced_are_answered_alike(life: Life) -> None:
    codes = life.door(life.hers)
    answers = [Client().post("/my/", {"n": number}) for number in ("138 0000 0000", codes["other"], "")]
    seen = {
        (a.status_code, a.headers["Location"], a.content, tuple(sorted(a.headers)), a.cookies["n"].value)
        for a in answers
    }
    assert len(seen) == 1 and answers[0].headers["Location"] == "/places/"


def test_before_the_second_step_no_page_tells_of_agencies_places_or_testimony(life: Life) -> None:
    browser = came_in(life.door(life.hers))
    for language in ("en", "zh-hans"):
        for url in PAGES:
            answer = browser.get(f"{url}?l={language}")
            text = answer.content.decode() + str(answer.headers)
            assert not [mark for mark in MARKS if mark in text.lower()], url
            if url == "/my/1/" and language == "en":
                assert "A doctor or nurse" in text and not [word for word in TELLING if word in text]
            if url in ("/my/2/", "/my/3/", "/my/4/", "/my/7/", "/my/8/"):
                assert answer.status_code == 302 and answer.headers["Location"] == "/my/0/"


def test_after_it_she_reads_who_owes_what_and_who_looked(life: Life) -> None:
    browser = came_in(life.door(life.hers), second=True)
    owed, seen, agreed = (browser.get(f"/my/{n}/").content.decode() for n in (1, 2, 3))
    assert "A safe place to stay" in owed and "Shelter · zqxhouse" in owed
    assert (
        "zqxwhy" in seen
        and "Caseworker" in seen
        and "harbour" in seen
        and "One" not in seen.split("<main>")[1]
    )
    assert "clinic" in agreed and "zqxname" not in owed + seen + agreed


def test_no_page_leaves_anything_behind(life: Life, capfd: pytest.CaptureFixture[str]) -> None:
    codes = life.door(life.hers)
    browser = came_in(codes, second=True)
    capfd.readouterr()
    for language in ("en", "zh-hans"):
        titles = set()
        for url in PAGES:
            answer = browser.get(f"{url}?l={language}")
            text = answer.content.decode()
            titles |= set(re.findall(r"<title>(.*?)</title>", text))
            assert len(answer.content) < 30_000 and answer.headers["Cache-Control"] == "no-store"
            assert answer.headers["Referrer-Policy"] == "no-referrer" and "/my/x/" in text
            assert not re.search(r"(src|href)=\"(?!\?l=|/my/|data:)", text), "one piece, and no other address"
        assert len(titles) == 1
    assert set(browser.cookies) == {"n"} and not browser.cookies["n"]["max-age"]
    assert browser.cookies["n"]["httponly"] and browser.cookies["n"]["samesite"] == "Strict"
    logged = capfd.readouterr()
    assert not any(v in logged.err + logged.out for v in (*codes.values(), *MARKS, str(life.hers)))
    gone = browser.get("/my/x/")
    assert gone.status_code == 303 and "wikipedia" in gone.headers["Location"]
    assert browser.get("/my/1/").headers["Location"] == "/my/"


def test_she_takes_back_chooses_and_complains_as_herself(life: Life) -> None:
    browser = came_in(life.door(life.hers), second=True)
    consent = str(life.consents[0])
    assert b"at once" in send(browser, "/my/3/", c=consent, do="ask").content
    assert b"call you on the safe line" in send(browser, "/my/3/", c=consent, do="yes").content
    other = send(browser, "/my/3/", c=str(life.consents[1]), do="yes").content
    assert b"You took it back" in other
    for name, value in (("way", "return"), ("consulate", "no"), ("asylum", "asylum"), ("testimony", "no")):
        said = send(browser, "/my/4/", do=name, v=value).content.decode()
        assert "Written down as you said it" in said, name
    assert "you said: I want to go home" in browser.get("/my/4/").content.decode()
    with acting(life.worker):
        assert Duty.objects.filter(subject_id=life.hers, rule="called_back", state="open").exists()
        by_her = Entry.objects.filter(
            subject_id=life.hers, action="record_return_choice", outcome="recorded"
        ).get()
    assert by_her.agency_id not in (life.worker.agency_id, life.house.agency_id)
    sent = send(browser, "/my/5/", about="where_i_stay", words="zqxwords", advocate="yes",
                against=str(life.house.agency_id))  # fmt: skip
    assert b"Only the monitor reads it" in sent.content and b"zqxwords" not in sent.content
    refused = EndStay(case=life.hers, placement=life.placement, because="not_identified")
    answer = tried(refused, life.house, now())
    codes = {o.code for o in answer.objections}
    assert "stay.complaint_waits" not in codes and any(o.neutral for o in answer.objections)
    with acting(life.monitor):
        complaint = Complaint.objects.get()
    assert complaints.opened(life.worker, complaint.pk, "why", now()) is None
    read = complaints.opened(life.monitor, complaint.pk, "why", now())
    assert read is not None and read.words == "zqxwords" and "zqxwords" not in repr(read)
    did(AnswerComplaint(complaint=complaint.pk, answer="right_and_put_right"), life.monitor, now())
    assert "has been put right" in browser.get("/my/5/").content.decode()


def test_a_no_that_she_says_herself_counts_and_is_offered_again(life: Life) -> None:
    """harm 9: said at her own door, it is hers; whoever would have given it offers it again."""
    offer = OfferService(case=life.hers, service="psychological")
    service = made(did(offer, life.worker, now()), "offered_service")
    browser = came_in(life.door(life.hers), second=True)
    assert b"You said yes" in send(browser, "/my/4/", do="accept_service", v=str(service)).content
    assert b"You said yes" not in send(browser, "/my/4/", do="decline_service", v=str(service)).content
    with acting(life.worker):
        duty = Duty.objects.get(subject_id=life.hers, rule="help_offered_again")
        assert duty.bearer_agency_id == life.worker.agency_id and duty.state == "open"
    stolen = made(did(offer.model_copy(update={"case": life.other}), life.worker, now()), "offered_service")
    assert b"did not work" in send(browser, "/my/4/", do="accept_service", v=str(stolen)).content
    nights = {"since": now().date() + timedelta(days=70), "until": now().date() + timedelta(days=90)}
    place = made(did(OfferPlace(case=life.hers, place=life.place, **nights), life.house, now()), "placement")
    assert b"A safe place to stay" in browser.get("/my/4/").content
    assert b"Written down" in send(browser, "/my/4/", do="decline_place", v=str(place)).content
    with acting(life.worker):
        again = Duty.objects.get(subject_id=life.hers, rule="offered_again")
    assert again.bearer_agency_id == life.house.agency_id


def test_a_form_from_elsewhere_does_nothing(life: Life) -> None:
    browser = came_in(life.door(life.hers), second=True)
    answer = browser.post("/my/6/", {"do": "close", "sure": "yes", "t": "0" * 32})
    assert answer.status_code == 302 and b"For you" in browser.get("/my/").content
    answer = browser.post("/my/6/", {"do": "close", "sure": "yes", "t": token(browser)})
    assert answer.headers["Location"] == "/my/x/"
    assert b'name="n"' in browser.get("/my/").content


def test_numbers_are_not_tried_without_end(life: Life) -> None:
    codes = life.door(life.hers)
    for number in range(10):
        Client().post("/my/", {"n": f"138 0000 000{number}"})
    assert Client().post("/my/", {"n": codes["code"]}).headers["Location"] == "/places/"
