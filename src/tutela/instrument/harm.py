"""The eighteen ways in which this software could hurt people, and what it does instead.

`harm.yaml` is the text; `docs/harm.md` is made from it; stories name the lines they show by id, `1` to `18`.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from tutela.instrument.provisions import is_chinese
from tutela.instrument.strict_yaml import StrictYamlError, check_keys, load_strict_file

HARM_FILE = Path(__file__).with_name("harm.yaml")
_KEYS = ("id", "en", "zh", "text_en", "text_zh")


class UnknownHarmLine(LookupError):
    """Somebody named a line of the harm list that does not exist."""


@dataclass(frozen=True, slots=True)
class HarmLine:
    """One way to do harm, with what must hold instead."""

    id: str
    en: str
    zh: str
    text_en: str
    text_zh: str

    def title(self, language: str = "en") -> str:
        """Return the short title in English or Chinese."""
        return self.zh if is_chinese(language) else self.en

    def text(self, language: str = "en") -> str:
        """Return what must hold, in English or Chinese."""
        return self.text_zh if is_chinese(language) else self.text_en


def load_harm_lines(path: Path = HARM_FILE) -> MappingProxyType[str, HarmLine]:
    """Read the list strictly; ids are texts, and each is there once.

    Raises   StrictYamlError naming the line and the mistake
    """
    content = check_keys(load_strict_file(path), required=("harm",), where=path.name)
    lines: dict[str, HarmLine] = {}
    for number, record in enumerate(content["harm"], 1):
        checked = check_keys(record, required=_KEYS, where=f"{path.name}, line {number}")
        if not all(isinstance(checked[key], str) and checked[key].strip() for key in _KEYS):
            raise StrictYamlError(f"{path.name}, line {number}: every value must be a text that is not empty")
        line = HarmLine(**{key: checked[key].strip() for key in _KEYS})
        if line.id in lines:
            raise StrictYamlError(f"{path.name}: line {line.id} is there twice")
        lines[line.id] = line
    return MappingProxyType(lines)


@cache
def _lines() -> MappingProxyType[str, HarmLine]:
    return load_harm_lines()


def all_harm_lines() -> tuple[HarmLine, ...]:
    """Return the eighteen lines in order."""
    return tuple(_lines().values())


def harm_line(line_id: str) -> HarmLine:
    """Return one line by its id.

    Raises   UnknownHarmLine
    """
    return _lines()[check_harm_id(line_id)]


def check_harm_id(line_id: str | int) -> str:
    """Return the id as text if the list has it (a story may write 1 or "1").

    Raises   UnknownHarmLine
    """
    wanted = str(line_id)
    if wanted not in _lines():
        raise UnknownHarmLine(f"there is no harm line {wanted!r}; they run from 1 to {len(_lines())}")
    return wanted
