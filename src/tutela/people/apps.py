"""The room of people as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Gives every new subject a keyset of its own."""

    name = "tutela.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from tutela.engine import intake, journal

        from . import keys, received

        journal.keys_come_from(keys.take_keyset)
        intake.opens_by(received.open_to_match)
