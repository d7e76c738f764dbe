"""The mail server, from one address in the environment; without it no mail is sent.

EMAIL_URL=smtp+tls://user:password@mail.example:587/?from=tutela@mail.example
"""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}
WAIT_SECONDS = 10
NONE = "django.core.mail.backends.dummy.EmailBackend"


def mail_settings(url: str) -> dict[str, Any]:
    """Django's settings for a mail server. Raises ImproperlyConfigured, without saying what was in the address."""
    if not url:
        return {"EMAIL_BACKEND": NONE}
    parts = urlsplit(url)
    sender = (parse_qs(parts.query).get("from") or [""])[0]
    if parts.scheme not in PORTS or not parts.hostname or "@" not in sender:
        raise ImproperlyConfigured("EMAIL_URL: write smtp+tls://user:password@host:port/?from=address")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or PORTS[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": WAIT_SECONDS,
        "DEFAULT_FROM_EMAIL": sender,
    }


def is_on() -> bool:
    """Whether mail is sent from here at all."""
    return bool(settings.EMAIL_BACKEND != NONE)
