"""Agencies, people who work for them, and who may see what."""

from __future__ import annotations

from pathlib import Path

from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    """Registers the functions that row-level security and `perform` ask."""

    name = "tutela.agencies"
    label = "agencies"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from tutela.engine import constraints, duties, intake, jobs, rls, stage, subjects

        from . import hooks, system
        from .models import Agency

        rls.functions((Path(__file__).parent / "functions.sql").read_text("utf-8"))
        duties.bearers_come_from(hooks.bearers)
        stage.after_change(hooks.keep_lists)
        intake.authors_by(hooks.author)
        jobs.escalates_as(lambda: system.system("clock"))
        subjects.kept_in("agency", Agency)
        constraints.means("grant_firewall", "grant.firewall", provisions=("G4.6", "P7"))
