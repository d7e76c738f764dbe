"""The contract is whole, in both languages, and reads strictly."""

import re
from pathlib import Path

import pytest
import yaml

from tutela.instrument import UnknownProvision, all_guidelines, all_provisions, check_id, check_ids, provision
from tutela.instrument.provisions import PROVISIONS_FILE, Kind, guideline, load_instrument
from tutela.instrument.strict_yaml import StrictYamlError

ROOT = Path(__file__).resolve().parents[2]
CONTRACT = ROOT.parent / "shared" / "instrument" / "provisions.yaml"
HAN = re.compile(r"[\u4e00-\u9fff]")
MEASURES = {1: 10, 2: 7, 3: 7, 4: 11, 5: 9, 6: 8, 7: 9, 8: 10, 9: 3, 10: 7, 11: 12}


def test_all_110_provisions_are_there_in_order():
    principles = [f"P{n}" for n in range(1, 18)]
    measures = [f"G{g}.{n}" for g, count in MEASURES.items() for n in range(1, count + 1)]
    assert len(principles) == 17
    assert len(measures) == 93
    assert [known.id for known in all_provisions()] == principles + measures


def test_they_say_what_the_contract_says():
    if not CONTRACT.exists():
        pytest.skip("the contract of provisions does not lie beside this checkout")
    contract = yaml.safe_load(CONTRACT.read_text(encoding="utf-8"))
    ours = [(p.id, p.en, p.zh, [*p.kinds], p.accept) for p in all_provisions()]
    theirs = [
        (p["id"], p["en"], p["zh"], p["kind"], p["accept"])
        for p in contract["principles"] + contract["guidelines"]
    ]
    assert ours == theirs


@pytest.mark.parametrize("known", all_provisions(), ids=lambda known: known.id)
def test_both_languages_are_everywhere(known):
    for chinese in (known.zh, known.accept_zh, known.plain_zh):
        assert HAN.search(chinese)
    for english in (known.en, known.accept, known.plain_en):
        assert not HAN.search(english)


@pytest.mark.parametrize("known", all_provisions(), ids=lambda known: known.id)
def test_plain_sentences_stay_plain(known):
    """One sentence of at most thirty words, short ones on the whole; at most sixty characters in Chinese."""
    words = re.findall(r"[A-Za-z']+", known.plain_en)
    assert len(words) <= 30, known.plain_en
    assert known.plain_en.count(".") == 1
    assert known.plain_en.endswith(".")
    assert sum(map(len, words)) / len(words) <= 5.6, known.plain_en
    assert len(known.plain_zh) <= 60, known.plain_zh
    assert known.plain_zh.count("。") == 1
    assert known.plain_zh.endswith("。")


def test_plain_sentences_are_each_their_own():
    sentences = [known.plain_en for known in all_provisions()] + [
        known.plain_zh for known in all_provisions()
    ]
    assert len(set(sentences)) == len(sentences)


def test_groups_have_titles_in_both_languages():
    assert [group.id for group in all_guidelines()] == ["principles", *(f"G{n}" for n in range(1, 12))]
    for group in all_guidelines():
        assert HAN.search(group.title("zh-hans"))
        assert not HAN.search(group.title("en"))


def test_texts_follow_the_language():
    known = provision("P8")
    assert known.title("zh_Hans") == known.zh
    assert known.acceptance("en-gb") == known.accept
    assert known.plain("zh") == known.plain_zh
    assert known.group == "principles"
    assert guideline(provision("G11.12").group).en.startswith("Cooperation")


@pytest.mark.parametrize(
    "wrong, says",
    [
        ("P18", "P1 to P17"),
        ("G2.9", "G2.1 to G2.7"),
        ("G12.1", "G1 to G11"),
        ("g2.5", "did you mean G2.5"),
        ("", "P1 to P17 and G1.1 to G11.12"),
        ("G02.5", "did you mean"),
    ],
)
def test_a_wrong_id_is_told_what_exists(wrong, says):
    with pytest.raises(UnknownProvision, match=re.escape(says)):
        check_id(wrong)


def test_lists_of_ids_are_checked():
    assert check_ids(["P7", "G2.5"]) == ("P7", "G2.5")
    with pytest.raises(UnknownProvision, match="twice"):
        check_ids(["P7", "P7"])
    with pytest.raises(UnknownProvision, match="single text"):
        check_ids("P7")
    with pytest.raises(UnknownProvision, match="G12"):
        guideline("G12")


GOOD = """\
guidelines:
  - {id: principles, en: Principles, zh: 原则}
provisions:
  - {id: P1, en: a, zh: b, kind: [refuse], accept: c, accept_zh: d, plain_en: e, plain_zh: f}
"""


def test_the_small_good_file_loads(tmp_path):
    path = tmp_path / "p.yaml"
    path.write_text(GOOD, encoding="utf-8")
    assert load_instrument(path).provisions["P1"].kinds == (Kind.REFUSE,)


@pytest.mark.parametrize(
    "old, new, says",
    [
        ("en: a,", "en: a, colour: red,", "unknown: colour"),
        ("plain_zh: f", "plain_zh: f, zh: again", "'zh' is written twice"),
        (", plain_zh: f", "", "missing: plain_zh"),
        ("kind: [refuse]", "kind: [forbid]", "forbid"),
        ("kind: [refuse]", "kind: []", "at least one"),
        ("kind: [refuse]", "kind: refuse", "must be a list"),
        ("kind: [refuse]", "kind: [refuse, refuse]", "written twice"),
        ("plain_en: e", "plain_en: ' '", "plain_en must be a text"),
        ("plain_en: e", "plain_en: 5", "plain_en must be a text"),
        ("id: P1", "id: Q1", "looks like P7"),
        ("id: P1", "id: G4.1", "belongs to G4"),
        ("provisions:\n", "more: 1\nprovisions:\n", "unknown: more"),
        ("  - {id: P1", "  - P1\n  - {id: P1", "expected keys and values"),
        ("guidelines:\n", "guidelines:\n  - {id: principles, en: x, zh: y}\n", "is there twice"),
        ("guidelines:", "guidelines: [", "p.yaml"),
    ],
)
def test_every_mistake_is_named(tmp_path, old, new, says):
    path = tmp_path / "p.yaml"
    assert old in GOOD
    path.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(StrictYamlError, match=re.escape(says)):
        load_instrument(path)


def test_the_file_itself_has_no_tabs_and_ends_well():
    text = PROVISIONS_FILE.read_text(encoding="utf-8")
    assert "\t" not in text
    assert text.endswith("\n")
