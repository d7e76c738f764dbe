"""One name, many spellings: found across scripts, orders and spacing; strangers stay apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutela.people.names import SKELETON, WHOLE, WORD, matches, searchable, skeleton_of, words_of


def found(kept: str, asked: str) -> str | None:
    """How a person whose name is `kept` is found when `asked` for."""
    return matches(asked, set(searchable(kept) & searchable(asked)))


@pytest.mark.parametrize(
    ("kept", "asked", "by"),
    [
        ("王小明", "Wang Xiaoming", WHOLE),
        ("王小明", "Xiaoming Wang", WHOLE),
        ("王小明", "WANG Xiǎo-míng", WHOLE),
        ("Nguyễn Thị Mai", "nguyen thi mai", WHOLE),
        ("Đặng Văn Lâm", "Dang Van Lam", WHOLE),
        ("Łukasz Wójcik", "Lukasz Wojcik", WHOLE),
        ("Мария Иванова", "Mariya Ivanova", WHOLE),
        ("Ｊａｎｅ　Ｄｏｅ", "Jane Doe", WHOLE),
        ("Maria da Silva", "Silva, Maria da", WHOLE),
        ("محمد", "Mohamed", SKELETON),
        ("Mohamed", "Muhammad", SKELETON),
        ("فاطمة حسن", "Fatima Hassan", SKELETON),
        ("Ana María López García", "Ana López", WORD),
        ("Blessing Osagie", "blessing", WORD),
    ],
)
def test_spellings_of_one_name_find_each_other(kept: str, asked: str, by: str) -> None:
    assert found(kept, asked) == by


@pytest.mark.parametrize(
    ("kept", "asked"),
    [
        ("王小明", "Li Xiaoming"),
        ("Nguyễn Thị Mai", "Nguyen Van Lam"),
        ("Maria Ivanova", "Maria Petrova"),
        ("Mei", "May"),
        ("", "Mei"),
        ("Mei", "—"),
    ],
)
def test_other_names_do_not(kept: str, asked: str) -> None:
    assert found(kept, asked) is None


@given(st.text(max_size=60))
def test_every_name_finds_itself_or_has_nothing_to_search_by(name: str) -> None:
    assert all(word.isascii() and word for word in words_of(name))
    if searchable(name):
        assert found(name, name) is not None
    else:
        assert not words_of(name)


@given(st.lists(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=8), min_size=1, max_size=4))
def test_upper_case_spaces_and_hyphens_make_no_difference(words: list[str]) -> None:
    assert searchable(" ".join(words)) == searchable("-".join(words).upper()) == searchable("  ".join(words))


def test_a_skeleton_keeps_what_spellings_share() -> None:
    assert skeleton_of("muhammad") == skeleton_of("mohamed") == skeleton_of("mhmd") == "mhmd"
    assert skeleton_of("fatimah") == skeleton_of("fatima") == skeleton_of("fatma")
    assert skeleton_of("ahmed") != skeleton_of("hamid")
