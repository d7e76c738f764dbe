"""Random actions with values that make sense and values that make none, from what the world holds.

A step names what it uses by where it came from (`Made`), never by an id: the same steps can be taken again in another
town, and again without some of them.
"""

from __future__ import annotations

import random
import uuid
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from tests.any_action import DAYS, DIGEST, TIMES
from tests.laws.town import Town
from tutela.engine.actions import Action, registry
from tutela.engine.fields import FieldKind, FieldSpec

NOBODY = uuid.UUID(int=7)
#: Kinds whose ids an action makes under another name.
OTHER_NAMES = {"service": "offered_service"}
#: Fields that name what only the agency sees that made it; fields that name a colleague.
SHARED = ("screening", "operation", "group", "protocol")
MEMBERS = {"member", "to_member", "colleague"}
#: Kinds of things that belong to one person.
HERS = frozenset(
    {
        "placement", "service", "consent", "claim", "referral", "duty", "breach", "decision", "urgent_act", "withheld",
        "waiver", "threat", "undoing", "plan_step", "witness_measure", "withdrawal", "own_door", "health_record",
        "booking", "identity", "conference", "worker_for",
    }
)  # fmt: skip
#: Acts by which much else becomes possible, and those that a law here is about: drawn more often.
OFTEN = (
    "presume_trafficked", "offer_place", "accept_place", "end_stay", "place_tonight", "offer_service", "accept_service",
    "end_service", "service_given", "propose_examination", "emergency_treatment", "remove_person",
    "removal_carried_out", "removal_ordered", "review_stay", "record_stay_of_removal", "open_claim", "claim_moved",
    "ask_for_asylum", "end_asylum", "record_consent", "withdraw_consent", "refer_person", "register_place",
    "state_house_rule",
)  # fmt: skip
#: What somebody who does the work well would say, where any other answer is refused or leads nowhere.
WELL = {
    "said_through": "interpreter", "agreement": "agreed", "ties": "none", "said_by": "herself", "safety": "safe",
    "interpreting": "in_person", "basis": "court_order", "consent": "given", "required_for": "nothing",
    "in_return_for": "nothing", "ground": "elements", "phone": "of_the_house", "for_whom": "adults",
    "for_sex": "anyone", "file_kind": "ordinary", "compartments": ["facts"], "parties": None, "level": "serious",
}  # fmt: skip
#: Days as work has them, in days from now; where a field is not here, any day.
IN_DAYS = {
    "since": 0, "worked_from": -90, "in_force_from": 0, "until": 30, "limit_on": 300, "review_on": 30, "by_day": 14,
    "on_day": 7, "harm_until": -30, "worked_until": -2, "died_on": -1, "completed_on": -20, "last_heard_on": -3,
    "appeal_by": 30, "next_on": 14, "travels_on": 20,
}  # fmt: skip
#: Lists of which the whole is said: what was explained, what was talked of.
IN_FULL = ("told", "explained", "talked_of", "care", "covers", "acts", "means", "purposes")
SENSELESS: tuple[Any, ...] = ("", "?", -1, 10**20, "2024-02-30", [], {"a": 1}, "\x00", True, "x" * 9000)


@dataclass(frozen=True)
class Made:
    """An id by its origin: the number of the step that made it (-1: there from the start), and its name there."""

    step: int
    name: str


@dataclass(frozen=True)
class Step:
    """One thing that somebody does, or tries to do."""

    number: int
    action: str
    data: dict[str, Any]
    by: str
    at: datetime


@dataclass
class Known:
    """What has been made so far: (origin, person's file or None) by kind; ids by origin; what was refused last."""

    town: Town
    pool: dict[str, list[tuple[Made, Made | None]]] = field(default_factory=dict)
    makers: dict[Made, str] = field(default_factory=dict)
    ids: dict[Made, uuid.UUID] = field(default_factory=dict)
    refused: list[tuple[str, str]] = field(default_factory=list)
    doors: dict[str, Made] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for kind, things in self.town.things.items():
            for name, value in things.items():
                self.add(kind, Made(-1, name), value, None)

    def add(self, kind: str, origin: Made, value: uuid.UUID, case: Made | None) -> None:
        """Notes something that is there now."""
        self.pool.setdefault(kind, []).append((origin, case))
        self.ids[origin] = value

    def real(self, value: Any) -> Any:
        """A drawn value with ids in the place of their origins; an id of nothing where it was never made."""
        if isinstance(value, Made):
            return self.ids.get(value, NOBODY)
        if isinstance(value, list):
            return [self.real(one) for one in value]
        return value


