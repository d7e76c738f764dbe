"""The words of the field, each with one plain sentence, in English and Chinese.

Pages explain a word on hover from here, and `docs/glossary.md` is made from it.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from tutela.instrument.provisions import is_chinese
from tutela.instrument.strict_yaml import StrictYamlError, check_keys, load_strict_file

GLOSSARY_FILE = Path(__file__).with_name("glossary.yaml")
_KEYS = ("id", "en", "zh", "means_en", "means_zh")


class UnknownTerm(LookupError):
    """Somebody asked for a word that the glossary does not have."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word and its meaning."""

    id: str
    en: str
    zh: str
    means_en: str
    means_zh: str

    def name(self, language: str = "en") -> str:
        """Return the word in English or Chinese."""
        return self.zh if is_chinese(language) else self.en

    def means(self, language: str = "en") -> str:
        """Return the explanation in English or Chinese."""
        return self.means_zh if is_chinese(language) else self.means_en


def load_glossary(path: Path = GLOSSARY_FILE) -> MappingProxyType[str, Term]:
    """Read the glossary strictly: each id and each word is there once.

    Raises   StrictYamlError naming the term and the mistake
    """
    content = check_keys(load_strict_file(path), required=("terms",), where=path.name)
    terms: dict[str, Term] = {}
    words: set[str] = set()
    for number, record in enumerate(content["terms"], 1):
        checked = check_keys(record, required=_KEYS, where=f"{path.name}, term {number}")
        if not all(isinstance(checked[key], str) and checked[key].strip() for key in _KEYS):
            raise StrictYamlError(f"{path.name}, term {number}: every value must be a text that is not empty")
        entry = Term(**{key: checked[key] for key in _KEYS})
        if entry.id in terms or words & {entry.en, entry.zh}:
            raise StrictYamlError(f"{path.name}: {entry.id} is there twice, by its id or by its word")
        terms[entry.id] = entry
        words |= {entry.en, entry.zh}
    return MappingProxyType(terms)


@cache
def _terms() -> MappingProxyType[str, Term]:
    return load_glossary()


def all_terms() -> tuple[Term, ...]:
    """Return every term, in the order of the file."""
    return tuple(_terms().values())


def term(term_id: str) -> Term:
    """Return one term by its id, such as `recovery_period`.

    Raises   UnknownTerm
    """
    try:
        return _terms()[term_id]
    except KeyError:
        raise UnknownTerm(f"the glossary has no term {term_id!r}") from None
