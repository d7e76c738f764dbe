"""Figures on identification: who was missed or wrongly flagged, and how long referrals wait for an answer."""

from __future__ import annotations

from tutela.engine.measures import OF_THE_PERSON, By, Expression, Facts, how_many, measure, middle, split

from . import cards, journey_measures

__all__ = ["cards", "journey_measures"]


@measure(
    "G2.1",
    unit="screening",
    by=(*OF_THE_PERSON, "agency", "sector", "month", "year"),
    counts=("found", "missed", "wrongly_flagged", "rightly_not", "undecided"),
)
def screening_errors(facts: Facts, by: By) -> Expression:
    """What finished screenings showed, held against what was decided of the same people later.

    Missed: somebody recognised since, whose screening did not ask for a referral. Wrongly flagged: it asked for one,
    and the decision against recognition is final. Who was never screened, or never decided on, is in neither.
    """
    seen = facts.screening.mutate(
        what=(facts.screening.flagged.ifelse("flagged ", "not ") + facts.screening.found)
    )
    return split(seen, by).aggregate(
        found=how_many("what", "flagged recognised"),
        missed=how_many("what", "not recognised"),
        wrongly_flagged=how_many("what", "flagged not_recognised"),
        rightly_not=how_many("what", "not not_recognised"),
        undecided=how_many("found", "undecided"),
    )


@measure(
    "G2.3",
    unit="referral",
    by=("sector", "agency", "from_sector", "purpose", *OF_THE_PERSON, "month", "year"),
    counts=("in_time", "late", "waiting", "overdue", "answered"),
    middles={"hours": "answered", "allowed": "answered"},
)
def referral_answers(facts: Facts, by: By) -> Expression:
    """Referrals, and the time until their receiver answered, beside the time that was allowed for it."""
    return split(facts.referral, by).aggregate(
        in_time=how_many("answer", "in_time"),
        late=how_many("answer", "late"),
        waiting=how_many("answer", "waiting"),
        overdue=how_many("answer", "overdue"),
        answered=lambda rows: rows.hours.count(),
        hours=middle("hours"),
        allowed=middle("allowed"),
    )
