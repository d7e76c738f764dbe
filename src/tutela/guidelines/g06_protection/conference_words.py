"""The closed lists of a case conference."""

from __future__ import annotations

from enum import StrEnum


class ConferencePurpose(StrEnum):
    """What a conference is called for. One without a purpose is not called."""

    PLAN = "plan"
    SAFETY = "safety"
    HOUSING = "housing"
    PROCEEDINGS = "proceedings"
    WAY_AHEAD = "way_ahead"
    PASSING_ON = "passing_on"


class HerPart(StrEnum):
    """What she said when she was asked whether, and how, she takes part."""

    COMES = "comes"
    COMES_WITH_SOMEBODY = "comes_with_somebody"
    SENDS_WORDS = "sends_words"
    LEAVES_IT_TO_THEM = "leaves_it_to_them"
    SAYS_NO = "says_no"


class ConferenceEnd(StrEnum):
    """What became of a conference."""

    HELD = "held"
    CALLED_OFF = "called_off"
