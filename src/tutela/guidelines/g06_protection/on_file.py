"""What must be on a file before some acts of help and care can be tried."""

from __future__ import annotations

from tutela.cases.on_file import OnFile, of_case

from .care_models import Booking, Death, OutOfContact, PlanStep
from .conference_models import Conference
from .models import HealthRecord, Placement, Service
from .return_models import Return

ON_FILE: OnFile = {
    "accept_place": of_case(Placement, state="offered"),
    "decline_place": of_case(Placement, state="offered"),
    "end_stay": of_case(Placement, state="accepted"),
    "accept_service": of_case(Service, state="offered"),
    "decline_service": of_case(Service, state__in=("offered", "accepted")),
    "end_service": of_case(Service, state__in=("offered", "accepted")),
    "end_plan_step": of_case(PlanStep, ended_at=None),
    "agree_plan": of_case(PlanStep),
    "told_afterwards": of_case(HealthRecord, told_at=None),
    "complain_of_interpreter": of_case(Booking),
    "answer_conference": of_case(Conference, state="called"),
    "conference_ended": of_case(Conference, state="called"),
    "contact_again": of_case(OutOfContact, ended_at=None),
    "follow_worry": of_case(OutOfContact, ended_at=None),
    "after_death": of_case(Death, was_wrong_at=None),
    "person_travelled": of_case(Return),
    "follow_up": of_case(Return),
    "silence_checked": of_case(Return),
}
