"""Protection: shelter, care, information, safety."""

from __future__ import annotations

from django.apps import AppConfig


class ProtectionConfig(AppConfig):
    """Guideline 6 of the instrument."""

    name = "tutela.guidelines.g06_protection"
    label = "g06_protection"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from tutela.engine import constraints

        from .matching import free_for_action

        for name, code in (("one_bed_one_person", "place.taken"), ("one_person_one_bed", "place.has_one")):
            constraints.means(
                name,
                code,
                provisions=("G6.1",),
                instead=("offer_place", "place_tonight"),
                hints=free_for_action,
            )
