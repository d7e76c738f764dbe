"""Make the documents that are only another view of the data: `docs/harm.md` and `docs/glossary.md`.

Run `python -m tutela.instrument.documents docs` after a change of `harm.yaml` or `glossary.yaml`; a test
compares.
"""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from tutela.instrument.glossary import all_terms
from tutela.instrument.harm import all_harm_lines

_MADE = "<!-- Made from {source} by `python -m tutela.instrument.documents docs`; edit that file. -->"

_HARM_EN = """\
# How this software could hurt people, and what it does instead

Software for people who have been exploited can itself become a danger: it can lead a trafficker to a door,
turn a cry for help into a police file, or make care a reward. Each line below is a requirement. Stories name
the lines that they show, `./tutela coverage` counts them, and a change that touches a person's life is read
against all of them first.
"""

_HARM_ZH = """\
# 本软件可能怎样伤害人，又如何避免

为受剥削者而写的软件，本身也可能成为危险：它可能把贩运者引到庇护所门口，把求助变成警方档案，或把照护变成奖赏。
下面每一条都是要求。每个故事注明自己展示了哪几条，`./tutela coverage` 据此统计；
凡涉及个人生活的改动，先逐条对照。
"""

_GLOSSARY_HEAD = """\
# Glossary 词汇表

One word for one thing, in both languages, everywhere in Tutela. Pages for staff show the same sentence when
the pointer or the keyboard rests on a word.

全系统一词一义，中英对照。工作人员的页面上，光标或键盘停在某个词上时，显示的就是这里的解释。

| English | 中文 | What it means | 含义 |
| --- | --- | --- | --- |
"""


def render_harm() -> str:
    """Return `docs/harm.md`, English first and Chinese after it."""
    english = "\n".join(f"{line.id}. **{line.en}.** {line.text_en}" for line in all_harm_lines())
    chinese = "\n".join(f"{line.id}. **{line.zh}。** {line.text_zh}" for line in all_harm_lines())
    made = _MADE.format(source="src/tutela/instrument/harm.yaml")
    return f"{made}\n\n{_HARM_EN}\n{english}\n\n{_HARM_ZH}\n{chinese}\n"


def render_glossary() -> str:
    """Return `docs/glossary.md`: one table, sorted by the English word."""
    terms = sorted(all_terms(), key=lambda term: term.en.casefold())
    rows = "\n".join(f"| {term.en} | {term.zh} | {term.means_en} | {term.means_zh} |" for term in terms)
    made = _MADE.format(source="src/tutela/instrument/glossary.yaml")
    return f"{made}\n\n{_GLOSSARY_HEAD}{rows}\n"


DOCUMENTS: Mapping[str, Callable[[], str]] = MappingProxyType(
    {"harm.md": render_harm, "glossary.md": render_glossary}
)


def write_documents(folder: Path) -> tuple[Path, ...]:
    """Write each document into the folder and return their paths."""
    written = []
    for name, render in DOCUMENTS.items():
        path = folder / name
        path.write_text(render(), encoding="utf-8")
        written.append(path)
    return tuple(written)


if __name__ == "__main__":
    for path in write_documents(Path(sys.argv[1] if len(sys.argv) > 1 else "docs")):
        sys.stdout.write(f"{path}\n")
