"""Figures on what the State owes and does: its four duties, its case against traffickers, the first support."""

from __future__ import annotations

from tutela.engine.measures import OF_THE_PERSON, By, Expression, Facts, how_many, measure, middle, split

#: The State's four duties, by the rules that carry them out.
FOUR_DUTIES = {
    "prevent": ("prevention",),
    "investigate": ("investigation",),
    "prosecute": ("charging_decision", "judgment"),
    "protect": (
        "identification",
        "conclusive_decision",
        "shelter",
        "immediate_needs",
        "made_safe",
        "protection_plan",
    ),
}


@measure(
    "P2",
    unit="duty",
    by=("part", "rule", "sector", "agency", "told", *OF_THE_PERSON, "month", "year"),
    counts=("in_time", "late", "running", "overdue", "other", "escalated"),
)
def state_duties(facts: Facts, by: By) -> Expression:
    """To prevent, investigate, prosecute and protect: met in time or late, running, overdue, passed up."""
    parts = [(rule, part) for part, found in FOUR_DUTIES.items() for rule in found]
    duties = facts.duty.filter(facts.duty.rule.isin([rule for rule, _ in parts]))
    duties = duties.mutate(part=duties.rule.cases(*parts, else_=""))
    return split(duties, by).aggregate(
        in_time=how_many("state", "in_time"),
        late=how_many("state", "late"),
        running=how_many("state", "running"),
        overdue=how_many("state", "overdue"),
        other=how_many("state", "lapsed", "declined"),
        escalated=how_many("told", "coordinator", "monitor"),
    )


@measure(
    "P13",
    unit="person",
    by=("suspects", "lost", "stage", "agency", *OF_THE_PERSON, "month", "year"),
    counts=("identified", "investigated", "charged", "judged", "lost_on_the_way"),
    middles={"to_investigation": "investigated", "to_charge": "charged", "to_judgment": "judged"},
)
def pipeline(facts: Facts, by: By) -> Expression:
    """How many of those presumed trafficked saw an investigation, a charge and a judgment; the days in each stage."""
    return split(facts.path, by).aggregate(
        identified=lambda rows: rows.count(),
        investigated=lambda rows: rows.to_investigation.count(),
        charged=how_many("stage", "charged", "judged"),
        judged=how_many("stage", "judged"),
        lost_on_the_way=lambda rows: (rows.lost != "").sum(),
        to_investigation=middle("to_investigation"),
        to_charge=middle("to_charge"),
        to_judgment=middle("to_judgment"),
    )


@measure(
    "G5.9",
    unit="person",
    by=("agency", "sector", *OF_THE_PERSON, "month", "year"),
    counts=("supported", "waiting"),
    middles={"hours": "supported"},
)
def first_support(facts: Facts, by: By) -> Expression:
    """People whom the police met, and the time until an organisation first gave support."""
    return split(facts.first_support, by).aggregate(
        supported=lambda rows: rows.supported.sum(),
        waiting=lambda rows: (~rows.supported).sum(),
        hours=middle("hours"),
    )
