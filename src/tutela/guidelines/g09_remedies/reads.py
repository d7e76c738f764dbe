"""What people read about remedies, each within what their agency was granted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from tutela.agencies.models import Agency
from tutela.agencies.reads import Choice
from tutela.engine.access import Actor, acting
from tutela.engine.models import Duty
from tutela.guidelines.g04_law.models import Permit, PermitAnswer, Removal, Stay
from tutela.guidelines.g05_enforcement.letter import Party
from tutela.guidelines.g05_enforcement.models import Burden, Conviction

from . import return_letter
from .models import Claim, ClaimHelp, Payment, ReturnLetter, WageReckoning, Withheld
from .wage_actions import again
from .wages import Reckoning


@dataclass(frozen=True)
class ClaimRead:
    """A claim with its payments, the help with it, the wages reckoned for it, and the clocks that run."""

    claim: Claim
    payments: tuple[Payment, ...]
    help: tuple[ClaimHelp, ...]
    duties: tuple[Duty, ...]


@dataclass(frozen=True)
class Reckoned:
    """A reckoning as it was kept, and every step of it made again."""

    kept: WageReckoning
    steps: Reckoning


@dataclass(frozen=True)
class Taken:
    """What was taken, with the letters about it."""

    withheld: Withheld
    letters: tuple[ReturnLetter, ...]


@dataclass(frozen=True)
class Staying:
    """On what the person's right to stay rests; empty for who may not read it."""

    permits: tuple[Permit, ...]
    answers: tuple[PermitAnswer, ...]
    stays: tuple[Stay, ...]
    orders: tuple[Removal, ...]


@dataclass(frozen=True)
class Remedies:
    """Everything on file of what the person can claim, is to get back, and still carries."""

    claims: tuple[ClaimRead, ...]
    reckoned: tuple[Reckoned, ...]
    taken: tuple[Taken, ...]
    burdens: tuple[Burden, ...]
    convictions: tuple[Conviction, ...]
    staying: Staying
    told_at: datetime | None


def remedies(actor: Actor, case_id: UUID, at: datetime | None = None) -> Remedies:
    """The remedies of a case: claims side by side, the newest first in each."""
    with acting(actor, at):
        told = Duty.objects.filter(subject_id=case_id, rule="remedies_explained", state="met").first()
        return Remedies(
            _claims(case_id),
            tuple(
                Reckoned(k, again(k.put_in))
                for k in WageReckoning.objects.filter(case_id=case_id).order_by("-at")
            ),
            _taken(case_id),
            tuple(Burden.objects.filter(case_id=case_id).order_by("-found_at")),
            tuple(Conviction.objects.filter(case_id=case_id).order_by("-convicted_at")),
            Staying(
                tuple(Permit.objects.filter(case_id=case_id).order_by("-recorded_at")),
                tuple(PermitAnswer.objects.filter(case_id=case_id).order_by("-at")),
                tuple(Stay.objects.filter(case_id=case_id).order_by("-recorded_at")),
                tuple(Removal.objects.filter(case_id=case_id).order_by("-at")),
            ),
            told.ended_at if told else None,
        )


def _claims(case_id: UUID) -> tuple[ClaimRead, ...]:
    payments: dict[UUID, list[Payment]] = {}
    for payment in Payment.objects.filter(case_id=case_id).order_by("at", "id"):
        payments.setdefault(payment.claim_id, []).append(payment)
    helped: dict[UUID, dict[str, ClaimHelp]] = {}
    for one in ClaimHelp.objects.filter(case_id=case_id).order_by("at", "id"):
        helped.setdefault(one.claim_id, {})[one.kind] = one
    clocks: dict[str, list[Duty]] = {}
    for duty in Duty.objects.filter(subject_id=case_id, state="open").exclude(ref="").order_by("due_at"):
        clocks.setdefault(duty.ref, []).append(duty)
    return tuple(
        ClaimRead(
            claim,
            tuple(payments.get(claim.pk, ())),
            tuple(helped.get(claim.pk, {}).values()),
            tuple(clocks.get(str(claim.pk), ())),
        )
        for claim in Claim.objects.filter(case_id=case_id).order_by("-opened_at")
    )


def _taken(case_id: UUID) -> tuple[Taken, ...]:
    letters: dict[UUID, list[ReturnLetter]] = {}
    for letter in ReturnLetter.objects.filter(case_id=case_id).order_by("-sent_at"):
        letters.setdefault(letter.withheld_id, []).append(letter)
    found = Withheld.objects.filter(case_id=case_id).order_by("-found_at")
    return tuple(Taken(w, tuple(letters.get(w.pk, ()))) for w in found)


def return_letter_file(
    actor: Actor, case_id: UUID, letter_id: UUID, language: str, kind: str
) -> tuple[str, bytes]:
    """A letter that asks for what was taken: the file's name, which says nothing, and its content.

    Raises   LookupError where there is none, or none that this actor may see
    """
    with acting(actor):
        found = ReturnLetter.objects.filter(pk=letter_id, case_id=case_id).select_related("withheld").first()
        if found is None:
            raise LookupError("there is no such letter here")
        wanted = (found.from_agency_id, found.to_agency_id)
        agencies = {a.pk: a for a in Agency.objects.filter(pk__in=wanted)}
    parties = [_party(agencies.get(pk), language) for pk in wanted]
    return return_letter.file_of(found, parties[0], parties[1], language, kind)


def _party(agency: Agency | None, language: str) -> Party:
    if agency is None:
        return Party("")
    return Party(agency.names.get(language) or agency.names.get("en") or agency.key, agency.phone)


# --- what an id may be ------------------------------------------------------------------------------------


def _claim_choices(actor: Actor, case_id: UUID | None) -> list[Choice]:
    if case_id is None:
        return []
    with acting(actor):
        found = Claim.objects.filter(case_id=case_id).order_by("ended_at", "-opened_at")
        return [
            (str(c.pk), f"enum:Remedy.{c.seeks} · enum:Track.{c.track} · {c.opened_at:%Y-%m-%d}")
            for c in found
        ]


def _withheld_choices(actor: Actor, case_id: UUID | None) -> list[Choice]:
    if case_id is None:
        return []
    with acting(actor):
        found = Withheld.objects.filter(case_id=case_id).order_by("ended_at", "-found_at")
        return [
            (str(w.pk), f"{' · '.join(f'enum:Taken.{one}' for one in w.what)} · {w.found_at:%Y-%m-%d}")
            for w in found
        ]


def _undoing_choices(actor: Actor, case_id: UUID | None) -> list[Choice]:
    if case_id is None:
        return []
    with acting(actor):
        burdens = Burden.objects.filter(case_id=case_id).order_by("-found_at")
        convictions = Conviction.objects.filter(case_id=case_id).order_by("-convicted_at")
        return [
            *((str(b.pk), f"enum:BurdenKind.{b.kind} · {b.found_at:%Y-%m-%d}") for b in burdens),
            *((str(c.pk), f"enum:Offence.{c.offence} · {c.convicted_at:%Y-%m-%d}") for c in convictions),
        ]


#: The functions that list what an id may be, by its kind.
CHOICES: dict[str, Callable[[Actor, UUID | None], list[Choice]]] = {
    "claim": _claim_choices,
    "withheld": _withheld_choices,
    "undoing": _undoing_choices,
}
