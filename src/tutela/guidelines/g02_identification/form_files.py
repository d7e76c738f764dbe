"""Read the screening forms that ship with the package, strictly: a slip in a form fails when it is loaded.

Shape    forms/questions-<n>.yaml: the questions; forms/<setting>-<n>.yaml: the pages of one version of a form
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from tutela.guidelines.g02_identification.forms import (
    YES,
    AnswerType,
    Choice,
    Condition,
    Form,
    NoAnswer,
    Part,
    Question,
    QuestionKind,
    Setting,
    Words,
)
from tutela.guidelines.g02_identification.indicators import catalogue
from tutela.instrument.strict_yaml import StrictYamlError, check_keys, load_strict_file

FORMS_FOLDER = Path(__file__).with_name("forms")

#: Needs that come before everything else; messages.py has their labels.
URGENT_NEEDS = ("danger", "medical", "food_or_warmth", "place_tonight", "child_protection")
ADVICE = (
    "see_alone", "change_interpreter", "find_interpreter", "change_speaker", "do_not_hand_over",
    "no_contact_with_country", "never_call", "number_by_heart",
)  # fmt: skip
SITUATIONS = ("labour", "sexual", "other")
WISHES = ("bed", "care", "lawyer", "wages", "call", "asylum_advice", "home")

Coded = TypeVar("Coded", Setting, QuestionKind, AnswerType)


class UnknownForm(LookupError):
    """No form of this setting and version ships with the package."""


def screening_form(setting: str, version: int | None = None, folder: Path = FORMS_FOLDER) -> Form:
    """The form of a setting: the newest, or the version that an earlier screening was made with."""
    forms = all_forms(folder)
    versions = [known for name, known in forms if name == setting]
    wanted = version if version is not None else max(versions, default=0)
    try:
        return forms[setting, wanted]
    except KeyError:
        known = ", ".join(sorted({name for name, _ in forms}))
        raise UnknownForm(f"no screening form {setting!r} in version {wanted}; settings: {known}") from None


@cache
def all_forms(folder: Path = FORMS_FOLDER) -> Mapping[tuple[str, int], Form]:
    """Every version of every form, by (setting, version).

    Raises   StrictYamlError naming the file, the place and the mistake
    """
    forms: dict[tuple[str, int], Form] = {}
    for path in sorted(folder.glob("*.yaml")):
        if path.name.startswith("questions-"):
            continue
        form = _read_form(path)
        if path.stem != f"{form.setting}-{form.version}":
            raise StrictYamlError(f"{path.name}: should be called {form.setting}-{form.version}.yaml")
        forms[form.setting.value, form.version] = form
    return MappingProxyType(forms)


def _read_form(path: Path) -> Form:
    keys = ("setting", "version", "questions", "anonymous", "group", "en", "zh", "pages")
    data = check_keys(load_strict_file(path), required=keys, where=path.name)
    bank_file = path.with_name(f"questions-{data['questions']}.yaml")
    bank = _read_bank(bank_file)
    questions: list[Question] = []
    for stretch in data["pages"]:
        picked = [_pick(bank, question_id, path.name) for question_id in stretch]
        if len({question.part.id for question in picked}) != 1:
            raise StrictYamlError(f"{path.name}: one stretch of pages mixes parts: {', '.join(stretch)}")
        questions += picked
    _check_order(questions, path.name)
    return Form(
        setting=_code(Setting, data["setting"], path.name),
        version=data["version"],
        title=_words(data, "title", path.name),
        before=_words(data, "before", path.name),
        anonymous=data["anonymous"],
        group=data["group"],
        questions=tuple(questions),
        digest=_digest([data, load_strict_file(bank_file)]),
    )


def _digest(content: object) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _pick(bank: Mapping[str, Question], question_id: str, where: str) -> Question:
    if question_id not in bank:
        raise StrictYamlError(f"{where}: no question is called {question_id!r}")
    return bank[question_id]


def _check_order(questions: Sequence[Question], where: str) -> None:
    """Each question once; conditions look back only, and name answers that exist.

    A condition may look at a question that this form leaves out: it then does not hold.
    """
    places = {question.id: place for place, question in enumerate(questions)}
    if len(places) != len(questions):
        raise StrictYamlError(f"{where}: a question stands twice")
    for place, question in enumerate(questions):
        for condition in (*question.part.show_if, *question.show_if, *question.unless):
            for earlier, codes in condition.needs:
                if places.get(earlier, -1) >= place:
                    raise StrictYamlError(f"{where}: {question.id} looks ahead to {earlier}")
                if earlier in places and (strange := codes - set(questions[places[earlier]].codes)):
                    raise StrictYamlError(f"{where}: {earlier} has no answer {', '.join(sorted(strange))}")


@cache
def _read_bank(path: Path) -> Mapping[str, Question]:
    data = check_keys(load_strict_file(path), required=("version", "parts", "questions"), where=path.name)
    parts: dict[str, Part] = {}
    for record in data["parts"]:
        row = check_keys(
            record, required=("id", "en", "zh"), optional=("show_if",), where=f"{path.name} parts"
        )
        parts[row["id"]] = Part(row["id"], Words(row["en"], row["zh"]), _conditions(row.get("show_if", ())))
    bank: dict[str, Question] = {}
    for record in data["questions"]:
        question = _question(record, parts)
        if question.id in bank:
            raise StrictYamlError(f"{path.name}: the question {question.id} is written twice")
        bank[question.id] = question
    return MappingProxyType(bank)


def _question(record: Any, parts: Mapping[str, Part]) -> Question:
    optional = ("choices", "show_if", "unless", "yes", "no", "none_en", "none_zh")
    row = check_keys(
        record, required=("id", "part", "kind", "answer", "en", "zh"), optional=optional, where="questions"
    )
    where = f"question {row['id']}"
    kind = _code(QuestionKind, row["kind"], where)
    if row["part"] not in parts:
        raise StrictYamlError(f"{where}: no part is called {row['part']!r}")
    for language in ("en", "zh"):
        spoken = () if kind is QuestionKind.OBSERVE else ("say",)
        check_keys(row[language], required=("title", "help", *spoken), where=f"{where} {language}")
    return Question(
        id=row["id"],
        part=parts[row["part"]],
        kind=kind,
        answer=_code(AnswerType, row["answer"], where),
        title=_words(row, "title", where),
        say=None if kind is QuestionKind.OBSERVE else _words(row, "say", where),
        help=_words(row, "help", where),
        choices=_choices(row, where),
        show_if=_conditions(row.get("show_if", ())),
        unless=_conditions(row.get("unless", ())),
    )


def _choices(row: Mapping[str, Any], where: str) -> tuple[Choice, ...]:
    if row["answer"] == AnswerType.YES_NO:
        if "choices" in row:
            raise StrictYamlError(f"{where}: yes and no are its only choices")
        yes = _choice(row.get(YES, {}), where, YES)
        return yes, _choice({"against": bool(yes.signs), **row.get("no", {})}, where, NoAnswer.NO.value)
    choices = [_choice(record, where) for record in row.get("choices", ())]
    if len({choice.id for choice in choices}) != len(choices) or not choices:
        raise StrictYamlError(f"{where}: give each choice once")
    if row["answer"] == AnswerType.MANY:
        label = Words(row["none_en"], row["none_zh"]) if "none_en" in row else None
        has_signs = any(choice.signs for choice in choices)
        none = check_keys(row.get("no", {}), required=(), optional=("against",), where=where)
        choices.append(Choice(NoAnswer.NO.value, label, against=none.get("against", has_signs)))
    return tuple(choices)


def _choice(record: Any, where: str, code: str | None = None) -> Choice:
    follows = ("signs", "urgent", "against", "advice", "wish", "situation")
    required = () if code else ("id", "en", "zh")
    row = check_keys(record, required=required, optional=follows, where=where)
    choice = Choice(
        id=code or row["id"],
        label=None if code else Words(row["en"], row["zh"]),
        signs=tuple(row.get("signs", ())),
        urgent=row.get("urgent"),
        against=row.get("against", False),
        advice=row.get("advice"),
        wish=row.get("wish"),
        situation=row.get("situation"),
    )
    _check_codes(choice.signs, catalogue().indicators, f"{where}: indicator")
    followed = (
        (choice.urgent, URGENT_NEEDS),
        (choice.advice, ADVICE),
        (choice.wish, WISHES),
        (choice.situation, SITUATIONS),
    )
    for given, known in followed:
        _check_codes([given] if given else [], known, where)
    return choice


def _check_codes(given: Iterable[str], known: Iterable[str], where: str) -> None:
    if strange := set(given) - set(known):
        raise StrictYamlError(f"{where}: {', '.join(sorted(strange))} is not known")


def _conditions(lines: Iterable[Mapping[str, Iterable[str]]]) -> tuple[Condition, ...]:
    return tuple(
        Condition(tuple((question_id, frozenset(codes)) for question_id, codes in line.items()))
        for line in lines
    )


def _words(row: Mapping[str, Any], key: str, where: str) -> Words:
    words = Words(row["en"].get(key, ""), row["zh"].get(key, ""))
    if not (words.en and words.zh):
        raise StrictYamlError(f"{where}: {key} is missing in one language")
    return words


def _code(codes: type[Coded], value: object, where: str) -> Coded:
    for code in codes:
        if code.value == value:
            return code
    raise StrictYamlError(f"{where}: {value!r} is none of {', '.join(codes)}")
