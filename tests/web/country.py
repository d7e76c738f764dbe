"""A small country for the tests of the pages: who works in it, and three people with something true to show."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.test import Client

from tests.people_who_act import did, made, tried
from tutela.agencies.actions import EnrolMember, GrantAccess, RecordTraining, RegisterAgency
from tutela.agencies.models import Member
from tutela.agencies.sessions import open_session
from tutela.agencies.system import system
from tutela.agencies.words import Basis, Purpose, Role, Sector, TrainingKind
from tutela.cases.actions import OpenCase, RecordIdentity
from tutela.engine.access import Actor
from tutela.engine.actions import parse
from tutela.people.models import IdentityKind

AGENCIES = (
    ("north", Sector.LABOUR_INSPECTION, "Labour inspection, north", "北区劳动监察处", "Sam Okello",
     (Role.FIRST_RESPONDER,)),
    ("harbour", Sector.NGO, "Harbour House", "港湾之家", "Ines Duarte", (Role.CASEWORKER,)),
    ("hill", Sector.SHELTER, "Hill Road shelter", "山路庇护所", "Mira Halil", (Role.SHELTER_WORKER,)),
    ("authority", Sector.COMPETENT_AUTHORITY, "Identification authority", "身份认定主管机关", "Jun Watanabe",
     (Role.DECISION_MAKER,)),
    ("court-street", Sector.PROSECUTION, "Prosecutor, first district", "第一区检察院", "Lena Fischer",
     (Role.PROSECUTOR,)),
    ("police", Sector.POLICE, "Police, anti-trafficking unit", "警察局反贩运科", "Tomas Reyes", (Role.INVESTIGATOR,)),
    ("children", Sector.CHILD_PROTECTION, "Child protection office", "儿童保护处", "Ada Nowak",
     (Role.CHILD_PROTECTION_OFFICER,)),
    ("clinic", Sector.HEALTH, "Quay clinic", "码头诊所", "Ruth Mensah", (Role.HEALTH_WORKER,)),
    ("aid", Sector.LEGAL_AID, "Legal aid board", "法律援助处", "Omar Said", (Role.LAWYER, Role.LINK_ASSESSOR)),
    ("migration", Sector.IMMIGRATION, "Migration service, casework", "移民局个案处", "Pia Lund", (Role.CASEWORKER,)),
    ("council", Sector.COORDINATION, "Coordination council", "协调委员会", "Karim Aziz",
     (Role.COORDINATOR, Role.ADMINISTRATOR)),
    ("office", Sector.PROTECTION_OFFICE, "Protection office", "保护办公室", "Noor Haddad",
     (Role.PROTECTION_OFFICER, Role.ON_CALL)),
    ("rights", Sector.MONITOR, "Human Rights Institution", "国家人权机构", "Elif Kaya", (Role.MONITOR,)),
)  # fmt: skip


NOBODY = uuid.UUID(int=0)


@dataclass
class Country:
    """Everybody who acts in it, by the key of their agency, and the files."""

    now: datetime
    actors: dict[str, Actor] = field(default_factory=dict)
    members: dict[str, str] = field(default_factory=dict)
    adult: UUID = NOBODY
    child: UUID = NOBODY
    ids: dict[str, UUID] = field(default_factory=dict)

    def client(self, key: str) -> Client:
        """A browser in which that agency's member is signed in."""
        user, _ = get_user_model().objects.get_or_create(username=self.members[key])
        browser = Client()
        browser.force_login(user)
        return browser

    def did(self, name: str, by: str, ago: timedelta = timedelta(0), **data: Any) -> Any:
        """An action that must succeed, some time ago."""
        return did(parse(name, data), self.actors[by], self.now - ago)

    def tried(self, name: str, by: str, ago: timedelta = timedelta(0), **data: Any) -> Any:
        """An action, whatever comes of it."""
        return tried(parse(name, data), self.actors[by], self.now - ago)


