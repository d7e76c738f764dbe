"""Coverage is earned: only by passing lines of the right kind, told with today's rules."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutela.instrument.coverage import (
    NEEDS_RULE,
    SHOWN_BY,
    OutcomeKind,
    Rule,
    StoryResult,
    compute_coverage,
)
from tutela.instrument.provisions import Kind, all_provisions, provision

NOW = "today's digest"
ORDER = {"not yet": 0, "partly": 1, "shown": 2}


def line(kind, *provisions, story="A story", passed=True, harm=(), digest=NOW):
    return StoryResult(story, "stories/a.yaml", OutcomeKind(kind), provisions, passed, tuple(harm), digest)


def rules_for(provision_id):
    kinds = provision(provision_id).kinds
    return [Rule(kind, f"rule_{kind}", (provision_id,), "One sentence.\n\nMore.") for kind in kinds]


def lines_for(provision_id):
    return [line(SHOWN_BY[kind], provision_id) for kind in provision(provision_id).kinds]


def test_with_nothing_nothing_is_shown():
    coverage = compute_coverage([], [], NOW)
    assert coverage["totals"] == {"shown": 0, "partly": 0, "not yet": 110}
    assert coverage["provisions"]["P7"] == {
        "status": "not yet",
        "missing": ["refuse", "breach", "duty"],
        "rules": [],
        "stories": [],
    }
    assert coverage["harm"]["18"] == {"status": "not yet", "stories": []}
    assert coverage["guidelines"]["principles"] == {"shown": 0, "partly": 0, "not yet": 17, "of": 17}
    assert sum(counts["of"] for counts in coverage["guidelines"].values()) == 110


def test_every_kind_with_its_rule_shows_a_provision():
    coverage = compute_coverage(rules_for("P7"), lines_for("P7"), NOW)
    entry = coverage["provisions"]["P7"]
    assert entry["status"] == "shown"
    assert entry["missing"] == []
    assert entry["rules"][0] == {"kind": "refuse", "name": "rule_refuse", "doc": "One sentence."}
    assert entry["stories"][0] == {
        "story": "A story",
        "file": "stories/a.yaml",
        "kind": "refused",
        "passed": True,
        "current": True,
    }
    assert coverage["totals"] == {"shown": 1, "partly": 0, "not yet": 109}
    assert coverage["guidelines"]["principles"]["shown"] == 1


def test_some_kinds_are_partly_and_the_others_are_named():
    entry = compute_coverage(rules_for("P7"), lines_for("P7")[:1], NOW)["provisions"]["P7"]
    assert entry["status"] == "partly"
    assert entry["missing"] == ["breach", "duty"]


@pytest.mark.parametrize("kind", sorted(NEEDS_RULE))
def test_a_story_without_a_rule_earns_nothing(kind):
    rules = [rule for rule in rules_for("P7") if rule.kind != kind]
    assert compute_coverage(rules, lines_for("P7"), NOW)["provisions"]["P7"]["missing"] == [kind]


def test_a_rule_for_another_provision_does_not_help():
    rules = [replace(rule, provisions=("P8",)) for rule in rules_for("P7")]
    assert compute_coverage(rules, lines_for("P7"), NOW)["provisions"]["P7"]["status"] == "not yet"


@pytest.mark.parametrize("kind", [Kind.RECORD, Kind.MEASURE, Kind.PUBLISH])
def test_registers_measures_and_publications_count_by_their_story(kind):
    known = next(p for p in all_provisions() if p.kinds == (kind,))
    coverage = compute_coverage([], lines_for(known.id), NOW)
    assert coverage["provisions"][known.id]["status"] == "shown"


@pytest.mark.parametrize("kind", ["none", "lapse", "definition", "screening", "finding", "filed"])
def test_a_line_of_another_kind_earns_nothing(kind):
    assert (
        compute_coverage(rules_for("P8"), [line(kind, "P8")], NOW)["provisions"]["P8"]["status"] == "not yet"
    )


def test_failed_lines_and_stale_lines_earn_nothing_and_are_still_listed():
    failed = [replace(result, passed=False) for result in lines_for("P7")]
    stale = [replace(result, digest="yesterday's") for result in lines_for("P7")]
    for results in (failed, stale):
        entry = compute_coverage(rules_for("P7"), results, NOW)["provisions"]["P7"]
        assert entry["status"] == "not yet"
        assert len(entry["stories"]) == 3


def test_harm_lines_are_held_the_same_way():
    results = [line("none", harm=["4", "12"]), line("refused", harm=["5"], passed=False)]
    harm = compute_coverage([], results, NOW)["harm"]
    assert [line_id for line_id, entry in harm.items() if entry["status"] == "shown"] == ["4", "12"]
    assert harm["5"]["stories"][0]["passed"] is False
    assert list(harm) == [str(n) for n in range(1, 19)]


def test_rules_of_an_unknown_kind_are_refused():
    with pytest.raises(ValueError, match="wish"):
        compute_coverage([Rule("wish", "x", ("P1",))], [], NOW)


def test_the_answer_is_plain_json():
    coverage = compute_coverage(rules_for("G2.6"), lines_for("G2.6"), NOW)
    assert json.loads(json.dumps(coverage)) == coverage
    assert list(coverage) == ["provisions", "totals", "guidelines", "harm"]


SOME = ("P7", "P8", "P13", "G2.4", "G3.3", "G4.8", "G8.3")
results_strategy = st.lists(
    st.builds(
        StoryResult,
        story=st.sampled_from(["one", "two"]),
        file=st.just("stories/x.yaml"),
        outcome_kind=st.sampled_from(OutcomeKind),
        provisions=st.lists(st.sampled_from(SOME), unique=True, max_size=3).map(tuple),
        passed=st.booleans(),
        harm=st.lists(st.sampled_from(["1", "9", "18"]), unique=True, max_size=2).map(tuple),
        digest=st.sampled_from([NOW, "old"]),
    ),
    max_size=12,
)
rules_strategy = st.lists(
    st.builds(
        Rule,
        kind=st.sampled_from(Kind),
        name=st.just("a_rule"),
        provisions=st.lists(st.sampled_from(SOME), unique=True, max_size=3).map(tuple),
    ),
    max_size=10,
)


def never_higher(less, more):
    for part in ("provisions", "harm"):
        for key, entry in less[part].items():
            assert ORDER[entry["status"]] <= ORDER[more[part][key]["status"]]


@given(rules_strategy, results_strategy, st.data())
def test_losing_a_line_or_a_rule_never_raises_a_status(rules, results, data):
    whole = compute_coverage(rules, results, NOW)
    if results:
        index = data.draw(st.integers(0, len(results) - 1))
        never_higher(compute_coverage(rules, results[:index] + results[index + 1 :], NOW), whole)
        failing = [*results[:index], replace(results[index], passed=False), *results[index + 1 :]]
        never_higher(compute_coverage(rules, failing, NOW), whole)
    if rules:
        index = data.draw(st.integers(0, len(rules) - 1))
        never_higher(compute_coverage(rules[:index] + rules[index + 1 :], results, NOW), whole)


@given(rules_strategy, results_strategy)
def test_counts_add_up_and_order_does_not_matter(rules, results):
    coverage = compute_coverage(rules, results, NOW)
    assert sum(coverage["totals"].values()) == 110
    for status, total in coverage["totals"].items():
        assert total == sum(counts[status] for counts in coverage["guidelines"].values())
    backwards = compute_coverage(rules[::-1], results[::-1], NOW)
    assert backwards["totals"] == coverage["totals"]
    assert all(
        entry["missing"] == coverage["provisions"][key]["missing"]
        for key, entry in backwards["provisions"].items()
    )


@given(rules_strategy, results_strategy)
def test_after_the_rules_change_nothing_counts(rules, results):
    coverage = compute_coverage(rules, results, "tomorrow's")
    assert coverage["totals"]["not yet"] == 110
    assert {entry["status"] for entry in coverage["harm"].values()} == {"not yet"}
