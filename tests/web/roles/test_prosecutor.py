"""A prosecutor and a link assessor: a charge that is refused, what to do instead, and what an assessment changes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.web.browsing import needs_chromium
from tests.web.country import Country
from tests.web.roles.walking import Walk, four_windows

pytestmark = [pytest.mark.browser, needs_chromium]

OFFENCE = "irregular_stay"
REASONS = {"en": "The papers were taken by the employer.", "zh": "证件被雇主扣下。"}


def test_a_charge_is_refused_assessed_and_answered(live_site: str, land: Country) -> None:
    women = []
    for number in range(4):
        case, pseudonym = land.woman("court-street", "aid")
        ref = f"K {number + 20}/26"
        land.did("charge_found", "harbour", timedelta(hours=3), case=case, charge_ref=ref, offence=OFFENCE)
        to = str(land.actors["court-street"].agency_id)
        land.did("send_letter", "harbour", timedelta(hours=2), case=case, charge_ref=ref, to_agency=to,
                 agreement="agreed")  # fmt: skip
        women.append((pseudonym, ref))
    with four_windows(live_site, land, "court-street", "aid") as windows:
        for (pseudonym, ref), (prosecutor, assessor) in zip(women, windows, strict=True):
            is_refused(prosecutor, pseudonym, ref)
            assesses(assessor, pseudonym)
            answers(prosecutor, pseudonym)


def is_refused(walk: Walk, pseudonym: str, ref: str) -> None:
    walk.sign_in("court-street")
    walk.open("People", pseudonym)
    walk.unfold("Against the person")
    walk.open("Bring a charge")
    walk.write("Reference of the file", ref)
    walk.pick("Offence", "Irregular stay")
    walk.open("Do this")
    walk.reads("This cannot be done", "What can be done instead", "The letter about this charge",
               "Who assesses the link")  # fmt: skip


def assesses(walk: Walk, pseudonym: str) -> None:
    walk.sign_in("aid")
    walk.open("Charges")
    walk.reads("To assess")
    walk.open(pseudonym)
    walk.choose("Is the charge linked to the trafficking?", "Yes")
    walk.write("Reasons given", REASONS[walk.language])
    walk.open("Do this")
    walk.done("Assess a charge's link to the trafficking")


def answers(walk: Walk, pseudonym: str) -> None:
    walk.open("Charges", pseudonym)
    walk.reads("linked to the trafficking", "on file, sealed", "Your answer")
    walk.choose("What the prosecutor does", "Drops the charge")
    walk.open("Record this")
    walk.done("The prosecutor answered")