def step(draw: random.Random, known: Known, number: int, now: datetime) -> Step:
    """Any action by anybody; more often by somebody who may, about somebody who is there."""
    case = draw.choice(known.pool["case"])[0]
    action = _something(draw, known, case)
    well = draw.random() < 0.55
    data = {}
    for spec in action.specs():
        if draw.random() < _wanted(spec, well):
            data[spec.name] = (_well(draw, spec, case, now) if well else None) or value(
                draw, spec, known, case, now
            )
    if draw.random() < 0.02 and data:
        data[draw.choice(sorted(data))] = draw.choice(SENSELESS)
    makers = [
        known.makers[v] for k, v in data.items() if k in SHARED and isinstance(v, Made) and v in known.makers
    ]
    by = makers[0] if makers and draw.random() < 0.85 else _somebody(draw, known, action)
    if by in known.doors and "case" in data:
        data["case"] = known.doors[by]
    if "agency" in data and draw.random() < 0.8:
        own = Made(-1, f"agency:{by.removesuffix('-new')}")
        data["agency"] = own if own in known.ids else data["agency"]
    for name in MEMBERS & data.keys():
        one = Made(-1, f"member:{by}")
        data[name] = one if one in known.ids and draw.random() < 0.8 else data[name]
    if "from_agency" in data and draw.random() < 0.5:
        data["from_agency"] = Made(-1, f"agency:{by.removesuffix('-new')}")
    return Step(number, action.name, {k: v for k, v in data.items() if v is not None}, by, now)


def _something(draw: random.Random, known: Known, case: Made) -> type[Action]:
    """Any action there is; more often one for which there is something to do it with."""
    every = list(registry)
    for _ in range(4):
        chosen = registry.get(draw.choice(OFTEN)) if draw.random() < 0.3 else draw.choice(every)
        needed = [s for s in chosen.specs() if s.required and s.kind is FieldKind.ID]
        if draw.random() < 0.1 or all(_found(s, known, case) for s in needed):
            break
    return chosen


def _wanted(spec: FieldSpec, well: bool) -> float:
    if spec.required:
        return 0.995
    if well and (spec.name == "occurred_at" or spec.name.startswith("not_")):
        return 0.0
    return 0.75 if well else 0.5


def _well(draw: random.Random, spec: FieldSpec, case: Made, now: datetime) -> Any:
    """What work done well would put here; None where anything would do."""
    if spec.name in IN_DAYS and spec.kind is FieldKind.DATE:
        return now.date() + timedelta(days=IN_DAYS[spec.name])
    if spec.kind in (FieldKind.LANGUAGE, FieldKind.LANGUAGES):
        hers = "vi" if case.name == "case:person-1" else "bn"
        return hers if spec.kind is FieldKind.LANGUAGE else [hers]
    if spec.kind in (FieldKind.YES_NO, FieldKind.YES_NO_UNKNOWN):
        return draw.random() < 0.9
    if spec.kind is FieldKind.WHOLE:
        return {"year": 2025, "month": 3, "week_hours": 48}.get(spec.name, draw.choice([1, 2, 7, 30]))
    if spec.name in IN_FULL and spec.kind is FieldKind.CHOICES:
        return list(spec.choices) if spec.name not in ("acts", "means", "purposes") else [spec.choices[0]]
    fitting = WELL.get(spec.name)
    return fitting if fitting in spec.choices or isinstance(fitting, list) else None


def _somebody(draw: random.Random, known: Known, action: type[Action]) -> str:
    actors = known.town.actors
    if draw.random() < 0.1:
        return draw.choice(sorted(actors))
    if action.system:
        return "system-clock"
    if action.herself and known.doors and draw.random() < 0.4:
        return draw.choice(sorted(known.doors))
    fit = [n for n, a in actors.items() if a.sector != "system" and action.who.admits(a.sector, a.roles)]
    first = [n for n in fit if not n.endswith("-new")]
    return draw.choice(first if first and draw.random() < 0.9 else fit or sorted(actors))


