"""Facts about protection enquiries: who asked, what the person agreed to be told of, and what nobody answered yet."""

from __future__ import annotations

from dataclasses import dataclass

from tutela.engine.facts import facts

from .enquiry_words import mark_of


@facts(needs=("enquiry",))
@dataclass(frozen=True)
class AskerFacts:
    """Who asked. Nothing known is read as if it were whoever must be told least."""

    sector: str | None = None


@facts(needs=("enquiry", "case"))
@dataclass(frozen=True)
class ToldFacts:
    """What the person agreed to be told to whoever asked: to that very agency, or to anybody through the office."""

    agreed: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Unanswered:
    """A question that had no answer yet at that time."""

    kind: str
    mark: str
    agency: str


@facts(needs=("case", "now"))
@dataclass(frozen=True)
class UnansweredFacts:
    """Questions without an answer at the time of the act, but for those that belong to another file."""

    questions: tuple[Unanswered, ...] | None = None

    def about(self, kind: str, reference: str | None) -> Unanswered | None:
        """The question about an act of this kind and reference."""
        if reference is None:
            return None
        mark = mark_of(reference)
        return next((q for q in self.questions or () if (q.kind, q.mark) == (kind, mark)), None)
