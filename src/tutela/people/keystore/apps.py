"""The key store as a Django app; it lives on the database alias `keys` and nowhere else."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.core import checks

ALIAS = "keys"


class KeystoreConfig(AppConfig):
    """Label `keystore`. Missing or weak master keys keep the software from starting."""

    name = "tutela.people.keystore"
    label = "keystore"
    default_auto_field = "django.db.models.BigAutoField"


@checks.register(checks.Tags.security)
def master_keys_are_strong(app_configs: Any, **kwargs: Any) -> list[checks.CheckMessage]:
    """Refuse to start with master keys that are missing, short or plainly not random."""
    from .wrapping import WeakKey, wrapper

    try:
        wrapper()
    except WeakKey as error:
        return [checks.Error(str(error), id="keystore.E001")]
    return []
