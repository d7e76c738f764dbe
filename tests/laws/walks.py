"""Long walks through a town, and the shortest way to what went wrong on one."""

from __future__ import annotations

import random
import uuid
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import psycopg
from django.db import connection, transaction

from tests.laws import draws
from tests.laws.draws import Known, Made, Step
from tests.laws.invariants import Watch
from tests.laws.town import Town
from tests.people_who_act import NOW
from tutela.cases import own_door_codes as codes
from tutela.cases.own_door_actor import herself
from tutela.config import database
from tutela.engine import once, verify
from tutela.engine.access import NotSignedIn
from tutela.engine.actions import InvalidAction, parse
from tutela.engine.outcomes import Refused
from tutela.engine.perform import perform
from tutela.engine.time import frozen

#: How long after the last step the next one comes, in hours.
PAUSES = (0, 0, 0, 0, 1, 1, 1, 2, 2, 4, 8, 8, 20, 24, 24, 48, 24 * 8)
#: What an act starts or opens beside what it says that it made.
STARTED = (
    ("duty", "SELECT id, rule FROM engine_duty WHERE started_by_act = %s ORDER BY rule, ref"),
    ("breach", "SELECT id, rule FROM engine_breach WHERE opened_by_act = %s ORDER BY rule"),
    ("urgent_act", "SELECT id, action FROM engine_urgentact WHERE act_id = %s"),
    ("intake", "SELECT id, action FROM engine_intake WHERE act_id = %s"),
)


@dataclass
class Walk:
    """What was done on one walk, and what was wrong after its last step."""

    steps: list[Step] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    outcomes: Counter[str] = field(default_factory=Counter)
    done: Counter[str] = field(default_factory=Counter)


def walk(
    urls: database.Urls, here: Town, steps: Callable[[Known, int, datetime], Step | None], enough: int = 1
) -> Walk:
    """Takes steps in this town until enough went wrong, or there are no more; then verifies the whole journal."""
    known, found, now = Known(Town(dict(here.actors), here.things)), Walk(), NOW + timedelta(days=1)
    name = str(psycopg.conninfo.conninfo_to_dict(urls.app)["dbname"])
    with psycopg.connect(database.on(urls.admin, name), autocommit=True) as admin:
        watch = Watch(admin)
        while len(found.faults) < enough and (one := steps(known, len(found.steps), now)) is not None:
            now = one.at
            found.steps.append(one)
            _take(one, known, watch, found)
    if not found.faults:
        report = verify.verify_chains(connection)
        found.faults = [] if report.is_whole else [f"the journal is not whole: {report.findings}"]
    return found


def _take(one: Step, known: Known, watch: Watch, found: Walk) -> None:
    real = {name: known.real(value) for name, value in one.data.items()}
    watch.about_to(one, real, one.number)
    actor = known.town.actors.get(one.by)
    if actor is None:  # it was a person at a door that nobody opened this time
        return
    try:
        with once.taken() as given:
            outcome: Any = perform(parse(one.action, real), actor, key=uuid.uuid4(), clock=frozen(one.at))
    except (InvalidAction, NotSignedIn) as error:
        outcome = type(error).__name__
    except Exception as error:  # noqa: BLE001  # whatever it is, it is the fault that is looked for
        found.faults.append(f"{type(error).__name__}: {error}")
        return
    result = outcome if isinstance(outcome, str) else outcome.result
    found.outcomes[result] += 1
    found.done[one.action] += result == "done"
    _remember(one, outcome, known, watch.admin)
    if "code" in given:
        _enter(one, given, known)
    found.faults += watch.faults(one, real, outcome)


def _enter(one: Step, given: dict[str, str], known: Known) -> None:
    """The person comes in by the codes that she was given."""
    name, handle = f"herself-{one.number}", uuid.uuid4().hex
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT tutela_enter(%s, %s, 60)", [codes.code_digest(given["code"]), handle])
        cursor.execute("SELECT tutela_hers_door(%s)", [handle])
        word = codes.word_digest(cursor.fetchone()[0], given["word"])
        cursor.execute("SELECT tutela_second_step(%s, %s)", [handle, word])
    known.town.actors[name], known.doors[name] = herself(handle), one.data["case"]


def _remember(one: Step, outcome: Any, known: Known, admin: psycopg.Connection) -> None:
    if isinstance(outcome, str):
        return
    case = one.data.get("case")
    case = case if isinstance(case, Made) else None
    for name, value in getattr(outcome, "made", {}).items():
        try:
            known.add(name, Made(one.number, name), uuid.UUID(value), case)
            known.makers[Made(one.number, name)] = one.by
        except ValueError:
            continue
    if isinstance(outcome, Refused):
        known.refused += [(o.guard, outcome.digest) for o in outcome.objections if o.guard and outcome.digest]
    for kind, asked in STARTED:
        for number, (found, rule) in enumerate(admin.execute(asked, [outcome.act_id])):
            known.add(kind, Made(one.number, f"{kind}:{rule}:{number}"), found, case)


def by_chance(seed: int, length: int) -> Callable[[Known, int, datetime], Step | None]:
    """So many steps as a seed gives them."""
    draw = random.Random(seed)

    def steps(known: Known, number: int, now: datetime) -> Step | None:
        if number >= length:
            return None
        return draws.step(draw, known, number, now + timedelta(hours=draw.choice(PAUSES)))

    return steps


def again(taken: list[Step]) -> Callable[[Known, int, datetime], Step | None]:
    """These steps, as they were drawn."""

    def steps(known: Known, number: int, now: datetime) -> Step | None:
        return taken[number] if number < len(taken) else None

    return steps


def shortest(
    taken: list[Step],
    fault: str,
    here: Town,
    clone: Callable[[], AbstractContextManager[Any]],
    most: int = 60,
) -> list[Step]:
    """The steps that are needed for a fault, as far as so many tries show: parts are left out that are not missed."""
    size = len(taken) // 2
    while size and most:
        at = 0
        while at < len(taken) - 1 and most:
            fewer = taken[:at] + taken[min(at + size, len(taken) - 1) :]
            most -= 1
            with clone() as urls:
                tried = walk(urls, here, again(fewer))
            if tried.faults and tried.faults[0].split(" (")[0] == fault.split(" (")[0]:
                taken = tried.steps
            else:
                at += size
        size //= 2
    return taken


def told(steps: list[Step]) -> str:
    """Steps in words."""
    return "\n".join(f"{s.number:4} {s.at:%Y-%m-%d %H:%M} {s.by}: {s.action} {s.data}" for s in steps)


__all__ = ["Walk", "again", "by_chance", "shortest", "told", "walk"]
