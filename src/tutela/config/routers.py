"""Which table lives in which database, and who may change its shape."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.db.models import Model

KEY_STORE = "keystore"
POOL = {"min_size": 1, "max_size": 8}
#: Values go beside a statement, not into it; what comes a third time over one connection is planned once for all times.
STATEMENTS: dict[str, Any] = {"server_side_binding": True, "prepare_threshold": 2}


class Router:
    """The key store in `keys`; everything else served through `default` and migrated through `owner`."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str:
        return "keys" if model._meta.app_label == KEY_STORE else "default"

    def db_for_write(self, model: type[Model], **hints: Any) -> str:
        return self.db_for_read(model)

    def allow_relation(self, one: Model, other: Model, **hints: Any) -> bool:
        return (one._meta.app_label == KEY_STORE) == (other._meta.app_label == KEY_STORE)

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == ("keys" if app_label == KEY_STORE else "owner")


def django_database(url: str, *, pooled: bool = False, wait_seconds: int = 10) -> dict[str, Any]:
    """Django's description of a database from its address; `wait_seconds` is how long it may take to
    answer.
    """
    parts = urlsplit(url)
    query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    options: dict[str, Any] = {"connect_timeout": wait_seconds, **STATEMENTS}
    if pooled:
        options["pool"] = {**POOL, "timeout": wait_seconds}
    host = query.pop("host", parts.hostname or "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or ""),
        "ATOMIC_REQUESTS": False,
        "CONN_MAX_AGE": 0,
        "OPTIONS": options | query,
    }
