"""One run of the bench: the parts asked for, one after another, on databases of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from bench import machine, world

PARTS = ("perform", "clients", "reading", "verify", "start", "pages")
SIZES = (10_000, 1_000_000)
RESULTS = Path(__file__).parent / "results"
Say = Callable[[str], None]


def run(
    parts: tuple[str, ...], sizes: tuple[int, ...], data: Path | None, say: Say, *, reuse: bool = False
) -> dict[str, Any]:
    """The figures of the parts asked for, with the machine and the counts.

    Shape    reuse: grown databases stay on the bench's server, and those of an earlier run are taken up
    """
    figures: dict[str, Any] = {}
    with world.server(data):
        figures["machine"] = machine.facts()
        if {"perform", "clients"} & set(parts):
            with world.scratch() as main:
                figures.update(_performing(parts, main, say))
        if {"reading", "verify", "pages"} & set(parts):
            with ExitStack() as copies:
                databases, counts = _grown(sizes, reuse, copies, say)
                figures.update({"counts": counts, **_crowd(parts, databases, say)})
    if "start" in parts:
        from bench import starting

        say("Starting the demo twice")
        figures["start_s"] = starting.seconds()
    return figures


def _performing(parts: tuple[str, ...], main: str, say: Say) -> dict[str, Any]:
    from bench import clients, performing

    found: dict[str, Any] = {}
    if "perform" in parts:
        say("`perform` against a bare transaction")
        figures = performing.ratio()
        found["perform_ratio"] = figures.pop("perform_ratio")
        found["perform"] = figures
    if "clients" in parts:
        say(f"{clients.CLIENTS} clients for {clients.SECONDS} seconds")
        keys = main.replace(world.MAIN, world.KEYS)
        found["actions_per_second_8_clients"] = round(clients.actions_per_second(main, keys))
    return found


def _grown(
    sizes: tuple[int, ...], reuse: bool, copies: ExitStack, say: Say
) -> tuple[dict[str, str], dict[str, Any]]:
    """Databases by size, each a copy of the one before and grown, and what is in them."""
    from django.urls import get_resolver

    from bench import crowd
    from tutela.sample import country

    get_resolver().url_patterns  # noqa: B018 - a page that does not load is found before the long part
    databases: dict[str, str] = {}
    counts: dict[str, Any] = {}
    main = None
    for size in sizes:
        say(f"{size:,} cases")
        known = world.taken_up(f"_{size}") if reuse else None
        grown = {}
        if known is None:
            if main is None:
                known = copies.enter_context(world.scratch(f"_{size}", stays=reuse))
                country.load()
            else:
                known = copies.enter_context(world.copy_of(main, f"_{size}", stays=reuse))
                world.turn_to(known)
            grown = {"generated_in_s": crowd.grow(size)["seconds"]}
            world.finished(known)
        main = databases[str(size)] = known
        counts[str(size)] = {**crowd.counts(), **grown}
    return databases, counts


def _crowd(parts: tuple[str, ...], databases: dict[str, str], say: Say) -> dict[str, Any]:
    """What is read in the grown databases; the largest is the one that Django looks at."""
    from django.db import connections

    from bench import reading
    from tutela.engine import verify

    found: dict[str, Any] = {}
    if "verify" in parts:
        say("Verifying the journal")
        figures = verify.ratio(connections["default"])
        found["verify_ratio"] = round(figures["ratio_with_fetching"], 2)
        found["verify"] = {name: round(value, 2) for name, value in figures.items()}
    if "pages" in parts:
        from bench import pages

        say("Every page")
        found["pages"] = pages.measure()
    if "reading" in parts:
        say("The list and the case page")
        found.update(reading.measure(databases))
    return found


def keep(figures: dict[str, Any], name: str) -> Path:
    """Writes a result beside the others; the newest of a day replaces that day's."""
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{figures['machine']['on']}-{name}.json"
    path.write_text(json.dumps(figures, indent=1) + "\n")
    return path
