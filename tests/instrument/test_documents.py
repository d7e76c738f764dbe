"""The harm list and the glossary are whole, and their documents say the same as the data."""

import re
from pathlib import Path

import pytest

from tutela.instrument.documents import DOCUMENTS, write_documents
from tutela.instrument.glossary import UnknownTerm, all_terms, load_glossary, term
from tutela.instrument.harm import UnknownHarmLine, all_harm_lines, check_harm_id, harm_line, load_harm_lines
from tutela.instrument.strict_yaml import StrictYamlError

ROOT = Path(__file__).resolve().parents[2]
HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_document_is_what_the_data_makes(name):
    written = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert written == DOCUMENTS[name](), "run python -m tutela.instrument.documents docs"


def test_documents_are_written_where_asked(tmp_path):
    assert {path.name for path in write_documents(tmp_path)} == {"harm.md", "glossary.md"}


def test_eighteen_lines_in_two_languages():
    assert [line.id for line in all_harm_lines()] == [str(n) for n in range(1, 19)]
    for line in all_harm_lines():
        assert HAN.search(line.title("zh"))
        assert HAN.search(line.text("zh"))
        assert not HAN.search(line.title() + line.text())


def test_harm_ids_may_be_numbers_or_text():
    assert check_harm_id(7) == check_harm_id("7") == "7"
    assert harm_line("12").en == "No scores of people"
    with pytest.raises(UnknownHarmLine, match="1 to 18"):
        check_harm_id(19)


def test_the_glossary_holds_the_words_agreed_on():
    agreed = {
        "presumed trafficked person": "推定被贩运者",
        "trafficked person": "被贩运者",
        "recovery and reflection period": "恢复与反思期",
        "shelter": "庇护所",
        "referral": "转介",
        "screening": "筛查",
        "guardian": "监护人",
        "competent authority": "主管机关",
        "independent monitor": "独立监督机构",
        "breach": "违反",
        "duty": "职责",
        "refusal": "拒绝",
        "non-punishment": "不惩罚",
        "stay of removal": "暂缓驱离",
        "caseworker": "个案工作者",
        "coordinator": "协调员",
        "first responder": "一线人员",
        "best-interests assessment": "最大利益评估",
        "irregular": "非正常",
    }
    ours = {known.en: known.zh for known in all_terms()}
    assert agreed.items() <= ours.items()


def test_each_term_is_one_plain_sentence():
    assert len(all_terms()) >= 60
    for known in all_terms():
        assert re.fullmatch(r"[a-z_]+", known.id)
        assert known.means_en.endswith(".")
        assert HAN.search(known.name("zh"))
        assert HAN.search(known.means("zh"))
        assert "|" not in known.means_en + known.means_zh
    assert term("duty").name("zh-hans") == "职责"
    with pytest.raises(UnknownTerm, match="nonsense"):
        term("nonsense")


@pytest.mark.parametrize(
    "text, says",
    [
        ("harm:\n  - {id: 1, en: a, zh: b, text_en: c, text_zh: d}\n", "must be a text"),
        ("harm:\n  - {id: '1', en: a, zh: b, text_en: c}\n", "missing: text_zh"),
        ("harm:\n" + 2 * "  - {id: '1', en: a, zh: b, text_en: c, text_zh: d}\n", "twice"),
    ],
)
def test_mistakes_in_the_harm_list_are_named(tmp_path, text, says):
    path = tmp_path / "harm.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(StrictYamlError, match=says):
        load_harm_lines(path)


@pytest.mark.parametrize(
    "text, says",
    [
        ("terms:\n  - {id: a, en: a, zh: b, means_en: c}\n", "missing: means_zh"),
        ("terms:\n  - {id: a, en: '', zh: b, means_en: c, means_zh: d}\n", "not empty"),
        (
            "terms:\n  - {id: a, en: x, zh: b, means_en: c, means_zh: d}\n"
            "  - {id: e, en: x, zh: f, means_en: c, means_zh: d}\n",
            "twice",
        ),
    ],
)
def test_mistakes_in_the_glossary_are_named(tmp_path, text, says):
    path = tmp_path / "glossary.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(StrictYamlError, match=says):
        load_glossary(path)


LINK = re.compile(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)")
PAGES = [*sorted((ROOT / "docs").rglob("*.md")), *sorted(ROOT.glob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_documents_lead_somewhere(page):
    """Pictures are taken by the browser tests, so they may be missing before these have run once."""
    links = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if "docs/pictures/" not in link]
    missing = [link for link in links if not (page.parent / link).exists()]
    assert not missing


def test_the_index_names_every_decision():
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    decisions = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert len(decisions) >= 8
    for decision in decisions:
        assert f"decisions/{decision.name}" in index
        text = decision.read_text(encoding="utf-8")
        for part in ("## Question", "## Choice", "## What we gave up", "## When to look again"):
            assert part in text
