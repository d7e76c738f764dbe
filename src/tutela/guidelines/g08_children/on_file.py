"""What must have been done on a file before some acts for a child can be tried."""

from __future__ import annotations

from tutela.cases.on_file import OnFile

_APPOINTED = ("appoint_representative",)
_SEARCHED = ("start_tracing",)

ON_FILE: OnFile = {
    "accept_appointment": _APPOINTED,
    "representative_ended": _APPOINTED,
    "challenge_age": ("age_assessed",),
    "answer_age_challenge": ("challenge_age",),
    "review_care": ("arrange_care",),
    "verify_family": _SEARCHED,
    "reunite_family": _SEARCHED,
    "visit_reunited": ("reunite_family",),
}
