"""All other stories through every door, and one in a process of its own."""

from __future__ import annotations

from typing import Any

import pytest

from tests.stories.telling import STORIES, failures, told_badly, worlds_of
from tutela.config.scratch import Templates
from tutela.stories import tellers
from tutela.stories.runner import files, read, tell

FILES = [path for path in files(STORIES) if path.parent.name != "landmarks"]


@pytest.mark.told
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_stories_are_shown_through_every_door(
    path: Any, db_templates: Templates, django_db_blocker: Any
) -> None:
    with django_db_blocker.unblock():
        assert told_badly(db_templates, [path]) == {}


def test_one_story_is_told_in_processes_of_their_own(
    db_templates: Templates, django_db_blocker: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole command, from the shell: settings, database, exit codes."""
    monkeypatch.setitem(tellers.DOORS, "subprocess", tellers.Subprocess)
    stories = [s for s in read([STORIES / "files.yaml"], STORIES) if s.title.startswith("No file is shared")]
    assert stories
    with django_db_blocker.unblock(), worlds_of(db_templates) as worlds:
        told = tell(stories[0], worlds, ["engine", "subprocess"])
    assert failures(told) == []
