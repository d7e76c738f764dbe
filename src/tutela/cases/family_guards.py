"""Guards on linking files of a family, and on asking for papers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tutela.engine.facts import facts, query
from tutela.engine.rules import Reason, guard

from .facts import AgeFacts
from .family_actions import ApplyForPaper, LinkFamily
from .family_words import PaperThrough


@facts(needs=("other",))
@dataclass(frozen=True)
class OtherAgeFacts:
    """How old the person of the other file is, as far as is known; as in AgeFacts."""

    age_basis: str | None = None
    age_low: int | None = None
    age_on: date | None = None
    today: date | None = None
    age_high: int | None = None


query(
    OtherAgeFacts,
    "SELECT c.age_basis, c.age_low, c.age_high, c.age_on, (%(now)s)::timestamptz::date AS today FROM cases_case c "
    "WHERE c.id = %(other)s",
)


@guard(LinkFamily, provisions=["G6.6", "P10"], instead=["inform_person"])
def a_family_is_linked_by_its_own_word(
    action: LinkFamily, age: AgeFacts, there: OtherAgeFacts
) -> Reason | None:
    """Files of a family are linked when both want it; only where both are surely children is that left to who cares."""
    other = AgeFacts(there.age_basis, there.age_low, there.age_on, there.today, there.age_high)
    children = age.may_be_child is True and other.may_be_child is True
    if action.agreed is False or (action.agreed is None and not children):
        return Reason("family.not_agreed")
    return None


@guard(ApplyForPaper, provisions=["G7.9"], instead=[ApplyForPaper])
def no_paper_through_a_country_without_her_yes(action: ApplyForPaper) -> Reason | None:
    """No country of origin is asked for a paper, or told of anybody, without the person's own wish."""
    if action.through is not PaperThrough.COUNTRY_OF_ORIGIN or action.agreed is True:
        return None
    return Reason("paper.not_agreed")
