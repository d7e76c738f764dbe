"""What must have been done on a file before some acts of help and care can be tried."""

from __future__ import annotations

from tutela.cases.on_file import OnFile

_OFFERED = ("offer_service",)
_LOST = ("contact_lost",)
_RETURNS = ("plan_return", "person_travelled")

ON_FILE: OnFile = {
    "accept_place": ("offer_place",),
    "decline_place": ("offer_place",),
    "end_stay": ("accept_place", "place_tonight"),
    "accept_service": _OFFERED,
    "decline_service": _OFFERED,
    "end_service": _OFFERED,
    "end_plan_step": ("add_plan_step",),
    "agree_plan": ("add_plan_step",),
    "told_afterwards": ("emergency_treatment",),
    "complain_of_interpreter": ("book_interpreter",),
    "answer_conference": ("call_conference",),
    "conference_ended": ("call_conference",),
    "contact_again": _LOST,
    "follow_worry": _LOST,
    "after_death": ("death_recorded",),
    "person_travelled": _RETURNS,
    "follow_up": _RETURNS,
    "silence_checked": _RETURNS,
}
