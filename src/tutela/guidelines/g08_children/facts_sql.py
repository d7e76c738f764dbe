"""The subqueries behind the facts of this room, by matter."""

from __future__ import annotations

from . import bia_facts_sql, care_facts_sql, missing_facts_sql, rights_facts_sql

__all__ = ["bia_facts_sql", "care_facts_sql", "missing_facts_sql", "rights_facts_sql"]
