"""The instrument as data: what the United Nations text asks for, and what counts as having shown it.

This room knows nothing of the rest of Tutela and imports none of it, so a lawyer can read it on its own.
"""

from tutela.instrument.provisions import (
    Guideline,
    Kind,
    Provision,
    UnknownProvision,
    all_guidelines,
    all_provisions,
    check_id,
    check_ids,
    guideline,
    provision,
)

__all__ = [
    "Guideline",
    "Kind",
    "Provision",
    "UnknownProvision",
    "all_guidelines",
    "all_provisions",
    "check_id",
    "check_ids",
    "guideline",
    "provision",
]
