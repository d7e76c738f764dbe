"""Whatever is done to a few people, by whomever and in whatever order, some things never come about.

Each walk is so many random actions, of all there are, in a town of its own; what must hold is looked at after every
one, and the journal at the end. A walk that went wrong is told as short as it can be, with its seed.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connections

from tests.any_action import LONG
from tests.laws import town, walks
from tests.world import Templates, point

#: The seed of one walk, to take it again.
GIVEN = os.environ.get("TUTELA_SEED")
LENGTH = 400 if LONG else 320
SEEDS = [int(GIVEN)] if GIVEN else [random.randrange(10**9) for _ in range(24)] if LONG else [1, 2, 3]


class Start:
    """A town as every walk finds it: made once, and copied with its sessions and keys."""

    def __init__(self, templates: Templates, unblock: Any) -> None:
        self.templates, self.unblock, self.pair = templates, unblock, templates.make()
        with unblock():
            point(templates.urls.named(self.pair.main, self.pair.keys))
            self.town = town.make()
            connections.close_all()

    @contextmanager
    def copy(self) -> Iterator[Any]:
        """A copy of the town's databases, pointed at."""
        with self.unblock(), self.templates.clone(self.pair) as urls:
            point(urls)
            yield urls


@pytest.fixture(scope="module")
def start(db_templates: Templates, django_db_blocker: Any) -> Iterator[Start]:
    made = Start(db_templates, django_db_blocker.unblock)
    yield made
    db_templates.drop_pair(made.pair)


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_is_done_what_must_never_be_is_not(seed: int, start: Start) -> None:
    with start.copy() as urls:
        found = walks.walk(urls, start.town, walks.by_chance(seed, LENGTH))
    print(f"seed {seed}: {dict(found.outcomes)}")
    if found.faults:
        fault = found.faults[0]
        steps = walks.shortest(found.steps, fault, start.town, start.copy)
        pytest.fail(f"TUTELA_SEED={seed}: {fault}\n{walks.told(steps)}", pytrace=False)
