"""The log takes only what is on its list, and never a sentence or a name."""

from __future__ import annotations

import io
import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import uuid4

import pytest
import structlog

from tutela.config import logs

CANARY = "Zebulon Quartermain"


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What the log writes during the test, as in production."""
    before, output = structlog.get_config(), io.StringIO()
    monkeypatch.setattr(logs, "_strict", False)
    structlog.configure(logger_factory=structlog.WriteLoggerFactory(file=output))
    yield output
    structlog.configure(**before)


def test_an_event_is_one_line_of_json(written: io.StringIO) -> None:
    act = uuid4()
    logs.event("action.refused", action="offer_place", act_id=act, reasons=["service.conditional"], ms=1.5)
    line = json.loads(written.getvalue())
    assert line["event"] == "action.refused"
    assert (line["act_id"], line["reasons"], line["ms"]) == (str(act), ["service.conditional"], 1.5)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("action.invented", {}),
        ("action.done", {"person": 1}),
        ("action.done", {"action": CANARY}),
        ("action.refused", {"reasons": ["ok", CANARY]}),
        ("action.done", {"action": object()}),
        ("action.done", {"action": "王小明"}),
    ],
)
def test_what_is_not_on_the_list_raises_in_tests_and_is_dropped_else(
    written: io.StringIO, monkeypatch: pytest.MonkeyPatch, name: str, values: dict[str, object]
) -> None:
    logs.event(name, **values)
    line = json.loads(written.getvalue())
    assert line["event"] == "log.refused"
    assert CANARY not in written.getvalue() and "王" not in written.getvalue()
    monkeypatch.setattr(logs, "_strict", True)
    with pytest.raises(logs.NotAnEvent):
        logs.event(name, **values)


def test_times_and_ids_are_fine(written: io.StringIO) -> None:
    logs.event("duty.escalated", duty="shelter", duty_id=uuid4(), to="coordinator")
    logs.event("sequencer.signed", size=datetime(2024, 1, 1, tzinfo=UTC))
    assert "log.refused" not in written.getvalue()


def test_a_library_s_message_loses_its_text(written: io.StringIO) -> None:
    try:
        raise ValueError(CANARY)
    except ValueError:
        logging.getLogger("some.library").exception("It failed for %s", CANARY)
    line = json.loads(written.getvalue())
    assert (line["event"], line["logger"], line["error"]) == (
        "library.reported",
        "some.library",
        "ValueError",
    )
    assert CANARY not in written.getvalue()


def test_nothing_in_the_package_writes_around_the_log() -> None:
    """`print` is left to the command line's own console."""
    command = [sys.executable, "-m", "ruff", "check", "--select", "T20,LOG,G", "--quiet", "src/tutela"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
