"""Messages between a person and those who serve her: who reads them, who sees that, and what each door shows."""

from __future__ import annotations

import psycopg
import pytest
from django.test import Client

from tests.cases.test_own_door import Town, now
from tests.people_who_act import agency, did, tried
from tests.portal.test_own_pages import came_in, send
from tutela.agencies.actions import CutGrant, GrantAccess
from tutela.agencies.words import Role, Sector
from tutela.cases import thread_reads as reads
from tutela.cases.models import Message
from tutela.cases.reads import case_page
from tutela.cases.thread_actions import ReadMessages, WriteMessage
from tutela.config.database import Urls
from tutela.engine.access import acting
from tutela.engine.models import Duty
from tutela.engine.outcomes import Denied, Refused

HERS, OURS = "zqxhers whether the bed stays", "zqxours it stays\nas long as you want"


@pytest.fixture
def town(db_world: Urls) -> Town:
    made = Town()
    made.house = agency("house", Sector.SHELTER, Role.SHELTER_WORKER)  # type: ignore[attr-defined]  # only here
    seen = GrantAccess(case=made.hers, to_agency=made.house.agency_id, purpose="shelter", basis="legal_duty",
                       compartments=("facts", "statements"))  # fmt: skip
    did(seen, made.worker, now())
    return made


def wrote(town: Town, browser: Client) -> None:
    send(browser, "/my/7/", a=str(town.worker.agency_id), words=HERS)


def test_she_writes_is_answered_and_sees_who_read(town: Town, db_world: Urls) -> None:
    browser = came_in(town.door(town.hers), second=True)
    assert "Nothing written yet" in browser.get("/my/7/").content.decode()
    wrote(town, browser)
    unread = browser.get("/my/7/?w=1").content.decode()
    assert HERS in unread and "Not read yet" in unread
    assert reads.of_agency(town.worker, town.hers).unread == 1
    opened = reads.opened(town.worker, town.hers, now())
    assert list(opened.words.values()) == [HERS] and HERS not in repr(opened)
    did(ReadMessages(case=town.hers), town.worker, now())
    did(WriteMessage(case=town.hers, words=OURS, language="en"), town.worker, now())
    shown = browser.get("/my/7/?w=1").content.decode()
    assert "zqxours it stays" in shown and "by: Caseworker" in shown and "One" not in shown.split("<main>")[1]
    assert "To read the messages between you and us" in browser.get("/my/2/").content.decode()
    with acting(town.worker):
        assert Duty.objects.get(subject_id=town.hers, rule="message_answered").state == "met"
    with psycopg.connect(db_world.owner) as owner:
        tables = [t for (t,) in owner.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]
        kept = [
            t
            for t in tables
            if owner.execute(f'SELECT 1 FROM "{t}" t WHERE t::text LIKE %s LIMIT 1', ["%zqx%"]).fetchone()
        ]
    assert kept == [], "words are in no table in clear"


def test_nobody_else_reads_that_they_were_written(town: Town) -> None:
    """The house holds the same compartments, and sees neither the words nor that there are any."""
    wrote(town, came_in(town.door(town.hers), second=True))
    house = town.house  # type: ignore[attr-defined]  # made by the fixture
    with acting(house):
        assert not Message.objects.exists()
    assert reads.opened(house, town.hers, now()).words == {}
    with pytest.raises(Exception, match="permission denied"), acting(town.monitor):
        Message.objects.exists()
    page = case_page(town.worker, town.hers, now())
    assert page is not None and page.beside.unread == 1
    did(CutGrant(case=town.hers, from_agency=town.worker.agency_id), town.worker, now())
    assert reads.opened(town.worker, town.hers, now()).words == {}, (
        "with its sight an agency loses the thread"
    )


def test_before_the_second_step_there_are_none(town: Town) -> None:
    codes = town.door(town.hers)
    wrote(town, came_in(codes, second=True))
    browser = came_in(codes)
    answer = browser.get("/my/7/")
    assert answer.status_code == 302 and answer.headers["Location"] == "/my/0/"
    assert "Messages" not in browser.get("/my/").content.decode()
    actor = town.inside(codes)
    assert reads.counts_of_hers(actor.handle) == {}
    assert reads.of_hers(actor, town.hers, town.worker.agency_id, now()).lines == ()
    forced = Client()
    forced.post("/my/", {"n": codes["other"]})
    assert forced.get("/my/7/").headers["Location"] == "/my/", "the other code opens nothing at all"


def test_she_writes_to_who_serves_her_and_to_nobody_else(town: Town) -> None:
    actor = town.inside(town.door(town.hers), second=True)
    write = WriteMessage(case=town.hers, words=HERS, language="en", to_agency=town.clinic.agency_id)
    assert isinstance(tried(write, actor, now()), Refused), "the clinic does not see her file"
    stolen = write.model_copy(update={"case": town.other, "to_agency": town.worker.agency_id})
    assert isinstance(tried(stolen, actor, now()), Denied)
    browser = came_in(town.door(town.hers), second=True)
    assert b"did not work" in send(browser, "/my/7/", a=str(town.clinic.agency_id), words=HERS).content
    empty = send(browser, "/my/7/", a=str(town.worker.agency_id), words=" ")
    assert empty.status_code == 422 and b"write a few words" in empty.content


def test_a_page_of_many_long_messages_stays_small(town: Town) -> None:
    long = WriteMessage(case=town.hers, words="很长的话" * 450, language="zh")
    for _ in range(6):
        did(long, town.worker, now())
    browser = came_in(town.door(town.hers), second=True)
    for language in ("en", "zh-hans"):
        answer = browser.get(f"/my/7/?w=1&l={language}")
        assert len(answer.content) < 30_000 and b"&amp;p=2" in answer.content
    older = browser.get("/my/7/?w=1&p=4").content
    assert len(older) < 30_000 and b"<textarea" not in older
