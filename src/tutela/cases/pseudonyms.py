"""Pseudonyms: a bird and four digits. They say nothing about a person, and can be told over the telephone."""

from __future__ import annotations

import secrets

BIRDS = (
    "Avocet", "Bittern", "Bunting", "Curlew", "Dipper", "Dunlin", "Egret", "Eider", "Finch", "Gannet", "Godwit",
    "Grebe", "Harrier", "Heron", "Hoopoe", "Ibis", "Jackdaw", "Kestrel", "Kittiwake", "Lapwing", "Linnet", "Martin",
    "Merlin", "Nightjar", "Oriole", "Osprey", "Petrel", "Pipit", "Plover", "Puffin", "Quail", "Redstart", "Robin",
    "Sandpiper", "Shearwater", "Siskin", "Skylark", "Snipe", "Starling", "Stork", "Swallow", "Swift", "Teal", "Tern",
    "Thrush", "Turnstone", "Wagtail", "Warbler", "Waxwing", "Wheatear", "Whimbrel", "Wigeon", "Wren",
)  # fmt: skip


def pseudonym() -> str:
    """A new one, such as `Kestrel-4471`; the caller makes sure that nobody has it yet."""
    return f"{secrets.choice(BIRDS)}-{secrets.randbelow(1_000_000):06d}"
