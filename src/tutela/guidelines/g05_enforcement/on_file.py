"""What must have been done on a file before some acts of the proceedings can be tried."""

from __future__ import annotations

from tutela.cases.on_file import OnFile

_CHARGED = ("bring_charge", "charge_found", "fine_found")
_CONVICTED = ("conviction_found",)

ON_FILE: OnFile = {
    "charge_dropped": _CHARGED,
    "send_letter": _CHARGED,
    "prosecutor_answered": ("send_letter",),
    "conviction_quashed": _CONVICTED,
    "undoing_moved": (*_CONVICTED, "burden_found"),
    "release_recorded": ("detention_found", "detain_person", "court_ordered_custody"),
    "review_custody": ("court_ordered_custody",),
    "investigation_ended": ("open_investigation",),
    "measure_decided": ("ask_for_measure",),
    "end_protection_plan": ("plan_protection",),
}
