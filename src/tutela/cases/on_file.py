"""What must be on a file before some acts can be tried. Each room names its own; a page asks all in one statement."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Exists, Model, OuterRef, QuerySet

from tutela.engine.models import Breach, Duty, UrgentAct, Waiver

from .models import Case, Consent, Message, OwnDoor, WorkerFor

#: By the name of an act: the rows of a file of which one must be there.
OnFile = Mapping[str, Callable[[], QuerySet[Any]]]
_ASKED = "_on_file_"


def of_case(model: type[Model], **where: Any) -> Callable[[], QuerySet[Any]]:
    """The rows of a file that are as they must be."""
    return lambda: model._default_manager.filter(case=OuterRef("pk"), **where)


def of_subject(model: type[Model], **where: Any) -> Callable[[], QuerySet[Any]]:
    """The same for what the engine keeps."""
    return lambda: model._default_manager.filter(subject_id=OuterRef("pk"), **where)


def asked(wanted: OnFile) -> dict[str, Any]:
    """Subqueries to annotate a file with."""
    return {_ASKED + name: Exists(rows()) for name, rows in wanted.items()}


def found(case: Case) -> frozenset[str]:
    """What was asked with the file and is there."""
    return frozenset(
        name.removeprefix(_ASKED) for name, value in vars(case).items() if name.startswith(_ASKED) and value
    )


ON_FILE: OnFile = {
    "lapse_duty": of_subject(Duty, state="open"),
    "answer_breach": of_subject(Breach, answered_at=None),
    "review_urgent_act": of_subject(UrgentAct, reviewed_at=None),
    "review_waiver": of_subject(Waiver),
    "withdraw_consent": of_case(Consent, withdrawn_at=None),
    "give_back": of_case(WorkerFor, ended_at=None, covers_id__isnull=False),
    "read_messages": of_case(Message, from_her=True, read_at=None),
    "close_portal": of_case(OwnDoor, closed_at=None),
}
