"""What the tests of stories share: worlds on the test's own server, and telling a folder's stories."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tutela.config.scratch import Templates
from tutela.stories.runner import Told, read, tell
from tutela.stories.world import Worlds

STORIES = Path(__file__).parents[2] / "stories"
DOORS = ("engine", "api", "cli")


@contextmanager
def worlds_of(templates: Templates) -> Iterator[Worlds]:
    """Worlds, made ready while the one before is lived in."""
    logger = logging.getLogger("django.request")
    level = logger.level
    logger.setLevel(logging.ERROR)  # refusals are what stories are about
    worlds = Worlds(templates, STORIES)
    try:
        yield worlds
    finally:
        worlds.close()
        logger.setLevel(level)


def failures(told: Told) -> list[str]:
    """Every line that failed, with why."""
    lines = [f"{line}: {why}" for line, status, why in told.lines() if status == "failed"]
    return [*lines, *([f"the doors do not agree: {told.apart}"] if told.apart else [])]


def told_badly(templates: Templates, files: list[Path]) -> dict[str, list[str]]:
    """What failed, by story, over all doors."""
    with worlds_of(templates) as worlds:
        found = {story.title: failures(tell(story, worlds, DOORS)) for story in read(files, STORIES)}
    return {title: lines for title, lines in found.items() if lines}
