"""Documents of a file: each in both languages, as far as its reader sees, naming nobody."""

from __future__ import annotations

import io
from dataclasses import asdict
from datetime import timedelta

import pytest
from django.utils.translation import override
from docx import Document

from tests.web.country import Country
from tutela.doors import documents
from tutela.doors.api.schemas import DocumentOut
from tutela.engine.paper import Content, render

LANGUAGES = ("en", "zh-hans")


def said(land: Country, by: str, name: str, language: str) -> str:
    """Everything that stands on a document."""
    return flat(documents.text_of(land.actors[by], land.adult, name, language, land.now))


def flat(sheet: Content) -> str:
    parts = [sheet.title, sheet.sender, *(text for row in sheet.rows for text in row)]
    parts += [text for s in sheet.sections for text in (s.heading, *s.paragraphs, *s.points)]
    return "\n".join(parts)


@pytest.fixture
def full(land: Country) -> Country:
    """The man's file with reasons in words, danger looked at, and a referral sent."""
    case, soon = {"case": str(land.adult)}, timedelta(hours=1)
    land.did("decide_conclusive", "authority", soon, **case, positive=True, acts=["recruitment"],
             means=["abuse_of_vulnerability"], purposes=["forced_labour_or_services"],
             reasons="He was kept by debt.", language="bn")  # fmt: skip
    land.did("assess_safety", "harbour", soon, **case, dangers=["debt"], measures=[], looked_at_with_her=True,
             review_on=(land.now.date() + timedelta(days=9)).isoformat())  # fmt: skip
    land.did("refer_person", "harbour", soon, **case, to_agency=str(land.actors["clinic"].agency_id),
             purpose="health", agreed=True)  # fmt: skip
    return land


def test_each_document_says_what_it_must_in_both_languages(full: Country) -> None:
    wanted = {
        "rights_card": ("You need not pay", "这些都不收费"),
        "decision": ("You are recognised", "被认定为被贩运者"),
        "certificate": ("Removal is stayed since", "暂缓驱离"),
        "safety_plan": ("debt", "债"),
        "referral_letter": ("Quay clinic", "码头诊所"),
        "hand_over": ("What the person agreed to", "本人同意的范围"),
    }
    assert wanted.keys() == documents.DOCUMENTS.keys()
    for name, texts in wanted.items():
        for language, text in zip(LANGUAGES, texts, strict=True):
            found = said(full, "harbour", name, language)
            assert text in found, (name, found)
            assert "Rahman" not in found and "{" not in found
    assert "He was kept by debt." in said(full, "harbour", "decision", "en")
    assert "Bangla" in said(full, "harbour", "rights_card", "en")  # not in a language of his: said so


def test_nobody_prints_a_compartment_that_they_lack(full: Country) -> None:
    assert "Hill Road" not in said(full, "harbour", "rights_card", "en")
    with pytest.raises(documents.NoDocument):  # danger is sealed under where the person is
        said(full, "council", "safety_plan", "en")
    assert "kept by debt" not in said(full, "police", "decision", "en")
    assert "Removal is stayed" not in said(full, "police", "certificate", "en")
    assert "Danger is looked at" not in said(full, "council", "hand_over", "en")
    with pytest.raises(documents.NoDocument):  # a file that is not theirs looks like none
        said(full, "social", "rights_card", "en")


def test_both_kinds_are_made_and_the_name_says_nothing(full: Country) -> None:
    actor = full.actors["harbour"]
    name, pdf = documents.file_of(actor, full.adult, "rights_card", "zh-hans", "pdf", full.now)
    assert name == f"notes-{full.now:%Y-%m-%d}.pdf"
    assert pdf.startswith(b"%PDF-") and b"TutelaLetter" in pdf
    sheet = documents.text_of(actor, full.adult, "certificate", "zh-hans", full.now)
    read = Document(io.BytesIO(render(sheet, "docx")))
    assert DocumentOut.model_validate(asdict(sheet)).title == "证明"
    assert "证明内容" in "\n".join(p.text for p in read.paragraphs)


def test_the_page_gives_a_file_and_says_why_there_is_none(land: Country) -> None:
    browser, url = land.client("north"), f"/cases/{land.adult}/documents/"
    assert "Rights card" in browser.get(url).content.decode()
    asked = {"document": "rights_card", "language": "en", "kind": "docx"}
    made = browser.post(f"{url}one/", asked)
    assert made.status_code == 200 and "notes-" in made.headers["Content-Disposition"]
    none = browser.post(f"{url}one/", {**asked, "document": "referral_letter"})
    assert none.status_code == 409 and "Refer the person first" in none.content.decode()
    assert browser.post(f"{url}one/", {**asked, "kind": "exe"}).status_code == 404
    assert land.client("social").get(url).status_code == 404


def test_every_sign_of_the_chinese_texts_is_in_the_font() -> None:
    from tests.g05.test_letter import FILES, signs_of
    from tutela.doors.messages_documents import TEXTS, ZH
    from tutela.doors.words import say

    drawn = signs_of((FILES / "paper.otf").read_bytes())
    with override("zh-hans"):
        texts = [say(text) for text in TEXTS.values()]
    assert all(text in ZH or say(text) for text in TEXTS.values())
    assert {sign for text in texts for sign in text if ord(sign) not in drawn} == set()
