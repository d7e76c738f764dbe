"""One story lived through one door: its steps in time, its names, and what each line comes to."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from tutela.agencies.sessions import open_session
from tutela.cases.models import Case
from tutela.doors.answers import is_id
from tutela.doors.now import living_at
from tutela.engine import jobs, profile
from tutela.engine.access import Actor
from tutela.engine.actions import registry
from tutela.engine.fields import FieldKind, FieldSpec
from tutela.engine.models import Breach, Duty, Entry, Intake, UrgentAct

from .cast import Company
from .her_door import HERSELF, HerDoor
from .story import BadStory, Expectation, Step, Story
from .tellers import Answer, Teller

#: A story writes this for somebody or something that does not exist.
NOBODY = "nobody"
#: `rule:NAME` stands for the open duty, the breach or the urgent act of that name on the case.
BY_RULE = "rule:"
#: Stands for the mark of the action that was refused last, as the refusal shows it.
LAST_DIGEST = "digest of the refusal"
_SPACE = uuid.UUID("2d2a8f86-7d8e-4b39-9c1f-3b7d3a1f5a10")
#: Each step comes a little after the one before, so that what follows from it is in order.
MOMENT = timedelta(seconds=1)


@dataclass(frozen=True)
class Result:
    """What one line came to.

    Shape  status: shown, failed, or later (of later work: nothing is judged)
    """

    expectation: Expectation
    status: str
    why: str = ""


@contextmanager
def engine_eyes() -> Iterator[Any]:
    """Sees every fact and no identity, as rules do."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE tutela_engine")
        yield cursor


@dataclass
class Telling:
    """A story on its way. Everything that its lines look at."""

    story: Story
    teller: Teller
    company: Company
    now: datetime = field(init=False)
    names: dict[str, str] = field(init=False)
    cases: list[str] = field(default_factory=list)
    focus: str = ""
    step: Step | None = None
    data: dict[str, Any] = field(default_factory=dict)
    answer: Answer = field(default_factory=dict)
    answers: list[Answer] = field(default_factory=list)
    sent: dict[str, Answer] = field(default_factory=dict)
    before: dict[str, Any] = field(default_factory=dict)
    trouble: str = ""
    monitor: Actor | None = None
    doors: dict[str, HerDoor] = field(default_factory=dict)
    told_names: list[str] = field(default_factory=list)
    posted: int = 0

    def __post_init__(self) -> None:
        self.now, self.names = self.story.now, self.company.ids()

    def tell(self) -> list[Result]:
        """Lives the story; every line gets a result, also those that were not reached."""
        results: list[Result] = []
        with profile.use(self.story.profile):
            for step in self.story.steps:
                if not self.trouble:
                    self._live(step)
                results += [self._judge(e) for e in step.expect]
        return results

    def _judge(self, line: Expectation) -> Result:
        from .expectations import check

        if line.later:
            return Result(line, "later", ", ".join(line.later))
        if self.trouble:
            return Result(line, "failed", self.trouble)
        with living_at(self.now):
            why = check(self, line)
        return Result(line, "failed", why) if why else Result(line, "shown")

    def move_to(self, at: datetime) -> None:
        """Lets time pass: what falls due meanwhile escalates at its own time."""
        if at > self.now:
            for _ in jobs.live_until(at):
                pass
            self.now = at

    def _live(self, step: Step) -> None:
        self.step = step
        self.move_to(step.at or self.now + MOMENT)
        if step.action is None:
            return
        try:
            self.before = {name: snapshot(UUID(self.names[name])) for name in _watched(step, self.names)}
            self.data = self._filled(step)
            self.company.keep_trained(step.by, self.now)
            self.answer = self._told(step)
        except (AssertionError, BadStory) as error:
            self.trouble = str(error)
            return
        self.answers.append(self.answer)
        if step.action == "record_identity":
            self.told_names.append(str(self.data.get("value", "")))
        if self.answer["result"] == "done":
            self._name(step)
        elif self.answer["result"] == "received" and step.names:
            self._name_received(step)
        elif not step.is_said:
            self.trouble = f"{step.where}: {step.action} did not happen: {brief(self.answer)}"
        self.focus = str(self.data.get("case") or self.focus)

    def _told(self, step: Step) -> Answer:
        assert step.action is not None
        named = f"{self.teller.name} {self.story.title} {step.send}"
        key = uuid.uuid5(_SPACE, named) if step.send else uuid.uuid4()
        if step.by == HERSELF:
            said = self._told_by_her(step.action, key)
        else:
            said = self.teller.tell(step.action, self.data, self.company.members[step.by], key, self.now)
        if step.send:
            self.sent.setdefault(step.send, said)
        return said

    def _told_by_her(self, action: str, key: UUID) -> Answer:
        """What she does at her own door: through her pages, whatever door the others use."""
        door = self.doors.get(str(self.data.get("case") or self.focus))
        if door is None:
            raise BadStory(f"{action}: she has no door of her own yet (open_portal)")
        way = door.straight if self.teller.name == "engine" else door.on_pages
        return way(action, self.data, key, self.now)

    def _name(self, step: Step) -> None:
        made: Mapping[str, str] = self.answer["made"]
        ids = {name: value for name, value in made.items() if is_id(value)}
        self.names.update(ids)
        assert step.action is not None
        for thing, name in step.names.items():
            wanted = thing or registry.get(step.action).opens or (next(iter(ids)) if len(ids) == 1 else "")
            if wanted not in ids:
                raise BadStory(
                    f"{step.where}: {step.action} makes {', '.join(ids) or 'nothing'}, not {wanted!r}"
                )
            self.names[name] = ids[wanted]
        if self.answer.get("once"):
            self.doors[str(self.data["case"])] = HerDoor(self.answer["once"], str(self.data["language"]))
        if "case" in ids and ids["case"] not in self.cases:
            self.cases.append(ids["case"])
            self.focus = ids["case"]

    def _name_received(self, step: Step) -> None:
        """What was received has no id that its sender is told; the protection office finds it by the act."""
        with engine_eyes():
            found = Intake.objects.get(act_id=self.answer["act_id"])
        self.names.update(dict.fromkeys(step.names.values(), str(found.pk)))

    # --- names --------------------------------------------------------------------------------------------

    def _filled(self, step: Step) -> dict[str, Any]:
        assert step.action is not None
        specs = {s.name: s for s in registry.get(step.action).specs()}
        return {name: self._value(specs[name], value, step) for name, value in step.fields.items()}

    def _value(self, spec: FieldSpec, value: Any, step: Step) -> Any:
        if spec.kind is FieldKind.IDS and isinstance(value, list):
            return [self._id(spec, str(one), step) for one in value]
        if spec.kind is FieldKind.ID and value is not None:
            return self._id(spec, str(value), step)
        if value == LAST_DIGEST:
            return self.answer.get("digest", "")
        if spec.kind is FieldKind.TIME:
            from .loader import moment

            return moment(value, step.where).isoformat()
        return value

    def _id(self, spec: FieldSpec, text: str, step: Step) -> str:
        if text in self.names:
            return self.names[text]
        if text == NOBODY:
            return str(uuid.uuid4())
        if text.startswith(BY_RULE):
            return self._by_rule(spec, text.removeprefix(BY_RULE), step)
        if is_id(text):
            return text
        raise BadStory(f"{step.where}, {step.action}.{spec.name}: nothing is called {text!r} here")

    def _by_rule(self, spec: FieldSpec, rule: str, step: Step) -> str:
        case = self.names.get(str(step.fields.get("case", ""))) or self.focus
        kind = spec.ref.kind if spec.ref else ""
        with engine_eyes():
            found = {
                "duty": lambda: Duty.objects.filter(subject_id=case, rule=rule, state="open"),
                "breach": lambda: Breach.objects.filter(subject_id=case, rule=rule),
                "urgent_act": lambda: UrgentAct.objects.filter(subject_id=case, action=rule),
            }[kind]().first()
        if found is None:
            raise BadStory(f"{step.where}, {step.action}.{spec.name}: the case has no {kind} {rule!r}")
        return str(found.pk)

    def case_of(self, line: Expectation) -> UUID:
        """The case that a line looks at: the one it names, else the one that the step is about."""
        about = line.args.get("about")
        if about is not None:
            if str(about) not in self.names:
                raise BadStory(f"{line.where}: nothing is called {about!r} here")
            return UUID(self.names[str(about)])
        if not self.focus:
            raise BadStory(f"{line.where}: there is no case yet; say about which (about: …)")
        return UUID(self.focus)

    def as_monitor(self) -> Actor:
        """The independent monitor of the cast, signed in."""
        if self.monitor is None:
            member = next((m for m in self.company.members.values() if m.agency.sector == "monitor"), None)
            if member is None:
                raise BadStory("the cast has no monitor")
            self.monitor = open_session(member)
        return self.monitor


