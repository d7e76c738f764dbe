"""The instrument's 17 principles and 93 measures, each with the test that says when the software keeps it.

The texts live in `provisions.yaml`; nothing here decides anything. Whoever names a provision anywhere in the
project names it by an id of this file, and a wrong id fails where it is written.
"""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from tutela.instrument.strict_yaml import StrictYamlError, check_keys, load_strict_file

PROVISIONS_FILE = Path(__file__).with_name("provisions.yaml")
PRINCIPLES = "principles"
_ID_SHAPE = re.compile(r"P(?P<principle>[1-9][0-9]?)|G(?P<guideline>[1-9][0-9]?)\.(?P<measure>[1-9][0-9]?)")


class Kind(StrEnum):
    """How the software answers a provision; one provision may ask for several."""

    REFUSE = "refuse"
    BREACH = "breach"
    DUTY = "duty"
    RECORD = "record"
    MEASURE = "measure"
    PUBLISH = "publish"


class UnknownProvision(LookupError):
    """Somebody named a provision that the instrument does not have."""


def is_chinese(language: str) -> bool:
    """Say whether a language tag (`zh`, `zh-hans`, `zh_Hans_CN`) asks for the Chinese text."""
    return language.lower().replace("_", "-").split("-")[0] == "zh"


@dataclass(frozen=True, slots=True)
class Guideline:
    """A group of provisions: the principles, or one of the eleven guidelines."""

    id: str
    en: str
    zh: str

    def title(self, language: str = "en") -> str:
        """Return the short title in English or Chinese."""
        return self.zh if is_chinese(language) else self.en


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision: its title, the kinds of answer it asks for, its test, and what it means for people."""

    id: str
    en: str
    zh: str
    kinds: tuple[Kind, ...]
    accept: str
    accept_zh: str
    plain_en: str
    plain_zh: str

    @property
    def group(self) -> str:
        """Return the id of the group it belongs to: `principles`, or `G1` to `G11`."""
        return PRINCIPLES if self.id.startswith("P") else self.id.split(".")[0]

    def title(self, language: str = "en") -> str:
        """Return the short title in English or Chinese."""
        return self.zh if is_chinese(language) else self.en

    def acceptance(self, language: str = "en") -> str:
        """Return the acceptance test in English or Chinese."""
        return self.accept_zh if is_chinese(language) else self.accept

    def plain(self, language: str = "en") -> str:
        """Return the sentence for everyone: what this provision means for a person."""
        return self.plain_zh if is_chinese(language) else self.plain_en


@dataclass(frozen=True, slots=True)
class Instrument:
    """The whole text as data, in the instrument's own order."""

    guidelines: MappingProxyType[str, Guideline]
    provisions: MappingProxyType[str, Provision]


def _text(record: Any, key: str, where: str) -> str:
    value = record[key]
    if not isinstance(value, str) or not value.strip():
        raise StrictYamlError(f"{where}: {key} must be a text that is not empty")
    return value


def _read_kinds(value: object, where: str) -> tuple[Kind, ...]:
    if not isinstance(value, list) or not value:
        raise StrictYamlError(f"{where}: kind must be a list with at least one of {', '.join(Kind)}")
    try:
        kinds = tuple(Kind(kind) for kind in value)
    except ValueError as error:
        raise StrictYamlError(f"{where}: {error}; kinds are {', '.join(Kind)}") from error
    if len(set(kinds)) != len(kinds):
        raise StrictYamlError(f"{where}: a kind is written twice")
    return kinds


def _read_guideline(record: object, where: str) -> Guideline:
    checked = check_keys(record, required=("id", "en", "zh"), where=where)
    return Guideline(**{key: _text(checked, key, where) for key in ("id", "en", "zh")})


_Record = TypeVar("_Record", Guideline, Provision)
_TEXT_KEYS = ("id", "en", "zh", "accept", "accept_zh", "plain_en", "plain_zh")


def _read_provision(record: object, where: str) -> Provision:
    checked = check_keys(record, required=(*_TEXT_KEYS, "kind"), where=where)
    texts = {key: _text(checked, key, where) for key in _TEXT_KEYS}
    where = f"{where} ({texts['id']})"
    if not _ID_SHAPE.fullmatch(texts["id"]):
        raise StrictYamlError(f"{where}: an id looks like P7 or G2.5")
    return Provision(kinds=_read_kinds(checked["kind"], where), **texts)


