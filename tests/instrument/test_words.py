"""Words that blame a person, or that the field has left behind, stand nowhere in data and documents."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DATA = sorted((ROOT / "src" / "tutela" / "instrument").glob("*.yaml"))
DOCUMENTS = sorted((ROOT / "docs").rglob("*.md")) + sorted(ROOT.glob("*.md"))
FORBIDDEN = ("拐卖", "非法移民", "illegal", "absconded")


@pytest.mark.parametrize("path", DATA + DOCUMENTS, ids=lambda path: path.name)
@pytest.mark.parametrize("word", FORBIDDEN)
def test_forbidden_words_are_absent(path, word):
    assert word not in path.read_text(encoding="utf-8").lower()


def test_there_is_something_to_look_at():
    assert {path.name for path in DATA} >= {"provisions.yaml", "harm.yaml", "glossary.yaml"}
