"""One event and forty-two people: entered once, screened apart, each with a file and a claim of their own."""

from __future__ import annotations

from typing import Any

import pytest

from tests.people_who_act import did, made, tried
from tests.web.country import Country
from tutela.engine.access import acting
from tutela.engine.actions import InvalidAction, parse
from tutela.engine.models import Entry
from tutela.engine.outcomes import Done
from tutela.guidelines.g02_identification import reads_groups
from tutela.guidelines.g02_identification.models import Screening

PEOPLE = 42
SAID: dict[str, Any] = {
    "safe_now": "safe",
    "hungry": "yes",
    "age_band": "adult",
    "agreement": "yes",
    "pay": ["kept_back"],
}


def _found(land: Country) -> tuple[Any, list[Any]]:
    """The event, and everybody's file: the first one spoke of threats, the others did not."""
    north, now = land.actors["north"], land.now
    event = made(
        did(parse("open_group", {"place": "Strawberry fields", "employer": "A grower"}), north, now), "group"
    )
    files = []
    for number in range(PEOPLE):
        begun = did(
            parse("begin_screening", {"setting": "labour_inspection", "group": str(event)}), north, now
        )
        screening = made(begun, "screening")
        answers = SAID | ({"threats": ["hurt_me"]} if number == 0 else {})
        did(
            parse("answer_screening", {"screening": str(screening), "answers": answers, "finished": True}),
            north,
            now,
        )
        opened = {"screening": str(screening), "agreed": True, "age_basis": "claimed", "age_low": 25}
        files.append(made(did(parse("raise_case", opened), north, now), "case"))
    return event, files


def test_forty_two_people_of_one_event_have_forty_two_files(land: Country) -> None:
    event, files = _found(land)
    north = land.actors["north"]
    found = reads_groups.group(north, event, land.now)
    assert found is not None
    assert {one.case_id for one in found[1]} == set(files) and len(set(files)) == PEOPLE
    with acting(north):
        threatened = [s for s in Screening.objects.filter(group_id=event) if "threats" in s.answers]
    assert len(threatened) == 1, "an answer of one person went into another's screening"
    browser = land.client("north")
    page = browser.get(f"/groups/{event}/")
    assert page.status_code == 200 and page.content.count(b"/cases/") == PEOPLE
    sent = {"topics": ["rights"], "language": "bn", "interpreting": "in_person", "understood": "yes",
            "who": [str(f) for f in files], "key": "6d3f0d3c-6f2c-4d0a-9a55-0a3f2a0f7a11"}  # fmt: skip
    done = browser.post(f"/groups/{event}/inform_person/", sent)
    assert done.status_code == 200 and done.content.count("✓".encode()) >= PEOPLE
    again = browser.post(f"/groups/{event}/inform_person/", sent)
    assert again.status_code == 200, "sent twice, it is done once and answered the same"
    with acting(north):
        told = Entry.objects.filter(subject_id__in=files, action="inform_person", outcome="recorded")
        assert sorted(told.values_list("subject_id", flat=True)) == sorted(files)


def test_an_event_of_another_agency_is_not_there(land: Country) -> None:
    north, harbour = land.actors["north"], land.actors["harbour"]
    event = made(did(parse("open_group", {"place": "A farm"}), north, land.now), "group")
    assert reads_groups.group(harbour, event, land.now) is None
    assert land.client("harbour").get(f"/groups/{event}/").status_code == 404
    with pytest.raises(InvalidAction):
        tried(parse("put_in_group", {"case": str(land.ids["woman"]), "group": str(event)}), harbour, land.now)
    with pytest.raises(InvalidAction):
        tried(parse("begin_screening", {"setting": "police", "group": str(event)}), harbour, land.now)


def test_nothing_is_done_for_several_without_ticking_anybody(land: Country) -> None:
    north = land.actors["north"]
    event = made(did(parse("open_group", {"place": "A farm"}), north, land.now), "group")
    assert isinstance(
        tried(parse("put_in_group", {"case": str(land.adult), "group": str(event)}), north, land.now), Done
    )
    answer = land.client("north").post(
        f"/groups/{event}/inform_person/", {"topics": ["rights"], "language": "bn"}
    )
    assert answer.status_code == 422
    assert land.client("north").get(f"/groups/{event}/bring_charge/").status_code == 404
