"""What the rules of this room look at, by matter."""

from __future__ import annotations

from . import bia_facts, care_facts, missing_facts, rights_facts

__all__ = ["bia_facts", "care_facts", "missing_facts", "rights_facts"]
