"""Whatever a profile calls a duty can be said in Chinese too."""

from __future__ import annotations

import pytest

from tutela.engine import profile
from tutela.engine.clocks import Basis, Kind, State, Unit
from tutela.profiles import messages


@pytest.mark.parametrize("code", profile.available())
def test_each_duty_and_start_has_its_chinese(code: str) -> None:
    terms = [term for entries in profile.load(code).terms.values() for term in entries]
    said = {text for term in terms for text in (term.duty, term.starts_on)}
    assert said - set(messages.ZH_TERMS) == set()


@pytest.mark.parametrize(
    ("table", "codes"),
    [(messages.UNITS, Unit), (messages.KINDS, Kind), (messages.BASES, Basis), (messages.STATES, State)],
)
def test_each_code_has_words_in_both_languages(table: dict[str, str], codes: type[Unit]) -> None:
    assert set(table) == set(codes)
    assert set(table.values()) <= set(messages.ZH)


def test_each_objection_has_words_in_both_languages() -> None:
    assert set(messages.REASONS.values()) <= set(messages.ZH)
