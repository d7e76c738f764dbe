"""The eight landmark cases through every door, and every expectation on them answered by a line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.stories.telling import STORIES, told_badly
from tutela.config.scratch import Templates
from tutela.stories.loader import load
from tutela.stories.story import Expectation

LANDMARKS = Path(__file__).parents[3] / "shared" / "landmarks"
NAMES = ("chowdury", "j_austria", "le_greece", "mani_niger", "rantsev", "siliadin", "sm_croatia", "vcl_an")
KINDS = ("definition", "screening", "refused", "breach", "duty", "overdue", "finding", "lapse", "none")


@pytest.mark.told
@pytest.mark.parametrize("name", NAMES)
def test_a_landmark_is_lived_through_every_door(
    name: str, db_templates: Templates, django_db_blocker: Any
) -> None:
    with django_db_blocker.unblock():
        assert told_badly(db_templates, [STORIES / "landmarks" / f"{name}.yaml"]) == {}


def wanted_of(name: str) -> list[dict[str, Any]]:
    """What must come of a landmark, as the shared folder holds it."""
    path = LANDMARKS / f"{name}.yaml"
    if not path.exists():
        pytest.skip("the shared landmarks are not beside this checkout")
    return list(yaml.safe_load(path.read_text())["expect"])


def answers(line: Expectation, wanted: dict[str, Any]) -> bool:
    """Whether a line is of the kind that is wanted, on the same fact."""
    kind = next(k for k in KINDS if k in wanted)
    if line.of != wanted["at"]:
        return False
    if kind == "overdue":
        return line.kind == "duty" and (line.args.get("state") == "overdue" or bool(line.later))
    return line.kind == kind


@pytest.mark.parametrize("name", NAMES)
def test_every_expectation_on_a_landmark_has_its_line(name: str) -> None:
    lines = [e for story in load(STORIES / "landmarks" / f"{name}.yaml", STORIES) for e in story.expectations]
    for wanted in wanted_of(name):
        found = [line for line in lines if answers(line, wanted)]
        assert found, f"nothing answers {wanted}"
        kind = next(k for k in KINDS if k in wanted)
        asked = wanted[kind] if isinstance(wanted[kind], list) else []
        cited = {p for line in found for p in line.under}
        assert set(asked) <= cited, f"{wanted}: {sorted(set(asked) - cited)} not cited"
        judged = [line for line in found if not line.later]
        later = {p for line in found for p in line.later}
        shown = {p for line in judged for p in line.under}
        assert judged or later, f"{wanted} is neither judged nor put off"
        assert set(asked) - shown <= later, f"{wanted}: {sorted(set(asked) - shown - later)} skipped silently"


def test_each_landmark_has_a_pair() -> None:
    for name in NAMES:
        assert len(load(STORIES / "landmarks" / f"{name}.yaml", STORIES)) >= 2, name
