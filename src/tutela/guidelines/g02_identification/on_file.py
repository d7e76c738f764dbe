"""What must be on a file before some acts of identification can be tried."""

from __future__ import annotations

from tutela.cases.on_file import OnFile, of_case

from .models import AsylumClaim, Decision, Referral

ON_FILE: OnFile = {
    "accept_referral": of_case(Referral, state="sent"),
    "decline_referral": of_case(Referral, state="sent"),
    "complete_referral": of_case(Referral, state="accepted"),
    "request_reconsideration": of_case(Decision),
    "make_decision_final": of_case(Decision, became_final=False),
    "decide_reconsideration": of_case(Decision, reconsideration_asked_at__isnull=False, reconsidered_at=None),
    "record_asylum_step": of_case(AsylumClaim, ended_at=None),
    "end_asylum": of_case(AsylumClaim, ended_at=None),
}