def value(draw: random.Random, spec: FieldSpec, known: Known, case: Made, now: datetime) -> Any:
    """A value for one field: mostly of the right kind, about this case."""
    match spec.kind:
        case FieldKind.ID:
            return _id(draw, spec, known, case)
        case FieldKind.IDS:
            return [_id(draw, spec, known, case) for _ in range(draw.randint(0, 3))]
        case FieldKind.CHOICE:
            return draw.choice(spec.choices)
        case FieldKind.CHOICES:
            few = draw.randint(0 if draw.random() < 0.2 else 1, min(4, len(spec.choices)))
            return draw.sample(list(spec.choices), few)
        case FieldKind.YES_NO | FieldKind.YES_NO_UNKNOWN:
            return draw.random() < 0.6
        case FieldKind.DATE:
            return _day(draw, now)
        case FieldKind.TIME:
            return _time(draw, spec, now)
    return _plain(draw, spec, known)


def _id(draw: random.Random, spec: FieldSpec, known: Known, case: Made) -> Any:
    if spec.ref and spec.ref.kind == "case" and draw.random() < 0.97:
        return case
    found = _found(spec, known, case)
    if draw.random() < 0.03 or not found:
        return draw.choice([Made(-1, "nobody"), draw.choice(draw.choice(sorted(known.pool.items()))[1])[0]])
    return found[-1] if draw.random() < 0.5 and spec.ref and spec.ref.kind in HERS else draw.choice(found)


def _found(spec: FieldSpec, known: Known, case: Made) -> list[Made]:
    """What a field could name: of this person, where that is something of a person; mostly."""
    kind = spec.ref.kind if spec.ref else spec.name
    found = known.pool.get(OTHER_NAMES.get(kind, kind)) or known.pool.get(spec.name) or []
    hers = [origin for origin, of in found if of == case]
    return hers if hers or kind in HERS else [origin for origin, _ in found]


def _day(draw: random.Random, now: datetime) -> date:
    if draw.random() < 0.06:
        return draw.choice([*DAYS, date(1900, 1, 1), date(2199, 12, 31), date.max])
    return now.date() + timedelta(days=draw.choice([-4000, -400, -30, -1, 0, 0, 1, 7, 30, 90, 400]))


def _time(draw: random.Random, spec: FieldSpec, now: datetime) -> datetime:
    if draw.random() < 0.06:
        return draw.choice([*TIMES, datetime(1900, 1, 1, tzinfo=UTC), datetime(2200, 12, 31, tzinfo=UTC)])
    ahead = (1, 30, 24 * 40) if spec.name != "occurred_at" else (0, 0, 2)
    return now + timedelta(hours=draw.choice([-24 * 300, -24 * 20, -30, -2, -1, 0, *ahead]))


def _plain(draw: random.Random, spec: FieldSpec, known: Known) -> Any:
    match spec.kind:
        case FieldKind.WHOLE:
            return draw.choice([0, 1, 2, 3, 7, 12, 16, 18, 20, 30, 48, 365, -1, 2_147_483_647])
        case FieldKind.MONEY:
            return draw.choice([0, 1, 4_300, 150_000, 10**15])
        case FieldKind.CURRENCY:
            return draw.choice(["EUR", "EUR", "EUR", "JPY", "QQQ"])
        case FieldKind.LANGUAGE:
            return draw.choice(["bn", "vi", "en", "en", "zh-Hans", "qq"])
        case FieldKind.LANGUAGES:
            return draw.sample(["bn", "vi", "en", "ar"], draw.randint(0, 3))
        case FieldKind.COUNTRY:
            return draw.choice(["NL", "VN", "VN", "BD", "ZZ", "QQ"])
        case FieldKind.ANSWERS:
            return draw.choice(
                [{}, {"agreement": "yes"}, {"age_band": "child", "agreement": "no"}, {"q": [1]}]
            )
    return _line(draw, spec, known)


def _line(draw: random.Random, spec: FieldSpec, known: Known) -> str:
    if spec.name in ("guard", "action_digest") and known.refused:
        return draw.choice(known.refused[-6:])[spec.name == "action_digest"]
    if "digest" in spec.name:
        return DIGEST
    if spec.name in ("key", "label", "name_en", "name_zh"):
        return f"{spec.name}-{draw.randrange(10**9)}"
    if spec.name.endswith("_ref") and draw.random() < 0.9:
        return draw.choice(["ref-1", "ref-2", "ref-3"])
    if spec.name == "to":
        return draw.choice(["coordination", "monitor", "coordinator", "nobody"])
    if spec.name == "house":
        return draw.choice(["house-1", "house-1", "house-2"])
    return draw.choice(["ref-1", "ref-2", "ref-3", "Because, 因为 …", "harbour"])
