"""An installation does not start with missing or weak keys."""

from __future__ import annotations

import base64
import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from tutela.config import keys

GOOD = {f"TUTELA_{name}": secrets.token_urlsafe(32) for name in keys.NAMES}


def start(**environment: str) -> subprocess.CompletedProcess[str]:
    """Load the settings in a process of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TUTELA_")}
    command = [sys.executable, "-c", "from django.conf import settings; print(settings.DEBUG, settings.MODE)"]
    more = {"DJANGO_SETTINGS_MODULE": "tutela.config.settings", "PYTHONPATH": "src"}
    return subprocess.run(command, env=kept | more | environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("key", "fault"),
    [
        ("", "missing"),
        ("changeme", "too short"),
        (base64.urlsafe_b64encode(b"a" * 40).decode(), "weak"),
        ("not base64 at all, but long enough to look like a good key", "not URL-safe base64"),
    ],
)
def test_a_bad_key_is_named_and_not_shown(monkeypatch: pytest.MonkeyPatch, key: str, fault: str) -> None:
    for name, value in (GOOD | {"TUTELA_MASTER_KEY": key}).items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured, match=f"TUTELA_MASTER_KEY: {fault}") as refusal:
        keys.of_production()
    assert not key or key not in str(refusal.value)


def test_two_keys_must_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in GOOD:
        monkeypatch.setenv(name, GOOD["TUTELA_MASTER_KEY"])
    with pytest.raises(ImproperlyConfigured, match="the same"):
        keys.of_production()


def test_a_key_may_come_from_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, value in GOOD.items():
        monkeypatch.setenv(name, value)
    path = tmp_path / "key"
    path.write_text(secrets.token_urlsafe(32) + "\n")
    monkeypatch.setenv("TUTELA_MASTER_KEY_FILE", str(path))
    assert keys.of_production()["MASTER_KEY"] == path.read_text().strip()


def test_a_key_does_not_show_itself() -> None:
    assert "Key(…)" in repr([keys.Key("secret")])


def test_production_is_the_default_and_refuses_without_keys() -> None:
    done = start()
    assert done.returncode != 0
    for name in keys.NAMES:
        assert f"TUTELA_{name}: missing" in done.stderr


def test_production_starts_with_good_keys_and_never_with_debug(tmp_path: Path) -> None:
    done = start(**GOOD, TUTELA_HOSTS="a.example", TUTELA_DATA=str(tmp_path), DEBUG="1", DJANGO_DEBUG="True")
    assert (done.stdout.strip(), done.returncode) == ("False production", 0), done.stderr


def test_an_unknown_mode_is_refused() -> None:
    assert "can be production, demo or test" in start(TUTELA_MODE="prod").stderr
