"""Telling stories: each through every door, in a fresh world each time, and what the doors must have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tutela.engine.actions import registry
from tutela.instrument.coverage import OutcomeKind, StoryResult
from tutela.instrument.results import current_digest

from . import browsing
from .loader import load
from .story import EARNING, BadStory, Expectation, Story
from .tellers import DOORS, Answer, Teller
from .telling import Result, Telling
from .world import CAST, Worlds

#: Through which every story is told; the pages also tell the landmark cases.
ALL_DOORS = ("engine", "api", "cli")
assert browsing.Pages.name in DOORS


@dataclass
class Told:
    """One story as each door told it."""

    story: Story
    results: dict[str, list[Result]] = field(default_factory=dict)
    apart: str = ""

    @property
    def passed(self) -> bool:
        """Every line that is judged was shown through every door, and the doors agree."""
        lines = [r for results in self.results.values() for r in results]
        return not self.apart and all(r.status != "failed" for r in lines)

    def lines(self) -> Iterator[tuple[Expectation, str, str]]:
        """(line, status, why) over all doors: failed through one door is failed."""
        doors = list(self.results)
        for place, first in enumerate(self.results[doors[0]]):
            failed = [(d, self.results[d][place]) for d in doors if self.results[d][place].status == "failed"]
            if failed:
                through = "" if len(failed) == len(doors) else f" (through {', '.join(d for d, _ in failed)})"
                yield first.expectation, "failed", failed[0][1].why + through
            else:
                yield first.expectation, first.status, first.why


def read(paths: Iterable[Path], root: Path) -> list[Story]:
    """All stories of these files, with everybody in them known to the cast. Raises BadStory."""
    from .cast import load_cast

    cast = load_cast(root / CAST)
    found: list[Story] = []
    for path in paths:
        found += load(path, root)
    for story in found:
        for step in story.steps:
            if step.action is not None and not cast.knows(step.by):
                said = (
                    f"there is nobody called {step.by!r} in the cast"
                    if step.by
                    else "say who does it (by: …)"
                )
                raise BadStory(f"{step.where}: {said}")
    return found


def files(root: Path) -> list[Path]:
    """Every file of stories under a folder."""
    return [path for path in sorted(root.rglob("*.yaml")) if path.name != CAST]


def tell(story: Story, worlds: Worlds, doors: Iterable[str]) -> Told:
    """Tells one story through these doors, in a world of its own; of each door where it changes agencies or counts."""
    told, said = Told(story), {}
    together, apart = (list(doors), []) if not _is_counted_alone(story) else ([], [[door] for door in doors])
    for group in apart or [together]:
        with worlds.fresh() as company:
            for door in group:
                teller: Teller = DOORS[door]()
                telling = Telling(story, teller, company)
                told.results[door] = telling.tell()
                said[door] = [alike(answer) for answer in telling.answers]
    told.apart = difference(said)
    return told


def _is_counted_alone(story: Story) -> bool:
    """Whether it registers what can be there only once, such as a bed of a house, or counts everybody there is."""
    return any(
        (step.action is not None and registry.get(step.action).need == "setup")
        or any(line.kind in ("figure", "mail") or "measure" in line.args for line in step.expect)
        for step in story.steps
    )


#: What is different in every world: identifiers, and codes that are shown once.
_OWN = frozenset({"act_id", "digest", "fields", "hints", "once"})


def alike(answer: Answer) -> Any:
    """An answer without what is different in every world."""
    plain = {key: value for key, value in answer.items() if key not in _OWN}
    if "made" in plain:
        plain["made"] = sorted(plain["made"])
    if "objections" in plain:
        plain["objections"] = [
            {
                **{k: v for k, v in one.items() if k not in _OWN},
                "instead": [i["action"] for i in one["instead"]],
            }
            for one in plain["objections"]
        ]
    return plain


def difference(said: dict[str, list[Any]]) -> str:
    """Where two doors answered differently, in words; nothing when all agree."""
    doors = list(said)
    for door in doors[1:]:
        for number, (one, other) in enumerate(zip(said[doors[0]], said[door], strict=False), 1):
            if one != other:
                parts = [k for k in {**one, **other} if one.get(k) != other.get(k)]
                return f"{door} answers step {number} differently from {doors[0]}: {', '.join(parts)}"
        if len(said[doors[0]]) != len(said[door]):
            return f"{door} came to {len(said[door])} steps, {doors[0]} to {len(said[doors[0]])}"
    return ""


def earned(told: Iterable[Told]) -> list[StoryResult]:
    """What coverage takes from stories: one result a line that earns. A story that failed anywhere earns nothing."""
    digest, found = current_digest(), []
    for one in told:
        harm = list(one.story.harm)
        for line, status, _ in one.lines():
            if status == "later":
                continue
            kind = OutcomeKind(line.kind) if line.kind in EARNING else OutcomeKind.OTHER
            found.append(
                StoryResult(
                    story=one.story.title,
                    file=one.story.file,
                    outcome_kind=kind,
                    provisions=line.under if line.kind in EARNING else (),
                    passed=status == "shown" and one.passed,
                    harm=tuple(harm),
                    digest=digest,
                )
            )
    return found
