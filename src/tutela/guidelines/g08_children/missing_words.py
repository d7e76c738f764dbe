"""The closed lists of a child who is missing: who is told, what is shown, how she came back, why she went."""

from __future__ import annotations

from enum import StrEnum


class AlarmTo(StrEnum):
    """Who is told at once that a child is missing."""

    CHILD_PROTECTION = "child_protection"
    POLICE = "police"
    BORDER_POSTS = "border_posts"
    HELPLINE = "helpline"
    GUARDIAN = "guardian"
    ABROAD = "abroad"


class Released(StrEnum):
    """What is shown of a child, so that she is found."""

    DESCRIPTION = "description"
    PHOTOGRAPH = "photograph"
    FIRST_NAME = "first_name"


class ReleasedTo(StrEnum):
    """Who is shown it. What everybody sees cannot be taken back."""

    WHO_SEARCHES = "who_searches"
    HOSPITALS_AND_HOUSES = "hospitals_and_houses"
    EVERYBODY = "everybody"


class CameBack(StrEnum):
    """How a child who was missing is with people again who care for her."""

    BY_HERSELF = "by_herself"
    FOUND_BY_WHO_CARES = "found_by_who_cares"
    FOUND_BY_POLICE = "found_by_police"
    BROUGHT_BY_SOMEBODY = "brought_by_somebody"
    FOUND_ABROAD = "found_abroad"


class WhyGone(StrEnum):
    """Why a child went, as she says it. None of these is held against her."""

    NOT_SAID = "not_said"
    AFRAID_THERE = "afraid_there"
    HURT_THERE = "hurt_there"
    WANTED_FAMILY_OR_FRIENDS = "wanted_family_or_friends"
    DEBT_OR_THREAT = "debt_or_threat"
    CALLED_BY_CONTROLLER = "called_by_controller"
    TAKEN = "taken"
    AFRAID_OF_BEING_SENT_BACK = "afraid_of_being_sent_back"
    RULES_OF_THE_HOUSE = "rules_of_the_house"
    BORED_OR_ALONE = "bored_or_alone"


#: Without these nobody looks for her: who protects children, and who searches.
SEARCHERS = frozenset({AlarmTo.CHILD_PROTECTION, AlarmTo.POLICE})
