"""A small country for the tests of the pages: who works in it, and three people with something true to show."""

from __future__ import annotations

import uuid
from collections.abc import Callable
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
from tutela.cases.models import Case
from tutela.engine.access import Actor, acting
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
    ("social", Sector.PROTECTION, "Social protection service", "社会保护处", "Grace Bello", (Role.CASEWORKER,)),
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

    def woman(self, *seen_by: str, ago: timedelta = timedelta(hours=6)) -> tuple[UUID, str]:
        """One more woman, presumed trafficked: her file and its pseudonym; these agencies see it, by her consent."""
        opened = self.did(
            "open_case", "harbour", ago, age_basis="claimed", age_low=31, languages=["ro"], sex="female"
        )
        case = made(opened, "case")
        self.did("presume_trafficked", "harbour", ago, case=case, acts=["recruitment", "transportation"],
                 means=["deception"], purposes=["forced_labour_or_services"])  # fmt: skip
        seen = ["facts", "status", "statements", "whereabouts"]
        for key in seen_by:
            self.did("grant_access", "harbour", ago, case=case, to_agency=str(self.actors[key].agency_id),
                     purpose="protection", basis="consent", compartments=seen)  # fmt: skip
        with acting(self.actors["harbour"]):
            return case, Case.objects.get(pk=case).pseudonym

    def room(self, number: int) -> str:
        """One more room of the house on Hill Road."""
        about = {
            "agency": str(self.actors["hill"].agency_id),
            "house": "Hill Road",
            "label": f"Room {number}",
        }
        return str(
            self.did("register_place", "hill", timedelta(days=40), **about, for_whom="adults").made["place"]
        )

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
    """A man found at work and charged elsewhere; a girl whose age is not known; a woman who came yesterday."""
    _man(c)
    ngo, soon = c.actors["harbour"], timedelta(hours=4)
    girl = OpenCase(age_basis="unknown", languages=("vi",), sex="female")
    c.child = made(did(girl, ngo, c.now - soon), "case")
    c.did("presume_trafficked", "harbour", soon, case=c.child)
    woman = OpenCase(age_basis="claimed", age_low=27, languages=("ro",), sex="female")
    c.ids["woman"] = made(did(woman, ngo, c.now - timedelta(hours=20)), "case")
    c.did("presume_trafficked", "harbour", timedelta(hours=19), case=c.ids["woman"])
    c.did("service_given", "harbour", timedelta(hours=18), case=c.ids["woman"], service="material")


def _man(c: Country) -> None:
    north, begun = c.actors["north"], c.now - timedelta(days=12)
    man = OpenCase(age_basis="known", age_low=34, languages=("bn", "el"), sex="male")
    c.adult = made(did(man, north, begun), "case")
    did(RecordIdentity(case=c.adult, kind=IdentityKind.NAME, value="Rahman Example"), north, begun)
    _granted(c)
    case = {"case": c.adult}

    def after(days: int = 0, hours: int = 0) -> timedelta:
        return timedelta(days=12) - timedelta(days=days, hours=hours)

    c.did("presume_trafficked", "north", after(), **case, acts=["recruitment"], means=["abuse_of_vulnerability"],
          purposes=["forced_labour_or_services"])  # fmt: skip
    c.did("service_given", "north", after(hours=1), **case, service="material")
    c.did("inform_person", "north", after(hours=5), **case, topics=_choices("inform_person", "topics"), language="bn",
          interpreting="in_person", understood=True)  # fmt: skip
    _placed(c, after)
    c.did("record_stay_of_removal", "migration", after(hours=22), **case, because="presumed")
    c.did("offer_service", "harbour", after(days=1), **case, service="medical")
    c.did("offer_service", "harbour", after(days=1, hours=1), **case, service="psychological")
    c.did("service_given", "aid", after(days=3), **case, service="legal")
    c.did("open_investigation", "police", after(days=4), **case)
    c.did("service_given", "aid", after(days=4, hours=5), **case, service="legal")
    c.did("decide_reasonable_grounds", "authority", after(days=6), **case, positive=True, acts=["recruitment"],
          means=["abuse_of_vulnerability"], purposes=["forced_labour_or_services"], reasons="…",
          language="bn")  # fmt: skip
    c.did("grant_recovery_period", "authority", after(days=6, hours=1), **case)
    c.did("charge_found", "harbour", after(days=8), **case, charge_ref="K 14/26",
          offence=_choices("charge_found", "offence")[0])  # fmt: skip
    c.tried("end_stay", "hill", timedelta(hours=3), **case, placement=str(c.ids["placement"]),
            because="will_not_testify")  # fmt: skip


def _placed(c: Country, after: Callable[..., timedelta]) -> None:
    for number in (1, 2):
        c.ids[f"bed{number}"] = UUID(c.room(number))
    since, until = (c.now - timedelta(days=12)).date(), (c.now + timedelta(days=40)).date()
    offered = c.did("offer_place", "harbour", after(hours=8), case=c.adult, place=str(c.ids["bed1"]),
                    since=since.isoformat(), until=until.isoformat())  # fmt: skip
    c.ids["placement"] = made(offered, "placement")
    c.did("accept_place", "harbour", after(hours=9), case=c.adult, placement=str(c.ids["placement"]))


def _granted(c: Country) -> None:
    """Who sees the man's file, by his consent, and how much of it."""
    all_of_it = ("facts", "identity", "health", "statements", "whereabouts", "status")
    some, least = ("facts", "status", "statements"), ("facts",)
    for key, wanted in {"harbour": all_of_it, "aid": all_of_it, "hill": some, "authority": some, "council": some,
                        "migration": some, "court-street": least, "police": least}.items():  # fmt: skip
        purpose = Purpose.PROCEEDINGS if wanted is least else Purpose.PROTECTION
        seen = GrantAccess(case=c.adult, to_agency=c.actors[key].agency_id, purpose=purpose, basis=Basis.CONSENT,
                           compartments=wanted)  # fmt: skip
        did(seen, c.actors["north"], c.now - timedelta(days=12))


def _choices(action: str, name: str) -> list[str]:
    from tutela.engine.actions import registry

    return list(next(s for s in registry.get(action).specs() if s.name == name).choices)
