"""The letter to the prosecutor: both kinds, both languages, no name, and only for who sees the case."""

from __future__ import annotations

import io
import struct
import uuid
import zipfile
from datetime import UTC, date, datetime
from string import Formatter

import pytest
from docx import Document

from tests.g05.cast import Cast
from tutela.agencies.words import Role, Sector
from tutela.engine.paper import FILES, Party, render
from tutela.guidelines.g05_enforcement import reads
from tutela.guidelines.g05_enforcement.letter import content, file_name
from tutela.guidelines.g05_enforcement.letter_words import EN, OFFENCES, TEXTS, ZH
from tutela.guidelines.g05_enforcement.models import Letter
from tutela.guidelines.g05_enforcement.words import Agreement, Offence

NAME = "Zhangwei Canarybird"


def made(**other: object) -> Letter:
    """A letter that was sent, without a database."""
    fields: dict[str, object] = {
        "case_id": uuid.uuid4(),
        "charge_ref": "K 13/2026",
        "offence": "drug_cultivation",
        "link": "not_assessed",
        "pseudonym": "Kestrel-447100",
        "presumed_on": date(2026, 3, 2),
        "may_be_child": True,
        "held": True,
        "sent_at": datetime(2026, 3, 3, tzinfo=UTC),
        "sent_on": date(2026, 3, 3),
        "answer_by": date(2026, 3, 10),
        "agreement": "agreed",
    }
    return Letter(**{**fields, **other})


def words_of(docx: bytes) -> str:
    """All text of a DOCX: body, table, footer."""
    document = Document(io.BytesIO(docx))
    parts = [p.text for p in document.paragraphs]
    parts += [c.text for t in document.tables for r in t.rows for c in r.cells]
    parts += [p.text for s in document.sections for p in s.footer.paragraphs]
    return "\n".join(parts)


def test_both_languages_say_the_same_things() -> None:
    assert EN.keys() == ZH.keys()
    for key in EN:
        fields = [{name for _, name, _, _ in Formatter().parse(t[key]) if name} for t in (EN, ZH)]
        assert fields[0] == fields[1], key
    assert all(set(OFFENCES[language]) == set(Offence) for language in TEXTS)


@pytest.mark.parametrize("language", list(TEXTS))
@pytest.mark.parametrize("link", ["linked", "unknown", "not_assessed"])
@pytest.mark.parametrize("agreement", [a for a in Agreement if a is not Agreement.SAID_NO])
def test_every_letter_can_be_written(language: str, link: str, agreement: str) -> None:
    letter = made(link=link, agreement=agreement, presumed_on=None, may_be_child=False, held=False)
    said = content(letter, Party("Harbour", "+00 1"), Party("Prosecution"), language)
    assert TEXTS[language][f"link.{link}"] in said.sections[1].paragraphs
    assert TEXTS[language]["ask.release"] not in said.sections[0].points


@pytest.mark.parametrize("language", list(TEXTS))
def test_a_docx_holds_all_of_it(language: str) -> None:
    said = content(made(), Party("Harbour & Co <1>", "+00 1"), Party("Prosecution"), language)
    text = words_of(render(said, "docx"))
    for expected in ("Harbour & Co <1>", "Kestrel-447100", "K 13/2026", TEXTS[language]["ask.child"]):
        assert expected in text
    assert "{" not in text


@pytest.mark.parametrize("language", list(TEXTS))
def test_a_pdf_is_made_with_the_letters_own_font(language: str) -> None:
    said = content(made(), Party("Harbour"), Party("Prosecution"), language)
    pdf = render(said, "pdf")
    assert pdf.startswith(b"%PDF-")
    assert b"TutelaLetter" in pdf
    assert pdf.count(b"/FontFile") <= 2


