"""Every text has its Chinese; the catalogues are made from the rooms and are fresh."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.utils import translation
from django.utils.translation import gettext, ngettext

from tutela.config import catalogue


def test_every_text_has_its_chinese() -> None:
    found = catalogue.gather()
    assert found.missing() == []
    assert found.faults == []


def test_catalogues_are_fresh() -> None:
    files = catalogue.rendered(catalogue.catalogue(catalogue.gather()))
    assert catalogue.is_written(files), "run ./tutela messages"


def room(folder: Path, messages: str, template: str = "", code: str = "") -> catalogue.Gathered:
    (folder / "templates").mkdir()
    (folder / "messages.py").write_text(messages)
    (folder / "templates" / "a.html").write_text(template)
    (folder / "pages.py").write_text(code)
    return catalogue.gather(folder)


def test_texts_are_found_in_templates_and_code(tmp_path: Path) -> None:
    found = room(
        tmp_path,
        'LABELS = {"offer_place.bed": "A bed", "code": "not_a_text"}\nZH = {"A bed": "床位"}\n',
        """{% load i18n %}<p title="it's">{% trans "It's safe" %}</p>
        {% blocktranslate count n=days %}{{ n }} day{% plural %}{{ n }} days{% endblocktranslate %}
        {% translate 'Here' context "place" %}{{ _("Now") }}""",
        "from django.utils.translation import gettext as _, ngettext\n"
        '_("In code")\nngettext("%(n)s bed", "%(n)s beds", 2)\n',
    )
    singulars = {singular for _, singular in found.asked}
    assert singulars == {"A bed", "It's safe", "%(n)s day", "Here", "Now", "In code", "%(n)s bed"}
    assert ("place", "Here") in found.asked
    missing = "\n".join(found.missing())
    assert "A bed" not in missing and "pages.py:2: 'In code'" in missing


def test_chinese_may_stand_under_the_key_of_its_text(tmp_path: Path) -> None:
    found = room(
        tmp_path,
        'REASONS = {"bed.gone": _("It is taken.")}\nMORE = {"x": ("Now", "Then"), **REASONS}\n'
        'ZH = {REASONS["bed.gone"]: "已被占用。"}\n',
    )
    assert found.offered == {"It is taken.": "已被占用。"} and not found.faults
    assert sorted(singular for _, singular in found.asked) == ["Now", "Then"]


@pytest.mark.parametrize(
    ("messages", "fault"),
    [
        ('ZH = {"A": "甲", "A": "乙"}\n', "stands there twice"),
        ('ZH = {REASONS["none"]: "甲"}\n', "something else than texts"),
        ('ZH = {"%(n)s beds": "%(m)s张床"}\n', "other places to fill in"),
        ('ZH = {"A": "甲"}\nZH_MORE = {"A": "乙"}\n', "elsewhere"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, messages: str, fault: str) -> None:
    assert any(fault in said for said in room(tmp_path, messages).faults)


def test_a_made_catalogue_is_what_django_reads(tmp_path: Path) -> None:
    found = room(tmp_path, 'ZH = {"%(n)s bed": "%(n)s张床", "Now": "现在"}\n', code="from x import gettext\n")
    found.asked["", "%(n)s bed"] = (("%(n)s bed", "%(n)s beds"), "here:1")
    files = catalogue.rendered(catalogue.catalogue(found))
    folder = tmp_path / "zh_Hans" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.mo").write_bytes(files["django.mo"])
    from django.utils.translation import trans_real

    trans_real._translations.pop("zh-hans", None)
    import django.test

    with django.test.override_settings(LOCALE_PATHS=[tmp_path]), translation.override("zh-hans"):
        assert gettext("Now") == "现在"
        assert ngettext("%(n)s bed", "%(n)s beds", 2) % {"n": 2} == "2张床"
    trans_real._translations.pop("zh-hans", None)
