"""Read YAML without its traps.

Ordinary YAML lets a second key silently replace the first, reads `no` (Norway, Norwegian) as false and
`10:30` as 630. In a file of law or of deadlines each of these is a mistake that nobody would see, so here
they fail or stay text.
"""

import re
from collections.abc import Hashable, Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml


class StrictYamlError(ValueError):
    """A file of data says something it may not say; the message names the file, the place and the mistake."""


#: Reads as the plain safe loader does, several times as fast where PyYAML was built with libyaml.
FastLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _StrictLoader(FastLoader):  # which of the two it is depends on how PyYAML was built
    """A safe loader with plain rules for booleans, numbers and nothing, and no repeated keys."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}


_StrictLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
_StrictLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:null|~|)$"), ["n", "~", ""])
_StrictLoader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"^[-+]?(?:0|[1-9][0-9]*)$"), list("-+0123456789")
)
_StrictLoader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+\.[0-9]+$"), list("-+0123456789")
)
_StrictLoader.add_implicit_resolver(
    "tag:yaml.org,2002:timestamp", re.compile(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), list("0123456789")
)


def _construct_mapping(loader: _StrictLoader, node: yaml.MappingNode) -> dict[Hashable, Any]:
    mapping: dict[Hashable, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        line = key_node.start_mark.line + 1
        if not isinstance(key, Hashable):
            raise StrictYamlError(f"line {line}: a key must be a plain word, not a list or a mapping")
        if key in mapping:
            raise StrictYamlError(f"line {line}: the key {key!r} is written twice")
        mapping[key] = loader.construct_object(value_node, deep=True)
    return mapping


_StrictLoader.add_constructor("tag:yaml.org,2002:map", _construct_mapping)


def load_strict(text: str, source: str = "<text>") -> Any:
    """Turn YAML text into lists, mappings and scalars.

    Raises   StrictYamlError for broken YAML, a repeated key, a date that does not exist; it names `source`
    """
    try:
        return yaml.load(text, Loader=_StrictLoader)  # noqa: S506  the loader above is a SafeLoader
    except StrictYamlError as error:
        raise StrictYamlError(f"{source}, {error}") from error
    except (yaml.YAMLError, ValueError) as error:
        raise StrictYamlError(f"{source}: {error}") from error


def load_strict_file(path: Path) -> Any:
    """Read one YAML file; errors name the file, never the folder it lies in."""
    return load_strict(path.read_text(encoding="utf-8"), path.name)


def check_keys(
    record: object, *, required: Iterable[str], optional: Iterable[str] = (), where: str
) -> Mapping[str, Any]:
    """Return the record if it is a mapping with exactly the keys it should have.

    Raises   StrictYamlError naming what is missing and what is unknown
    """
    if not isinstance(record, Mapping):
        raise StrictYamlError(f"{where}: expected keys and values, found {type(record).__name__}")
    required, keys = set(required), set(record)
    missing, unknown = required - keys, keys - required - set(optional)
    if missing or unknown:
        parts = []
        if missing:
            parts.append("missing: " + ", ".join(sorted(missing)))
        if unknown:
            parts.append("unknown: " + ", ".join(sorted(map(str, unknown))))
        raise StrictYamlError(f"{where}: {'; '.join(parts)}")
    return record
