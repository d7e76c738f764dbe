"""Protection: shelter, care, information, safety."""

from __future__ import annotations

from pathlib import Path

from django.apps import AppConfig


class ProtectionConfig(AppConfig):
    """Guideline 6 of the instrument."""

    name = "tutela.guidelines.g06_protection"
    label = "g06_protection"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from tutela.engine import constraints, rls

        from .matching import free_for_action

        rls.functions((Path(__file__).parent / "functions.sql").read_text("utf-8"))
        for name, code in (("one_bed_one_person", "place.taken"), ("one_person_one_bed", "place.has_one")):
            constraints.means(
                name,
                code,
                provisions=("G6.1",),
                instead=("offer_place", "place_tonight"),
                hints=free_for_action,
            )
