"""`tutela rotate`: after it, the old master key is no longer needed."""

from __future__ import annotations

import base64
import os
from contextlib import contextmanager

import pytest
from click.testing import CliRunner

from tutela.doors.cli import rotate
from tutela.people.keystore import store
from tutela.people.keystore.models import Key
from tutela.people.keystore.wrapping import WrongMasterKey, key_id_of


def fresh() -> str:
    return base64.urlsafe_b64encode(os.urandom(32)).decode()


@pytest.fixture
def run(monkeypatch, db_world):
    @contextmanager
    def already_there(data=None):
        yield

    monkeypatch.setattr(rotate, "ground", already_there)
    return lambda: CliRunner().invoke(rotate.command)


def test_every_key_is_rewrapped_and_the_old_one_may_go(run, settings):
    old, new = fresh(), fresh()
    settings.MASTER_KEY, settings.OLD_MASTER_KEYS = old, []
    [(keyset_id, _)] = store.issue_keysets(1)
    before = store.unwrapped(keyset_id, "identity")

    settings.MASTER_KEY, settings.OLD_MASTER_KEYS = new, [old]
    result = run()
    assert result.exit_code == 0, result.output
    assert "8 keys" in result.output

    settings.OLD_MASTER_KEYS = []
    assert store.unwrapped(keyset_id, "identity") == before
    assert set(Key.objects.using("keys").values_list("wrapped_by", flat=True)) == {key_id_of(new)}


def test_with_nothing_to_rotate_from_it_says_so(run, settings):
    settings.OLD_MASTER_KEYS = []
    result = run()
    assert result.exit_code == 1
    assert "nothing to rotate from" in result.output


def test_without_rotation_the_old_key_is_still_needed(db_world, settings):
    settings.MASTER_KEY, settings.OLD_MASTER_KEYS = fresh(), []
    [(keyset_id, _)] = store.issue_keysets(1)
    settings.MASTER_KEY = fresh()
    with pytest.raises(WrongMasterKey):
        store.unwrapped(keyset_id, "identity")
