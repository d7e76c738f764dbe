"""The file of story results: whole, strict, and stale as soon as rules or stories change."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutela.instrument import results as results_module
from tutela.instrument.coverage import OutcomeKind, StoryResult
from tutela.instrument.results import (
    BadResults,
    current_digest,
    merge_results,
    read_results,
    rules_digest,
    stories_digest,
    write_results,
)

ONE = StoryResult(
    "被拒绝的指控", "stories/chowdury.yaml", OutcomeKind.REFUSED, ("P7", "G2.5"), True, ("4",), "d"
)


@pytest.fixture
def stories(tmp_path):
    folder = tmp_path / "stories"
    folder.mkdir()
    (folder / "a.yaml").write_text("- story: A\n", encoding="utf-8")
    return folder


def test_what_is_written_is_read(tmp_path, stories):
    path = tmp_path / "r.json"
    write_results([ONE, replace(ONE, passed=False)], path, stories)
    assert read_results(path) == (replace(ONE, passed=False), ONE)
    assert list(tmp_path.iterdir()) in ([path, stories], [stories, path])


@given(st.permutations([ONE, replace(ONE, story="b"), replace(ONE, file="z"), replace(ONE, harm=())]))
def test_the_order_of_telling_leaves_no_trace(tmp_path_factory, order):
    folder = tmp_path_factory.mktemp("r")
    write_results(order, folder / "one.json", folder / "none")
    write_results(order[::-1], folder / "two.json", folder / "none")
    assert (folder / "one.json").read_bytes() == (folder / "two.json").read_bytes()


def test_a_missing_file_holds_no_results(tmp_path):
    assert read_results(tmp_path / "none.json") == ()


def test_the_shipped_file_reads():
    assert isinstance(read_results(), tuple)


def test_a_story_told_again_replaces_its_older_lines():
    other = replace(ONE, story="another")
    told_again = replace(ONE, passed=False)
    assert merge_results([ONE, replace(ONE, outcome_kind=OutcomeKind.BREACH), other], [told_again]) == (
        other,
        told_again,
    )


@pytest.mark.parametrize(
    "change, says",
    [
        ({"outcome_kind": "won"}, "won"),
        ({"provisions": ["P99"]}, "P99"),
        ({"provisions": "P7"}, "single text"),
        ({"harm": ["19"]}, "19"),
        ({"passed": "yes"}, "passed must be true or false"),
        ({"extra": 1}, "unknown: extra"),
    ],
)
def test_a_wrong_file_is_named(tmp_path, stories, change, says):
    path = tmp_path / "r.json"
    write_results([ONE], path, stories)
    content = json.loads(path.read_text(encoding="utf-8"))
    content["results"][0] |= change
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(BadResults, match=says) as caught:
        read_results(path)
    assert "r.json, result 1" in str(caught.value)


def test_broken_json_is_named(tmp_path):
    path = tmp_path / "r.json"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(BadResults, match=r"r\.json"):
        read_results(path)


def test_a_changed_story_makes_results_stale(stories):
    before = stories_digest(stories)
    (stories / "a.yaml").write_text("- story: B\n", encoding="utf-8")
    after = stories_digest(stories)
    (stories / "b.yaml").write_text("", encoding="utf-8")
    assert len({before, after, stories_digest(stories)}) == 3


def test_line_endings_make_no_difference(stories):
    before = stories_digest(stories)
    (stories / "a.yaml").write_bytes(b"- story: A\r\n")
    assert stories_digest(stories) == before


@pytest.mark.parametrize(
    "name, counts",
    [
        ("guidelines/g08_children/guards.py", True),
        ("engine/perform.py", True),
        ("profiles/default.yaml", True),
        ("instrument/provisions.yaml", True),
        ("guidelines/g08_children/messages.py", False),
        ("guidelines/g08_children/pages.py", False),
        ("guidelines/g08_children/migrations/0001.py", False),
        ("instrument/story_results.json", False),
        ("doors/web/views.py", False),
    ],
)
def test_the_digest_watches_rules_and_not_pages(tmp_path, name, counts):
    before = rules_digest(tmp_path)
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    path.write_text("x = 1\n", encoding="utf-8")
    assert (rules_digest(tmp_path) != before) is counts


def test_without_the_stories_their_shipped_digest_is_trusted_and_rules_still_watched(
    tmp_path, stories, monkeypatch
):
    path = tmp_path / "r.json"
    write_results([ONE], path, stories)
    here = current_digest(stories, path)
    elsewhere = tmp_path / "none"
    assert current_digest(elsewhere, path) == here
    monkeypatch.setattr(results_module, "rules_digest", lambda: "changed")
    assert current_digest(elsewhere, path) != here


def test_a_failed_write_leaves_the_old_file(tmp_path, stories, monkeypatch):
    path = tmp_path / "r.json"
    write_results([ONE], path, stories)

    def full(*_args):
        raise OSError("no space left")

    monkeypatch.setattr(results_module.os, "replace", full)
    with pytest.raises(OSError, match="no space"):
        write_results([], path, stories)
    assert read_results(path) == (ONE,)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["r.json", "stories"]
