"""The closed lists of identification, beside those of the definition and of the forms."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """The two steps of a decision."""

    REASONABLE_GROUNDS = "reasonable_grounds"
    CONCLUSIVE = "conclusive"


class Ground(StrEnum):
    """On what a decision rests. Only the elements of the definition count; the others are refused by name."""

    ELEMENTS = "elements"
    ASKED_LATE = "asked_late"
    NOT_INJURED = "not_injured"
    NO_COOPERATION = "no_cooperation"
    SUSPECT_ACQUITTED = "suspect_acquitted"
    IRREGULAR_STATUS = "irregular_status"
    CAME_BACK = "came_back"


class DeclineWhy(StrEnum):
    """Why an agency cannot take a referral."""

    NO_CAPACITY = "no_capacity"
    WRONG_SERVICE = "wrong_service"
    LANGUAGE = "language"
    NOT_SAFE_HERE = "not_safe_here"
    CONFLICT_OF_INTEREST = "conflict_of_interest"


class Safety(StrEnum):
    """What was seen to before anything else."""

    SAFE = "safe"
    NOT_SAFE = "not_safe"
    UNKNOWN = "unknown"


class Wish(StrEnum):
    """What somebody said of going back: either is enough to open the way to asylum."""

    ASYLUM = "asylum"
    FEARS_RETURN = "fears_return"


class AsylumStep(StrEnum):
    """What the asylum authority, or a court, did with the wish."""

    REGISTERED = "registered"
    GRANTED = "granted"
    REFUSED = "refused"
    APPEALED = "appealed"
    APPEAL_REFUSED = "appeal_refused"


class AsylumEnd(StrEnum):
    """Why a claim ends. Time alone never ends one."""

    WITHDRAWN = "withdrawn"
    REFUSAL_FINAL = "refusal_final"


class Way(StrEnum):
    """Where somebody who is not identified as trafficked is helped on. Each is also a purpose of referral."""

    LABOUR_RIGHTS = "labour_rights"
    ASYLUM = "asylum"
    HEALTH = "health"
    SMUGGLING_PROTECTION = "smuggling_protection"


class Spot(StrEnum):
    """Kinds of places on a journey, where somebody could have asked."""

    BORDER_CROSSING = "border_crossing"
    AIRPORT = "airport"
    PORT = "port"
    BUS_OR_TRAIN_STATION = "bus_or_train_station"
    CONSULATE_QUEUE = "consulate_queue"
    RECRUITMENT_OFFICE = "recruitment_office"
    CLINIC = "clinic"
    WORKPLACE = "workplace"
    EMPLOYER_HOUSING = "employer_housing"
    HOTEL = "hotel"
    ONLINE = "online"
    OTHER = "other"


class Met(StrEnum):
    """Who was met there, and could have asked."""

    BORDER_OFFICER = "border_officer"
    POLICE = "police"
    CONSULAR_OFFICER = "consular_officer"
    LABOUR_INSPECTOR = "labour_inspector"
    OTHER_OFFICIAL = "other_official"
    CARRIER = "carrier"
    HEALTH_WORKER = "health_worker"
    TEACHER = "teacher"
    RECRUITER = "recruiter"
    EMPLOYER = "employer"
    LANDLORD_OR_HOTEL = "landlord_or_hotel"
    ORGANISATION = "organisation"
    CUSTOMER_OR_NEIGHBOUR = "customer_or_neighbour"
    NOBODY = "nobody"
