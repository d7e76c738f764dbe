"""Names as search sees them: one form for a name however it was written, in whichever script and order.

Nothing here is a verdict that two people are one. A match says: look.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

WHOLE, WORD, SKELETON = "whole", "word", "skeleton"
_BETWEEN = re.compile(r"[^a-z0-9]+")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_VOWELS = re.compile(r"[aeiouyw]")
_TWICE = re.compile(r"(.)\1+")
_DIGRAPHS = (
    ("kh", "h"),
    ("dh", "d"),
    ("th", "t"),
    ("ph", "f"),
    ("q", "k"),
    ("c", "k"),
    ("z", "s"),
    ("j", "g"),
)
#: Letters that stripping marks leaves as they are, though people write the plain ones.
_PLAIN = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ة": "a"}
)


@lru_cache(maxsize=4096)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in plain Latin letters, in the order written."""
    name = _HAN.sub(lambda found: f" {_pinyin(found[0])} ", unicodedata.normalize("NFKC", name))
    name = unicodedata.normalize("NFKD", name).casefold()
    name = "".join(letter for letter in name if not unicodedata.combining(letter)).translate(_PLAIN)
    return tuple(word for word in _BETWEEN.split(_latin(name).casefold()) if word)


def skeleton_of(word: str) -> str:
    """A word's consonants, doubles once: محمد, Mohamed and Muhammad come out alike. Unrelated names may
    too."""
    first_vowel = "a" if word[:1] in "aeiou" else ""
    for letters, plain in _DIGRAPHS:
        word = word.replace(letters, plain)
    bones = _TWICE.sub(r"\1", _VOWELS.sub("", word))
    return first_vowel + (bones.removesuffix("h") or bones)  # Fatimah and Fatima


def searchable(name: str) -> frozenset[tuple[str, str]]:
    """What a name is found by: (kind, text).

    Shape    whole: all words run together, in each rotation, so that order and spacing do not matter;
             word: each word of two letters or more; skeleton: the words' consonants in alphabetical order
    """
    words = words_of(name)
    if not words:
        return frozenset()
    rotations = {"".join(words[at:] + words[:at]) for at in range(len(words))}
    found = {(WHOLE, text) for text in rotations} | {(WORD, word) for word in words if len(word) > 1}
    bones = " ".join(sorted(filter(None, (skeleton_of(word) for word in words))))
    if len(bones) > 2:
        found.add((SKELETON, bones))
    return frozenset(found)


def matches(asked: str, found: set[tuple[str, str]]) -> str | None:
    """How well a person's found words answer the name asked for: whole, skeleton, word; None if too few
    do."""
    kinds = {kind for kind, _ in found}
    if WHOLE in kinds:
        return WHOLE
    if SKELETON in kinds:
        return SKELETON
    wanted = {word for word in words_of(asked) if len(word) > 1}
    shared = {text for kind, text in found if kind == WORD}
    if wanted and (wanted == shared or len(shared) >= 2):
        return WORD
    return None


def _pinyin(text: str) -> str:
    from pypinyin import lazy_pinyin  # its tables take a quarter of a second: only when a name needs them

    return " ".join(lazy_pinyin(text))


def _latin(text: str) -> str:
    if text.isascii():
        return text
    from anyascii import anyascii

    return anyascii(text)
