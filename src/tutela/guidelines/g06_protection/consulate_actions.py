"""The person's consulate: contact follows her wish alone; where she fears those authorities her lawyer speaks first."""

from __future__ import annotations

from datetime import datetime

from tutela.agencies.words import Role, Sector
from tutela.cases.models import Case
from tutela.engine.actions import Act, Fact, may
from tutela.engine.fields import CaseId, Country, Language

from .models import ContactWish
from .words import ContactFor, ContactHow, Interpreting, SaidThrough


class RecordContactWish(Fact):
    """The person says whether she wants contact with her consulate. Saying nothing means no.

    Shape    said_through: what only staff report does not count as her wish
    Writes   ContactWish; for who fears those authorities, a lawyer's duty to advise first
    Source   G6.3
    """

    compartment = "status"
    herself = True
    need = "status"
    provisions = ("G6.3",)

    case: CaseId
    wants: bool
    said_through: SaidThrough = SaidThrough.OWN_LANGUAGE

    def apply(self, case: Case, at: datetime) -> None:
        """Keeps the wish. A no always counts, whoever reports it; a yes only when she said so."""
        if self.wants and self.said_through is SaidThrough.STAFF_ONLY:
            return
        ContactWish.objects.create(case=case, wants=self.wants, at=at)


class AdviseOnContact(Fact):
    """A lawyer of the person's own explained what contact with those authorities could bring; what she wants after it.

    Writes   ContactWish
    Source   G6.3: her own request waits for independent legal advice
    """

    who = may(Sector.LEGAL_AID, Role.LAWYER)
    compartment = "status"
    need = "legal"
    provisions = ("G6.3",)

    case: CaseId
    still_wants: bool
    language: Language
    interpreting: Interpreting

    def apply(self, case: Case, at: datetime) -> None:
        """Keeps what she wants now, with the advice that came before it."""
        ContactWish.objects.create(case=case, wants=self.still_wants, at=at, advised_at=at)


class ContactOriginAuthorities(Act):
    """Contact an embassy, consulate or other authority of the person's country, tell it of her, or suggest it to her.

    Reads    her wish, the lawyer's advice, any wish for asylum, asserted danger
    Source   G1.6, G6.3
    """

    compartment = "status"
    need = "status"
    provisions = ("G6.3",)

    case: CaseId
    how: ContactHow = ContactHow.CONTACT
    purpose: ContactFor
    country: Country | None = None


class OriginAuthoritiesContacted(Fact):
    """Somebody contacted the authorities of the person's country, or told them of her, whoever it was.

    Source   G1.6, G6.3: a breach where she did not wish it, or asylum is open
    """

    compartment = "status"
    need = "status"

    case: CaseId
    how: ContactHow = ContactHow.CONTACT
    purpose: ContactFor = ContactFor.OTHER
    country: Country | None = None

    def apply(self) -> None:
        """Only the entry, and the breach that it opens."""
