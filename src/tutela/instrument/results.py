"""The results of the stories, in a file that ships with the package, and the digest that says if they hold.

The stories themselves stay outside the package. An installation without them trusts the digest of the stories
that the file carries, and still computes that of its own rules: changed rules make every result stale.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tutela.instrument.coverage import OutcomeKind, StoryResult
from tutela.instrument.harm import check_harm_id
from tutela.instrument.provisions import check_ids
from tutela.instrument.strict_yaml import StrictYamlError, check_keys

RESULTS_FILE = Path(__file__).with_name("story_results.json")
PACKAGE = Path(__file__).resolve().parents[1]
STORIES = PACKAGE.parents[1] / "stories"

_RESULT_KEYS = ("story", "file", "outcome_kind", "provisions", "passed", "harm", "digest")
_RULE_ROOMS = ("engine", "agencies", "people", "cases", "guidelines", "instrument", "profiles")
_NOT_RULES = frozenset({"migrations", "templates", "static", "locale", "__pycache__"})
_NOT_RULE_FILES = frozenset(
    {
        "messages.py",
        "pages.py",
        "reads.py",
        "choices.py",
        "apps.py",
        "glossary.yaml",
        "glossary.py",
        "documents.py",
        "harm.yaml",
    }
)


class BadResults(ValueError):
    """The file of results says something that no story runner writes."""


def _rule_files(package: Path) -> Iterator[Path]:
    for room in _RULE_ROOMS:
        for path in (package / room).rglob("*"):
            folders = path.relative_to(package).parts[:-1]
            if (
                path.suffix in {".py", ".sql", ".yaml"}
                and not _NOT_RULES & set(folders)
                and path.name not in _NOT_RULE_FILES
            ):
                yield path


def _digest_files(paths: Iterable[Path], root: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(paths, key=lambda path: path.relative_to(root).as_posix()):
        content = path.read_bytes().replace(b"\r\n", b"\n")
        name = path.relative_to(root).as_posix()
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def rules_digest(package: Path = PACKAGE) -> str:
    """Return the digest of all that decides an outcome: engine, rooms, profiles, contract; no pages."""
    return _digest_files(_rule_files(package), package)


def stories_digest(stories: Path = STORIES) -> str:
    """Return the digest of the stories, wherever the folder lies."""
    return _digest_files(stories.rglob("*.yaml"), stories)


def current_digest(stories: Path = STORIES, results_file: Path = RESULTS_FILE) -> str:
    """Return the digest that a result must carry to count today."""
    told = stories_digest(stories) if stories.is_dir() else _header(results_file).get("stories_digest", "")
    return hashlib.sha256(f"{rules_digest()}\n{told}".encode()).hexdigest()


def _header(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return dict(check_keys(content, required=("stories_digest", "results"), where=path.name))
    except (json.JSONDecodeError, StrictYamlError) as error:
        raise BadResults(f"{path.name}: {error}") from error


def read_results(path: Path = RESULTS_FILE) -> tuple[StoryResult, ...]:
    """Read the results; a file that is not there yet holds none.

    Raises   BadResults naming the line and the mistake
    """
    records = _header(path).get("results", [])
    return tuple(_read_result(record, f"{path.name}, result {n}") for n, record in enumerate(records, 1))


def _read_result(record: object, where: str) -> StoryResult:
    try:
        checked = check_keys(record, required=_RESULT_KEYS, where=where)
        if not isinstance(checked["passed"], bool):
            raise BadResults(f"{where}: passed must be true or false")
        return StoryResult(
            story=str(checked["story"]),
            file=str(checked["file"]),
            outcome_kind=OutcomeKind(checked["outcome_kind"]),
            provisions=check_ids(checked["provisions"]),
            passed=checked["passed"],
            harm=tuple(check_harm_id(line) for line in checked["harm"]),
            digest=str(checked["digest"]),
        )
    except (StrictYamlError, LookupError, ValueError) as error:
        raise BadResults(str(error) if where in str(error) else f"{where}: {error}") from error


def merge_results(old: Iterable[StoryResult], new: Iterable[StoryResult]) -> tuple[StoryResult, ...]:
    """Put new results in the place of all older ones of the same file and story."""
    new = tuple(new)
    told_again = {(result.file, result.story) for result in new}
    return (*(result for result in old if (result.file, result.story) not in told_again), *new)


def write_results(results: Iterable[StoryResult], path: Path = RESULTS_FILE, stories: Path = STORIES) -> None:
    """Write the results sorted and whole: a reader sees the old file or the new one, never half of one."""
    ordered = sorted(results, key=lambda r: (r.file, r.story, r.outcome_kind, r.provisions, r.harm, r.passed))
    told = stories_digest(stories) if stories.is_dir() else ""
    content = {"stories_digest": told, "results": [asdict(result) for result in ordered]}
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise
