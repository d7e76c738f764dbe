"""The invented country is loaded here: its agencies are set up, and then its lives take their turns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.db import connection

from tutela.agencies.actions import EnrolMember, RecordTraining, RegisterAgency
from tutela.agencies.models import Member
from tutela.agencies.sessions import end_session, open_session
from tutela.engine.time import Clock, system_clock
from tutela.guidelines.g06_protection.actions import RegisterPlace
from tutela.people import keys

from . import colleagues, keeping, today
from .cast import AGENCIES, HOUSES, MEMBERS, House, MemberRow
from .finding import protocols
from .lives import all_lives
from .world import Bed, Life, Progress, World

SEED = 2002
PEOPLE, FULL = 42, 300
MONTHS = timedelta(days=548)


@dataclass(frozen=True)
class Loaded:
    """What was told, and what went otherwise than told."""

    acts: int
    outcomes: dict[str, int]
    went_otherwise: tuple[str, ...]


def load(
    progress: Progress | None = None,
    *,
    people: int = PEOPLE,
    seed: int = SEED,
    clock: Clock = system_clock,
    strict: bool = False,
) -> Loaded:
    """Tells eighteen months of the country, up to now, through `perform`.

    Shape    progress: called with (done, total); people: how many persons come
    Writes   everything that the acts of the story write, and nothing else
    """
    end = clock().replace(microsecond=0)
    keys.refill(people * 4)
    world = World(seed, end - MONTHS, end, strict=strict)
    world.keeps, world.behind = keeping.keep, keeping.BEHIND
    _without_waiting(True)
    try:
        _set_up(world, beds=max(1, round(people / PEOPLE)))
        all_lives(world, people)
        for days, life in (
            *today.enquiries(world),
            *today.operations(world),
            *today.last_hours(world),
            *colleagues.lives(world),
        ):
            world.begin(life, end - timedelta(days=days))
        world.run(progress)
    finally:
        _without_waiting(False)
        for actor in world.actors.values():
            end_session(actor.handle)
    keys.hand_in()
    return Loaded(sum(world.count.values()), dict(world.count), tuple(world.went_otherwise))


def _without_waiting(on: bool) -> None:
    """An invented history need not wait for the disk after each act; a crash in the middle starts it anew."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET synchronous_commit TO {'off' if on else 'DEFAULT'}")


def _set_up(w: World, beds: int) -> None:
    for row in AGENCIES:
        about = {"name_en": row.en, "name_zh": row.zh, "phone": row.phone or None}
        made = w.do(RegisterAgency(key=row.key, sector=row.sector, lead=row.lead, **about), "setup")
        w.agencies[row.key] = made["agency"]
    for member in MEMBERS:
        _enrol(w, member)
    for house in HOUSES:
        for number in range(1, house.beds * beds + 1):
            _make_bed(w, house, number, last=number == house.beds * beds)
    protocols(w)
    today.interpreters(w)


def _enrol(w: World, row: MemberRow) -> None:
    agency = w.agencies[row.agency]
    about = {
        "display_name": row.name,
        "roles": row.roles,
        "languages": row.languages,
        "unit": row.unit or None,
    }
    member = w.do(EnrolMember(agency=agency, key=row.key, **about), "setup")["member"]
    w.actors[row.key] = open_session(Member.objects.select_related("agency").get(pk=member))
    for kind, days in row.trained:
        completed = w.end - timedelta(days=days)
        training = RecordTraining(agency=agency, member=member, training=kind, completed_on=completed.date())
        if completed <= w.start:
            w.do(training, "setup")
            continue
        w.begin(_learns(w, training), completed + timedelta(hours=2))
        earlier = completed - timedelta(days=700)
        w.do(training.model_copy(update={"completed_on": earlier.date()}), "setup")


def _learns(w: World, training: RecordTraining) -> Life:
    w.do(training, "setup")
    return
    yield


def _make_bed(w: World, house: House, number: int, *, last: bool) -> None:
    act = RegisterPlace(
        agency=w.agencies[house.agency], house=house.name, label=str(number), for_whom=house.for_whom,
        for_sex=house.for_sex, area=house.area or None, step_free=house.step_free, languages=house.languages,
    )  # fmt: skip
    place = w.do(act, "setup")["place"]
    kept = last and house.for_whom in ("adults", "children")
    w.beds.append(
        Bed(place, house.agency, house.name, house.for_whom, house.for_sex, house.area, w.now.date(), kept)
    )
