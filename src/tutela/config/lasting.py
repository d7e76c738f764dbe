"""Connections to scratch databases that outlast the test or the story that opened them.

A process of the server that has seen the tables, their policies and their functions answers several times quicker than
a new one. What one user left in a session is taken out of it before the next one comes.
"""

from __future__ import annotations

import itertools
import threading
from typing import Any

import psycopg
from django.db import connections
from psycopg.pq import TransactionStatus

from tutela.config import database
from tutela.config.routers import django_database
from tutela.config.washing import COUNT_NOW

_worlds = itertools.count(1)
#: All that DISCARD ALL does, but for what the server has learnt: plans and prepared statements.
_FORGET = (
    "RESET SESSION AUTHORIZATION; RESET ALL; CLOSE ALL; UNLISTEN *; SELECT pg_advisory_unlock_all(); "
    f"DISCARD TEMP; DISCARD SEQUENCES; {COUNT_NOW}"
)
#: By database and by the thread that may use them: connections by alias.
_lasting: dict[tuple[str, int], dict[str, Any]] = {}


def point(urls: database.Urls) -> None:
    """Points Django's connections, of this thread and of those to come, at these databases."""
    world = next(_worlds)
    for alias, url in (("default", urls.app), ("owner", urls.owner), ("keys", urls.keys)):
        connections[alias].close()
        wanted = django_database(url)
        names = {name: wanted[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")}
        connections.settings[alias].update(names, WORLD=world)
        known = _lasting.get((wanted["NAME"], threading.get_ident()), {}).pop(alias, None)
        if known is not None:
            connections[alias] = known
        connections[alias].settings_dict.update(names, WORLD=world)


def leave(*databases: str) -> None:
    """Closes this thread's connections, and keeps those to these databases for whoever is pointed at them next."""
    for connection in connections.all(initialized_only=True):
        inner = connection.connection
        if inner is None or inner.closed or inner.info.dbname not in databases or not _forgotten(connection):
            connection.close()
            continue
        _lasting.setdefault((inner.info.dbname, threading.get_ident()), {})[connection.alias] = connection
        del connections[connection.alias]


def _forgotten(connection: Any) -> bool:
    """Whether the session is as if it had just begun."""
    if connection.in_atomic_block or connection.connection.info.transaction_status != TransactionStatus.IDLE:
        return False
    try:
        connection.connection.execute(_FORGET)
        connection.init_connection_state()
    except psycopg.Error:
        return False
    return True


def processes(name: str) -> list[int]:
    """The server's processes that wait for the next user of a database."""
    return [one.connection.info.backend_pid for one in _of(name)]


def part(name: str) -> None:
    """Closes the connections to a database that nobody will be pointed at again."""
    for one in _of(name):
        one.connection.close()
    for key in [key for key in _lasting if key[0] == name]:
        del _lasting[key]


def _of(name: str) -> list[Any]:
    return [one for key, kept in list(_lasting.items()) if key[0] == name for one in kept.values()]
