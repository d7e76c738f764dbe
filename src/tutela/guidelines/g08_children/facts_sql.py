"""The subqueries behind the facts of this room, by matter."""

from __future__ import annotations

from . import rights_facts_sql

__all__ = ["rights_facts_sql"]
