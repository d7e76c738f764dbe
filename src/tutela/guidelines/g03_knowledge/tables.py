"""The views of facts, as measures see them: names of columns with ibis's names of types."""

from __future__ import annotations

from tutela.engine.measures import PERSON, table

_BY_WHOM = {"agency": "uuid", "sector": "string"}

TABLES = {
    "wrong": {"what": "string", "provisions": "array<string>", **_BY_WHOM, **PERSON},
    "duty": {
        "rule": "string",
        "provisions": "array<string>",
        **_BY_WHOM,
        "state": "string",
        "told": "string",
        "hours": "float64",
        **PERSON,
    },
    "referral": {
        "purpose": "string",
        **_BY_WHOM,
        "from_sector": "string",
        "answer": "string",
        "hours": "float64",
        "allowed": "float64",
        **PERSON,
    },
    "screening": {**_BY_WHOM, "flagged": "boolean", "found": "string", **PERSON},
    "path": {
        **_BY_WHOM,
        "suspects": "string",
        "stage": "string",
        "lost": "string",
        "to_investigation": "float64",
        "to_charge": "float64",
        "to_judgment": "float64",
        **PERSON,
    },
    "journey": {
        "who": "int64",
        "spot": "string",
        "country": "string",
        "languages": "array<string>",
        "asked": "string",
        "reachable": "boolean",
        **PERSON,
    },
    "restriction": {"restriction": "string", **_BY_WHOM, "ground": "string", "state": "string", **PERSON},
    "first_support": {**_BY_WHOM, "supported": "boolean", "hours": "float64", **PERSON},
}


def declare() -> None:
    """Makes the views known to measures."""
    for name, columns in TABLES.items():
        table(name, columns)
