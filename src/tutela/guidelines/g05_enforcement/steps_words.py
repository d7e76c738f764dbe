"""The closed lists of steps that touch a person, of her protection, and of operations."""

from __future__ import annotations

from enum import StrEnum


class StepKind(StrEnum):
    """What police, prosecution or court would do with the person."""

    INTERVIEW = "interview"
    HEARING = "hearing"
    CONFRONTATION = "confrontation"
    IDENTITY_PARADE = "identity_parade"
    FORENSIC = "forensic"
    SITE_VISIT = "site_visit"
    SEARCH = "search"
    CONTACT = "contact"


class StepSafety(StrEnum):
    """What the safety check came to. Unknown is not safe."""

    SAFE = "safe"
    MADE_SAFE = "made_safe"
    UNSAFE = "unsafe"
    UNKNOWN = "unknown"


class CareTaken(StrEnum):
    """What keeps a step from hurting."""

    SUPPORT_PERSON = "support_person"
    LAWYER = "lawyer"
    INTERPRETER = "interpreter"
    SEX_CHOSEN = "sex_chosen"
    BREAKS = "breaks"
    VIDEO_LINK = "video_link"
    SCREEN = "screen"
    OWN_ENTRANCE = "own_entrance"
    RECORDED_ONCE = "recorded_once"
    CHILD_FRIENDLY = "child_friendly"


#: Without these no step is ready, whatever it is.
ALWAYS = frozenset({CareTaken.SUPPORT_PERSON, CareTaken.BREAKS})
#: Steps in which somebody is asked to speak.
SPEAKS = frozenset({StepKind.INTERVIEW, StepKind.HEARING, StepKind.CONFRONTATION, StepKind.IDENTITY_PARADE})
#: Steps that put the person before whoever is suspected.
FACES = frozenset({StepKind.CONFRONTATION, StepKind.IDENTITY_PARADE})


class AgainBecause(StrEnum):
    """Why somebody is asked a second time."""

    SHE_ASKS = "she_asks"
    NEW_MATTER = "new_matter"
    COURT_ORDERS = "court_orders"
    FIRST_NOT_RECORDED = "first_not_recorded"


class Harm(StrEnum):
    """What went wrong in a step."""

    FACED_THE_SUSPECT = "faced_the_suspect"
    NO_INTERPRETER = "no_interpreter"
    REFUSED_A_BREAK = "refused_a_break"
    INTIMIDATED = "intimidated"
    SEEN_WITH_POLICE = "seen_with_police"
    GIVEN_TO_A_SUSPECT = "given_to_a_suspect"
    ASKED_OF_HER_PAST = "asked_of_her_past"
    OTHER = "other"


class Threatened(StrEnum):
    """How serious the threat to a witness is. Unknown counts as serious."""

    LOW = "low"
    MEDIUM = "medium"
    SERIOUS = "serious"
    UNKNOWN = "unknown"


class WitnessShield(StrEnum):
    """What protects a witness."""

    NO_ADDRESS_IN_FILE = "no_address_in_file"
    NAME_WITHHELD = "name_withheld"
    CLOSED_HEARING = "closed_hearing"
    VIDEO_LINK = "video_link"
    NO_CONTACT_ORDER = "no_contact_order"
    PROTECTION_AT_HOME = "protection_at_home"
    MOVED = "moved"
    NEW_IDENTITY = "new_identity"


class Covers(StrEnum):
    """What a protection plan covers."""

    SAFE_PLACE = "safe_place"
    COUNSEL = "counsel"
    IDENTITY = "identity"
    STAY = "stay"
    RESETTLEMENT = "resettlement"
    RETURN = "return"
    FAMILY = "family"


#: No plan is one without these.
PLAN_NEEDS = frozenset({Covers.SAFE_PLACE, Covers.COUNSEL, Covers.IDENTITY, Covers.STAY})


class PartnerAnswer(StrEnum):
    """What somebody says to a partner of civil society who is offered to her."""

    WANTS = "wants"
    LATER = "later"
    DECLINES = "declines"


class Ready(StrEnum):
    """What must be there for the people who will be found."""

    SHELTER = "shelter"
    INTERPRETERS = "interpreters"
    MEDICAL = "medical"
    CHILD_OFFICERS = "child_officers"
    TRANSPORT = "transport"
    AFTER_CARE = "after_care"
    PEOPLE_NOT_IDENTIFIED = "people_not_identified"
