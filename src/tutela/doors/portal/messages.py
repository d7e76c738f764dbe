"""The words of a person's own door: short, for a reading age of twelve, naming nobody."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Option:
    """One answer: its words, the fields it stands for, and the value kept that means it."""

    label: str
    data: Mapping[str, Any]
    means: Any


@dataclass(frozen=True)
class Wish:
    """One thing that she decides: the action behind it, and where what she said last is found."""

    action: str
    title: str
    help: str
    column: str
    column_at: str
    options: Mapping[str, Option] = field(default_factory=dict)


#: What may stand on a page before the second step: it tells nothing of a place, an agency or a word to the police.
EARLY = frozenset(
    {
        "urgent_needs",
        "immediate_needs",
        "information",
        "health_offer",
        "counselling_offer",
        "needs_assessment",
        "care_plan",
        "care_plan_step",
        "care_plan_review",
        "other_help_health",
        "child_guardian",
        "best_interests",
    }
)
#: What offices owe each other about her, and not her.
INNER = frozenset(
    {
        "waiver_review",
        "received_looked_at",
        "urgent_review",
        "step_review",
        "order_seen",
        "release_seen",
        "letter_answered",
        "stop_using",
        "reached_after_force",
        "child_decided_first",
        "best_interests_after_urgent",
        "charge_link_assessed",
    }
)

PLAIN = {
    "urgent_needs": "Food, warmth, rest, and a doctor if you need one now",
    "immediate_needs": "Food, clothes and some money for the first days",
    "information": "Your rights, explained in your language",
    "health_offer": "A doctor or nurse, if you want",
    "counselling_offer": "Somebody to talk to, if you want",
    "needs_assessment": "Somebody asks you what you need",
    "care_plan": "A plan for your help that you say yes to",
    "care_plan_step": "A step of your plan",
    "care_plan_review": "Your plan, looked at again with you",
    "shelter": "A safe place to stay",
    "next_place": "The next safe place, before this one ends",
    "offered_again": "A place to stay, offered to you again",
    "safety_assessment": "Somebody looks with you at what is dangerous",
    "safety_review": "Somebody looks again with you at what is dangerous",
    "protection_after_threat": "Protection, because somebody threatened you",
    "protection_plan": "A plan to keep you safe",
    "legal_help": "A lawyer who speaks for you",
    "help_in_proceedings": "A lawyer from the first day in court",
    "identification": "A first decision on whether you were trafficked",
    "conclusive_decision": "The full decision on whether you were trafficked",
    "reconsideration": "Somebody else looks at the decision again",
    "recovery_period_granted": "Time to rest and think",
    "recovery_period": "Time to rest and think, with nobody pressing you",
    "stay_of_removal": "Nobody may send you away now",
    "residence_for_proceedings": "A paper that lets you stay while the court works",
    "residence_while_claiming": "A paper that lets you stay while you claim what is yours",
    "permit_decided": "An answer about your paper to stay",
    "asylum_channel": "Your wish for asylum, written down by the right office",
    "asylum_decision": "An answer about asylum",
    "consular_information": "What your consulate can do, explained; only you decide",
    "investigation": "The police look for who did this to you",
    "release": "You are let out",
    "charge_stopped": "The charge against you is ended",
    "quashing": "Your sentence is taken away",
    "record_cleared": "The sentence is taken out of every record",
    "remedies_explained": "Wages and money for harm: your rights, explained",
    "claim_helped": "A lawyer helps you claim your money",
    "claim_filed": "Your claim is handed in before its last day",
    "award_paid": "The money you won is paid to you",
    "belongings_back": "Your papers and things come back to you",
    "return_demanded": "Somebody demands your papers and things back",
    "referral_answer": "An answer from whoever was asked to help you",
    "help_offered_again": "Help you said no to, offered again",
    "message_answered": "An answer to what you wrote",
    "worker_told": "Somebody tells you who works with you now",
    "conference_held": "A meeting of those who help you",
    "conference_told": "Somebody tells you what a meeting decided",
    "called_back": "A call on the safe line, because you took a yes back",
    "reintegration_plan": "A plan for the time after you go home",
    "return_follow_up": "Somebody asks how you are after going home",
}

PARTS = {
    "facts": "What help you get",
    "identity": "Your name and who you are",
    "health": "Your health",
    "statements": "What you told",
    "whereabouts": "Where you stay",
    "status": "Your right to stay",
    "legal": "What your lawyer writes",
    "therapy": "What your therapist writes",
}

TOLD = {
    "back": "Done. They may not see it any more. Your caseworker will call you on the safe line.",
    "said": "Written down as you said it. You may change your mind.",
    "written": "Sent. Only those you wrote to read it. Look here for their answer.",
    "sent": "Sent. Only the monitor reads it. You see the answer here, with your second word.",
    "thought": "Written down in your words. Before anything is decided, somebody reads it and talks with you.",
    "aged": "Written down. Somebody else looks at your age again, and you hear what comes of it.",
    "no": "That did not work, and nothing was changed. Please try again, or tell your caseworker.",
}

#: What a meeting about her is for, said to her.
MEETINGS = {
    "plan": "Your plan",
    "safety": "Your safety",
    "housing": "Where you live",
    "proceedings": "Court and police",
    "way_ahead": "Staying or going home",
    "passing_on": "Passing you on to other helpers",
}
#: What she says to a meeting about her, in her own words.
PARTS_IN_A_MEETING = {
    "comes": "I come",
    "comes_with_somebody": "I come with somebody I trust",
    "sends_words": "I send words, and do not come",
    "leaves_it_to_them": "I leave it to them",
    "says_no": "I do not want this meeting",
}
#: The same as a page says it back to her.
SAID_TO_A_MEETING = {
    "comes": "You come.",
    "comes_with_somebody": "You come with somebody you trust.",
    "sends_words": "You send words.",
    "leaves_it_to_them": "You leave it to them.",
    "says_no": "You do not want it.",
}

_WAYS = ("stay", "return", "resettlement", "undecided")


def _way(label: str, value: str) -> Option:
    return Option(label, {"wants": value, "explained": _WAYS}, value)


WISHES: Mapping[str, Wish] = {
    "way": Wish(
        "record_return_choice",
        "Stay, go home, or go elsewhere?",
        "If you stay, people here help you with papers and a place. If you go home, there is a safe plan, somebody to meet you, and a way back. If neither is safe, another country may take you. You need not decide now.",
        "wants",
        "wants_at",
        {
            "stay": _way("I want to stay here", "stay"),
            "return": _way("I want to go home", "return"),
            "resettlement": _way("I want to go to another country", "resettlement"),
            "undecided": _way("I need more time", "undecided"),
        },
    ),
    "consulate": Wish(
        "record_contact_wish",
        "Your consulate",
        "Your consulate is the office of your country here. Nobody tells it about you if you do not want it. If you say yes, a lawyer may speak with you first.",
        "consulate",
        "consulate_at",
        {
            "no": Option("No contact with my consulate", {"wants": False}, False),
            "yes": Option("I want contact with my consulate", {"wants": True}, True),
        },
    ),
    "asylum": Wish(
        "ask_for_asylum",
        "Are you afraid to go back?",
        "If you are, you may ask for asylum. From the moment you say so, nobody may send you back or talk about you with that country until it is decided.",
        "asylum",
        "asylum_at",
        {
            "fears_return": Option("I am afraid to go back", {"wish": "fears_return"}, "fears_return"),
            "asylum": Option("I ask for asylum", {"wish": "asylum"}, "asylum"),
        },
    ),
    "testimony": Wish(
        "record_cooperation",
        "Speaking to the police or in court",
        "Only you decide. Your help and your place do not depend on it. You may also be allowed to stay for other reasons: your own situation, a claim for money, asylum. You may stop at any time.",
        "testifies",
        "testifies_at",
        {
            "no": Option(
                "I do not want to, or I want to stop",
                {"cooperates": False, "told_other_grounds": True},
                False,
            ),
            "yes": Option(
                "I want to speak, of my own will", {"cooperates": True, "told_other_grounds": True}, True
            ),
        },
    ),
}
