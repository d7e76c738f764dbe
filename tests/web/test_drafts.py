"""Drafts: found again by who typed them, by nobody else, not for long, and with nothing about who a person is."""

from __future__ import annotations

import uuid
from datetime import timedelta

import psycopg
import pytest
from django.db import ProgrammingError, connection

from tests.web.country import Country
from tutela.config.database import Urls
from tutela.doors.web import drafts
from tutela.doors.web.jobs import forget_drafts
from tutela.doors.web.models import Draft
from tutela.engine.access import acting
from tutela.engine.actions import registry
from tutela.engine.models import Entry

REASONS = "Words that nobody else may read"


@pytest.fixture
def decide() -> type:
    """The form of a conclusive decision."""
    return registry.get("decide_conclusive")


def test_a_draft_is_found_again_until_it_is_dropped(land: Country, decide: type) -> None:
    actor, typed = (
        land.actors["authority"],
        {"acts": ["receipt", "transfer"], "reasons": [REASONS], "language": []},
    )
    assert drafts.keep(actor, decide, land.adult, typed, land.now)
    assert drafts.keep(actor, decide, land.adult, typed, land.now + timedelta(hours=1))
    found = drafts.found(actor, decide, land.adult, land.now)
    assert found is not None
    assert found.typed == {"acts": ["receipt", "transfer"], "reasons": [REASONS]}
    assert found.at == land.now + timedelta(hours=1)
    assert drafts.kept(actor, land.now) == {("decide_conclusive", land.adult)}
    assert drafts.found(actor, decide, land.child, land.now) is None
    assert drafts.found(actor, registry.get("decide_reasonable_grounds"), land.adult, land.now) is None
    drafts.drop(actor, decide, land.adult)
    assert drafts.found(actor, decide, land.adult, land.now) is None
    assert not drafts.keep(actor, decide, land.adult, {"reasons": []}, land.now)


def test_nobody_else_reads_changes_or_ends_a_draft(land: Country, decide: type, db_world: Urls) -> None:
    author = land.actors["authority"]
    drafts.keep(author, decide, land.adult, {"reasons": [REASONS]}, land.now)
    for key in ("harbour", "north", "council", "rights"):
        other = land.actors[key]
        if other.is_monitor:
            assert drafts.found(other, decide, land.adult, land.now) is None
            with pytest.raises(ProgrammingError, match="permission denied"), acting(other):
                Draft.objects.exists()
            continue
        with acting(other):
            assert not Draft.objects.exists()
            assert Draft.objects.update(kept_at=land.now) == 0
            assert Draft.objects.all().delete()[0] == 0
    with pytest.raises(ProgrammingError, match="row-level security"), acting(land.actors["harbour"]):
        Draft.objects.create(member_id=author.member_id, form="x", case_id=land.adult, sealed=b"x",
                             kept_at=land.now, expires_at=land.now)  # fmt: skip
    assert not Draft.objects.exists(), "nobody signed in"
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        acting(author),
        connection.cursor() as cursor,
    ):
        cursor.execute("SET LOCAL ROLE tutela_engine")
        cursor.execute("SELECT * FROM web_draft")
    assert drafts.found(author, decide, land.adult, land.now) is not None
    with psycopg.connect(db_world.owner) as admin:
        row = admin.execute("SELECT sealed FROM web_draft").fetchone()
    assert row and REASONS.encode() not in bytes(row[0])


def test_a_draft_put_in_another_place_does_not_open(land: Country, decide: type, db_world: Urls) -> None:
    author, other = land.actors["authority"], land.actors["harbour"]
    drafts.keep(author, decide, land.adult, {"reasons": [REASONS]}, land.now)
    with psycopg.connect(db_world.owner) as admin:
        admin.execute("UPDATE web_draft SET member_id = %s", [other.member_id])
    assert drafts.found(other, decide, land.adult, land.now) is None


def test_a_draft_ends_after_seven_days(land: Country, decide: type) -> None:
    actor = land.actors["authority"]
    drafts.keep(actor, decide, land.adult, {"reasons": [REASONS]}, land.now)
    over = land.now + drafts.KEPT_FOR
    assert drafts.found(actor, decide, land.adult, over) is None
    assert drafts.kept(actor, over) == frozenset()
    assert forget_drafts(over - timedelta(seconds=1)) == 0
    assert forget_drafts(over) == 1


def test_nothing_about_who_a_person_is_and_nothing_in_the_journal(land: Country, decide: type) -> None:
    actor = land.actors["harbour"]
    named = registry.get("record_identity")
    assert not drafts.keep(actor, named, land.adult, {"value": ["Rahman Example"]}, land.now)
    assert drafts.found(actor, named, land.adult, land.now) is None
    for action in registry:
        closed = {s.name: ["x"] for s in action.specs() if s.compartment == "identity"}
        assert not drafts.keep(actor, action, None, closed, land.now), action.name
    with acting(land.actors["authority"]):
        before = Entry.objects.count()
    drafts.keep(land.actors["authority"], decide, land.adult, {"reasons": [REASONS]}, land.now)
    with acting(land.actors["authority"]):
        assert Entry.objects.count() == before


def test_a_form_gives_back_what_was_typed(land: Country) -> None:
    browser, url = land.client("harbour"), f"/cases/{land.adult}/do/refer_person/"
    page = browser.post(url, {"reason": REASONS, "agreed": "yes", "_keep": "1"})
    assert page.status_code == 200 and REASONS in page.content.decode()
    page = browser.get(url).content.decode()
    assert REASONS in page and "_drop" in page
    assert REASONS not in land.client("north").get(url).content.decode()
    browser.post(url, {"_drop": "1"})
    assert REASONS not in browser.get(url).content.decode()
    wrong = browser.post(url, {"reason": REASONS, "key": str(uuid.uuid4())})
    assert wrong.status_code == 422
    assert REASONS in browser.get(url).content.decode()
    to = str(land.actors["clinic"].agency_id)
    right = {
        "reason": REASONS,
        "agreed": "yes",
        "purpose": "protection",
        "to_agency": to,
        "compartments": "facts",
    }
    assert browser.post(url, right).status_code == 302
    assert REASONS not in browser.get(url).content.decode()
