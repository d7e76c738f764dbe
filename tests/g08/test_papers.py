"""Papers about a child beyond its circle say nothing that could tell who it is (G8.9)."""

from __future__ import annotations

import pytest

from tests.g05.cast import Cast
from tutela.agencies.words import Role, Sector
from tutela.doors import documents
from tutela.engine.access import Actor


def said(cast: Cast, by: Actor) -> str:
    """What the hand-over paper says to this reader."""
    paper = documents.text_of(by, cast.case, "hand_over", "en", cast.now)
    return "\n".join(t for s in paper.sections for t in (s.heading, *s.paragraphs, *s.points))


@pytest.mark.usefixtures("db_world")
@pytest.mark.parametrize(("age", "told"), [(14, False), (30, True), (None, False)])
def test_language_and_sex_stay_in_the_circle(age: int | None, told: bool) -> None:
    cast = Cast()
    ngo = cast.add(Sector.NGO, Role.CASEWORKER)
    helpline = cast.add(Sector.HELPLINE, Role.FIRST_RESPONDER)
    known = {"age_basis": "known", "age_low": age} if age else {"age_basis": "disputed"}
    cast.open(ngo, **known, sex="female", languages=("vi",))
    cast.share(ngo, helpline)
    assert "Vietnamese" in said(cast, ngo)
    found = said(cast, helpline)
    assert ("Vietnamese" in found, "Sex" in found) == (told, told)
