"""A town for long histories: every sector at work, a few people, and one of them with a door of her own."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tests.people_who_act import NOW, did, made, tried
from tutela.agencies.actions import EnrolMember, GrantAccess, RecordTraining, RegisterAgency
from tutela.agencies.models import Member
from tutela.agencies.sessions import open_session
from tutela.agencies.system import system
from tutela.agencies.words import CALLING, Compartment, Role, Sector, TrainingKind
from tutela.cases.actions import OpenCase
from tutela.engine.access import Actor
from tutela.guidelines.g06_protection.actions import RegisterPlace
from tutela.guidelines.g06_protection.words import ForWhom

#: Who the people of a history are, as far as is known at the start.
PEOPLE: tuple[dict[str, Any], ...] = (
    {"age_basis": "known", "age_low": 31, "sex": "female", "languages": ("bn",)},
    {"age_basis": "known", "age_low": 15, "sex": "male", "languages": ("vi",)},
    {"age_basis": "disputed", "age_low": 16, "age_high": 19, "languages": ()},
    {},
)
PRIVILEGED = {Compartment.LEGAL, Compartment.THERAPY}
ROLES = tuple(r for r in Role if r is not Role.SYSTEM)


@dataclass
class Town:
    """Who acts, by a name that is the same in every town of this making, and what is there from the start.

    Shape  things: ids by kind, each with a name that is the same in every such town
    """

    actors: dict[str, Actor] = field(default_factory=dict)
    things: dict[str, dict[str, uuid.UUID]] = field(default_factory=dict)

    def keep(self, kind: str, name: str, value: uuid.UUID) -> uuid.UUID:
        """Notes an id under its kind and name."""
        self.things.setdefault(kind, {})[f"{kind}:{name}"] = value
        return value


def make() -> Town:
    """An agency of each sector, with somebody who may do most things and somebody who may do little; four people."""
    town, setup = Town(), system("setup")
    for sector in Sector:
        if sector is not Sector.SYSTEM:
            _agency(town, sector, setup)
    town.actors |= {f"system-{name}": system(name) for name in ("setup", "clock")}
    for number, person in enumerate(PEOPLE):
        _person(town, f"person-{number}", person)
    house = town.actors["shelter"]
    for whom in ForWhom:
        bed = did(
            RegisterPlace(agency=house.agency_id, house="house-1", label=str(whom), for_whom=whom), house
        )
        town.keep("place", f"place-{whom}", made(bed, "place"))
    return town


def _agency(town: Town, sector: Sector, setup: Actor) -> None:
    key = str(sector)
    opened = did(
        RegisterAgency(key=key.replace("_", "-"), name_en=key, name_zh=key, sector=sector, lead=True), setup
    )
    agency = town.keep("agency", key, made(opened, "agency"))
    for name, roles in ((key, ROLES), (f"{key}-new", (Role.FIRST_RESPONDER,))):
        one = EnrolMember(agency=agency, key=name.replace("_", "-"), display_name=name, roles=roles)
        member = town.keep("member", name, made(did(one, setup), "member"))
        town.actors[name] = open_session(Member.objects.select_related("agency").get(pk=member), hours=24)
    for kind in TrainingKind:
        done = RecordTraining(
            agency=agency,
            member=town.things["member"][f"member:{key}"],
            training=kind,
            completed_on=date(2025, 9, 1),
        )
        did(done, setup)


def _person(town: Town, name: str, known: dict[str, Any]) -> None:
    """A file, which most agencies see in the parts that are theirs to see."""
    opener = town.actors["ngo"]
    case = town.keep("case", name, made(did(OpenCase(**known), opener), "case"))
    for sector in Sector:
        if sector in (Sector.SYSTEM, Sector.NGO):
            continue
        parts = [c for c in Compartment if c not in PRIVILEGED or str(c) in CALLING.get(str(sector), ())]
        for basis in ("court_order", "legal_duty"):
            grant = GrantAccess(
                case=case,
                to_agency=town.things["agency"][f"agency:{sector}"],
                purpose="protection",
                basis=basis,
                compartments=tuple(parts),
            )
            if tried(grant, opener, NOW).result == "done":
                break
