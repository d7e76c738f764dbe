"""Guards on who sees what: nobody hands on more than is open to them, and help is not sent away by who enforces."""

from __future__ import annotations

from tutela.engine.rules import Reason, guard

from .actions import CutGrant, GrantAccess
from .facts import AuthorFacts, SightFacts
from .words import ENFORCING, Sector


@guard(GrantAccess, provisions=["G6.6"], instead=["refer_person"])
def nobody_opens_what_is_closed_to_them(
    action: GrantAccess, author: AuthorFacts, sight: SightFacts
) -> Reason | None:
    """An agency lets others see only what it sees itself, and never itself more than it was given."""
    return Reason("grant.not_yours") if sight.opens_too_much(action.compartments, author) else None


@guard(GrantAccess, provisions=["G6.6", "P8"], instead=["cut_grant"])
def a_new_grant_ends_no_older_one(action: GrantAccess, sight: SightFacts) -> Reason | None:
    """A grant until next week does not end the sight that another agency has for longer; that is a cut, and says so."""
    return Reason("grant.shortens") if sight.is_shortened_to(action.until) else None


@guard(GrantAccess, provisions=["G6.6", "P1"])
def who_watches_is_let_in_by_nobody(action: GrantAccess, sight: SightFacts) -> Reason | None:
    """The monitor reads by its own right and changes no case; the system is no reader."""
    return Reason("grant.monitor") if sight.to_sector in (None, Sector.MONITOR, Sector.SYSTEM) else None


@guard(CutGrant, provisions=["G6.6", "P8"], instead=["refer_person"])
def help_is_not_sent_away_by_enforcement(action: CutGrant, author: AuthorFacts) -> Reason | None:
    """Who charges, holds or removes people ends its own sight of a file, and nobody else's."""
    if author.sector is not None and author.sector not in map(str, ENFORCING):
        return None
    return None if author.agency_id == str(action.from_agency) else Reason("grant.enforcement_cuts")
