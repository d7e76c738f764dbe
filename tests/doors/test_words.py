"""Every action, field, choice, reason, duty and breach has words, in English and in Chinese."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils.translation import override

from tutela.doors import words
from tutela.engine import constraints
from tutela.engine.actions import Fault, registry
from tutela.engine.outcomes import Objection
from tutela.engine.rules import rules

SOURCE = Path(__file__).parents[2] / "src" / "tutela"
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def labels_wanted() -> Iterator[tuple[str, tuple[str, ...]]]:
    """(what, codes of which one must be there)."""
    for action in registry:
        yield action.name, (action.name,)
        for spec in action.specs():
            yield f"{action.name}.{spec.name}", (f"{action.name}.{spec.name}", f"*.{spec.name}")
            if spec.choices:
                enum = words.enum_name(action, spec.name)
                for value in spec.choices:
                    yield f"enum:{enum}.{value}", (f"enum:{enum}.{value}",)


def test_every_action_field_and_choice_has_a_label() -> None:
    known = words.words().tables["LABELS"]
    missing = sorted({what for what, codes in labels_wanted() if not any(code in known for code in codes)})
    assert not missing, missing


def test_every_duty_and_breach_has_a_label() -> None:
    tables = words.words().tables
    assert not sorted(set(rules.duties) - set(tables["DUTIES"]))
    assert not sorted(set(rules.all_breaches) - set(tables["BREACHES"]))


def reasons_in_source() -> set[str]:
    """Codes that guards, faults and constraints may answer with, as the source writes them."""
    found = {constraint.code for constraint in constraints._known.values()}
    for path in SOURCE.rglob("*.py"):
        if {"tests", "migrations"} & set(path.parts):
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            place = {"Reason": 0, "Fault": 1}.get(node.func.id)
            if place is None or len(node.args) <= place:
                continue
            found |= {
                one.value
                for one in ast.walk(node.args[place])
                if isinstance(one, ast.Constant) and isinstance(one.value, str) and "." in one.value
            }
    return found


def test_every_reason_has_its_text() -> None:
    missing = sorted(reasons_in_source() - set(words.words().tables["REASONS"]))
    assert not missing, missing


def test_every_english_text_of_a_door_has_its_chinese() -> None:
    tables = words.words().tables
    with override("zh-hans"):
        texts = {text for table in tables.values() for text in table.values()}
        missing = sorted(
            text for text in texts if re.search(r"[A-Za-z]{3}", text) and not CHINESE.search(words.say(text))
        )
    assert not missing, missing


def test_what_has_no_words_is_still_readable() -> None:
    assert words.readable("offer_place") == "Offer place"
    assert words.label("no_such_action") == "No such action"
    assert words.reason_text("some.code") == "Some code"


def test_parameters_are_filled_in_and_a_missing_one_is_no_error() -> None:
    assert words.filled("longer than {most}", {"most": "5"}) == "longer than 5"
    assert words.filled("longer than %(most)s", {}) == "longer than …"
    text = words.fault_text(Fault("sex", "field.choice", {"expected": "a or b"}))
    assert "a or b" in text
    assert words.objection_text(Objection(code="key.reused"))


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_provisions_and_choices_are_named_in_both_languages(language: str) -> None:
    with override(language):
        title = words.provision_title("P7")
        assert bool(CHINESE.search(title)) is (language == "zh-hans")
        assert words.choices_of(registry.get("open_case"), "sex")


def test_every_action_says_what_it_does() -> None:
    for action in registry:
        assert inspect.getdoc(action), action.name
        with override("zh-hans"):
            assert action.system or CHINESE.search(words.help_text(action)), action.name