def signs_of(font: bytes) -> set[int]:
    """Every character that an OpenType font draws, from its character map of format 4."""
    tables = {font[at : at + 4]: at for at in range(12, 12 + 16 * struct.unpack_from(">H", font, 4)[0], 16)}
    start: int = struct.unpack_from(">I", font, tables[b"cmap"] + 8)[0]
    found: set[int] = set()
    for n in range(struct.unpack_from(">H", font, start + 2)[0]):
        at = start + struct.unpack_from(">I", font, start + 8 + 8 * n)[0]
        if struct.unpack_from(">H", font, at)[0] == 4:
            size = struct.unpack_from(">H", font, at + 6)[0]
            lasts = struct.unpack_from(f">{size // 2}H", font, at + 14)
            firsts = struct.unpack_from(f">{size // 2}H", font, at + 16 + size)
            for first, last in zip(firsts, lasts, strict=True):
                found |= set(range(first, last + 1))
    return found


def test_the_font_draws_every_sign_of_both_languages() -> None:
    drawn = signs_of((FILES / "paper.otf").read_bytes())
    texts = [*EN.values(), *ZH.values(), *(name for o in OFFENCES.values() for name in o.values()), "年月日–"]
    assert {sign for text in texts for sign in text if ord(sign) not in drawn} == set()
    assert "SIL OPEN FONT LICENSE" in (FILES / "OFL.txt").read_text()


def test_another_language_or_kind_is_said_plainly() -> None:
    with pytest.raises(ValueError, match="en, zh-hans"):
        content(made(), Party("a"), Party("b"), "xx")
    with pytest.raises(ValueError, match="docx or pdf"):
        render(content(made(), Party("a"), Party("b"), "en"), "odt")


def test_the_file_name_tells_nobody_anything() -> None:
    assert file_name(made(), "pdf") == "letter-2026-03-03.pdf"


@pytest.fixture
def charged(db_world: object) -> Cast:
    """Somebody charged although presumed trafficked, whose name is on file; the letter has been sent."""
    cast = Cast()
    ngo = cast.add(Sector.NGO, Role.CASEWORKER)
    cast.open(ngo, age_basis="claimed", age_low=15)
    cast.done(ngo, "record_identity", kind="name", value=NAME)
    cast.done(ngo, "presume_trafficked")
    cast.done(ngo, "detention_found", place_kind="police_station")
    cast.done(ngo, "charge_found", charge_ref="K 13/2026", offence="drug_cultivation")
    prosecution = cast.add(Sector.PROSECUTION, Role.PROSECUTOR)
    cast.done(
        ngo,
        "send_letter",
        charge_ref="K 13/2026",
        to_agency=str(prosecution.agency_id),
        agreement="could_not_be_asked",
    )
    return cast


def test_the_sender_prints_it_and_no_name_is_in_it(charged: Cast) -> None:
    ngo = charged.actors["ngo"]
    made_docx = reads.letter_file(ngo, charged.case, "K 13/2026", "zh-hans", "docx", charged.now)
    assert made_docx.name == "letter-2026-03-02.docx"
    text = words_of(made_docx.content)
    for key in ("ask.release", "ask.child", "link.not_assessed", "careful.could_not_be_asked"):
        assert ZH[key] in text
    assert "2026年3月9日" in text
    with zipfile.ZipFile(io.BytesIO(made_docx.content)) as parts:
        everything = b"".join(parts.read(name) for name in parts.namelist())
    assert NAME.encode() not in everything
    assert reads.letter(ngo, charged.case, "K 13/2026", "en", "pdf", charged.now).startswith(b"%PDF-")


def test_who_has_no_sight_of_the_case_gets_what_nobody_has(charged: Cast) -> None:
    other = charged.add(Sector.NGO, Role.CASEWORKER, key="elsewhere")
    with pytest.raises(LookupError):
        reads.letter(other, charged.case, "K 13/2026", "en", "pdf", charged.now)
    with pytest.raises(LookupError):
        reads.letter(charged.actors["ngo"], charged.case, "K 14/2026", "en", "pdf", charged.now)
