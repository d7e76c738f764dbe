"""Figures on protection: who waits for a place to sleep, and who is kept from moving freely."""

from __future__ import annotations

from tutela.engine.measures import OF_THE_PERSON, By, Expression, Facts, how_many, measure, split


@measure(
    "G6.1",
    unit="duty",
    by=(*OF_THE_PERSON, "agency", "month", "year"),
    counts=("in_time", "late", "running", "overdue", "other"),
)
def places_wanted(facts: Facts, by: By) -> Expression:
    """A safe place owed to somebody: found in time or late, or still sought. By group, it shows whom no house takes."""
    wanted = facts.duty.filter(facts.duty.rule.isin(["shelter", "next_place"]))
    return split(wanted, by).aggregate(
        in_time=how_many("state", "in_time"),
        late=how_many("state", "late"),
        running=how_many("state", "running"),
        overdue=how_many("state", "overdue"),
        other=how_many("state", "lapsed", "declined"),
    )


@measure(
    "G1.5",
    unit="event",
    by=("restriction", "agency", "sector", *OF_THE_PERSON, "month", "year"),
    counts=("on_no_ground", "by_court", "running", "ended"),
)
def free_to_move(facts: Facts, by: By) -> Expression:
    """Restrictions on movement: in houses and by whoever holds people; on no ground, or by a court; running or over."""
    return split(facts.restriction, by).aggregate(
        on_no_ground=how_many("ground", "none"),
        by_court=how_many("ground", "court"),
        running=how_many("state", "running"),
        ended=how_many("state", "ended"),
    )
