"""What must be on a file before some acts for a child can be tried."""

from __future__ import annotations

from tutela.cases.on_file import OnFile, of_case

from .care_models import ChildCare, Tracing
from .missing_models import ComingOfAge, Missing
from .models import AgeAssessment, Representative

ON_FILE: OnFile = {
    "accept_appointment": of_case(Representative, accepted_at=None, ended_at=None),
    "representative_ended": of_case(Representative, ended_at=None),
    "answer_age_challenge": of_case(AgeAssessment, challenged_at__isnull=False, answered_at=None),
    "challenge_age": of_case(AgeAssessment, assessed_at__isnull=False),
    "review_care": of_case(ChildCare, ended_at=None),
    "reunite_family": of_case(Tracing, ended_at=None),
    "verify_family": of_case(Tracing, ended_at=None),
    "visit_reunited": of_case(Tracing, reunited_at__isnull=False),
    "raise_alarm": of_case(Missing, back_at=None),
    "release_description": of_case(Missing, back_at=None),
    "child_back": of_case(Missing, back_at=None),
    "talk_after_return": of_case(Missing, back_at__isnull=False),
    "description_taken_back": of_case(Missing, released_to__len__gt=0),
    "hand_over_of_age": of_case(ComingOfAge, turned_at__isnull=False),
}
