"""Marked names in every field: they reach the sealed file, and nothing else: no log, address, header or error page."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from tests.any_action import LONG
from tests.web.country import AGENCIES, Country
from tutela.cases import reads
from tutela.doors.web import doable
from tutela.engine.actions import Action, registry
from tutela.engine.fields import FieldKind, FieldSpec

MARK = "Zyxcanary"
SAMPLES = {
    FieldKind.DATE: "2026-12-01", FieldKind.TIME: "2026-01-02T03:04", FieldKind.WHOLE: "7",
    FieldKind.MONEY: "7.50", FieldKind.CURRENCY: "EUR", FieldKind.LANGUAGE: "bn",
    FieldKind.LANGUAGES: "bn", FieldKind.COUNTRY: "GR", FieldKind.YES_NO: "yes", FieldKind.YES_NO_UNKNOWN: "yes",
}  # fmt: skip


def marked(spec: FieldSpec, land: Country) -> str:
    """Something for a field: a marked name wherever words can be typed."""
    if spec.choices:
        return spec.choices[0]
    if spec.kind in (FieldKind.ID, FieldKind.IDS):
        return str(land.ids.get(spec.ref.kind if spec.ref else "", uuid.uuid4()))
    return SAMPLES.get(spec.kind, f"{MARK} {spec.name}")


def sent_to(action: type[Action], land: Country) -> dict[str, Any]:
    """Every field of an action, filled in."""
    return {spec.name: marked(spec, land) for spec in action.specs()} | {"key": str(uuid.uuid4())}


def sights(land: Country) -> dict[str, Any]:
    """What of the file each agency sees; None: nothing."""
    heads = {key: reads.case_head(actor, land.adult, land.now) for key, actor in land.actors.items()}
    return {key: head and head[1] for key, head in heads.items()}


def senders(action: type[Action], land: Country, sees: dict[str, Any]) -> list[str]:
    """Of those who may send it, one for each sight of the file; asked for at length, all."""
    may = [key for key, actor in land.actors.items() if doable.may_try(action, actor)]
    return may if LONG else list({sees[key]: key for key in reversed(may)}.values())


def test_a_name_typed_anywhere_stays_where_it_was_put(
    land: Country, capfd: pytest.CaptureFixture[str]
) -> None:
    browsers = {row[0]: land.client(row[0]) for row in AGENCIES}
    for browser in browsers.values():
        browser.raise_request_exception = False
    capfd.readouterr()
    results: dict[int, list[str]] = {}
    sees = sights(land)
    for action in registry:
        if action.name in doable.DESIGNED:
            continue
        for key in senders(action, land, sees):
            browser = browsers[key]
            response = browser.post(doable.url_of(action, land.adult), sent_to(action, land))
            results.setdefault(response.status_code, []).append(action.name)
            _silent(response, action.name)
    assert set(results.pop(200)) == {"read_messages"}  # its address is the page on which they are opened
    assert set(results) == {302, 404, 409, 422} and len(results[302]) > 10 and len(results[422]) > 5, results
    _nothing_said(browsers["harbour"], land)
    logged = capfd.readouterr()
    assert MARK not in logged.err + logged.out


def _silent(response: Any, about: str) -> None:
    """Addresses, headers and cookies carry nothing typed; a page without an answer to it repeats nothing."""
    head = str(response.headers) + str(response.cookies)
    assert MARK not in head, about
    if response.status_code in (200, 302, 404):
        assert MARK not in response.content.decode(), about


def _nothing_said(browser: Client, land: Country) -> None:
    """Neither pages nor tables in clear hold a marked name afterwards."""
    for url in ("/", "/people/", f"/cases/{land.adult}/", "/referrals/"):
        assert MARK not in browser.get(url).content.decode(), url
    for url in (
        f"/cases/{MARK}/",
        f"/nowhere/{MARK}",
        f"/people/?after={MARK}",
        f"/cases/{land.adult}/?show={MARK}",
    ):
        page = browser.get(url)
        assert MARK not in page.content.decode(), url
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE tutela_engine")
        for table in ("entry", "outbox", "alert", "receipt", "duty", "breach"):
            cursor.execute(f"SELECT count(*) FROM engine_{table} t WHERE t::text LIKE %s", [f"%{MARK}%"])
            assert cursor.fetchone()[0] == 0, table
        cursor.execute("RESET ROLE")
        cursor.execute("SELECT session_data FROM django_session")
        assert all(MARK not in row[0] for row in cursor.fetchall())


def test_a_crash_shows_nothing_of_what_was_sent(
    land: Country, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    from tutela.doors.web.views import doing

    def breaks(*args: Any, **more: Any) -> None:
        raise RuntimeError(f"{MARK} in a message")

    monkeypatch.setattr(doing, "perform", breaks)
    browser = land.client("harbour")
    browser.raise_request_exception = False
    response = browser.post("/do/open_case/", {"key": str(uuid.uuid4()), "found_through": f"{MARK} shop"})
    assert response.status_code == 500
    page = response.content.decode()
    assert "<h1" in page and MARK not in page and "Traceback" not in page
    logged = capfd.readouterr()
    assert MARK not in logged.err + logged.out
