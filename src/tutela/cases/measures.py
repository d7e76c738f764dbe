"""Figures on every file: what went against the instrument, by provision."""

from __future__ import annotations

from tutela.engine.measures import OF_THE_PERSON, By, Expression, Facts, how_many, measure, split


@measure(
    "P1",
    "G1.7",
    unit="event",
    by=("provision", "agency", "sector", *OF_THE_PERSON, "month", "year"),
    counts=("refusals", "breaches", "overdue"),
)
def rights_first(facts: Facts, by: By) -> Expression:
    """Acts refused, breaches, and duties overdue now. What cites several provisions counts in each."""
    return split(facts.wrong, by).aggregate(
        refusals=how_many("what", "refusal"),
        breaches=how_many("what", "breach"),
        overdue=how_many("what", "overdue"),
    )
