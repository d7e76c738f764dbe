"""When something explained counts as understood: said once, for every duty that an explanation meets."""

from __future__ import annotations

from tutela.cases.facts import StandingFacts

from .care_actions import InformPerson


def understood(action: InformPerson, standing: StandingFacts) -> bool:
    """In a language of hers; where none is on file, she said that she understood. Her no always counts."""
    spoken = standing.languages or ()
    in_hers = action.language in spoken if spoken else action.understood is True
    return in_hers and action.understood is not False
