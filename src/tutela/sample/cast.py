"""The agencies of the invented country, who works there, their trainings, and the beds of its houses."""

from __future__ import annotations

from dataclasses import dataclass

from tutela.agencies.words import Role, Sector, TrainingKind
from tutela.guidelines.g06_protection.words import ForSex, ForWhom

_ID, _CHILD, _LINK, _CONDUCT = (
    TrainingKind.IDENTIFICATION,
    TrainingKind.CHILD_PROTECTION,
    TrainingKind.LINK_ASSESSMENT,
    TrainingKind.CONDUCT,
)


@dataclass(frozen=True)
class AgencyRow:
    """One agency. `lead` answers for its sector where nobody else does."""

    key: str
    sector: Sector
    en: str
    zh: str
    lead: bool = True
    phone: str = ""


@dataclass(frozen=True)
class MemberRow:
    """One member.

    Shape  trained: kind and how many days before the end of the story
    """

    key: str
    agency: str
    name: str
    roles: tuple[Role, ...]
    languages: tuple[str, ...] = ("en",)
    trained: tuple[tuple[TrainingKind, int], ...] = ()
    unit: str = ""


@dataclass(frozen=True)
class House:
    """A house with so many beds of one kind."""

    agency: str
    name: str
    beds: int
    for_whom: ForWhom
    for_sex: ForSex = ForSex.ANYONE
    area: str = ""
    step_free: bool = False
    languages: tuple[str, ...] = ()


AGENCIES = (
    AgencyRow("labour", Sector.LABOUR_INSPECTION, "Labour Inspectorate", "劳动监察局", phone="555 0110"),
    AgencyRow(
        "police", Sector.POLICE, "Police, Team against Trafficking", "警察局反人口贩运组", phone="555 0112"
    ),
    AgencyRow("border", Sector.BORDER, "Border Guard, Harbour Post", "边防港口站"),
    AgencyRow("line", Sector.HELPLINE, "The Quiet Line", "静听热线", phone="555 0100"),
    AgencyRow("clinic", Sector.HEALTH, "Lakeside Clinic", "湖畔诊所", phone="555 0144"),
    AgencyRow("centre", Sector.DETENTION, "Holding Centre, Social Service", "留置中心社工处"),
    AgencyRow("asylum", Sector.ASYLUM, "Asylum Office", "庇护事务处"),
    AgencyRow("residence", Sector.IMMIGRATION, "Residence Office", "居留事务处"),
    AgencyRow("returns", Sector.IMMIGRATION_ENFORCEMENT, "Returns Service", "遣返事务处"),
    AgencyRow("panel", Sector.COMPETENT_AUTHORITY, "Identification Panel", "被贩运者识别委员会"),
    AgencyRow("service", Sector.PROTECTION, "Protection Service", "保护服务处", phone="555 0120"),
    AgencyRow("linden", Sector.SHELTER, "Linden House", "菩提树之家", phone="555 0131"),
    AgencyRow("anchor", Sector.SHELTER, "Anchor House", "船锚之家", lead=False, phone="555 0132"),
    AgencyRow("door", Sector.NGO, "Open Door", "敞开之门", phone="555 0150"),
    AgencyRow("bridge", Sector.NGO, "Bridge Community Centre", "桥梁社区中心", lead=False),
    AgencyRow("advice", Sector.LEGAL_AID, "Free Legal Advice", "免费法律咨询处", phone="555 0160"),
    AgencyRow("prosecutor", Sector.PROSECUTION, "Public Prosecutor", "检察院"),
    AgencyRow("court", Sector.COURT, "District Court", "地区法院"),
    AgencyRow("children", Sector.CHILD_PROTECTION, "Children's Service", "儿童服务处", phone="555 0170"),
    AgencyRow("office", Sector.PROTECTION_OFFICE, "Protection Office", "保护办公室", phone="555 0105"),
    AgencyRow("coordination", Sector.COORDINATION, "Office of the National Coordinator", "国家协调员办公室"),
    AgencyRow("monitor", Sector.MONITOR, "Independent Monitor", "独立监督机构"),
    AgencyRow("voices", Sector.INTERPRETER, "Voices, Interpreters' Cooperative", "众声口译合作社"),
)