def _by_id(records: Iterable[_Record], source: str) -> MappingProxyType[str, _Record]:
    found: dict[str, _Record] = {}
    for record in records:
        if record.id in found:
            raise StrictYamlError(f"{source}: {record.id} is there twice")
        found[record.id] = record
    return MappingProxyType(found)


def load_instrument(path: Path = PROVISIONS_FILE) -> Instrument:
    """Read the file of provisions strictly: unknown, missing and repeated keys fail, and so do repeated ids.

    Raises   StrictYamlError naming the record and the mistake
    """
    content = check_keys(load_strict_file(path), required=("guidelines", "provisions"), where=path.name)
    for key in ("guidelines", "provisions"):
        if not isinstance(content[key], list):
            raise StrictYamlError(f"{path.name}: {key} must be a list")
    guidelines = _by_id(
        (
            _read_guideline(record, f"{path.name}, guideline {n}")
            for n, record in enumerate(content["guidelines"], 1)
        ),
        path.name,
    )
    provisions = _by_id(
        (
            _read_provision(record, f"{path.name}, provision {n}")
            for n, record in enumerate(content["provisions"], 1)
        ),
        path.name,
    )
    for provision_ in provisions.values():
        if provision_.group not in guidelines:
            raise StrictYamlError(
                f"{path.name}: {provision_.id} belongs to {provision_.group}, which has no title"
            )
    return Instrument(guidelines, provisions)


@cache
def instrument() -> Instrument:
    """Return the instrument, read once."""
    return load_instrument()


def provision(provision_id: str) -> Provision:
    """Return one provision by its id.

    Raises   UnknownProvision
    """
    return instrument().provisions[check_id(provision_id)]


def all_provisions() -> tuple[Provision, ...]:
    """Return all 110 provisions in the instrument's order: P1 to P17, then G1.1 to G11.12."""
    return tuple(instrument().provisions.values())


def guideline(group_id: str) -> Guideline:
    """Return one group: `principles`, or `G1` to `G11`.

    Raises   UnknownProvision
    """
    try:
        return instrument().guidelines[group_id]
    except KeyError:
        known = ", ".join(instrument().guidelines)
        raise UnknownProvision(f"there is no group {group_id!r}; the groups are {known}") from None


def all_guidelines() -> tuple[Guideline, ...]:
    """Return the principles and the eleven guidelines, in order."""
    return tuple(instrument().guidelines.values())


def check_id(provision_id: str) -> str:
    """Return the id unchanged if the instrument has it.

    Raises   UnknownProvision, saying which ids exist nearby
    """
    known = instrument().provisions
    if provision_id in known:
        return provision_id
    raise UnknownProvision(
        f"there is no provision {provision_id!r}; {_hint(str(provision_id), tuple(known))}"
    )


def check_ids(provision_ids: Iterable[str]) -> tuple[str, ...]:
    """Return the ids as a tuple if the instrument has each of them, none twice."""
    if isinstance(provision_ids, str):
        raise UnknownProvision(f"expected a list of provisions, found the single text {provision_ids!r}")
    checked = tuple(check_id(provision_id) for provision_id in provision_ids)
    if len(set(checked)) != len(checked):
        raise UnknownProvision(f"a provision is named twice in {', '.join(checked)}")
    return checked


def _hint(wrong: str, known: tuple[str, ...]) -> str:
    shape = _ID_SHAPE.fullmatch(wrong)
    if shape and shape["principle"]:
        return "principles run from P1 to P17"
    if shape:
        group = f"G{shape['guideline']}."
        within = [provision_id for provision_id in known if provision_id.startswith(group)]
        return f"it has {within[0]} to {within[-1]}" if within else "guidelines run from G1 to G11"
    tidy = re.sub(r"[\s_-]", "", wrong).upper()
    near = difflib.get_close_matches(tidy, known, n=3, cutoff=0.6)
    if near:
        return f"did you mean {' or '.join(near)}?"
    return "ids are P1 to P17 and G1.1 to G11.12"
