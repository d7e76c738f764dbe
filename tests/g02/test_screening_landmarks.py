"""Screening on cases that courts have decided: what the form of the setting shows, after how many answers."""

from __future__ import annotations

from tutela.guidelines.g02_identification.answers import validate
from tutela.guidelines.g02_identification.form_files import screening_form
from tutela.guidelines.g02_identification.group_event import GroupEvent
from tutela.guidelines.g02_identification.screening import Level, child_from, indication, next_question


def walk(setting, says):
    """Go page by page as a responder would; what the case does not tell is answered by not asked."""
    form, answers, levels = screening_form(setting), {}, []
    while (page := next_question(form, answers)) is not None:
        answers[page.id] = says.get(page.id, "not_asked")
        levels.append(indication(form, answers, child_from(answers)).signs_level)
    assert validate(form, answers) == ()
    assert set(says) <= set(answers), set(says) - set(answers)
    return answers, levels, indication(form, answers, child_from(answers))


def signs(result):
    return {sign for reason in result.for_ for sign in reason.signs}


CHOWDURY = {
    "safe_now": "afraid_here",
    "hurt": "no",
    "hungry": "yes",
    "place_tonight": "not_safe_there",
    "who_present": ["interpreter"],
    "interpreter": "qualified",
    "interpreter_ties": "no",
    "interviewer": "man",
    "age_band": "adult",
    "agreement": "yes",
    "place_seen": ["guarded", "bad_lodging", "no_water_or_toilet"],
    "signs_seen": ["afraid_of_somebody"],
    "told_of": ["labour"],
    "hours": "too_long",
    "pay": ["little_or_none", "kept_back"],
    "conditions": ["lodging", "workplace"],
    "promised": ["pay"],
    "papers": "the_person",
    "permit_tied": "no",
    "debt": "no",
    "go_out": "watched",
    "leave_work": ["lose_pay"],
    "threats": ["hurt_me", "report_me"],
    "made_to": "no",
    "wants": ["wages", "bed"],
    "card": "yes",
}


def test_chowdury_a_labour_inspector_reaches_an_indication_in_under_thirty_answers():
    answers, levels, result = walk("labour_inspection", CHOWDURY)
    assert len(answers) < 30
    assert levels.index(Level.INDICATION_FOUND) + 1 < 20
    assert result.level is Level.URGENT_HELP and result.signs_level is Level.INDICATION_FOUND
    assert result.asks_for_referral and not result.is_below_threshold
    assert result.urgent_needs == ("danger", "food_or_warmth", "place_tonight")
    assert {"EX01", "EX02", "CD14", "CD03", "CD05"} <= signs(result)
    assert {reason.question_id for reason in result.against} >= {"papers", "debt", "permit_tied"}
    assert result.missing_weights == ()
    assert set(result.wishes) == {"bed", "wages"}


def test_chowdury_the_event_is_entered_once_for_forty_two_and_holds_nobody():
    event = GroupEvent(place="Manolada", employer="A strawberry farm")
    assert screening_form("labour_inspection").group
    assert set(event.plain()) == {"place", "employer", "began_on", "ended_on"}


RANTSEV = {
    "safe_now": "afraid_outside",
    "who_present": "no",
    "interviewer": "man",
    "age_band": "adult",
    "agreement": "yes",
    "brought_by": "claimed",
    "signs_seen": ["spoken_for"],
    "permit_tied": "yes",
    "go_out": "brought_back",
    "wants": ["home"],
}


def test_rantsev_the_police_form_shows_three_signs_and_asks_for_a_referral():
    _, _, result = walk("police", RANTSEV)
    assert {"CD03", "VD05", "OS4"} <= signs(result)
    assert {"go_out", "permit_tied", "signs_seen"} <= {reason.question_id for reason in result.for_}
    assert result.asks_for_referral
    assert "do_not_hand_over" in result.advice and "see_alone" in result.advice
    assert result.wishes == ("home",)


def test_rantsev_even_with_those_three_signs_alone():
    _, _, result = walk("police", {key: value for key, value in RANTSEV.items() if key != "brought_by"})
    assert signs(result) == {"CD03", "VD05", "OS4"}
    assert result.asks_for_referral and result.signs_level is Level.INDICATION_FOUND


def test_a_free_worker_with_a_permit_of_her_own_is_not_referred():
    """The pair of the case before: the same police form, with nobody claiming or holding her."""
    free = {
        **RANTSEV,
        "safe_now": "safe",
        "brought_by": "alone",
        "signs_seen": "no",
        "permit_tied": "no",
        "go_out": "free",
    }
    _, _, result = walk("police", free)
    assert result.level is Level.NOTHING_SEEN_HERE and result.is_below_threshold
    assert {reason.question_id for reason in result.against} == {"signs_seen", "permit_tied", "go_out"}


def test_vcl_a_child_alone_in_a_guarded_house_is_referred_without_a_question_on_means():
    says = {
        "age_band": "child",
        "child_told": "yes",
        "child_with": "nobody",
        "signs_seen": ["afraid_of_somebody"],
        "made_to": ["unlawful"],
        "go_out": "shut_in",
    }
    answers, _, result = walk("police", says)
    assert "agreement" not in answers and "threats" not in answers and "promised" not in answers
    assert result.urgent_needs == ("child_protection",)
    assert result.signs_level is Level.INDICATION_FOUND and result.asks_for_referral


def test_an_of_doubted_age_is_asked_as_an_adult_and_guarded_as_a_child():
    says = {
        "age_band": "disputed",
        "agreement": "yes",
        "child_with": "nobody",
        "made_to": ["unlawful"],
    }
    _, _, result = walk("police", says)
    assert result.asks_for_referral and "child_protection" in result.urgent_needs


def test_siliadin_a_neighbour_tells_nothing_about_the_girl_and_she_tells_it_herself():
    _, _, told = walk("helpline", {"caller": "for_another", "safe_to_talk": "safe"})
    assert told.for_ == () and told.level is Level.NOTHING_SEEN_HERE
    says = {
        "caller": "the_person",
        "age_band": "child",
        "child_told": "yes",
        "hours": "too_long",
        "pay": ["little_or_none"],
        "papers": "employer_or_recruiter",
    }
    _, _, result = walk("helpline", says)
    assert result.signs_level is Level.INDICATION_FOUND
    assert "combination.child_exploited" in {reason.code for reason in result.for_}


def test_le_from_detention_with_a_debt_and_papers_kept():
    says = {
        "age_band": "adult",
        "agreement": "yes",
        "told_of": ["sexual"],
        "debt": "yes",
        "journey_papers": "somebody_else",
        "threats": ["hurt_family"],
        "fears_return": "yes",
    }
    _, _, result = walk("detention", says)
    assert result.level is Level.NOT_SCORED and result.missing_weights == ("adult_sexual",)
    assert result.asks_for_referral
    assert {"CD02", "CD13", "CR05"} <= signs(result)
    assert "asylum_advice" in result.wishes and "no_contact_with_country" in result.advice


def test_exploited_but_free_is_a_labour_rights_case_and_loses_no_right():
    says = {
        "age_band": "adult",
        "agreement": "yes",
        "hours": "too_long",
        "pay": ["little_or_none"],
        "papers": "the_person",
        "go_out": "free",
    }
    _, _, result = walk("labour_inspection", says)
    assert result.level is Level.SOME_SIGNS
    assert "combination.labour_rights_case" in {reason.code for reason in result.for_}
    assert "labour_rights" in result.advice
