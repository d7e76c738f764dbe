"""What people read about remedies, each within what their agency was granted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import DateField, DateTimeField, F, OuterRef, Q, Value
from django.db.models.functions import JSONObject

from tutela.agencies.models import Agency
from tutela.agencies.reads import Choice, party
from tutela.engine.access import Actor, acting
from tutela.engine.models import Duty
from tutela.guidelines.g04_law.models import Permit, PermitAnswer, Removal, Stay
from tutela.guidelines.g05_enforcement.models import Burden, Conviction

from . import return_letter
from .models import Claim, ClaimHelp, Payment, ReturnLetter, WageReckoning, Withheld
from .wage_actions import again
from .wages import Reckoning


@dataclass(frozen=True)
class Paid:
    """Money that came in."""

    amount_minor: int
    currency: str
    at: datetime


@dataclass(frozen=True)
class Helped:
    """The newest that is known of one kind of help."""

    kind: str
    state: str


@dataclass(frozen=True)
class ClaimRead:
    """A claim with its payments, the help with it, and the clocks that run."""

    claim: Claim
    payments: tuple[Paid, ...]
    help: tuple[Helped, ...]
    duties: tuple[Duty, ...]


@dataclass(frozen=True)
class Reckoned:
    """A reckoning as it was kept, and every step of it made again."""

    kept: WageReckoning
    steps: Reckoning


@dataclass(frozen=True)
class Sent:
    """A letter that was sent."""

    id: UUID
    at: datetime


@dataclass(frozen=True)
class Taken:
    """What was taken, with the letters about it, the newest first."""

    withheld: Withheld
    letters: tuple[Sent, ...]


@dataclass(frozen=True)
class StayLine:
    """A stay, an order of removal or an answer to a request, in one shape.

    Shape  what: stay, order, or the decision of an answer; kind: of removal; why: the code of its reason
    """

    what: str
    kind: str
    why: str
    at: datetime
    until: date | None
    ended_at: datetime | None


@dataclass(frozen=True)
class Staying:
    """On what the person's right to stay rests; empty for who may not read it."""

    permits: tuple[Permit, ...]
    lines: tuple[StayLine, ...]


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
    telling_is_owed: bool = False


def remedies(actor: Actor, case_id: UUID, at: datetime | None = None) -> Remedies:
    """The remedies of a case: claims side by side, the newest first in each."""
    with acting(actor, at):
        kept = WageReckoning.objects.filter(case_id=case_id).order_by("-at")
        explained = Q(rule="remedies_explained", state="met")
        duties = list(Duty.objects.filter(explained | Q(state="open"), subject_id=case_id).order_by("due_at"))
        told = next((d for d in duties if d.rule == "remedies_explained" and d.state == "met"), None)
        return Remedies(
            _claims(case_id, duties),
            tuple(Reckoned(k, again(k.put_in)) for k in kept),
            _taken(case_id),
            tuple(Burden.objects.filter(case_id=case_id).order_by("-found_at")),
            tuple(Conviction.objects.filter(case_id=case_id).order_by("-convicted_at")),
            Staying(tuple(Permit.objects.filter(case_id=case_id).order_by("-recorded_at")), _lines(case_id)),
            told.ended_at if told else None,
            any(d.rule == "remedies_explained" and d.state == "open" for d in duties),
        )


def reckoned(actor: Actor, case_id: UUID, reckoning_id: UUID, at: datetime | None = None) -> Reckoned | None:
    """One reckoning of a case; None for what is not the actor's or does not exist."""
    with acting(actor, at):
        kept = WageReckoning.objects.filter(pk=reckoning_id, case_id=case_id).first()
    return Reckoned(kept, again(kept.put_in)) if kept else None


def _claims(case_id: UUID, duties: list[Duty]) -> tuple[ClaimRead, ...]:
    paid = Payment.objects.filter(claim=OuterRef("pk")).order_by("at", "id")
    helped = ClaimHelp.objects.filter(claim=OuterRef("pk")).order_by("at", "id")
    found = (
        Claim.objects.filter(case_id=case_id)
        .order_by("-opened_at")
        .annotate(
            paid=ArraySubquery(
                paid.values(row=JSONObject(amount_minor="amount_minor", currency="currency", at="at"))
            ),
            helped=ArraySubquery(helped.values(row=JSONObject(kind="kind", state="state"))),
        )
    )
    return tuple(
        ClaimRead(
            claim,
            tuple(
                Paid(p["amount_minor"], p["currency"], datetime.fromisoformat(p["at"])) for p in claim.paid
            ),
            tuple({h["kind"]: Helped(h["kind"], h["state"]) for h in claim.helped}.values()),
            tuple(d for d in duties if d.ref == str(claim.pk) and d.state == "open"),
        )
        for claim in found
    )


def _taken(case_id: UUID) -> tuple[Taken, ...]:
    sent = ReturnLetter.objects.filter(withheld=OuterRef("pk")).order_by("-sent_at")
    found = (
        Withheld.objects.filter(case_id=case_id)
        .order_by("-found_at")
        .annotate(sent=ArraySubquery(sent.values(row=JSONObject(id="id", at="sent_at"))))
    )
    return tuple(
        Taken(w, tuple(Sent(UUID(s["id"]), datetime.fromisoformat(s["at"])) for s in w.sent)) for w in found
    )


def _lines(case_id: UUID) -> tuple[StayLine, ...]:
    """Stays, orders and answers, the newest first, in one statement."""
    nothing, no_day, no_time = Value(""), Value(None, DateField()), Value(None, DateTimeField())
    columns = ("of", "kind_", "why", "at_", "until_", "ended")
    stays = Stay.objects.filter(case_id=case_id).annotate(
        of=Value("stay"),
        kind_=nothing,
        why=F("because"),
        at_=F("recorded_at"),
        until_=F("until"),
        ended=F("ended_at"),
    )
    orders = Removal.objects.filter(case_id=case_id).annotate(
        of=Value("order"), kind_=F("kind"), why=F("blocked_because"), at_=F("at"), until_=F("blocked_until"),
        ended=F("lifted_at"),
    )  # fmt: skip
    answers = PermitAnswer.objects.filter(case_id=case_id).annotate(
        of=F("decision"), kind_=F("ground"), why=F("because"), at_=F("at"), until_=no_day, ended=no_time
    )
    rows = stays.values_list(*columns).union(
        orders.values_list(*columns), answers.values_list(*columns), all=True
    )
    return tuple(sorted((StayLine(*row) for row in rows), key=lambda line: line.at, reverse=True))


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
    parties = [party(agencies.get(pk), language) for pk in wanted]
    return return_letter.file_of(found, parties[0], parties[1], language, kind)


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
