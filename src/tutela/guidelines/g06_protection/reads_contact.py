"""What people may read of the person's wish about her consulate."""

from __future__ import annotations

from uuid import UUID

from tutela.engine.access import Actor, acting

from .models import ContactWish


def contact_wish(actor: Actor, case_id: UUID) -> ContactWish | None:
    """The newest wish, for whoever may read the right to stay."""
    with acting(actor):
        return ContactWish.objects.filter(case_id=case_id).order_by("-at").first()
