"""What the rules of this room look at, by matter."""

from __future__ import annotations

from . import rights_facts

__all__ = ["rights_facts"]
