"""The landmark cases through the pages as well: forms sent as a browser sends them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.stories.telling import STORIES, failures, worlds_of
from tests.stories.test_landmark_stories import NAMES
from tutela.config.scratch import Templates
from tutela.stories.runner import read, tell


@pytest.mark.parametrize("name", NAMES)
def test_a_landmark_is_lived_through_the_pages(
    name: str, db_templates: Templates, django_db_blocker: Any
) -> None:
    stories = read([STORIES / "landmarks" / f"{name}.yaml"], STORIES)
    with django_db_blocker.unblock(), worlds_of(db_templates) as worlds:
        found = {s.title: failures(tell(s, worlds, ["engine", "pages"])) for s in stories}
    assert {title: lines for title, lines in found.items() if lines} == {}
