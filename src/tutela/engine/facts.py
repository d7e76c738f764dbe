"""Facts classes: what guards look at. Frozen dataclasses, each with one subquery; the engine joins those it needs.

    @facts(needs=("case",))
    @dataclass(frozen=True)
    class StayFacts:
        recovery_runs: bool | None = None

and in the room's `facts_sql.py`: `StayFacts_sql = query(StayFacts, "SELECT … WHERE c.id = %(case)s")`.
A subquery yields at most one row; no row leaves every field unknown (`None`).
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from pydantic import TypeAdapter

T = TypeVar("T")


@dataclasses.dataclass
class FactsClass:
    """One facts class, the parameters its subquery needs, and the subquery."""

    cls: type[Any]
    needs: tuple[str, ...]
    sql: str = ""
    adapter: TypeAdapter[Any] = dataclasses.field(init=False)

    def __post_init__(self) -> None:
        self.adapter = TypeAdapter(self.cls)


_classes: dict[type[Any], FactsClass] = {}


def facts(needs: tuple[str, ...]) -> Callable[[type[T]], type[T]]:
    """Registers a frozen dataclass as something a guard may ask for.

    Raises TypeError when a field has no default: unknown must be a value, since it is read in the person's favour
    """

    def register(cls: type[T]) -> type[T]:
        for field in dataclasses.fields(cls):  # type: ignore[arg-type]  # every facts class is a dataclass
            if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
                raise TypeError(f"{cls.__name__}.{field.name} needs a default that means unknown")
        _classes[cls] = FactsClass(cls, needs)
        return cls

    return register


def query(cls: type[Any], sql: str) -> None:
    """Gives a facts class its subquery; parameters are `%(case)s`, `%(now)s`, `%(member)s` and the like."""
    _classes[cls].sql = sql


def known(cls: Any) -> bool:
    """Whether this is a registered facts class."""
    return cls in _classes


def missing_sql() -> list[str]:
    """Facts classes nobody gave a subquery: a mistake that the check finds."""
    return [c.cls.__name__ for c in _classes.values() if not c.sql]


def needs_of(cls: type[Any]) -> tuple[str, ...]:
    """The parameters the subquery asks for."""
    return _classes[cls].needs


def gather(cursor: Any, wanted: Iterable[type[Any]], params: Mapping[str, Any]) -> dict[type[Any], Any]:
    """All facts wanted, in one statement. A class whose parameters the action lacks is wholly unknown."""
    ready = [_classes[c] for c in wanted if all(params.get(n) is not None for n in _classes[c].needs)]
    found: dict[type[Any], Any] = {c: c() for c in wanted}
    if not ready:
        return found
    columns = ", ".join(f"(SELECT row_to_json(f) FROM ({c.sql}) f)" for c in ready)
    cursor.execute(f"SELECT {columns}", params)
    row = cursor.fetchone()
    for facts_class, value in zip(ready, row, strict=True):
        if value is not None:
            data = json.loads(value) if isinstance(value, str) else value
            found[facts_class.cls] = facts_class.adapter.validate_python(data, strict=False)
    return found