def _watched(step: Step, names: Mapping[str, str]) -> list[str]:
    found: list[str] = []
    for line in step.expect:
        if line.kind == "unchanged":
            value = line.args.get("is", [])
            found += [str(one) for one in (value if isinstance(value, list) else [value])]
    unknown = [name for name in found if name not in names]
    if unknown:
        raise BadStory(f"{step.where}, unchanged: nothing is called {unknown[0]!r} here")
    return found


def snapshot(subject_id: UUID) -> dict[str, Any]:
    """All that a refusal leaves as it was: the file, its duties, breaches, sharing, and every entry but tries."""
    from tutela.agencies.models import Grant

    with engine_eyes():
        entries = Entry.objects.filter(subject_id=subject_id).exclude(outcome__in=("refused", "denied"))
        return {
            "file": list(Case.objects.filter(pk=subject_id).values()),
            "duties": sorted(
                map(str, Duty.objects.filter(subject_id=subject_id).values_list("id", "state", "due_at"))
            ),
            "breaches": sorted(
                map(str, Breach.objects.filter(subject_id=subject_id).values_list("id", "ended_at"))
            ),
            "sharing": sorted(
                map(str, Grant.objects.filter(case_id=subject_id, cut_at=None).values_list("id"))
            ),
            "entries": entries.count(),
        }


def brief(answer: Answer) -> str:
    """An answer in a few words: for a line that failed."""
    match answer.get("result"):
        case "refused":
            return "refused (" + ", ".join(o["code"] for o in answer["objections"]) + ")"
        case "invalid":
            return "invalid (" + ", ".join(f"{f['field']}: {f['code']}" for f in answer["faults"]) + ")"
        case "denied":
            return f"denied ({answer['code']})"
        case "received":
            return f"received ({answer['why']})"
    return str(answer.get("result", "nothing yet"))
