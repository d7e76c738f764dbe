"""The closed lists of care over time: plans, danger, contact, houses, interpreters, a death."""

from __future__ import annotations

from enum import StrEnum


class PlanAnswer(StrEnum):
    """What the person says to her plan."""

    YES = "yes"
    NOT_YET = "not_yet"
    NO = "no"


class StepEnd(StrEnum):
    """How a step of a plan ended."""

    DONE = "done"
    NOT_WANTED = "not_wanted"


class WorryWay(StrEnum):
    """How a worry about her is followed, as she chose."""

    CALL_HER = "call_her"
    MESSAGE_HER = "message_her"
    ASK_SOMEBODY_SHE_NAMED = "ask_somebody_she_named"
    VISIT = "visit"
    ASK_A_PARTNER = "ask_a_partner"
    ASK_POLICE = "ask_police"


class Worry(StrEnum):
    """What makes somebody worry about a person who is out of contact."""

    NOTHING_SPECIAL = "nothing_special"
    THREATENED_BEFORE = "threatened_before"
    CONTROLLER_NEAR = "controller_near"
    MAY_HARM_HERSELF = "may_harm_herself"
    ILL = "ill"
    CHILD_WITH_HER = "child_with_her"


class Danger(StrEnum):
    """What may put the person, or somebody close to her, in danger. Looked at with her; never added up."""

    CONTROLLER_KNOWS_WHERE = "controller_knows_where"
    THREATS = "threats"
    DEBT = "debt"
    PHONE_WATCHED = "phone_watched"
    VIOLENT_PARTNER = "violent_partner"
    OFFICIALS_INVOLVED = "officials_involved"
    MAY_HARM_HERSELF = "may_harm_herself"
    CHILD_IN_DANGER = "child_in_danger"
    FAMILY_HERE = "family_here"
    FAMILY_AT_HOME = "family_at_home"


class Threatens(StrEnum):
    """Whom a threat is meant for. Nobody is named."""

    HERSELF = "herself"
    CHILDREN = "children"
    FAMILY_HERE = "family_here"
    FAMILY_AT_HOME = "family_at_home"
    WHO_HELPS = "who_helps"


class Again(StrEnum):
    """From where somebody came into the hands of traffickers once more."""

    AFTER_LEAVING = "after_leaving"
    AFTER_RETURN = "after_return"
    AFTER_REMOVAL = "after_removal"
    WHILE_SHELTERED = "while_sheltered"
    UNKNOWN = "unknown"


class DiedHow(StrEnum):
    """What is known of a death."""

    ILLNESS = "illness"
    VIOLENCE = "violence"
    ACCIDENT = "accident"
    BY_OWN_HAND = "by_own_hand"
    IN_CUSTODY = "in_custody"
    UNKNOWN = "unknown"


class DeathStep(StrEnum):
    """What was done after a death."""

    FAMILY_TOLD = "family_told"
    NOBODY_TO_TELL = "nobody_to_tell"
    INQUEST_ASKED_FOR = "inquest_asked_for"
    REMAINS_AS_WISHED = "remains_as_wished"
    RIGHTS_EXPLAINED = "rights_explained"


class PlaceGroup(StrEnum):
    """Who looks for a place: shown by group, so that what is missing is seen."""

    WOMEN = "women"
    MEN = "men"
    FAMILIES = "families"
    TRANS_PEOPLE = "trans_people"
    DISABLED_PEOPLE = "disabled_people"
    YOUNG_PEOPLE = "young_people"


class Incident(StrEnum):
    """What happened in a house. The first five keep people in or away from others."""

    KEPT_IN = "kept_in"
    CURFEW = "curfew"
    PHONE_TAKEN = "phone_taken"
    VISITS_FORBIDDEN = "visits_forbidden"
    PAPERS_TAKEN = "papers_taken"
    RESTRICTION_LIFTED = "restriction_lifted"
    QUARREL = "quarrel"
    HURT_BY_OTHERS = "hurt_by_others"
    HURT_BY_STAFF = "hurt_by_staff"
    HURT_HERSELF = "hurt_herself"
    STRANGER_AT_THE_DOOR = "stranger_at_the_door"
    DAMAGE = "damage"


#: Incidents, and rules of a house, that restrict somebody's freedom to move and to meet.
RESTRICTIONS = frozenset(
    {
        Incident.KEPT_IN,
        Incident.CURFEW,
        Incident.PHONE_TAKEN,
        Incident.VISITS_FORBIDDEN,
        Incident.PAPERS_TAKEN,
    }
)


class Handed(StrEnum):
    """What the next shift has to know."""

    ARRIVAL_TONIGHT = "arrival_tonight"
    SOMEBODY_UNWELL = "somebody_unwell"
    SOMEBODY_OUT_OF_CONTACT = "somebody_out_of_contact"
    THREAT_NEAR = "threat_near"
    APPOINTMENT_TOMORROW = "appointment_tomorrow"
    MEDICINE = "medicine"
    REPAIR = "repair"
    QUIET = "quiet"


class Ties(StrEnum):
    """What an interpreter says when asked about ties to the person's world."""

    NONE = "none"
    COMMUNITY = "community"
    FAMILY = "family"
    EMPLOYER = "employer"
    SUSPECT = "suspect"
    AUTHORITIES_AT_HOME = "authorities_at_home"
    NOT_ASKED = "not_asked"


class Appointment(StrEnum):
    """What an interpreter is booked for."""

    FIRST_MEETING = "first_meeting"
    HEALTH = "health"
    COUNSELLING = "counselling"
    LAWYER = "lawyer"
    INTERVIEW = "interview"
    HEARING = "hearing"
    HOUSE = "house"


class WrongWith(StrEnum):
    """What a person says was wrong with an interpreter."""

    NOT_FAITHFUL = "not_faithful"
    TOOK_SIDES = "took_sides"
    TOLD_OTHERS = "told_others"
    HAS_TIES = "has_ties"
    UNKIND = "unkind"
    OTHER_LANGUAGE = "other_language"
    DID_NOT_COME = "did_not_come"
