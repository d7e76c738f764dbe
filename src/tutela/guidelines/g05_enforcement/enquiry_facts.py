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
    """A question that had no answer yet at that time.

    Shape  here: the protection office found that it is about the person of this file
    """

    kind: str
    mark: str
    agency: str
    here: bool = False


@facts(needs=("case", "now"))
@dataclass(frozen=True)
class UnansweredFacts:
    """Questions without an answer at the time of the act, but for those that belong to another file."""

    questions: tuple[Unanswered, ...] | None = None

    def about(self, kind: str, reference: str | None) -> Unanswered | None:
        """The question about an act of this kind: of this reference, or whatever its reference on this very file."""
        mark = None if reference is None else mark_of(reference)
        return next((q for q in self.questions or () if q.kind == kind and (q.here or q.mark == mark)), None)

    def stands_before(self, kind: str, reference: str | None, agency: str | None) -> bool:
        """Whether an act of this kind waits: without a reference, any question of the same agency may be the one."""
        if reference is None:
            return any(
                q.kind == kind and (q.here or agency in (None, q.agency)) for q in self.questions or ()
            )
        return self.about(kind, reference) is not None
