"""A person's details: closed by anyone with the public key, opened one by one, each opening traced."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from tutela.engine.access import Actor, acting
from tutela.engine.journal import Keyset as PublicKeys
from tutela.engine.sealing import Secret, binding, open_, seal

from . import keys, tokens
from .keystore import store
from .keystore.store import KeyUnknown, Request
from .models import Identity, IdentityKind

COMPARTMENT = "identity"


class NoIdentity(LookupError):
    """There is nothing to open here: no such case, nothing recorded, or not yours. They look alike."""


@dataclass(frozen=True)
class Opened:
    """One detail, opened. The value does not show itself; `text()` and `value.reveal()` are the ways to it.

    Shape    corrected: another row has replaced it
    """

    id: UUID
    kind: str
    value: Secret = field(repr=False)
    language: str
    script: str
    recorded_at: datetime
    corrected: bool

    def text(self) -> str:
        """The value as words."""
        return self.value.reveal().decode()


def seal_identity(
    case_id: UUID,
    kind: IdentityKind,
    value: str | bytes,
    *,
    at: datetime,
    language: str = "",
    script: str = "",
    replaces: UUID | None = None,
    publics: PublicKeys | None = None,
) -> UUID:
    """Seal one detail of a person, as part of the caller's transaction; return the row's id.

    Needs no key store. A correction is another row that `replaces` the earlier one; both stay.

    Writes   Identity; for a name, a Deposit with its searchable words
    Raises   LookupError: the case has no keyset; IntegrityError: that row was replaced already
    """
    publics = publics or keys.publics_of(case_id)
    if publics is None:
        raise LookupError(f"the subject {case_id} has no keyset")
    row_id = uuid4()
    plain = value.encode() if isinstance(value, str) else value
    Identity.objects.create(
        id=row_id,
        case_id=case_id,
        kind=kind,
        keyset_id=publics.keyset_id,
        sealed=seal(publics.publics[COMPARTMENT], _info(case_id, kind, row_id), plain),
        language=language,
        script=script,
        replaces=replaces,
        recorded_at=at,
    )
    if kind == IdentityKind.NAME and isinstance(value, str):
        tokens.index_name(case_id, value)
    return row_id


def open_identity(
    actor: Actor, case_id: UUID, purpose: str, at: datetime, *, kinds: tuple[IdentityKind, ...] = ()
) -> list[Opened]:
    """Open a person's details, oldest first, corrected ones marked; the key store traces it first.

    The sealed rows are read as the actor: whoever has no live grant with `identity` finds nothing.

    Reads    Identity, under row-level security
    Raises   NoIdentity, KeyStoreDown, KeyDestroyed; ValueError: no purpose
    """
    with acting(actor):
        rows = list(Identity.objects.filter(case_id=case_id).order_by("recorded_at", "id"))
    wanted = [row for row in rows if not kinds or row.kind in kinds]
    if not wanted:
        raise NoIdentity("nothing to open here")
    request = Request(actor.member_id, actor.agency_id, purpose, case_id, COMPARTMENT, at)
    private = {each: released(request, each) for each in {row.keyset_id for row in wanted}}
    replaced = {row.replaces for row in rows}
    return [
        Opened(
            id=row.id,
            kind=row.kind,
            value=Secret(open_(private[row.keyset_id], _info(case_id, row.kind, row.id), bytes(row.sealed))),
            language=row.language,
            script=row.script,
            recorded_at=row.recorded_at,
            corrected=row.id in replaced,
        )
        for row in wanted
    ]


def name_of(details: list[Opened]) -> str | None:
    """The name in force among opened details: the newest that nothing has replaced."""
    names = [detail for detail in details if detail.kind == IdentityKind.NAME and not detail.corrected]
    return names[-1].text() if names else None


def released(request: Request, keyset_id: UUID) -> Secret:
    """One private key, traced first; one made while the key store was down is handed in before it is asked for.

    Raises   KeyStoreDown, KeyUnknown, KeyDestroyed
    """
    try:
        return store.release(request, keyset_id)
    except KeyUnknown:
        if not keys.hand_in():  # made while the key store was down, and not taken in yet
            raise
        return store.release(request, keyset_id)


def _info(case_id: UUID, kind: str, row_id: UUID) -> bytes:
    return binding(case_id, COMPARTMENT, f"{kind} {row_id}")
