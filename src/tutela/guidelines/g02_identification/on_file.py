"""What must have been done on a file before some acts of identification can be tried."""

from __future__ import annotations

from tutela.cases.on_file import OnFile

_REFERRED = ("refer_person",)
_DECIDED = ("decide_reasonable_grounds", "decide_conclusive")
_ASYLUM = ("ask_for_asylum", "raise_case", "record_asylum_step")

ON_FILE: OnFile = {
    "accept_referral": _REFERRED,
    "decline_referral": _REFERRED,
    "complete_referral": ("accept_referral",),
    "request_reconsideration": _DECIDED,
    "make_decision_final": _DECIDED,
    "decide_reconsideration": ("request_reconsideration",),
    "record_asylum_step": _ASYLUM,
    "end_asylum": _ASYLUM,
}
