"""What must be on a file before some acts about staying can be tried."""

from __future__ import annotations

from tutela.cases.on_file import OnFile, of_case

from .models import Permit, Removal, Stay

ON_FILE: OnFile = {
    "review_stay": of_case(Stay, ended_at=None),
    "removal_order_lifted": of_case(Removal, lifted_at=None),
    "end_permit": of_case(Permit, ended_at=None),
}
