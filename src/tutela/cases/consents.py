"""Consent at work: what rests on one, and what a withdrawal takes with it. Called by actions only."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from tutela.agencies.actions import grant
from tutela.agencies.models import Grant
from tutela.agencies.words import Basis, Compartment
from tutela.engine.access import Actor

from .models import Case, Consent, Withdrawal

_undone: list[Callable[[Consent, datetime], None]] = []


def undoes(hook: Callable[[Consent, datetime], None]) -> None:
    """Registers what a room takes back itself when a consent that it used is withdrawn."""
    if hook not in _undone:
        _undone.append(hook)


def in_passing(
    case_id: UUID,
    receiver_id: UUID,
    purpose: str,
    compartments: Iterable[str],
    by: Actor,
    at: datetime,
    used_for: UUID | None = None,
) -> UUID:
    """Keeps a yes that was ticked while something else was done, so that it too can be seen and taken back.

    Said once more while it holds, to the same receiver and for the same, it is the same consent.
    """
    about = {"case_id": case_id, "purpose": str(purpose), "receiver_id": receiver_id, "in_short": True}
    parts = sorted({str(c) for c in compartments})
    held = Consent.objects.filter(**about, compartments=parts, withdrawn_at=None, until=None, used_for=None)
    known = held.order_by("given_at").first() if used_for is None else None
    if known is not None:
        return known.pk
    made = Consent.objects.create(
        **about,
        compartments=parts,
        given_at=at,
        used_for=used_for,
        recorded_by=by.agency_id,
    )
    return made.pk


def for_grant(
    consent_id: UUID | None,
    case_id: UUID,
    receiver_id: UUID,
    purpose: str,
    compartments: Iterable[str],
    by: Actor,
    at: datetime,
    used_for: UUID | None = None,
) -> datetime | None:
    """What a grant by consent rests on: the one named, else one in force that covers it, else one kept in passing.

    Nobody is asked twice, and one word takes back what was said once. Says until when it holds.

    Shape    used_for: the referral that rests on it
    """
    if consent_id is None:
        consent_id = _covering(case_id, receiver_id, purpose, compartments, at)
    if consent_id is None:
        in_passing(case_id, receiver_id, purpose, compartments, by, at, used_for)
        return None
    consent = Consent.objects.get(pk=consent_id, case_id=case_id)
    if used_for is not None:
        consent.used_for = used_for
        consent.save(update_fields=["used_for"])
    return consent.until


def _covering(
    case_id: UUID, receiver_id: UUID, purpose: str, compartments: Iterable[str], at: datetime
) -> UUID | None:
    """A consent that was explained, holds, rests under nothing else yet, and opens all of this to this receiver."""
    held = Consent.objects.filter(
        Q(until=None) | Q(until__gt=at), case_id=case_id, receiver_id=receiver_id, purpose=str(purpose),
        withdrawn_at=None, in_short=False, used_for=None,
    )  # fmt: skip
    wanted = {str(c) for c in compartments}
    return next((one.pk for one in held.order_by("given_at") if wanted <= set(one.compartments)), None)


def for_care(case: Case, about: str, by: Actor, at: datetime) -> UUID:
    """Keeps a yes to something done to her own body or mind: nothing is passed on by it."""
    made = Consent.objects.create(
        case=case, compartment=Compartment.HEALTH, about=about, given_at=at, recorded_by=by.agency_id
    )
    return made.pk


def take_back(consent: Consent, at: datetime) -> UUID | None:
    """Stops everything that rests on a consent, at once. Returns the withdrawal that its receiver has to answer."""
    consent.withdrawn_at = at
    consent.save(update_fields=["withdrawn_at"])
    for hook in _undone:
        hook(consent, at)
    if consent.receiver_id is None:
        return None
    _close(consent, at)
    made = Withdrawal.objects.create(
        case=consent.case,
        consent=consent,
        receiver_id=consent.receiver_id,
        purpose=consent.purpose,
        compartments=consent.compartments,
        at=at,
    )
    return made.pk


def _close(consent: Consent, at: datetime) -> None:
    """Cuts the receiver's sight, and opens again only what it sees on another ground."""
    assert consent.receiver_id is not None
    rows = list(
        Grant.objects.filter(case_id=consent.case_id, agency_id=consent.receiver_id).order_by(
            "since", "cut_at"
        )
    )
    live = next((r for r in rows if r.cut_at is None), None)
    if live is None:
        return
    live.cut_at, live.cut_why = at, "consent_withdrawn"
    live.save(update_fields=["cut_at", "cut_why"])
    kept, ground = _other_grounds(rows, consent, at)
    if kept:
        grant(consent.case_id, live.agency_id, live.purpose, ground, tuple(sorted(kept)), at, live.until)


def _other_grounds(rows: list[Grant], consent: Consent, at: datetime) -> tuple[set[str], str]:
    """What the receiver may see without this consent, and on what ground.

    Shape  rows: its grants on this file, oldest first; whatever came before a cut that was meant does not count
    """
    since = max(
        (r.cut_at for r in rows if r.cut_at and r.cut_why != "replaced" and r.cut_at < at), default=None
    )
    others = Consent.objects.filter(
        case_id=consent.case_id, receiver_id=consent.receiver_id, withdrawn_at=None
    ).exclude(pk=consent.pk)
    kept = {c for other in others if other.is_in_force(at) for c in other.compartments}
    ground = str(Basis.CONSENT)
    for row in rows:
        if row.basis == Basis.CONSENT or row.until <= at or (since is not None and row.since < since):
            continue
        ground = row.basis
        own = set(row.compartments)
        kept |= own if row.since < consent.given_at else (own - set(consent.compartments)) | {"facts"}
    return kept, ground