MEMBERS = (
    MemberRow("falk", "labour", "Imre Falk", (Role.FIRST_RESPONDER,), ("en", "hu"), ((_ID, 200),)),
    MemberRow("okoro", "labour", "Ada Okoro", (Role.FIRST_RESPONDER,), ("en", "yo"), ((_ID, 700),)),
    MemberRow("lind", "police", "Vera Lind", (Role.FIRST_RESPONDER, Role.INVESTIGATOR), ("en",), ((_ID, 90),)),
    MemberRow("castel", "police", "Tom Castel", (Role.INVESTIGATOR,), ("en", "es"), ((_ID, 1000),)),
    MemberRow("berg", "border", "Nils Berg", (Role.FIRST_RESPONDER,), ("en",), ((_ID, 300),)),
    MemberRow("duarte", "line", "Inês Duarte", (Role.FIRST_RESPONDER,), ("en", "pt"), ((_ID, 150),)),
    MemberRow("haddad", "line", "Lina Haddad", (Role.FIRST_RESPONDER, Role.ON_CALL), ("en", "ar")),
    MemberRow("sato", "clinic", "Emi Sato", (Role.HEALTH_WORKER, Role.FIRST_RESPONDER), ("en",), ((_ID, 260),)),
    MemberRow("novak", "clinic", "Petra Novak", (Role.HEALTH_WORKER,), ("en", "uk")),
    MemberRow("orme", "centre", "Jude Orme", (Role.FIRST_RESPONDER,), ("en",), ((_ID, 400),)),
    MemberRow("tessema", "asylum", "Sara Tessema", (Role.FIRST_RESPONDER,), ("en", "ti"), ((_ID, 320),)),
    MemberRow("vance", "residence", "Paul Vance", (Role.CASEWORKER,), ("en",), (), unit="Casework"),
    MemberRow("rook", "returns", "Alan Rook", (Role.CASEWORKER,), ("en",)),
    MemberRow("marek", "panel", "Hana Marek", (Role.DECISION_MAKER,), ("en",), ((_ID, 120), (_CHILD, 120))),
    MemberRow("abebe", "panel", "Yonas Abebe", (Role.DECISION_MAKER,), ("en", "am"), ((_ID, 210), (_CHILD, 230))),
    MemberRow("stone", "panel", "Ruth Stone", (Role.DECISION_MAKER,), ("en",), ((_ID, 1500),)),
    MemberRow("ferri", "service", "Carla Ferri", (Role.CASEWORKER,), ("en", "it")),
    MemberRow("wu", "linden", "Wu Min", (Role.SHELTER_WORKER,), ("zh", "en"), ((_CHILD, 180),)),
    MemberRow("adeyemi", "anchor", "Femi Adeyemi", (Role.SHELTER_WORKER,), ("en", "yo")),
    MemberRow("rahman", "door", "Nadia Rahman", (Role.CASEWORKER,), ("en", "bn"), ((_ID, 240),)),
    MemberRow("silva", "door", "Rui Silva", (Role.CASEWORKER, Role.FIRST_RESPONDER), ("en", "pt"), ((_ID, 500),)),
    MemberRow("moyo", "bridge", "Grace Moyo", (Role.CASEWORKER,), ("en", "sw")),
    MemberRow("zhao", "bridge", "赵梅", (Role.CASEWORKER,), ("zh", "en")),
    MemberRow("klein", "advice", "Jonas Klein", (Role.LAWYER,), ("en", "de"), ((_CHILD, 310),)),
    MemberRow("hart", "prosecutor", "Edith Hart", (Role.PROSECUTOR,), ("en",), ((_ID, 600),)),
    MemberRow("quinn", "court", "Mary Quinn", (Role.ADMINISTRATOR,), ("en",)),
    MemberRow("ortiz", "children", "Luz Ortiz", (Role.CHILD_PROTECTION_OFFICER,), ("en", "es"), ((_CHILD, 100),)),
    MemberRow("bell", "children", "Owen Bell", (Role.GUARDIAN,), ("en",), ((_CHILD, 420),)),
    MemberRow("weiss", "office", "Clara Weiss", (Role.LINK_ASSESSOR,), ("en",), ((_LINK, 170), (_ID, 170))),
    MemberRow("grant", "office", "Ben Grant", (Role.PROTECTION_OFFICER, Role.ON_CALL), ("en",), ((_LINK, 1400),)),
    MemberRow("nyberg", "coordination", "Elin Nyberg", (Role.COORDINATOR, Role.ADMINISTRATOR), ("en",)),
    MemberRow("aliyev", "monitor", "Rashid Aliyev", (Role.MONITOR,), ("en", "ru"), ((_CONDUCT, 60),)),
    MemberRow("tan", "linden", "谭雅", (Role.SHELTER_WORKER,), ("zh", "en")),
    MemberRow("xu", "voices", "Xu Jing", (Role.CASEWORKER,), ("en", "zh", "vi")),
    MemberRow("noori", "voices", "Karim Noori", (Role.CASEWORKER,), ("en", "fa", "ar", "ur")),
    MemberRow("gebre", "voices", "Sara Gebre", (Role.CASEWORKER,), ("en", "ti", "am", "so")),
    MemberRow("popa", "voices", "Irina Popa", (Role.CASEWORKER,), ("en", "ro", "uk")),
)  # fmt: skip

#: Whom the list to sign in as begins with: one for each kind of work.
MAIN = (
    "falk", "marek", "rahman", "wu", "hart", "aliyev", "nyberg", "ortiz", "novak", "klein", "weiss", "grant",
)  # fmt: skip

HOUSES = (
    House("linden", "Linden", 9, ForWhom.ADULTS, ForSex.FEMALE, "Lakeside", True, ("uk", "ro", "vi")),
    House("linden", "Rowan", 3, ForWhom.FAMILIES, ForSex.ANYONE, "Lakeside", False, ("ar", "fa")),
    House("linden", "Willow", 6, ForWhom.ADULTS, ForSex.FEMALE, "Old Mills", False, ("es", "yo", "zh")),
    House("anchor", "Anchor", 7, ForWhom.ADULTS, ForSex.MALE, "Old Mills", False, ("bn", "ur", "ro")),
    House("anchor", "Beacon", 4, ForWhom.ADULTS, ForSex.ANYONE, "North Quay", True, ("en", "es")),
    House("children", "Sparrow", 6, ForWhom.CHILDREN, ForSex.ANYONE, "Hillside", True, ("vi", "sq", "ti")),
    House("children", "Halfway", 3, ForWhom.AGE_DISPUTED, ForSex.ANYONE, "Hillside", False, ("fa", "ti")),
)


def agency_of(member: str) -> str:
    """The key of the agency that a member works for."""
    return next(row.agency for row in MEMBERS if row.key == member)
