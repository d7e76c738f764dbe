"""Whatever is done to a few people, by whomever and in whatever order, some things never come about."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tests.any_action import LONG
from tests.laws import walks
from tests.world import Templates, point

#: A walk's seed can be given: it then is the only one.
GIVEN = os.environ.get("TUTELA_SEED")
LENGTH = 400
SEEDS = [int(GIVEN)] if GIVEN else [random.randrange(10**9) for _ in range(30)] if LONG else [1, 2, 3]


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_is_done_what_must_never_be_is_not(
    seed: int, db_templates: Templates, django_db_blocker: Any
) -> None:
    @contextmanager
    def fresh() -> Iterator[Any]:
        with django_db_blocker.unblock(), db_templates.clone() as urls:
            point(urls)
            yield urls

    with fresh() as urls:
        found = walks.walk(urls, walks.by_chance(seed, LENGTH))
    print(f"seed {seed}: {dict(found.outcomes)}")
    if found.faults:
        fault = found.faults[0]
        steps = walks.shortest(found.steps, fault, fresh)
        pytest.fail(f"TUTELA_SEED={seed}: {fault}\n{walks.told(steps)}", pytrace=False)
