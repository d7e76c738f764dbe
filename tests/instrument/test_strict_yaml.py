"""YAML without its traps."""

import datetime

import pytest

from tutela.instrument.strict_yaml import StrictYamlError, load_strict, load_strict_file


@pytest.mark.parametrize(
    "text, value",
    [
        ("no", "no"),
        ("NO", "NO"),
        ("yes", "yes"),
        ("on", "on"),
        ("True", "True"),
        ("true", True),
        ("false", False),
        ("10:30", "10:30"),
        ("012", "012"),
        ("1_000", "1_000"),
        ("0x1f", "0x1f"),
        ("12", 12),
        ("-3", -3),
        ("1.5", 1.5),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        ("2024-03-04", datetime.date(2024, 3, 4)),
        ("2024-03-04T09:00Z", "2024-03-04T09:00Z"),
        ("null", None),
        ("~", None),
        ("Null", "Null"),
        ("<<", "<<"),
    ],
)
def test_scalars_are_what_they_look_like(text, value):
    loaded = load_strict(f"a: {text}")["a"]
    assert loaded == value
    assert type(loaded) is type(value)


@pytest.mark.parametrize(
    "text, says",
    [
        ("a: 1\na: 2", "line 2: the key 'a' is written twice"),
        ("a: {b: 1, b: 2}", "'b' is written twice"),
        ("a: [1", "profile.yaml"),
        ("a: 2024-02-30", "profile.yaml"),
        ("? [a]\n: 1", "a key must be a plain word"),
        ("a: !!python/object/apply:os.getcwd []", "profile.yaml"),
    ],
)
def test_mistakes_name_the_file_and_the_place(text, says):
    with pytest.raises(StrictYamlError) as caught:
        load_strict(text, "profile.yaml")
    assert says in str(caught.value)
    assert "profile.yaml" in str(caught.value)


def test_a_file_is_named_without_its_folder(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text("a: 1\na: 1\n", encoding="utf-8")
    with pytest.raises(StrictYamlError) as caught:
        load_strict_file(path)
    assert str(tmp_path) not in str(caught.value)
