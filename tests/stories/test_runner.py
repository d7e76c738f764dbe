"""The runner itself: what it refuses to read, what it must not take for shown, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.stories.telling import STORIES, worlds_of
from tutela.config.scratch import Templates
from tutela.stories.loader import load
from tutela.stories.runner import earned, read, tell
from tutela.stories.story import BadStory, Story

GOOD = """
- story: A file is opened
  now: 2026-03-02T09:00Z
  when: {open_case: {by: ngo_worker, as: noor, languages: [ar]}}
  then: {happened: open_case}
"""
MISTAKES = {
    "an action": ("open_case: {by", "opn_case: {by", "there is no action 'opn_case'; nearest: open_case"),
    "a field": ("languages: [ar]", "langages: [ar]", "'langages' is not known here; did you mean languages?"),
    "a provision": ("then: {happened: open_case}", "then: {breach: {under: [P18]}}", "no provision 'P18'"),
    "a language": ("languages: [ar]", "languages: [xq]", "'xq' is no language"),
    "a choice": ("languages: [ar]", "sex: queen", "'queen' is none of female, male, other, unknown"),
    "a time without a zone": ("2026-03-02T09:00Z", "2026-03-02T09:00", "say the time zone"),
    "a day that does not exist": ("2026-03-02T09:00Z", "2026-02-30", "day is out of range"),
    "a key twice": (
        "languages: [ar]",
        "languages: [ar], languages: [en]",
        "the key 'languages' is written twice",
    ),
    "a kind of outcome": (
        "then: {happened: open_case}",
        "then: {hapened: open_case}",
        "did you mean happened?",
    ),
    "a part of a story": ("  then:", "  than:", "'than' is not known here"),
    "somebody": ("ngo_worker", "ngo_wrker", "there is nobody called 'ngo_wrker' in the cast"),
    "nobody": ("by: ngo_worker, ", "", "say who does it"),
    "nothing expected": ("  then: {happened: open_case}", "", "it expects nothing"),
}


def written(text: str, folder: Path) -> list[Story]:
    """Stories from a text, beside the real cast."""
    (folder / "cast.yaml").write_text((STORIES / "cast.yaml").read_text())
    path = folder / "one.yaml"
    path.write_text(text)
    return read([path], folder)


@pytest.mark.parametrize("what", MISTAKES)
def test_a_mistake_is_refused_with_where_and_what(what: str, tmp_path: Path) -> None:
    old, new, said = MISTAKES[what]
    assert old in GOOD
    with pytest.raises(BadStory) as error:
        written(GOOD.replace(old, new), tmp_path)
    assert said in str(error.value)
    assert "one.yaml" in str(error.value)


def test_time_does_not_go_back(tmp_path: Path) -> None:
    text = GOOD.replace("as: noor,", "as: noor, at: 2026-03-01T09:00Z,")
    with pytest.raises(BadStory, match="time goes back"):
        written(text, tmp_path)


def test_a_story_varies_one_above_it_in_one_fact() -> None:
    by_title = {story.title: story for story in load(STORIES / "files.yaml", STORIES)}
    one, other = (
        by_title["Another agency cannot share a file that it does not see"],
        by_title["The agency that opened the file shares it"],
    )
    assert [s.action for s in one.steps] == [s.action for s in other.steps]
    assert [(s.by, o.by) for s, o in zip(one.steps, other.steps, strict=True) if s.by != o.by] == [
        ("kite_worker", "ngo_worker")
    ]


FALSE = """
- story: A refusal for the wrong cause
  now: 2026-03-02T09:00Z
  given:
  - open_case: {by: ngo_worker, as: noor}
  when: {grant_access: {case: noor, by: ngo_worker, to_agency: returns_unit, purpose: residence, basis: consent}}
  then:
  - refused: {under: [G4.6], reason: grant.not_yours}
  - refused: {under: [P1], reason: grant.firewall}
  - refused: {under: [G4.6]}
  - happened: grant_access
  - breach: {under: [P7]}
  - duty: {under: [P7], rule: release}
  - monitor_sees: {refusals: 2}
  - filed: {under: [P10], action: record_age}
  - unchanged: [noor]
  - none: refused
- story: Something given that does not happen
  now: 2026-03-02T09:00Z
  given:
  - open_case: {by: ngo_worker, as: noor}
  - cut_grant: {case: noor, by: kite_worker, from_agency: kite}
  when: {record_age: {case: noor, by: ngo_worker, age_basis: unknown}}
  then: {happened: record_age}
- story: A name that nothing has
  now: 2026-03-02T09:00Z
  when: {record_age: {case: amina, by: ngo_worker, age_basis: unknown}}
  then: {happened: record_age}
- story: A duty that belongs to later work
  now: 2026-03-02T09:00Z
  when: {open_case: {by: ngo_worker, as: noor}}
  then:
  - {duty: "a guardian", under: [G8.8], later: G8.8}
"""


def test_what_is_not_so_is_not_shown(tmp_path: Path, db_templates: Templates, django_db_blocker: Any) -> None:
    with django_db_blocker.unblock(), worlds_of(db_templates) as worlds:
        told = [tell(story, worlds, ["engine"]) for story in written(FALSE, tmp_path)]
    wrong, given, _, later = ([(line.kind, status) for line, status, _ in one.lines()] for one in told)
    assert wrong == [
        ("refused", "failed"),
        ("refused", "failed"),
        ("refused", "failed"),
        ("happened", "failed"),
        ("breach", "failed"),
        ("duty", "failed"),
        ("monitor_sees", "failed"),
        ("filed", "failed"),
        ("unchanged", "shown"),
        ("none", "failed"),
    ]
    assert given == [("happened", "failed")]
    assert "did not happen: denied" in next(told[1].lines())[2]
    assert "nothing is called 'amina' here" in next(told[2].lines())[2]
    assert later == [("duty", "later")]
    assert not any(result.passed for result in earned(told)), "a story that failed, or waits, earns nothing"


def test_no_door_chooses_the_time() -> None:
    """INVARIANT of doors/now.py: only the story runner acts at another time than the machine's."""
    source = Path(__file__).parents[2] / "src" / "tutela"
    using = [p.relative_to(source).as_posix() for p in source.rglob("*.py") if "living_at" in p.read_text()]
    assert {name for name in using if name.startswith("doors/")} == {"doors/now.py"}
