"""What people may read of sealed details without opening them: which there are."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from tutela.engine.access import Actor, acting

from .models import Identity


def details(actor: Actor, case_id: UUID | None) -> list[tuple[str, str]]:
    """The sealed details of a case by kind and day; what they say stays shut."""
    if case_id is None:
        return []
    with acting(actor):
        found = Identity.objects.filter(case_id=case_id).order_by("-recorded_at")
        return [(str(i.pk), f"enum:IdentityKind.{i.kind} · {i.recorded_at:%Y-%m-%d}") for i in found]


#: The functions that list what an id may be, by its kind.
CHOICES: dict[str, Callable[[Actor, UUID | None], list[tuple[str, str]]]] = {"identity": details}
