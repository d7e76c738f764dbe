"""Guards on who sees what: nobody hands on more than is open to them, and help is not sent away by who enforces."""

from __future__ import annotations

from tutela.engine.rules import Reason, guard

from .actions import CutGrant, GrantAccess
from .facts import AuthorFacts, SightFacts
from .words import CALLING, ENFORCING, Sector


def opens_too_much(compartments: tuple[str, ...], author: AuthorFacts, sight: SightFacts) -> bool:
    """Whether a grant would open what its giver may not read; only the privileged parts go to their own calling."""
    if author.sector == Sector.SYSTEM:
        return False
    calling = CALLING.get(sight.to_sector or "") if sight.to_own is False else None
    return bool({str(c) for c in compartments} - set(sight.own or ()) - (calling or frozenset()))


@guard(GrantAccess, provisions=["G6.6"], instead=["refer_person"])
def nobody_opens_what_is_closed_to_them(
    action: GrantAccess, author: AuthorFacts, sight: SightFacts
) -> Reason | None:
    """An agency lets others see only what it sees itself, and never itself more than it was given."""
    return Reason("grant.not_yours") if opens_too_much(action.compartments, author, sight) else None


@guard(CutGrant, provisions=["G6.6", "P8"], instead=["refer_person"])
def help_is_not_sent_away_by_enforcement(action: CutGrant, author: AuthorFacts) -> Reason | None:
    """Who charges, holds or removes people ends its own sight of a file, and nobody else's."""
    if author.sector is not None and author.sector not in map(str, ENFORCING):
        return None
    return None if author.agency_id == str(action.from_agency) else Reason("grant.enforcement_cuts")
