"""What `perform` answers: done, refused, denied, or received. Ids, codes and provisions only."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter


class _Answer(BaseModel):
    model_config = ConfigDict(frozen=True)
    act_id: UUID


class Done(_Answer):
    """It happened.

    Shape  made: ids of what was made, by name; started, met: names of duties; breaches: names of breaches opened
    """

    result: Literal["done"] = "done"
    made: dict[str, str] = {}
    started: tuple[str, ...] = ()
    met: tuple[str, ...] = ()
    breaches: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class Objection(BaseModel):
    """Why one guard, or one constraint, objects.

    Shape  neutral: the real reason is in a compartment that this actor may not read; hints: ids of what is still free
    """

    model_config = ConfigDict(frozen=True)
    code: str
    provisions: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()
    params: dict[str, str] = {}
    neutral: bool = False
    absolute: bool = True
    guard: str = ""
    hints: tuple[str, ...] = ()


class Refused(_Answer):
    """It would breach the instrument; nothing was changed. Every objection is listed.

    Shape  digest: the mark of this very action (64 hexadecimal digits), by which a procedural rule can be waived once
    """

    result: Literal["refused"] = "refused"
    objections: tuple[Objection, ...]
    digest: str = ""

    @property
    def provisions(self) -> frozenset[str]:
        """All provisions cited."""
        return frozenset(p for o in self.objections for p in o.provisions)


class Denied(_Answer):
    """The actor may not do this, or may not see its subject: what is not yours looks like what does not exist."""

    result: Literal["denied"] = "denied"
    code: Literal["access.role", "access.subject"] = "access.subject"


class Received(_Answer):
    """A Fact from somebody without access was kept; the protection office matches it."""

    result: Literal["received"] = "received"
    why: str


Outcome = Done | Refused | Denied | Received
OUTCOME: TypeAdapter[Outcome] = TypeAdapter(Annotated[Outcome, Field(discriminator="result")])
