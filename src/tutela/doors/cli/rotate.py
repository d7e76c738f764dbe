"""`tutela rotate`: every person's keys under the new master key."""

from __future__ import annotations

from pathlib import Path

import click

from tutela.doors.cli.ground import data_option, ground
from tutela.doors.cli.progress import console, step


@click.command("rotate")
@data_option
def command(data: Path | None) -> None:
    """Wrap every person's keys anew, under the master key that stands in front.

    \b
      1. Make a key:   python3 -c 'import secrets; print(secrets.token_urlsafe(32))'
      2. Set it as TUTELA_MASTER_KEY; put the old one into TUTELA_OLD_MASTER_KEYS; restart the server.
      3. Run this command. It may be stopped and run again; work goes on meanwhile.
      4. Take the old key out of TUTELA_OLD_MASTER_KEYS and restart. Keep it, apart, for as long as the oldest
         backup of the key store is kept; then destroy it.

    Only keys are rewrapped; what they close stays as it is.
    """
    with ground(data):
        from django.conf import settings

        from tutela.people.keystore import store
        from tutela.people.keystore.wrapping import key_id_of

        if not settings.OLD_MASTER_KEYS:
            raise click.ClickException("TUTELA_OLD_MASTER_KEYS is empty: there is nothing to rotate from.")
        new = key_id_of(settings.MASTER_KEY)
        for text in settings.OLD_MASTER_KEYS:
            old = key_id_of(text)
            with step(f"Rewrapping from {old} to {new}") as note:
                note.append(f"{store.rotate(old, new)} keys")
        console.print("Done. The old keys may leave TUTELA_OLD_MASTER_KEYS.")
