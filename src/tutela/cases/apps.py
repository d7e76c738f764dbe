"""Cases: the file of one person's protection."""

from __future__ import annotations

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Tells the engine what a case is, and whose terms are a child's."""

    name = "tutela.cases"
    label = "cases"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from pathlib import Path

        from django.conf import settings

        from tutela.agencies import hooks as agencies
        from tutela.engine import duties, jobs, registry, rls, stage, subjects
        from tutela.engine.models import Intake

        from . import consents
        from .facts import AgeFacts
        from .hooks import keep_child_first
        from .models import Case, Complaint

        rls.functions((Path(__file__).parent / "functions.sql").read_text("utf-8"))
        rls.functions((Path(__file__).parent / "own_door.sql").read_text("utf-8"))
        rls.functions((Path(__file__).parent / "functions_workers.sql").read_text("utf-8"))
        subjects.kept_in("case", Case)
        subjects.kept_in("intake", Intake)
        subjects.kept_in("complaint", Complaint)
        duties.varies_by(AgeFacts, lambda age: age.may_be_child)
        stage.after_change(keep_child_first)
        agencies.consents_are_kept_by(consents.for_grant)
        jobs.escalates_by("intake", "escalate_received")
        registry.load([room for room in settings.ROOMS if ".doors." not in room])

        from .jobs import FORCED, told_of_force

        jobs.listens(told_of_force)
        jobs.goes_first(FORCED)
