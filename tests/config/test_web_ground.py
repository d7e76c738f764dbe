"""What every answer of the web carries, and who may not sign up."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client

from tutela.config import database
from tutela.doors.cli import licences


@pytest.mark.parametrize("address", ["/accounts/login/", "/no/such/page"])
def test_strict_headers_on_every_answer(db_world: database.Urls, address: str) -> None:
    answer = Client().get(address)
    policy = answer["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'") and "unsafe" not in policy
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert "no-store" in answer["Cache-Control"] or "no-cache" in answer["Cache-Control"]


def test_pages_are_compressed_only_where_their_length_gives_nothing_away(db_world: database.Urls) -> None:
    browser = Client(headers={"accept-encoding": "gzip"})
    assert browser.get("/instrument/").headers["Content-Encoding"] == "gzip"
    for answer in (
        browser.get("/accounts/login/"),
        browser.get("/instrument/", headers={"sec-fetch-site": "cross-site"}),
        browser.post("/accounts/login/", {"login": "x" * 300, "password": "y"}),
        browser.post("/instrument/"),
    ):
        assert "Content-Encoding" not in answer.headers


def test_nobody_signs_up_alone(db_world: database.Urls) -> None:
    page = Client().post("/accounts/signup/", {"username": "x", "password1": "p" * 20, "password2": "p" * 20})
    assert page.status_code == 404
    from django.contrib.auth.models import User

    assert not User.objects.exists()


def test_sign_in_works_against_the_serving_login(db_world: database.Urls) -> None:
    from django.contrib.auth.models import User

    User.objects.create_user("nora", password="long enough to be fine")
    answer = Client().post("/accounts/login/", {"login": "nora", "password": "long enough to be fine"})
    assert answer.status_code == 302, re.findall(r"<li>.*", answer.content.decode())


def test_a_licence_that_does_not_fit_is_named() -> None:
    said = licences.unfit({"good": "MIT", "both": "GPL-3.0 OR MIT", "bad": "GPL-3.0-only", "none": ""})
    assert said == ["bad: GPL-3.0-only", "none: no licence given"]


def test_requirements_name_no_index_and_every_package_has_a_hash() -> None:
    for path in sorted(Path("requirements").glob("*.txt")):
        text = path.read_text()
        assert "index-url" not in text.replace("--no-emit-index-url", "") and "://" not in text, path
        blocks = re.split(r"\n(?=[A-Za-z0-9])", text)
        assert all("--hash=sha256:" in block for block in blocks if "==" in block.split("\n")[0]), path
