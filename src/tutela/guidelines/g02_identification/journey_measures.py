"""Where people could have been reached on their journeys; the points stay inside, cards for such places do not."""

from __future__ import annotations

from tutela.engine.measures import OF_THE_PERSON, By, Expression, Facts, measure, split


@measure(
    "G2.4",
    unit="person",
    by=("spot", "country", "language", *OF_THE_PERSON, "year"),
    counts=("passed", "asked", "not_asked", "missed"),
)
def reachable_points(facts: Facts, by: By) -> Expression:
    """People by the kinds of places they passed, and whether anybody there asked how they were.

    Missed: somebody whose work lets them ask was there, and nobody asked. Each person counts once in every group,
    however often she passed such a place.
    """
    there = split(facts.journey, by)
    return there.aggregate(
        passed=lambda rows: rows.who.nunique(),
        asked=lambda rows: rows.who.nunique(where=rows.asked == "somebody"),
        not_asked=lambda rows: rows.who.nunique(where=rows.asked == "nobody"),
        missed=lambda rows: rows.who.nunique(where=rows.reachable & (rows.asked == "nobody")),
    )
