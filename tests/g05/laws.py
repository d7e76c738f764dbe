"""Two laws that every guard keeps, as functions that a property test throws situations at."""

from __future__ import annotations

import dataclasses
import itertools
import uuid
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from typing import Any

from hypothesis import strategies as st

from tutela.agencies.facts import AuthorFacts
from tutela.agencies.words import Sector
from tutela.cases.facts import AgeFacts
from tutela.cases.words import AgeBasis, Standing
from tutela.engine.rules import Reason
from tutela.guidelines.g04_law.facts import PresumptionFacts, StayFacts
from tutela.guidelines.g05_enforcement.facts import LinkFacts, LinkFinding
from tutela.guidelines.g05_enforcement.words import Offence

Rule = Callable[..., Reason | None]

CASE = uuid.uuid4()
REFS = ("1/26", "2/26")
TODAY = date(2026, 3, 2)
MOMENTS = st.none() | st.sampled_from([datetime(2026, m, 1, tzinfo=UTC) for m in (1, 3, 6)])
MAYBE = st.sampled_from([None, False, True])


def _or_none(*values: Any) -> st.SearchStrategy[Any]:
    return st.none() | st.sampled_from(values)


PRESUMPTIONS = st.builds(PresumptionFacts, standing=_or_none(*Standing), decision_waits=MAYBE)
STAYS = st.builds(
    StayFacts,
    risk_asserted=MAYBE,
    recovery_runs=MAYBE,
    recovery_until=MOMENTS,
    stay_holds=MAYBE,
    now=MOMENTS,
)
AGES = st.builds(
    AgeFacts,
    age_basis=_or_none(*AgeBasis),
    age_low=_or_none(12, 17, 18, 40),
    age_on=_or_none(date(2020, 1, 1), TODAY),
    today=_or_none(TODAY),
)
LINKS = st.builds(
    LinkFacts,
    found=st.none()
    | st.lists(
        st.builds(
            LinkFinding,
            charge_ref=st.sampled_from(REFS),
            offence=st.sampled_from([Offence.THEFT, Offence.IRREGULAR_STAY]),
            linked=MAYBE,
        ),
        unique_by=lambda f: (f.charge_ref, f.offence),
        max_size=4,
    ).map(tuple),
)
AUTHORS = st.builds(
    AuthorFacts,
    sector=_or_none(*Sector),
    link_training_on=_or_none(date(2020, 1, 1), date(2026, 1, 1)),
    today=_or_none(TODAY),
)


def allows(rule: Rule, action: Any, *facts: Any) -> bool:
    """Whether this guard lets the act pass."""
    return rule(action, *facts) is None


def _each_field_replaced(facts: tuple[Any, ...], values: Callable[[str], Iterable[Any]]) -> Iterable[Any]:
    for place, one in enumerate(facts):
        for field in dataclasses.fields(one):
            for value in values(field.name):
                yield (*facts[:place], dataclasses.replace(one, **{field.name: value}), *facts[place + 1 :])


def unknown_never_opens(rule: Rule, action: Any, *facts: Any) -> bool:
    """What is refused with a fact known is refused with that fact unknown as well."""
    if allows(rule, action, *facts):
        return True
    return not any(allows(rule, action, *less) for less in _each_field_replaced(facts, lambda _: [None]))


#: Values by which something dangerous, or protecting, comes to be known.
DANGERS: dict[str, tuple[Any, ...]] = {
    "standing": (Standing.PRESUMED, Standing.REASONABLE_GROUNDS, Standing.IDENTIFIED),
    "decision_waits": (True,),
    "risk_asserted": (True,),
    "recovery_runs": (True,),
    "stay_holds": (True,),
    "age_basis": (AgeBasis.UNKNOWN, AgeBasis.DISPUTED),
}


def danger_never_opens(rule: Rule, action: Any, *facts: Any) -> bool:
    """What is refused stays refused when a danger comes to be known."""
    if allows(rule, action, *facts):
        return True
    known = _each_field_replaced(facts, lambda name: DANGERS.get(name, ()))
    return not any(allows(rule, action, *more) for more in known)


def linked_after_all(links: LinkFacts) -> Iterable[LinkFacts]:
    """The same findings, with one of them turned to linked or to doubtful."""
    found = links.found or ()
    for place, linked in itertools.product(range(len(found)), (True, None)):
        turned = dataclasses.replace(found[place], linked=linked)
        yield LinkFacts((*found[:place], turned, *found[place + 1 :]))
