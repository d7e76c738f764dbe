"""The closed lists of a case."""

from __future__ import annotations

from enum import StrEnum


class AgeBasis(StrEnum):
    """How the age is known. Unknown and disputed are read in the person's favour."""

    KNOWN = "known"
    CLAIMED = "claimed"
    ESTIMATED = "estimated"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"


class Sex(StrEnum):
    """As the person says it; used to find a fitting place, never as a sign of anything."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"
    UNKNOWN = "unknown"


class FileKind(StrEnum):
    """An NGO-only file may stay with one organisation for ever: help needs no identification."""

    ORDINARY = "ordinary"
    NGO_ONLY = "ngo_only"


class Standing(StrEnum):
    """Where a person stands in the referral mechanism. None of these takes help away."""

    OPEN = "open"
    PRESUMED = "presumed"
    REASONABLE_GROUNDS = "reasonable_grounds"
    IDENTIFIED = "identified"
    NOT_IDENTIFIED = "not_identified"


class SaidThrough(StrEnum):
    """How a person's no was heard. A no that only staff report does not count."""

    OWN_LANGUAGE = "own_language"
    INTERPRETER = "interpreter"
    ADVOCATE = "advocate"
    PORTAL = "portal"
    STAFF_ONLY = "staff_only"


#: How somebody who enforces may hear a person's no: through another who is there for her.
HEARD_BY_ANOTHER = frozenset({SaidThrough.INTERPRETER, SaidThrough.ADVOCATE, SaidThrough.PORTAL})


class Interpreting(StrEnum):
    """How it was understood."""

    NOT_NEEDED = "not_needed"
    IN_PERSON = "in_person"
    BY_TELEPHONE = "by_telephone"
    CHILD_FRIENDLY = "child_friendly"
    NONE = "none"


class SaidBy(StrEnum):
    """Whose yes it is: an adult's own alone; a child's guardian says yes beside the child, never instead."""

    HERSELF = "herself"
    WITH_GUARDIAN = "with_guardian"
    GUARDIAN_ALONE = "guardian_alone"
    RELATIVE = "relative"
    EMPLOYER = "employer"
    AGENCY = "agency"


class Told(StrEnum):
    """What a person hears before she agrees: the truth about what nobody can promise."""

    MAY_TAKE_BACK = "may_take_back"
    HELP_DOES_NOT_DEPEND = "help_does_not_depend"
    NOTES_MAY_BE_DISCLOSED = "notes_may_be_disclosed"
    SAFETY_NOT_GUARANTEED = "safety_not_guaranteed"
    STAY_NOT_GUARANTEED = "stay_not_guaranteed"
    WHO_MUST_REPORT = "who_must_report"


#: Without these nobody agrees to anything with open eyes.
TOLD_FIRST = frozenset({Told.MAY_TAKE_BACK, Told.HELP_DOES_NOT_DEPEND, Told.NOTES_MAY_BE_DISCLOSED})


class StoppedHow(StrEnum):
    """What a receiver did once a consent was withdrawn."""

    STOPPED_AND_DELETED = "stopped_and_deleted"
    STOPPED_AND_LOCKED = "stopped_and_locked"
    BOUND_TO_KEEP = "bound_to_keep"
    HAD_NOTHING = "had_nothing"


class SetAsideBecause(StrEnum):
    """Why something that was received is put into no file."""

    ALREADY_IN_THE_FILE = "already_in_the_file"
    ABOUT_NOBODY = "about_nobody"
    NOT_ENOUGH_TO_TELL = "not_enough_to_tell"
    SENT_BY_MISTAKE = "sent_by_mistake"
    WRITTEN_ELSEWHERE = "written_elsewhere"
    OTHER = "other"


class HerPhone(StrEnum):
    """On what a person would open her own door, and who else has it in hand."""

    OWN_AND_ALONE = "own_and_alone"
    SHARED_AND_SAFE = "shared_and_safe"
    OF_THE_HOUSE = "of_the_house"
    SOMEBODY_LOOKS = "somebody_looks"
    NOT_KNOWN = "not_known"


class TalkedOf(StrEnum):
    """What is talked about before a person gets codes."""

    WHO_HOLDS_IT = "who_holds_it"
    WHO_SET_IT_UP = "who_set_it_up"
    TRACES = "traces"
    WHEN_FORCED = "when_forced"
    NOT_WRITTEN_DOWN = "not_written_down"


class WhenForced(StrEnum):
    """What a person wants to happen when somebody makes her open the door and she gives the other code."""

    TELL_NOBODY = "tell_nobody"
    TELL_CASEWORKER = "tell_caseworker"


class ComplaintAbout(StrEnum):
    """What somebody complains of. A choice, so that it can be counted without reading anybody's words."""

    WHERE_I_STAY = "where_i_stay"
    SOMEBODY_WHO_HELPS = "somebody_who_helps"
    POLICE_OR_BORDER = "police_or_border"
    INTERPRETER = "interpreter"
    NOT_GIVEN = "not_given"
    MY_DATA = "my_data"
    SOMETHING_ELSE = "something_else"


class ComplaintAnswer(StrEnum):
    """How a complaint ended."""

    RIGHT_AND_PUT_RIGHT = "right_and_put_right"
    RIGHT_AND_GOES_ON = "right_and_goes_on"
    PARTLY_RIGHT = "partly_right"
    NOT_FOUND = "not_found"
    PASSED_ON = "passed_on"
    TAKEN_BACK_BY_HER = "taken_back_by_her"
