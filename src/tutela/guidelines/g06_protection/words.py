"""The closed lists of protection."""

from __future__ import annotations

from enum import StrEnum

from tutela.cases.words import HEARD_BY_ANOTHER as HEARD_BY_ANOTHER
from tutela.cases.words import Interpreting as Interpreting
from tutela.cases.words import SaidThrough as SaidThrough


class ForWhom(StrEnum):
    """Who sleeps in a place. Somebody whose age is disputed sleeps neither among adults nor beside small children."""

    ADULTS = "adults"
    FAMILIES = "families"
    CHILDREN = "children"
    AGE_DISPUTED = "age_disputed"


class ForSex(StrEnum):
    """Whom a house takes in; said by the house, matched with what the person says."""

    ANYONE = "anyone"
    FEMALE = "female"
    MALE = "male"


class Because(StrEnum):
    """Why a place, a service or a right would end, or was withheld. Some of these are never a reason."""

    PERSON_WISHES = "person_wishes"
    MOVED_TO_ANOTHER = "moved_to_another"
    NO_LONGER_NEEDED = "no_longer_needed"
    END_OF_TERM = "end_of_term"
    NO_CAPACITY = "no_capacity"
    DANGER_TO_OTHERS = "danger_to_others"
    HOUSE_RULES = "house_rules"
    WILL_NOT_TESTIFY = "will_not_testify"
    WILL_NOT_COOPERATE = "will_not_cooperate"
    CANNOT_COOPERATE = "cannot_cooperate"
    NOT_IDENTIFIED = "not_identified"
    ASKED_LATE = "asked_late"
    DISCRETION = "discretion"
    OF_AGE = "of_age"
    UNKNOWN = "unknown"


#: Reasons that make help a reward for cooperation.
CONDITIONS = frozenset({Because.WILL_NOT_TESTIFY, Because.WILL_NOT_COOPERATE, Because.CANNOT_COOPERATE})
#: Reasons that leave the person's protection as it was.
HARMLESS = frozenset({Because.PERSON_WISHES, Because.MOVED_TO_ANOTHER, Because.NO_LONGER_NEEDED})
#: Reasons that only the person can give.
HERS = frozenset({Because.PERSON_WISHES, Because.NO_LONGER_NEEDED})

#: Reasons by which somebody could be made to pay for having complained.
RETALIATES = frozenset(
    {
        Because.END_OF_TERM,
        Because.NO_CAPACITY,
        Because.DANGER_TO_OTHERS,
        Because.HOUSE_RULES,
        Because.NOT_IDENTIFIED,
    }
)


class InReturnFor(StrEnum):
    """What somebody would ask for help. Only `nothing` is possible; the others are refused by name."""

    NOTHING = "nothing"
    TESTIMONY = "testimony"
    COOPERATION = "cooperation"
    COMPLAINT = "complaint"
    IDENTIFICATION = "identification"
    TEST = "test"
    WORK = "work"


class ServiceKind(StrEnum):
    """Help that is offered, agreed to and given."""

    MATERIAL = "material"
    FOOD = "food"
    CLOTHES = "clothes"
    PHONE = "phone"
    SAFE_CALL = "safe_call"
    MEDICAL = "medical"
    PSYCHOLOGICAL = "psychological"
    LEGAL = "legal"
    INTERPRETING = "interpreting"
    SCHOOLING = "schooling"
    WORK = "work"
    MONEY = "money"
    TRANSPORT = "transport"
    HOUSING = "housing"
    WORK_PERMISSION = "work_permission"
    BANK_ACCOUNT = "bank_account"
    CHILDCARE = "childcare"
    PAPERS = "papers"
    FAMILY_CONTACT = "family_contact"


#: What nobody is given without her own yes, or an emergency on file.
BODY_AND_MIND = frozenset({ServiceKind.MEDICAL, ServiceKind.PSYCHOLOGICAL})
#: The first day, in the order in which it is asked about.
FIRST_DAY = (
    ServiceKind.TRANSPORT, ServiceKind.CLOTHES, ServiceKind.FOOD, ServiceKind.PHONE, ServiceKind.MEDICAL,
    ServiceKind.SAFE_CALL,
)  # fmt: skip


class Topic(StrEnum):
    """What was explained."""

    RIGHTS = "rights"
    HELP = "help"
    STATUS = "status"
    DECISION = "decision"
    PROCEEDINGS = "proceedings"
    REMEDIES = "remedies"
    ASYLUM = "asylum"
    CONSULATE = "consulate"
    LIMITS = "limits"
    CONFERENCE = "conference"
    WORKER = "worker"


class Examination(StrEnum):
    """What would be done to somebody's body or mind."""

    GENERAL_CHECK = "general_check"
    TREATMENT = "treatment"
    SURGERY = "surgery"
    COUNSELLING = "counselling"
    HIV_TEST = "hiv_test"
    INFECTION_TEST = "infection_test"
    PREGNANCY_TEST = "pregnancy_test"
    FORENSIC = "forensic"
    AGE_ASSESSMENT = "age_assessment"


#: What an emergency may ask for; a test or a forensic examination can wait until the person can say.
EMERGENCIES = frozenset({Examination.GENERAL_CHECK, Examination.TREATMENT, Examination.SURGERY})


class Consent(StrEnum):
    """Whether the person agreed to this very thing."""

    GIVEN = "given"
    REFUSED = "refused"
    NOT_ASKED = "not_asked"
    CANNOT_SAY = "cannot_say"


class RequiredFor(StrEnum):
    """What an examination would be a condition of. Only `nothing` is possible."""

    NOTHING = "nothing"
    SHELTER = "shelter"
    SERVICE = "service"
    STATUS = "status"
    PROCEEDINGS = "proceedings"
    IDENTIFICATION = "identification"


class Measure(StrEnum):
    """What was done about a threat."""

    MOVED = "moved"
    POLICE_PROTECTION = "police_protection"
    SAFETY_PLAN = "safety_plan"
    PROTECTIVE_ORDER = "protective_order"
    FAMILY_WARNED = "family_warned"


class Entitlement(StrEnum):
    """What is owed as of right: nobody's discretion can mark it as not granted."""

    INFORMATION = "information"
    SHELTER = "shelter"
    HEALTH = "health"
    COUNSELLING = "counselling"
    LEGAL_HELP = "legal_help"
    IMMEDIATE_NEEDS = "immediate_needs"
    RECOGNITION = "recognition"


class ContactHow(StrEnum):
    """What would be done towards the authorities of the country of origin."""

    CONTACT = "contact"
    INFORM = "inform"
    SUGGEST = "suggest"


class ContactFor(StrEnum):
    """What contact with the authorities of the country of origin would be for."""

    CONSULAR_HELP = "consular_help"
    PAPERS = "papers"
    FAMILY = "family"
    IDENTITY_CHECK = "identity_check"
    RETURN = "return"
    INQUIRY = "inquiry"
    OTHER = "other"


#: What a person may ask for herself; nothing else ever follows from her wish while she fears those authorities.
HERS_TO_ASK = frozenset({ContactFor.CONSULAR_HELP, ContactFor.PAPERS, ContactFor.FAMILY})
