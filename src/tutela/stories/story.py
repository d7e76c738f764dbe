"""What a story is once it has been read: steps in time, each with what must come of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

#: Kinds of outcome lines that coverage counts, by what they show of a provision.
EARNING = frozenset(
    {"refused", "breach", "duty", "filed", "figure", "published", "none", "lapse", "definition", "screening",
     "finding"}
)  # fmt: skip
#: Other lines: they hold the story, and earn nothing by themselves.
PLAIN = frozenset(
    {"happened", "denied", "received", "invalid", "made", "monitor_sees", "actor_sees", "person_sees", "unchanged",
     "same_answer", "her_page", "document", "notice", "mail"}
)  # fmt: skip
KINDS = EARNING | PLAIN
#: Lines that say what came of an act which did not simply happen.
NOT_DONE = {"refused": "refused", "denied": "denied", "received": "received", "invalid": "invalid"}


class BadStory(ValueError):
    """A story says something that it may not say; the message names the file, the place and the mistake."""


@dataclass(frozen=True)
class Expectation:
    """One line of what must come of a step.

    Shape    under: provisions; of: the fact of a landmark that it answers; later: provisions of later work, for
             which nothing is judged yet
    """

    kind: str
    args: Mapping[str, Any]
    under: tuple[str, ...] = ()
    of: str = ""
    later: tuple[str, ...] = ()
    where: str = ""

    def __str__(self) -> str:
        said = [_short(v) if k == "is" else f"{k}: {_short(v)}" for k, v in self.args.items()]
        return " ".join([self.kind, *([f"[{', '.join(self.under)}]"] if self.under else []), *said])


def _short(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_short, value)) + "]"
    return str(value)


@dataclass(frozen=True)
class Step:
    """One action at a time, or only a time at which something is looked at.

    Shape    names: what is made, by the name that the story gives it; send: the name of the request's key
    """

    where: str
    at: datetime | None
    action: str | None
    fields: Mapping[str, Any] = field(default_factory=dict)
    by: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    send: str = ""
    expect: tuple[Expectation, ...] = ()

    @property
    def is_said(self) -> bool:
        """Whether a line says what comes of this step other than that it happens."""
        return any(e.kind in NOT_DONE and not e.later for e in self.expect)


@dataclass(frozen=True)
class Story:
    """One story.

    Shape    file: its path under `stories/`; harm: lines of the harm list that it shows
    """

    title: str
    file: str
    now: datetime
    steps: tuple[Step, ...]
    shows: tuple[str, ...] = ()
    harm: tuple[str, ...] = ()
    profile: str = "default"

    @property
    def expectations(self) -> list[Expectation]:
        """Every line, in the order of the story."""
        return [e for step in self.steps for e in step.expect]
