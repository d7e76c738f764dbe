"""The icons that pages may use: those of the one vendored sprite, by name."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

SPRITE = "vendor/tabler-icons/sprite.svg"


@cache
def icons() -> tuple[str, ...]:
    """The names of all icons of the sprite, in its order."""
    text = (Path(__file__).with_name("static") / SPRITE).read_text("utf-8")
    return tuple(re.findall(r'<symbol id="([a-z0-9-]+)"', text))
