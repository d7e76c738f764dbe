"""Public cards for kinds of places: texts as data, one file a language, read strictly and once.

Source   G2.4: warnings and help for migrants, in their languages
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tutela.engine.rules import register
from tutela.instrument.strict_yaml import StrictYamlError, check_keys, load_strict_file

from .words import Spot

FOLDER = Path(__file__).with_name("cards")
WORDS = (
    "title", "lead", "yours", "stop", "say", "call", "no_number", "anonymous", "safe", "no_trace", "leave",
    "elsewhere", "danger",
)  # fmt: skip
#: Kinds of places that have a card: all that somebody can be found at.
SPOTS = tuple(spot for spot in Spot if spot is not Spot.OTHER)

cards_published = register(
    "publish",
    "place_cards",
    ["G2.4"],
    "Cards with warnings, rights and numbers for each kind of place, for everybody, in each language on file.",
)


@dataclass(frozen=True)
class Card:
    """What is said at one kind of place."""

    spot: Spot
    name: str
    yours: tuple[str, ...]
    stop: tuple[str, ...]
    say: str


@dataclass(frozen=True)
class Cards:
    """All cards in one language, with the words around them."""

    language: str
    name: str
    direction: str
    words: dict[str, str]
    places: dict[Spot, Card]


@cache
def languages() -> dict[str, Cards]:
    """Every language that has a file, by its code.

    Raises   StrictYamlError naming the file and what it lacks: a language is there as a whole or not at all
    """
    found = [_read(path) for path in sorted(FOLDER.glob("*.yaml"))]
    return {one.language: one for one in found}


def _read(path: Path) -> Cards:
    content = check_keys(
        load_strict_file(path), required=("language", "name", "direction", "words", "places"), where=path.name
    )
    if content["language"] != path.stem or content["direction"] not in ("ltr", "rtl"):
        raise StrictYamlError(f"{path.name}: language is the file's name, direction ltr or rtl")
    words = check_keys(content["words"], required=WORDS, where=f"{path.name}, words")
    places = check_keys(content["places"], required=map(str, SPOTS), where=f"{path.name}, places")
    return Cards(
        language=path.stem,
        name=str(content["name"]),
        direction=str(content["direction"]),
        words={name: str(text) for name, text in words.items()},
        places={spot: _card(spot, places[spot.value], path.name) for spot in SPOTS},
    )


def _card(spot: Spot, record: Any, file: str) -> Card:
    one = check_keys(record, required=("name", "yours", "stop", "say"), where=f"{file}, {spot.value}")
    return Card(spot, str(one["name"]), tuple(one["yours"]), tuple(one["stop"]), str(one["say"]))
