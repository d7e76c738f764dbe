"""What is owed to who lacks a paper that says who she is."""

from __future__ import annotations

from tutela.agencies.words import Sector
from tutela.engine.rules import duty, on

from .family_actions import PaperIssued, PaperLacking

identity_papers = duty(
    "identity_papers",
    provisions=["G7.9"],
    starts=on(PaperLacking),
    owed_by=Sector.PROTECTION,
    within="identity_papers",
    met_by=on(PaperIssued),
    ref="paper",
    doc="Whoever lacks papers of birth, nationality or marriage is helped until they are issued.",
)
