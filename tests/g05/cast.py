"""People of these tests: agencies with one member each, and short ways to act as one of them."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from tutela.agencies.actions import EnrolMember, GrantAccess, RecordTraining, RegisterAgency
from tutela.agencies.models import Member
from tutela.agencies.sessions import open_session
from tutela.agencies.system import system
from tutela.agencies.words import Basis, Compartment, Purpose, Role, Sector, TrainingKind
from tutela.cases.actions import OpenCase
from tutela.engine.access import Actor
from tutela.engine.actions import parse
from tutela.engine.models import Breach, Duty
from tutela.engine.outcomes import Done, Outcome, Refused
from tutela.engine.perform import perform
from tutela.engine.time import frozen

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TRAINED_ON = date(2026, 1, 5)


@dataclass
class Cast:
    """One case and whoever meets it. The clock moves only by `later`."""

    now: datetime = NOW
    actors: dict[str, Actor] = field(default_factory=dict)
    case: uuid.UUID = field(default_factory=uuid.uuid4)

    def add(
        self,
        sector: Sector,
        *roles: Role,
        trained: TrainingKind | None = None,
        on: date = TRAINED_ON,
        key: str | None = None,
    ) -> Actor:
        """An agency of a sector with one member; its key is the sector unless another is given."""
        key = key or str(sector).replace("_", "-")
        setup = system("setup")
        made = perform(
            RegisterAgency(key=key, name_en=key, name_zh=key, sector=sector, lead=True),
            setup,
            clock=frozen(NOW),
        )
        assert isinstance(made, Done), made
        agency = uuid.UUID(made.made["agency"])
        enrolled = perform(
            EnrolMember(agency=agency, key=f"{key}-one", display_name="One", roles=roles),
            setup,
            clock=frozen(NOW),
        )
        assert isinstance(enrolled, Done), enrolled
        member = uuid.UUID(enrolled.made["member"])
        if trained:
            perform(
                RecordTraining(agency=agency, member=member, training=trained, completed_on=on),
                setup,
                clock=frozen(NOW),
            )
        actor = open_session(Member.objects.select_related("agency").get(pk=member))
        self.actors[key] = actor
        return actor

    def open(self, by: Actor, **known: Any) -> uuid.UUID:
        """The case, opened by this agency."""
        done = perform(OpenCase(**known), by, clock=frozen(self.now))
        assert isinstance(done, Done), done
        self.case = uuid.UUID(done.made["case"])
        return self.case

    def share(self, by: Actor, *with_: Actor, more: tuple[Compartment, ...] = ()) -> None:
        """Lets other agencies see the case."""
        for other in with_:
            outcome = perform(
                GrantAccess(
                    case=self.case,
                    to_agency=other.agency_id,
                    purpose=Purpose.PROCEEDINGS,
                    basis=Basis.CONSENT,
                    compartments=(Compartment.FACTS, *more),
                ),
                by,
                clock=frozen(self.now),
            )
            assert isinstance(outcome, Done), outcome

    def later(self, **by: float) -> None:
        """Moves the clock."""
        self.now += timedelta(**by)

    def do(self, by: Actor, name: str, **fields: Any) -> Outcome:
        """An action on the case."""
        return perform(parse(name, {"case": str(self.case), **fields}), by, clock=frozen(self.now))

    def done(self, by: Actor, name: str, **fields: Any) -> Done:
        """An action that happens."""
        outcome = self.do(by, name, **fields)
        assert isinstance(outcome, Done), outcome
        return outcome

    def refused(self, by: Actor, name: str, **fields: Any) -> Refused:
        """An action that is refused."""
        outcome = self.do(by, name, **fields)
        assert isinstance(outcome, Refused), outcome
        return outcome

    def duties(self, **where: Any) -> dict[str, str]:
        """State of every duty on the case, by rule (the newest counts)."""
        found = self._all(Duty, **where)
        return {d.rule: d.state for d in sorted(found, key=lambda d: d.started_at)}

    def duty(self, rule: str) -> Duty:
        """The newest duty of this rule."""
        return sorted(self._all(Duty, rule=rule), key=lambda d: d.started_at)[-1]

    def breaches(self) -> dict[str, bool]:
        """Whether each breach on the case is still open, by rule."""
        return {b.rule: b.ended_at is None for b in self._all(Breach)}

    def _all(self, model: Any, **where: Any) -> list[Any]:
        from django.db import connection, transaction

        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL ROLE tutela_engine")
            return list(model.objects.filter(subject_id=self.case, **where))


def codes(outcome: Refused) -> set[str]:
    """The reason codes of a refusal."""
    return {o.code for o in outcome.objections}
