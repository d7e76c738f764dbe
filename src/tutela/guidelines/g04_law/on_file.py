"""What must have been done on a file before some acts about staying can be tried."""

from __future__ import annotations

from tutela.cases.on_file import OnFile

ON_FILE: OnFile = {
    "review_stay": ("record_stay_of_removal", "grant_recovery_period", "presume_trafficked"),
    "removal_order_lifted": ("removal_ordered",),
    "end_permit": ("permit_granted",),
}
