"""The page of one file: what would meet a right, what can be taken back, earlier entries alone, the name in place."""

from __future__ import annotations

import re
from datetime import timedelta

from tests.web.country import Country
from tests.web.test_pages import few_queries, got


def test_an_open_right_says_what_would_meet_it_and_fills_the_form_in(land: Country) -> None:
    browser, case = land.client("harbour"), f"/cases/{land.child}/"
    text = got(browser, case)
    information = text[text.index("Rights explained in a language the person understands") :]
    form = re.search(r'action="([^"]+inform_person/)">(.+?)</form>', information)
    assert form and 'name="topics" value="rights"' in form[2] and 'name="language" value="vi"' in form[2]
    filled = browser.post(form[1], {"_prefill": "1", "topics": "rights", "language": "vi"}).content.decode()
    assert re.search(r'value="rights"[^>]* checked', filled) and 'value="vi" selected' in filled
    assert f'href="{case}beds/"' in text and "Find a bed" in text


def test_what_is_for_others_to_do_says_whose_it_is(land: Country) -> None:
    text = got(land.client("court-street"), f"/cases/{land.adult}/")
    assert "to do; it cannot be done from here" in text


def test_acts_that_meet_something_come_first_and_say_what(land: Country) -> None:
    text = got(land.client("harbour"), f"/cases/{land.child}/")
    doing = text[text.index('id="do"') :]
    first = doing[doing.index("<summary>") : doing.index("</details>")]
    assert "meets: " in first


def test_what_is_owed_is_offered_first_and_what_is_against_the_person_last(land: Country) -> None:
    page = got(land.client("harbour"), f"/cases/{land.child}/")
    doing = page[page.index('id="do"') :]
    assert doing.index('class="pad now"') < doing.index("meets: ") < doing.index("<details")
    against = doing.index("Against the person")
    assert "do/detain_person/" not in doing[:against] and "do/detain_person/" in doing[against:]


def test_what_nothing_on_file_allows_is_folded(land: Country) -> None:
    def folded(page: str) -> str:
        return " ".join(re.findall(r"nothing is on file yet</summary>(.*?)</details>", page, re.DOTALL))

    case = f"/cases/{land.ids['woman']}/"
    assert "do/payment_received/" in folded(got(land.client("harbour"), case))
    claim = {"track": "civil", "seeks": "wages", "against": "employer", "body": "civil_court", "agreed": True}
    land.did("open_claim", "harbour", case=land.ids["woman"], **claim)
    assert "do/payment_received/" not in folded(got(land.client("harbour"), case))


def test_an_entry_says_how_it_is_taken_back_or_put_right(land: Country) -> None:
    browser, case = land.client("harbour"), f"/cases/{land.ids['woman']}/"
    office = str(land.actors["office"].agency_id)
    land.did("grant_access", "harbour", timedelta(hours=1), case=land.ids["woman"], to_agency=office,
             purpose="protection", basis="consent")  # fmt: skip
    text = got(browser, case)
    assert re.search(r'class="back" href="[^"]+do/cut_grant/"', text)
    assert re.search(r'name="entry_seq" value="\d+"><button class="plain back">Put right', text)
    land.did("cut_grant", "harbour", case=land.ids["woman"], from_agency=office)
    assert not re.search(r'class="back" href="[^"]+do/cut_grant/"', got(browser, case))


def test_every_form_says_whether_it_can_be_undone(land: Country) -> None:
    browser, case = land.client("harbour"), f"/cases/{land.ids['woman']}/do/"
    forms = {"grant_access": "This can be taken back later", "offer_place": "Only the person can take",
             "service_given": "A wrong entry is put right", "refer_person": "cannot be undone"}  # fmt: skip
    for name, said in forms.items():
        assert said in got(browser, f"{case}{name}/"), name


def test_earlier_entries_come_alone_to_a_page_that_is_open(land: Country) -> None:
    browser, url = land.client("harbour"), f"/cases/{land.adult}/?before=20"
    with few_queries(url):
        part = browser.get(url, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part and 'class="line' in part
    assert "<html" in browser.get(url).content.decode()
    stranger = land.client("clinic").get(url, headers={"HX-Request": "true"})
    assert stranger.status_code == 404


def test_the_name_is_opened_from_the_page_for_a_purpose(land: Country) -> None:
    text = got(land.client("harbour"), f"/cases/{land.adult}/")
    assert f'action="/cases/{land.adult}/name/"' in text and 'name="purpose"' in text
    assert 'name="purpose"' not in got(land.client("authority"), f"/cases/{land.adult}/")


def test_a_free_place_in_a_refusal_keeps_the_nights_that_were_asked_for(land: Country) -> None:
    first = land.now.date()
    url = f"/cases/{land.ids['woman']}/do/offer_place/"
    asked = {"place": str(land.ids["bed1"]), "since": first.isoformat(),
             "until": (first + timedelta(days=3)).isoformat()}  # fmt: skip
    refused = land.client("harbour").post(url, asked)
    text = refused.content.decode()
    assert refused.status_code == 409
    assert f'name="until" value="{asked["until"]}"' in text and "Hill Road · Room 2" in text


def test_the_head_of_a_file_says_that_she_is_held_or_has_died(
    land: Country,
) -> None:
    held = {"place_kind": "police_station", "held_for": "immigration"}
    assert "held since" not in got(land.client("harbour"), f"/cases/{land.adult}/")
    land.did("detention_found", "harbour", case=land.adult, **held)
    assert "held since" in got(land.client("harbour"), f"/cases/{land.adult}/")
    land.did("death_recorded", "harbour", case=land.adult, how="violence")
    page = got(land.client("harbour"), f"/cases/{land.adult}/")
    assert "<dt>Death</dt>" in page and "held since" not in page and "no threat on file" not in page


def test_a_childs_page_shows_the_gaps_in_the_help_and_how_often_the_child_was_missing(land: Country) -> None:
    url, as_child = f"/cases/{land.child}/", {"case": land.child}
    assert got(land.client("harbour"), url).count("not planned yet") == 6
    given = dict.fromkeys(("physical", "health", "psychosocial", "legal", "housing"), "in_place")
    plan = {**as_child, **given, "schooling": "nobody_offers_it", "said_through": "interpreter"}
    land.did("plan_child_help", "harbour", **plan)
    page = got(land.client("harbour"), url)
    assert page.count("> in place<") == 5 and page.count("a gap since") == 1
    land.did("child_missing", "harbour", **as_child)
    page = got(land.client("harbour"), url)
    assert "Missing since" in page and "Was missing" not in page
    land.did("child_back", "harbour", **as_child, how="by_herself")
    page = got(land.client("harbour"), url)
    assert "Missing since" not in page and "Was missing 1 time" in page


def test_only_whoever_was_asked_answers_a_referral(land: Country) -> None:
    to = str(land.actors["clinic"].agency_id)
    land.did("refer_person", "harbour", case=land.adult, to_agency=to, purpose="health", agreed=True)
    offers = r"meets: [^<]*Answer to a referral"
    assert not re.search(offers, got(land.client("harbour"), f"/cases/{land.adult}/"))
    assert re.search(offers, got(land.client("clinic"), f"/cases/{land.adult}/"))


def test_who_has_just_come_is_first_where_one_chooses_for_whom(land: Country) -> None:
    _, pseudonym = land.woman()
    page = got(land.client("harbour"), "/people/?for=refer_person")
    assert page.index("Opened in the last day") < page.index(pseudonym)
    assert "Opened in the last day" not in got(land.client("harbour"), "/people/")
