"""Search by name across scripts, without a readable name anywhere: blind tokens, which live with the keys."""

from __future__ import annotations

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

    Shape    by: whole, skeleton or word, the surest first
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
