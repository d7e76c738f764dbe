"""Small cells, sentences and files: what a figure says, and what it keeps back."""

from __future__ import annotations

import csv
import io

from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.people_who_act import NOW
from tutela.doors import figures as say
from tutela.doors import words
from tutela.engine.figures import Cell, Figure, Row, protected
from tutela.engine.measures import Measure, measures

COUNTED = Measure("m", ("P2",), "person", ("sex",), ("n", "late"), {"hours": "late"}, lambda facts, by: None)


@settings(max_examples=40)
@given(
    st.lists(st.integers(0, 40), min_size=2, max_size=5),
    st.sampled_from([5, 10]),
)
def test_no_subtraction_gives_a_small_cell_back(parts: list[int], least: int) -> None:
    """Whoever knows the protected parts and the whole still has several possible values for what is hidden."""

    def shown(n: int) -> Cell:
        return protected(COUNTED, Row((), {"n": Cell(n), "late": Cell(0), "hours": Cell(None)}), least).cells[
            "n"
        ]

    cells, whole = [shown(n) for n in parts], shown(sum(parts))
    for n, cell in zip(parts, cells, strict=True):
        assert cell.hidden is (0 < n < least)
        assert cell.value is None or (cell.value <= n and cell.value % least == 0)
    hidden = [n for n, cell in zip(parts, cells, strict=True) if cell.hidden]
    if len(hidden) == 1:
        low = int(whole.value or 0) - sum(int(c.value) + least - 1 for c in cells if c.value)
        high = (least - 1 if whole.hidden else int(whole.value or 0) + least - 1) - sum(
            int(c.value or 0) for c in cells
        )
        possible = range(max(1, low), min(least - 1, high) + 1)
        assert hidden[0] in possible
        assert len(possible) > 1 or sum(1 for c in cells if c.value) >= least - 2


def test_a_median_of_few_is_kept_back_with_them() -> None:
    row = Row(("female",), {"n": Cell(31), "late": Cell(4), "hours": Cell(7.5)})
    cells = protected(COUNTED, row, 10).cells
    assert (cells["n"].value, cells["late"].hidden, cells["hours"].hidden) == (30, True, True)


def test_a_figure_of_few_is_not_said_in_a_sentence() -> None:
    found = measures["state_duties"]
    few = Row((), {c: Cell(None, hidden=c == "late") for c in found.columns})
    figure = Figure(found, (), "country", NOW, None, None, 10, few, ())
    with override("en"):
        assert (
            say.reading(figure) == "There are too few to say it in a sentence without pointing at somebody."
        )


def test_sentences_fit_their_numbers_in_both_languages() -> None:
    for name, found in measures.items():
        for n in (0, 1, 2):
            totals = dict.fromkeys(found.counts, n) | dict.fromkeys(found.middles, 2.5 * n if n else None)
            for language in ("en", "zh-hans"):
                with override(language):
                    said = words.readings()[name](totals)
                assert said and "%(" not in said and "None" not in said, name
                assert said.endswith("。" if language == "zh-hans" and not said.isascii() else "."), said
    with override("en"):
        assert "Of 1 duty of the State, 1 was" in words.readings()["state_duties"](
            {"in_time": 1, "late": 0, "running": 0, "overdue": 0, "other": 0, "escalated": 0}
        )


def test_no_cell_of_a_file_is_a_formula() -> None:
    said = say.Shown("m", "t", "a", "r", (), ("=cmd", "n"), ((("+1",), ("3",)), (("@x",), ("-",))), ("4",))
    rows = list(csv.reader(io.StringIO(say.as_csv(said))))
    assert rows[0][0] == "'=cmd" and rows[1][0] == "'+1" and rows[2] == ["'@x", "'-"]
    assert len({len(row) for row in rows}) == 1


def test_every_measure_and_column_has_words_in_both_languages() -> None:
    for found in measures.values():
        assert found.doc and say.title(found) != words.readable(found.name)
        texts = [say.title(found), say.about(found)]
        texts += [say.column(found, c) for c in found.columns] + [say.dimension(d) for d in found.by]
        with override("zh-hans"):
            said = [say.title(found), say.about(found)]
            said += [say.column(found, c) for c in found.columns] + [say.dimension(d) for d in found.by]
        assert not [a for a, b in zip(texts, said, strict=True) if a == b], found.name
