"""What must be on a file before some acts of remedy can be tried."""

from __future__ import annotations

from tutela.cases.on_file import OnFile, of_case

from .models import Claim, Withheld

ON_FILE: OnFile = {
    "claim_moved": of_case(Claim, ended_at=None),
    "help_with_claim": of_case(Claim, ended_at=None),
    "payment_received": of_case(Claim),
    "belongings_returned": of_case(Withheld, ended_at=None),
    "demand_return": of_case(Withheld, ended_at=None),
}
