"""Guards on messages: between her and those who serve her, and in nobody's name but her own."""

from __future__ import annotations

from tutela.agencies.facts import AuthorFacts, SightFacts
from tutela.agencies.words import Sector
from tutela.engine.rules import Reason, guard

from .own_door_actor import AGENCY_ID as HERSELF
from .thread_actions import WriteMessage
from .words import SaidThrough

#: Whose work is to help her. Who charges, holds, decides or watches is written to by letter, with a lawyer.
SERVE = tuple(
    map(
        str,
        (
            Sector.PROTECTION, Sector.SHELTER, Sector.NGO, Sector.LEGAL_AID, Sector.HEALTH, Sector.HELPLINE,
            Sector.CHILD_PROTECTION,
        ),
    )
)  # fmt: skip


@guard(WriteMessage, provisions=["G6.6", "P8"], instead=["refer_person"])
def a_message_is_between_her_and_who_serves_her(
    action: WriteMessage, author: AuthorFacts, sight: SightFacts
) -> Reason | None:
    """Only an agency that helps her and sees her file is written to, and writes to her."""
    if action.to_agency is None:
        return None if author.sector in SERVE else Reason("message.not_serving")
    serves = sight.to_sees is True and sight.to_sector in SERVE
    return None if serves else Reason("message.not_serving")


@guard(WriteMessage, provisions=["G6.6"], instead=["open_portal"])
def nobody_writes_in_her_name(action: WriteMessage, author: AuthorFacts) -> Reason | None:
    """What is written down for her is what she said herself; staff alone write in their own name."""
    if action.to_agency is None or author.agency_id == str(HERSELF):
        return None
    heard = action.said_through not in (None, SaidThrough.STAFF_ONLY, SaidThrough.PORTAL)
    return None if heard else Reason("message.not_hers")
