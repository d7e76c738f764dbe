"""How many guarded acts eight clients get done in a second: eight processes, each on a case of its own."""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from multiprocessing.synchronize import Barrier
from typing import Any

CLIENTS, SECONDS = 8, 10


def actions_per_second(main: str, keys: str, clients: int = CLIENTS, seconds: float = SECONDS) -> float:
    """Acts done by all of them in the same seconds, through `perform`, over that time."""
    from bench.performing import offers

    places = [f"client {number}" for number in range(clients)]
    made = [offers(place) for place in places]
    context = multiprocessing.get_context("spawn")
    start, results = context.Barrier(clients), context.Queue()
    about = {"main": main, "keys": keys, "seconds": seconds, "environ": _environ(), "path": sys.path}
    workers = [
        context.Process(target=_client, args=({**about, "offers": one}, start, results)) for one in made
    ]
    for worker in workers:
        worker.start()
    counts = [results.get(timeout=seconds + 120) for _ in workers]
    for worker in workers:
        worker.join()
    return sum(counts) / seconds


def _environ() -> dict[str, str]:
    names = ("TUTELA_MODE", "TUTELA_DATA", "TUTELA_LOG", "DATABASE_URL", "DJANGO_SETTINGS_MODULE")
    return {name: os.environ[name] for name in names if name in os.environ}


def _client(about: dict[str, Any], start: Barrier, results: Any) -> None:
    os.environ.update(about["environ"])
    sys.path[:] = about["path"]
    import django

    django.setup()
    from bench.performing import Offers
    from bench.world import turn_to

    turn_to(about["main"], about["keys"])
    mine = Offers(*about["offers"])
    for _ in range(20):
        mine.perform()
    start.wait()
    done, end = 0, time.perf_counter() + about["seconds"]
    while time.perf_counter() < end:
        mine.perform()
        done += 1
    results.put(done)
