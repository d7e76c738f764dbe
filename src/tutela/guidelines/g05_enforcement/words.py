"""The closed lists of this room, and how the reference of a file is written."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from tutela.agencies.words import Role, Sector
from tutela.engine.fields import As, FieldKind

#: The reference of a file of police, prosecution or court: it has a number in it, and never a name.
FileRef = Annotated[
    str,
    Field(max_length=60, pattern=r"^[\w ./()（）〔〕\[\]:-]*\d[\w ./()（）〔〕\[\]:-]*$"),
    As(FieldKind.LINE),
]


class Offence(StrEnum):
    """What somebody is charged with, by its kind."""

    IRREGULAR_ENTRY = "irregular_entry"
    IRREGULAR_STAY = "irregular_stay"
    IRREGULAR_WORK = "irregular_work"
    DOCUMENT_OFFENCE = "document_offence"
    PROSTITUTION_OFFENCE = "prostitution_offence"
    DRUG_CULTIVATION = "drug_cultivation"
    DRUG_CARRYING = "drug_carrying"
    THEFT = "theft"
    BEGGING = "begging"
    FRAUD = "fraud"
    BIGAMY = "bigamy"
    RECRUITING_OTHERS = "recruiting_others"
    OTHER = "other"


#: Offences of status: being here, or working, without permission.
STATUS_OFFENCES = (Offence.IRREGULAR_ENTRY, Offence.IRREGULAR_STAY, Offence.IRREGULAR_WORK)

#: Who charges, holds or removes people does not assess whether they may be charged.
NOT_INDEPENDENT = (
    Sector.PROSECUTION, Sector.POLICE, Sector.BORDER, Sector.DETENTION, Sector.IMMIGRATION,
    Sector.IMMIGRATION_ENFORCEMENT,
)  # fmt: skip
#: Roles of who charges, whatever agency employs them.
CHARGES = (Role.PROSECUTOR, Role.INVESTIGATOR)


class Agreement(StrEnum):
    """What the person said to the letter going to the prosecutor."""

    AGREED = "agreed"
    COULD_NOT_BE_ASKED = "could_not_be_asked"
    SAID_NO = "said_no"


class ProsecutorDecision(StrEnum):
    """What the prosecutor does about the charge."""

    DROPPED = "dropped"
    SUSPENDED = "suspended"
    KEPT_UP = "kept_up"


class ClosedPlace(StrEnum):
    """Places that a person cannot leave as she or he likes."""

    POLICE_STATION = "police_station"
    REMOVAL_CENTRE = "removal_centre"
    TRANSIT_ZONE = "transit_zone"
    PRISON = "prison"
    YOUTH_INSTITUTION = "youth_institution"
    CLOSED_SHELTER = "closed_shelter"
    SECURE_CARE = "secure_care"
    PSYCHIATRIC_CLOSED = "psychiatric_closed"
    OTHER_CLOSED = "other_closed"


#: Who keeps the key of a place, and so owes the release; of any other place: those who run detention.
KEEPERS = {
    ClosedPlace.POLICE_STATION: Sector.POLICE,
    ClosedPlace.TRANSIT_ZONE: Sector.BORDER,
    ClosedPlace.CLOSED_SHELTER: Sector.SHELTER,
    ClosedPlace.SECURE_CARE: Sector.CHILD_PROTECTION,
    ClosedPlace.PSYCHIATRIC_CLOSED: Sector.HEALTH,
}


class HeldFor(StrEnum):
    """What holding the person is said to be for. None of these makes it lawful here."""

    IMMIGRATION = "immigration"
    OWN_PROTECTION = "own_protection"
    CHARGE = "charge"
    SENTENCE = "sentence"
    WITNESS = "witness"
    IDENTITY_CHECK = "identity_check"
    WENT_MISSING = "went_missing"
    OTHER = "other"


class HowKnown(StrEnum):
    """How somebody knows that the person is free. Only who met the person, or heard it from her or him, can tell."""

    PERSON_MET = "person_met"
    PERSON_HEARD = "person_heard"
    HOLDER_SAYS = "holder_says"
    OTHERS_SAY = "others_say"
    NOT_SAID = "not_said"


#: What is known of the person's own presence or word.
FIRST_HAND = (HowKnown.PERSON_MET, HowKnown.PERSON_HEARD)


class CustodyKind(StrEnum):
    """What a court ordered."""

    REMAND = "remand"
    SENTENCE = "sentence"
    SECURE_CARE = "secure_care"
    OTHER = "other"


class Sentence(StrEnum):
    """What a conviction came with."""

    DETENTION = "detention"
    SUSPENDED = "suspended"
    FINE = "fine"
    COMMUNITY = "community"
    NONE = "none"
    UNKNOWN = "unknown"


class HandTo(StrEnum):
    """To whom a person would be handed."""

    EMPLOYER = "employer"
    RECRUITER = "recruiter"
    CREDITOR = "creditor"
    PARTNER = "partner"
    RELATIVE = "relative"
    ACQUAINTANCE = "acquaintance"
    CONSULATE = "consulate"
    OTHER_AUTHORITY = "other_authority"
    HELP_ORGANISATION = "help_organisation"
    OTHER = "other"


#: Whoever employs, recruits or claims a debt has power over the person, whatever is said of them.
HOLDS_POWER = (HandTo.EMPLOYER, HandTo.RECRUITER, HandTo.CREDITOR)


class Origin(StrEnum):
    """What an investigation starts from. A complaint by the person is one of several, and never needed."""

    OWN_INITIATIVE = "own_initiative"
    COMPLAINT = "complaint"
    REFERRAL = "referral"
    INSPECTION = "inspection"
    OTHER_COUNTRY = "other_country"


class RefusedBecause(StrEnum):
    """Why an investigation was refused."""

    ASKED_LATE = "asked_late"
    NO_COMPLAINT = "no_complaint"
    NOT_BELIEVED = "not_believed"
    NO_INJURY = "no_injury"
    NO_JURISDICTION = "no_jurisdiction"
    NO_REASON = "no_reason"
    OTHER = "other"


class EndedBecause(StrEnum):
    """Why an investigation ended."""

    SENT_TO_COURT = "sent_to_court"
    NO_JURISDICTION = "no_jurisdiction"
    SUSPECTS_GONE = "suspects_gone"
    NOT_ENOUGH_EVIDENCE = "not_enough_evidence"
    NO_OFFENCE = "no_offence"
    OTHER = "other"


class Suspects(StrEnum):
    """Who is suspected of the trafficking, by one thing only: whether they act for the State."""

    OFFICIALS = "officials"
    PRIVATE = "private"
    BOTH = "both"
    UNKNOWN = "unknown"


class SuspectRole(StrEnum):
    """What the suspects did. Who profits from afar is one of them."""

    RECRUITED = "recruited"
    TRANSPORTED = "transported"
    HARBOURED = "harboured"
    EXPLOITED = "exploited"
    OWNED_THE_PLACE = "owned_the_place"
    PROFITED_FROM_AFAR = "profited_from_afar"
    HELPED_IN_OFFICE = "helped_in_office"


class CourtOutcome(StrEnum):
    """What became of the charge against the suspects."""

    CONVICTED = "convicted"
    CONVICTED_OF_LESS = "convicted_of_less"
    ACQUITTED = "acquitted"
    GIVEN_UP = "given_up"


class PreventionStep(StrEnum):
    """What keeps others from being caught."""

    OTHERS_LOOKED_FOR = "others_looked_for"
    PLACE_INSPECTED = "place_inspected"
    RECRUITER_REPORTED = "recruiter_reported"
    LICENCE_REVIEWED = "licence_reviewed"
    WARNING_PASSED_ON = "warning_passed_on"
    GAP_REPORTED = "gap_reported"


class BurdenKind(StrEnum):
    """What weighs on a person from the time of the trafficking, beside a conviction."""

    ENTRY_BAN = "entry_ban"
    POLICE_RECORD = "police_record"
    FINE_PAID = "fine_paid"
    DEBT_TO_STATE = "debt_to_state"
    DEBT_CLAIMED = "debt_claimed"
    COURT_JUDGMENT = "court_judgment"
    OTHER = "other"


#: What somebody claims of her is no act of the State: it is to be lifted, and is no breach.
PRIVATE = frozenset({BurdenKind.DEBT_CLAIMED})
#: Who lifts a burden; of any other kind: the prosecution.
LIFTS = {
    BurdenKind.ENTRY_BAN: Sector.IMMIGRATION,
    BurdenKind.POLICE_RECORD: Sector.POLICE,
    BurdenKind.DEBT_TO_STATE: Sector.COORDINATION,
    BurdenKind.DEBT_CLAIMED: Sector.LEGAL_AID,
    BurdenKind.COURT_JUDGMENT: Sector.LEGAL_AID,
}


class UndoStep(StrEnum):
    """How far the undoing has come."""

    SOUGHT = "sought"
    REFUSED = "refused"
    APPEALED = "appealed"
    UNDONE = "undone"
    RECORD_CLEARED = "record_cleared"
