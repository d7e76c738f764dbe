"""Guards on the file: what is owed does not vanish, nobody is closed away, and who enforces sees what was agreed to."""

from __future__ import annotations

from tutela.agencies.actions import CutGrant, GrantAccess
from tutela.agencies.facts import AuthorFacts, SightFacts
from tutela.agencies.words import ENFORCING, ONLY_BY_AGREEMENT, Basis, Compartment, Sector
from tutela.engine.rules import ABSOLUTE, Reason, Waiver, guard, rules

from .actions import CloseCase, LapseDuty, WaiveGuard
from .facts import AgeFacts, DutyFacts, FileFacts, StandingFacts
from .words import FileKind

#: What may become impossible through others: a suspect gone, a State that does not answer.
MAY_LAPSE = frozenset({"P13", "G5.3", "G11.7", "G11.8"})
#: Who ends another agency's sight, beside the one that opened the file.
KEEPS_ORDER = (Sector.COORDINATION, Sector.PROTECTION_OFFICE, Sector.SYSTEM)
_AGREED = (Basis.CONSENT, Basis.COURT_ORDER)


@guard(LapseDuty, provisions=["P2", "G4.8"], instead=["inform_person"])
def what_is_owed_to_a_person_does_not_lapse(action: LapseDuty, owed: DutyFacts) -> Reason | None:
    """Only what others have made impossible lapses by a word; what is owed to the person is met, or stays overdue."""
    if owed.provisions and set(owed.provisions) <= MAY_LAPSE:
        return None
    return Reason("duty.does_not_lapse")


@guard(CloseCase, provisions=["P8", "P2"], instead=["refer_person"])
def a_file_stays_open_while_something_is_owed(action: CloseCase, file: FileFacts) -> Reason | None:
    """A file is closed because the person wants it, or when nothing is owed any more and no breach goes on."""
    return None if action.person_agrees or file.owed == 0 else Reason("case.owed")


@guard(CloseCase, provisions=["P8", "G6.6"], instead=["refer_person"])
def who_enforces_closes_no_file(action: CloseCase, author: AuthorFacts) -> Reason | None:
    """Who charges, holds or removes people does not close the file of their protection."""
    return Reason("case.enforcement_closes") if author.sector is None or author.sector in ENFORCING else None


@guard(WaiveGuard, provisions=["P1"])
def only_a_rule_of_procedure_is_waived(action: WaiveGuard) -> Reason | None:
    """No rule that protects without exception is set aside by anybody, and no rule that is not there."""
    rule = rules.all_guards.get(action.guard)
    if rule is None or rule.strength is ABSOLUTE or rule.waiver is Waiver.NOBODY:
        return Reason("waiver.never")
    return None


@guard(CutGrant, provisions=["G6.6", "P8"], instead=["refer_person"])
def sight_is_not_cut_by_just_anybody(action: CutGrant, author: AuthorFacts, file: FileFacts) -> Reason | None:
    """An agency's sight is ended by itself, by who opened the file, or by who keeps order among agencies."""
    own = author.agency_id in (str(action.from_agency), file.opened_by) and author.agency_id is not None
    return None if own or author.sector in KEEPS_ORDER else Reason("grant.others_cut")


@guard(GrantAccess, provisions=["G6.6", "P8"], instead=["refer_person"])
def who_enforces_sees_what_was_agreed_to(
    action: GrantAccess, sight: SightFacts, age: AgeFacts
) -> Reason | None:
    """Names, words, health and whereabouts go to who enforces by the person's agreement or a court's order.

    Police and prosecution may see them for somebody who is surely a child. Immigration, border, detention and
    consulates see nothing at all unless the person agreed.
    """
    if action.basis in _AGREED or not _enforces(sight.to_sector):
        return None
    by_agreement = sight.to_sector is None or sight.to_sector in ONLY_BY_AGREEMENT
    only_facts = set(action.compartments) <= {Compartment.FACTS}
    for_a_child = action.basis is Basis.CHILD and age.may_be_child is True
    return None if not by_agreement and (only_facts or for_a_child) else Reason("grant.needs_agreement")


@guard(GrantAccess, provisions=["G6.6", "G2.1"], instead=["refer_person"])
def a_file_of_one_organisation_stays_there(
    action: GrantAccess, sight: SightFacts, standing: StandingFacts
) -> Reason | None:
    """A file that stays with one organisation is shared when the person wants it; a child's with child protection."""
    if standing.file_kind not in (None, FileKind.NGO_ONLY) or action.basis in _AGREED or sight.to_own is True:
        return None
    for_a_child = action.basis is Basis.CHILD and sight.to_sector == Sector.CHILD_PROTECTION
    return None if for_a_child else Reason("grant.one_organisation")


def _enforces(sector: str | None) -> bool:
    return sector is None or sector in (*ENFORCING, *ONLY_BY_AGREEMENT)