def country() -> Country:
    """The country on today's date."""
    made_up = Country(datetime.now(UTC).replace(microsecond=0))
    setup, begun = system("setup"), made_up.now - timedelta(days=60)
    for key, sector, english, chinese, name, roles in AGENCIES:
        phone = (
            "0800 111 222" if sector in (Sector.HEALTH, Sector.PROTECTION_OFFICE, Sector.SHELTER) else None
        )
        registered = did(
            RegisterAgency(key=key, name_en=english, name_zh=chinese, sector=sector, lead=True, phone=phone),
            setup,
            begun,
        )
        agency_id = made(registered, "agency")
        enrolled = did(
            EnrolMember(agency=agency_id, key=f"{key}-one", display_name=name, roles=roles), setup, begun
        )
        member_id = made(enrolled, "member")
        for kind in TrainingKind:
            did(
                RecordTraining(
                    agency=agency_id, member=member_id, training=kind,
                    completed_on=(made_up.now - timedelta(days=90)).date(),
                ),
                setup, begun,
            )  # fmt: skip
        made_up.actors[key] = open_session(Member.objects.select_related("agency").get(pk=member_id))
        made_up.members[key] = f"{key}-one"
    _people(made_up)
    return made_up


def _people(c: Country) -> None:
    """A man found at work, charged elsewhere; a girl whose age is not known."""
    hours, days = (lambda n: timedelta(hours=n)), (lambda n: timedelta(days=n))
    north, ngo = c.actors["north"], c.actors["harbour"]
    begun = c.now - days(12)
    c.adult = made(
        did(OpenCase(age_basis="known", age_low=34, languages=("bn", "el"), sex="male"), north, begun), "case"
    )
    did(RecordIdentity(case=c.adult, kind=IdentityKind.NAME, value="Rahman Example"), north, begun)
    everything = ("facts", "identity", "health", "statements", "whereabouts", "status")
    for key in ("harbour", "hill", "authority", "aid", "council", "migration"):
        wanted = everything if key in ("harbour", "aid") else ("facts", "status")
        did(
            GrantAccess(case=c.adult, to_agency=c.actors[key].agency_id, purpose=Purpose.PROTECTION,
                        basis=Basis.CONSENT, compartments=wanted),
            north, begun,
        )  # fmt: skip
    for key in ("court-street", "police"):
        did(
            GrantAccess(case=c.adult, to_agency=c.actors[key].agency_id, purpose=Purpose.PROCEEDINGS,
                        basis=Basis.CONSENT, compartments=("facts",)),
            north, begun,
        )  # fmt: skip
    c.did("presume_trafficked", "north", days(12), case=c.adult, acts=["recruitment"],
          means=["abuse_of_vulnerability"], purposes=["forced_labour_or_services"])  # fmt: skip
    c.did("inform_person", "north", days(12) - hours(5), case=c.adult,
          topics=_choices("inform_person", "topics"), language="bn", interpreting="in_person")  # fmt: skip
    for label in ("1", "2"):
        c.ids[f"bed{label}"] = made(
            c.did("register_place", "hill", days(40), agency=str(c.actors["hill"].agency_id), house="Hill Road",
                  label=f"Room {label}", for_whom="adults"), "place")  # fmt: skip
    since, until = (c.now - days(11)).date(), (c.now + days(40)).date()
    offered = c.did("offer_place", "harbour", days(12) - hours(8), case=c.adult, place=str(c.ids["bed1"]),
                    since=since.isoformat(), until=until.isoformat())  # fmt: skip
    c.ids["placement"] = made(offered, "placement")
    c.did("accept_place", "harbour", days(12) - hours(9), case=c.adult, placement=str(c.ids["placement"]))
    c.did(
        "charge_found",
        "harbour",
        days(4),
        case=c.adult,
        charge_ref="K 14/26",
        offence=_choices("charge_found", "offence")[0],
    )
    c.tried(
        "end_stay",
        "hill",
        hours(3),
        case=c.adult,
        placement=str(c.ids["placement"]),
        because="will_not_testify",
    )
    c.child = made(
        did(OpenCase(age_basis="unknown", languages=("vi",), sex="female"), ngo, c.now - days(3)), "case"
    )
    c.did("presume_trafficked", "harbour", days(3), case=c.child)


def _choices(action: str, name: str) -> list[str]:
    from tutela.engine.actions import registry

    return list(next(s for s in registry.get(action).specs() if s.name == name).choices)
