"""Search in the instrument: every word that was typed must be there, in English or Chinese. No script, no index."""

from __future__ import annotations

import unicodedata

from tutela.instrument.glossary import Term
from tutela.instrument.provisions import Provision


def holds(wanted: str, text: str) -> bool:
    """Whether every word that was typed is in the text, in any case and width of letters."""
    return all(word in text for word in plain(wanted).split())


def plain(text: str) -> str:
    """A text as it is compared."""
    return unicodedata.normalize("NFKC", text).casefold()


def of_provision(provision: Provision) -> str:
    """What a provision is found by: its id, title and plain words in both languages."""
    texts = [provision.id]
    for lang in ("en", "zh"):
        texts += [provision.title(lang), provision.plain(lang)]
    return plain(" ".join(texts))


def of_term(term: Term) -> str:
    """What a word is found by: its names and meanings in both languages."""
    return plain(f"{term.en} {term.zh} {term.means_en} {term.means_zh}")
