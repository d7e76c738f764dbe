"""The engine: subjects, actions, rules, clocks, the journal and the one way in."""

from __future__ import annotations

from django.apps import AppConfig


class EngineConfig(AppConfig):
    """The engine knows no trafficking; rooms bring the meaning."""

    name = "tutela.engine"
    label = "engine"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import samples  # noqa: F401  # registers what `verify` computes again
