"""What was written about a person is read again: for a purpose, by whom it is for, as far as their compartments go."""

from __future__ import annotations

import json
from datetime import timedelta

from click.testing import CliRunner

from tests.web.country import Country
from tests.web.test_pages import got
from tests.web.test_received import ask
from tutela.doors.cli.do import STANDING
from tutela.doors.cli.open import command
from tutela.engine.access import acting
from tutela.engine.models import Entry
from tutela.people.keystore.models import Trace

WORDS = "She asked that nobody calls before noon."
WHY = "to take over from the night shift"


def written(land: Country) -> int:
    """What she needs, in her words, is written down; the number of the entry that the timeline shows."""
    land.did("assess_needs", "harbour", timedelta(hours=1), case=land.adult, now=["medical"],
             asked_herself=True, interpreting="not_needed", notes=WORDS)  # fmt: skip
    with acting(land.actors["harbour"]):
        found = Entry.objects.filter(subject_id=land.adult, action="assess_needs", outcome="done")
        return int(found.order_by("-seq").values_list("seq", flat=True)[0])


def test_words_are_read_for_a_purpose_and_the_trace_is_kept_first(land: Country) -> None:
    seq = written(land)
    harbour, address = land.client("harbour"), f"/cases/{land.adult}/written/"
    assert f'href="{address}?entry={seq}"' in got(harbour, f"/cases/{land.adult}/")
    sealed = got(harbour, f"{address}?entry={seq}")
    assert WORDS not in sealed and not Trace.objects.filter(purpose=WHY).exists()
    assert harbour.post(address, {"entry": seq, "purpose": " "}).status_code == 422
    opened = harbour.post(address, {"entry": seq, "purpose": WHY}).content.decode()
    assert WORDS in opened and "edical" in opened
    traced = Trace.objects.filter(purpose=WHY, subject_id=land.adult).values_list("compartment", flat=True)
    assert set(traced) <= {"facts", "health", "statements"} and "statements" in traced
    assert WORDS in harbour.post(address, {"purpose": WHY}).content.decode(), "a page of entries holds it too"


def test_nobody_reads_beyond_their_compartments(land: Country) -> None:
    seq = written(land)
    police, address = land.client("police"), f"/cases/{land.adult}/written/"
    shown = police.post(address, {"entry": seq, "purpose": WHY})
    assert shown.status_code == 200 and WORDS not in shown.content.decode()
    assert not Trace.objects.filter(purpose=WHY, compartment__in=("statements", "health")).exists()
    assert police.post(f"/cases/{land.child}/written/", {"purpose": WHY}).status_code == 404
    assert land.client("rights").post(address, {"purpose": WHY}).status_code == 404


def test_programs_and_the_command_line_open_the_same(land: Country) -> None:
    seq = written(land)
    assert ask("harbour-one", f"/cases/{land.adult}/written", {"purpose": ""})[0] == 422
    status, found = ask("harbour-one", f"/cases/{land.adult}/written?entry={seq}", {"purpose": WHY})
    assert status == 200 and WORDS in json.dumps(found["rows"])
    assert WORDS not in json.dumps(ask("police-one", f"/cases/{land.adult}/written", {"purpose": WHY})[1])
    assert ask("police-one", f"/cases/{land.child}/written", {"purpose": WHY})[0] == 404
    assert ask("police-one", f"/cases/{land.adult}/name", {"purpose": WHY})[0] == 404
    arguments = [str(land.adult), "written", "--purpose", WHY, "--entry", str(seq)]
    told = CliRunner().invoke(command, [*arguments, "--as", "harbour-one"], obj=STANDING)
    assert WORDS in told.output
    told = CliRunner().invoke(command, [*arguments, "--as", "police-one"], obj=STANDING)
    assert told.exit_code == 0 and WORDS not in told.output
    name = CliRunner().invoke(
        command, [str(land.adult), "name", "--purpose", WHY, "--as", "police-one"], obj=STANDING
    )
    assert name.exit_code == 1 and "nothing to open" in name.output
