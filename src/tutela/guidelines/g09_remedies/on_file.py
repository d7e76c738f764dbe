"""What must have been done on a file before some acts of remedy can be tried."""

from __future__ import annotations

from tutela.cases.on_file import OnFile

_CLAIMED = ("open_claim",)
_TAKEN = ("belongings_withheld",)

ON_FILE: OnFile = {
    "claim_moved": _CLAIMED,
    "help_with_claim": _CLAIMED,
    "payment_received": _CLAIMED,
    "belongings_returned": _TAKEN,
    "demand_return": _TAKEN,
}
