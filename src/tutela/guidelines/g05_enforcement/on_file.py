"""What must be on a file before some acts of the proceedings can be tried."""

from __future__ import annotations

from django.db.models import Exists, OuterRef

from tutela.cases.models import Case
from tutela.cases.on_file import OnFile, of_case

from .enquiry_models import EnquiryOnFile
from .models import (
    Burden,
    Charge,
    Conviction,
    Custody,
    Detention,
    Investigation,
    Letter,
    ProtectionPlan,
    WitnessMeasure,
)  # fmt: skip

_CONVICTED = Conviction.objects.filter(case=OuterRef("pk"))
_BURDENED = Burden.objects.filter(case=OuterRef("pk"), lifted_at=None)

ON_FILE: OnFile = {
    "charge_dropped": of_case(Charge, ended_at=None),
    "send_letter": of_case(Charge),
    "prosecutor_answered": of_case(Letter),
    "conviction_quashed": of_case(Conviction, quashed_at=None),
    "undoing_moved": lambda: Case.objects.filter(Exists(_CONVICTED) | Exists(_BURDENED), pk=OuterRef("pk")),
    "release_recorded": of_case(Detention, ended_at=None),
    "review_custody": of_case(Custody, ended_at=None),
    "investigation_ended": of_case(Investigation, ended_at=None),
    "measure_decided": of_case(WitnessMeasure, state__in=("asked", "granted")),
    "end_protection_plan": of_case(ProtectionPlan),
    "answer_enquiry": of_case(EnquiryOnFile),
}
