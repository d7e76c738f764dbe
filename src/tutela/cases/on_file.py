"""What must have been done on a file before some acts can be tried. Each room names its own; pages ask the journal."""

from __future__ import annotations

from collections.abc import Mapping

#: By the name of an act: the acts of which one must be on file.
OnFile = Mapping[str, tuple[str, ...]]

ON_FILE: OnFile = {
    "withdraw_consent": ("record_consent",),
    "review_waiver": ("waive_guard",),
    "review_urgent_act": ("place_tonight", "act_at_once", "emergency_treatment"),
    "give_back": ("name_worker",),
    "read_messages": ("open_portal",),
    "close_portal": ("open_portal",),
}
