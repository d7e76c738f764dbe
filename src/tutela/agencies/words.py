"""Sectors of agencies and roles of members: the closed lists."""

from __future__ import annotations

from enum import StrEnum


class Sector(StrEnum):
    """What an agency is in the referral mechanism."""

    BORDER = "border"
    POLICE = "police"
    LABOUR_INSPECTION = "labour_inspection"
    HEALTH = "health"
    HELPLINE = "helpline"
    DETENTION = "detention"
    ASYLUM = "asylum"
    IMMIGRATION = "immigration"
    IMMIGRATION_ENFORCEMENT = "immigration_enforcement"
    COMPETENT_AUTHORITY = "competent_authority"
    PROTECTION = "protection"
    SHELTER = "shelter"
    NGO = "ngo"
    LEGAL_AID = "legal_aid"
    PROSECUTION = "prosecution"
    COURT = "court"
    CHILD_PROTECTION = "child_protection"
    CONSULATE = "consulate"
    COORDINATION = "coordination"
    MONITOR = "monitor"
    PROTECTION_OFFICE = "protection_office"
    INTERPRETER = "interpreter"
    SYSTEM = "system"


class Role(StrEnum):
    """What a member does."""

    FIRST_RESPONDER = "first_responder"
    DECISION_MAKER = "decision_maker"
    CASEWORKER = "caseworker"
    SHELTER_WORKER = "shelter_worker"
    PROSECUTOR = "prosecutor"
    INVESTIGATOR = "investigator"
    LAWYER = "lawyer"
    GUARDIAN = "guardian"
    CHILD_PROTECTION_OFFICER = "child_protection_officer"
    HEALTH_WORKER = "health_worker"
    COORDINATOR = "coordinator"
    MONITOR = "monitor"
    PROTECTION_OFFICER = "protection_officer"
    ADMINISTRATOR = "administrator"
    LINK_ASSESSOR = "link_assessor"
    ON_CALL = "on_call"
    SYSTEM = "system"


class TrainingKind(StrEnum):
    """Trainings that a rule looks at."""

    IDENTIFICATION = "identification"
    CHILD_PROTECTION = "child_protection"
    LINK_ASSESSMENT = "link_assessment"
    CONDUCT = "conduct"
    CONSULAR = "consular"


class Purpose(StrEnum):
    """Why an agency is granted sight of a case."""

    PROTECTION = "protection"
    IDENTIFICATION = "identification"
    SHELTER = "shelter"
    HEALTH = "health"
    LEGAL_HELP = "legal_help"
    PROCEEDINGS = "proceedings"
    RESIDENCE = "residence"
    CHILD_PROTECTION = "child_protection"
    ASYLUM = "asylum"
    LABOUR_RIGHTS = "labour_rights"
    SMUGGLING_PROTECTION = "smuggling_protection"
    PROTECTION_ENQUIRY = "protection_enquiry"


class Basis(StrEnum):
    """On what ground: never by habit."""

    OPENED = "opened"
    CONSENT = "consent"
    CHILD = "child"
    LEGAL_DUTY = "legal_duty"
    COURT_ORDER = "court_order"


class Compartment(StrEnum):
    """Parts of a file that open apart. Legal and therapy are privileged: closed even to the monitor."""

    FACTS = "facts"
    IDENTITY = "identity"
    HEALTH = "health"
    STATEMENTS = "statements"
    WHEREABOUTS = "whereabouts"
    STATUS = "status"
    LEGAL = "legal"
    THERAPY = "therapy"


#: Who charges, holds or removes people.
ENFORCING = (
    Sector.POLICE, Sector.PROSECUTION, Sector.IMMIGRATION, Sector.BORDER, Sector.DETENTION,
    Sector.IMMIGRATION_ENFORCEMENT,
)  # fmt: skip

#: Who sees nothing of a file, not even that there is one, unless the person agreed or a court ordered it.
ONLY_BY_AGREEMENT = (
    Sector.IMMIGRATION, Sector.IMMIGRATION_ENFORCEMENT, Sector.BORDER, Sector.DETENTION, Sector.CONSULATE,
)  # fmt: skip

#: Privileged parts are opened by nobody who holds them, but to those whose calling they belong to.
CALLING = {
    Sector.LEGAL_AID.value: frozenset({Compartment.LEGAL.value}),
    Sector.HEALTH.value: frozenset({Compartment.THERAPY.value}),
}

#: No grant of sight is ever given to these: what is recorded for protection does not serve removal.
FIREWALLED = (Sector.IMMIGRATION_ENFORCEMENT,)
