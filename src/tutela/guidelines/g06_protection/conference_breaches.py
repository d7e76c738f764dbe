"""Breaches of case conferences: talked about against her word, or before somebody to whom she had not agreed."""

from __future__ import annotations

from tutela.agencies.facts import AuthorFacts
from tutela.cases.consent_actions import RecordConsent
from tutela.engine.rules import ACTOR, breach, on

from .conference_actions import ConferenceEnded
from .conference_facts import AgreedToFacts, ConferenceFacts
from .conference_words import ConferenceEnd, HerPart


@breach(ConferenceEnded, provisions=["G6.6"], ended_by=on(RecordConsent), ref="conference", by=ACTOR)
def came_without_her_consent(action: ConferenceEnded, author: AuthorFacts, yes: AgreedToFacts) -> bool:
    """Somebody sat at a conference on her without a consent of hers in force."""
    if action.how is not ConferenceEnd.HELD:
        return False
    return bool(yes.lacking(action.attended, author.agency_id, None))


@breach(ConferenceEnded, provisions=["G6.6", "P8"], ref="conference", by=ACTOR)
def met_against_her_word(action: ConferenceEnded, found: ConferenceFacts) -> bool:
    """A conference was held though she had said no, or nobody knows what she said."""
    return action.how is ConferenceEnd.HELD and found.her_part in (None, HerPart.SAYS_NO)
