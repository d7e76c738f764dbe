"""Blind tokens: HMAC-SHA256 under a key that never leaves the key store. Equal words give equal tokens, and
that is all they give away.

What remains possible: whoever holds the tokens without the key sees which people share a word, and how often.
"""

from __future__ import annotations

import hmac
import os
from collections.abc import Iterable
from hashlib import sha256
from uuid import UUID

from tutela.engine.sealing import Secret

from .apps import ALIAS
from .models import SEARCH, BlindToken, TokenKey
from .store import Request, alone, committed, write_trace
from .wrapping import ABOUT_TOKENS, wrapper

TOKEN_BYTES = 16
#: (kind, normalised text): what a token is made of.
Word = tuple[str, str]


def keep_words(key: Secret, subject_id: UUID, words: Iterable[Word]) -> None:
    """Make a person's words searchable; the caller holds the transaction."""
    rows = [BlindToken(token=token(key, word), subject_id=subject_id, kind=word[0]) for word in set(words)]
    BlindToken.objects.using(ALIAS).bulk_create(rows, ignore_conflicts=True)


def find(request: Request, words: Iterable[Word]) -> dict[UUID, set[Word]]:
    """Who has which of these words. The search leaves its trace first, found or not.

    Raises   KeyStoreDown, NotAlone
    """
    with alone() as connection:
        with committed(connection):
            write_trace(request, SEARCH, None)
            key = token_key()
        asked = {token(key, word): word for word in words}
        found: dict[UUID, set[Word]] = {}
        rows = BlindToken.objects.using(ALIAS).filter(token__in=list(asked))
        for row, subject_id in rows.values_list("token", "subject_id"):
            found.setdefault(subject_id, set()).add(asked[bytes(row)])
    return found


def alike(request: Request, subject_id: UUID) -> tuple[set[Word], dict[UUID, set[Word]]]:
    """A subject's own tokens, and who else has which of them: (kind, token) pairs, no word among them.

    The search leaves its trace first, found or not.

    Raises   KeyStoreDown, NotAlone
    """
    with alone() as connection:
        with committed(connection):
            write_trace(request, SEARCH, None)
        rows = BlindToken.objects.using(ALIAS)
        own = {
            (kind, bytes(t).hex())
            for t, kind in rows.filter(subject_id=subject_id).values_list("token", "kind")
        }
        found: dict[UUID, set[Word]] = {}
        same = rows.filter(token__in=[bytes.fromhex(t) for _, t in own]).exclude(subject_id=subject_id)
        for t, kind, other in same.values_list("token", "kind", "subject_id"):
            found.setdefault(other, set()).add((kind, bytes(t).hex()))
    return own, found


def token(key: Secret, word: Word) -> bytes:
    """The token of one word: 16 bytes."""
    kind, text = word
    return hmac.digest(key.reveal(), f"{kind}\0{text}".encode(), sha256)[:TOKEN_BYTES]


def token_key() -> Secret:
    """The key of the tokens, made on first use. Inside the key store's own transaction only."""
    wraps = wrapper()
    row = TokenKey.objects.using(ALIAS).first()
    if row is None:
        fresh = TokenKey(wrapped=wraps.wrap(Secret(os.urandom(32)), ABOUT_TOKENS), wrapped_by=wraps.current)
        TokenKey.objects.using(ALIAS).bulk_create([fresh], ignore_conflicts=True)
        row = TokenKey.objects.using(ALIAS).get()
    return wraps.unwrap(bytes(row.wrapped), ABOUT_TOKENS, row.wrapped_by)
