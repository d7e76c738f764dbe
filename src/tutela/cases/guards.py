"""Guards on the file: what is owed does not vanish, nobody is closed away, and who enforces sees what was agreed to."""

from __future__ import annotations

from tutela.agencies.actions import CutGrant, GrantAccess
from tutela.agencies.facts import AuthorFacts, SightFacts
from tutela.agencies.words import ENFORCING, ONLY_BY_AGREEMENT, Basis, Compartment, Sector
from tutela.engine.rules import ABSOLUTE, Reason, Waiver, guard, rules

from . import family_guards, own_door_guards, thread_guards, worker_guards
from .actions import CloseCase, LapseDuty, WaiveGuard
from .consent_actions import RecordConsent, WithdrawConsent
from .facts import AgeFacts, AgreedFacts, ConsentFacts, DutyFacts, FileFacts, StandingFacts
from .sharing import share_objection
from .words import HEARD_BY_ANOTHER, TOLD_FIRST, FileKind, SaidBy, SaidThrough

__all__ = ["family_guards", "own_door_guards", "thread_guards", "worker_guards"]

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


# --- consent ---------------------------------------------------------------------------------------------


@guard(RecordConsent, provisions=["G6.6", "G2.1"], instead=["record_consent"])
def a_consent_is_given_by_her_own_hand(action: RecordConsent, age: AgeFacts) -> Reason | None:
    """Nobody agrees for an adult; a child's guardian agrees beside the child, and never instead."""
    if action.said_by is SaidBy.HERSELF:
        return None
    with_guardian = action.said_by is SaidBy.WITH_GUARDIAN and age.may_be_child is True
    return None if with_guardian else Reason("consent.another_hand")


@guard(RecordConsent, provisions=["G6.6", "G2.1"], instead=["inform_person"])
def a_consent_is_heard_from_her(action: RecordConsent) -> Reason | None:
    """A yes that only staff report is none."""
    return Reason("consent.not_heard") if action.said_through is SaidThrough.STAFF_ONLY else None


@guard(RecordConsent, provisions=["G6.6"], instead=["record_consent"])
def who_gains_does_not_say_yes_for_her(action: RecordConsent, author: AuthorFacts) -> Reason | None:
    """Who would receive the file hears the person's yes only through an interpreter, an advocate or the
    portal."""
    if author.agency_id is not None and author.agency_id != str(action.receiver):
        return None
    return None if action.said_through in HEARD_BY_ANOTHER else Reason("consent.beneficiary")


@guard(RecordConsent, provisions=["G6.6"], instead=["inform_person"])
def before_she_agrees_she_is_told(action: RecordConsent) -> Reason | None:
    """Before consenting the person hears what nobody can promise: that notes may be disclosed, and that
    they may say no."""
    missing = TOLD_FIRST - set(action.told)
    return Reason("consent.not_told") if missing else None


@guard(RecordConsent, provisions=["G6.6", "G6.5"], instead=["record_details"])
def a_consent_is_understood(action: RecordConsent, standing: StandingFacts) -> Reason | None:
    """What somebody agrees to is said in a language of theirs."""
    spoken = standing.languages
    if spoken is not None and (not spoken or action.language in spoken):
        return None
    return Reason("consent.language")


@guard(GrantAccess, provisions=["G6.6"], instead=["record_consent"])
def a_grant_by_consent_rests_on_one_in_force(
    action: GrantAccess, given: ConsentFacts, said: AgreedFacts
) -> Reason | None:
    """A consent that was taken back or has run out opens nothing any more; they are asked anew."""
    if action.basis is not Basis.CONSENT:
        return None
    asked = {str(c) for c in action.compartments}
    return share_objection(action.consent is not None, str(action.to_agency), asked, given, said)


@guard(WithdrawConsent, provisions=["G6.6", "P8"], instead=["refer_person"])
def who_enforces_takes_back_no_consent_to_others(
    action: WithdrawConsent, author: AuthorFacts, given: ConsentFacts
) -> Reason | None:
    """Who charges, holds or removes people hears by itself only that its own sight of the file ends."""
    if author.sector is not None and author.sector not in ENFORCING:
        return None
    if action.said_through in HEARD_BY_ANOTHER:
        return None
    own = author.agency_id is not None and author.agency_id == given.receiver
    return None if own else Reason("consent.withdrawal_to_enforcement")
