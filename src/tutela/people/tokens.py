"""Search by name across scripts, without a readable name anywhere: blind tokens, which live with the keys."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from tutela.engine.access import Actor, acting

from . import keys, names
from .keystore import deposits, tokens
from .keystore.store import Request
from .models import Identity

_ORDER = {names.WHOLE: 0, names.SKELETON: 1, names.WORD: 2}


@dataclass(frozen=True)
class Hit:
    """A case whose person may bear the name.

    Shape    case_id: the subject's; by: whole, skeleton or word, the surest first
    """

    case_id: UUID
    by: str


def index_name(case_id: UUID, name: str) -> None:
    """Make a name findable. Part of the caller's transaction: the words wait, sealed, for the key store.

    Writes   Deposit
    """
    words = names.searchable(name)
    if words:
        intake_id, publics = keys.intake()
        keys.save_deposit(deposits.deposit_words(intake_id, publics, case_id, sorted(words)))


def candidates(
    actor: Actor, subject_id: UUID, called: Iterable[str], purpose: str, at: datetime
) -> list[Hit]:
    """Every subject but this one whose person may bear one of these names, surest first, whoever sees it.

    For the protection office alone, which matches what it may not read: ids and how sure, nothing else. The search
    leaves its trace first.

    Raises   KeyStoreDown
    """
    keys.hand_in()
    request = Request(actor.member_id, actor.agency_id, purpose, subject_id, "identity", at)
    best: dict[UUID, str] = {}
    for name in called:
        for other, words in tokens.find(request, names.searchable(name)).items():
            by = names.matches(name, words)
            if by is not None and _ORDER[by] < _ORDER.get(best.get(other, ""), len(_ORDER)):
                best[other] = by
    best.pop(subject_id, None)
    return _sorted(best)


def alike(actor: Actor, subject_id: UUID, purpose: str, at: datetime) -> list[Hit]:
    """Every other subject whose person seems to be the same, by blind tokens alone: no name is opened for it.

    Raises   KeyStoreDown
    """
    keys.hand_in()
    request = Request(actor.member_id, actor.agency_id, purpose, subject_id, "identity", at)
    own, found = tokens.alike(request, subject_id)
    words = {token for kind, token in own if kind == names.WORD}
    hits = {other: by for other, shared in found.items() if (by := _shared(words, shared)) is not None}
    return _sorted(hits)


def _shared(words: set[str], shared: set[tuple[str, str]]) -> str | None:
    kinds = {kind for kind, _ in shared}
    own = {token for kind, token in shared if kind == names.WORD}
    sure = next((kind for kind in (names.WHOLE, names.SKELETON) if kind in kinds), None)
    return sure or (names.WORD if own and (own == words or len(own) >= 2) else None)


def _sorted(best: dict[UUID, str]) -> list[Hit]:
    return sorted((Hit(*one) for one in best.items()), key=lambda h: (_ORDER[h.by], str(h.case_id)))


def search_by_name(actor: Actor, name: str, purpose: str, at: datetime) -> list[Hit]:
    """Cases that the actor may open the identity of and whose person may bear this name, surest first.

    The search leaves its trace before anything is found; a name that is not there and one that is not yours
    look alike.

    Raises   KeyStoreDown
    """
    keys.hand_in()
    request = Request(actor.member_id, actor.agency_id, purpose, None, "identity", at)
    found = tokens.find(request, names.searchable(name))
    hits = [Hit(case_id, by) for case_id, words in found.items() if (by := names.matches(name, words))]
    with acting(actor):
        wanted = [hit.case_id for hit in hits]
        visible = set(Identity.objects.filter(case_id__in=wanted).values_list("case_id", flat=True))
    return sorted((h for h in hits if h.case_id in visible), key=lambda h: (_ORDER[h.by], str(h.case_id)))
