"""Figures on children: what is owed to them and not given."""

from __future__ import annotations

from tutela.engine.measures import OF_THE_PERSON, By, Expression, Facts, how_many, measure, split

from .help_duties import GAPS


@measure(
    "G8.7",
    unit="duty",
    by=(*OF_THE_PERSON, "agency", "sector", "month", "year"),
    counts=("in_time", "late", "running", "overdue", "other"),
)
def child_help(facts: Facts, by: By) -> Expression:
    """Help that was planned for a child, or that nobody offers: given in time or late, or still a gap."""
    wanted = facts.duty.filter(facts.duty.rule.isin([rule.name for rule in GAPS.values()]))
    return split(wanted, by).aggregate(
        in_time=how_many("state", "in_time"),
        late=how_many("state", "late"),
        running=how_many("state", "running"),
        overdue=how_many("state", "overdue"),
        other=how_many("state", "lapsed", "declined"),
    )
