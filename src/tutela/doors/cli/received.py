"""`tutela received`: what waits at the protection office, and one item opened."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import UUID

import click

from tutela.doors.cli.do import standing
from tutela.doors.cli.ground import data_option


@click.command("received")
@click.option("--as", "member", metavar="MEMBER", required=True, help="Who looks: the key of a member.")
@click.option("--open", "item", type=click.UUID, help="Open this item; needs --purpose, and is on record.")
@click.option("--purpose", help="Why it is opened. Your answer is kept.")
@data_option
@click.pass_context
def command(
    ctx: click.Context, member: str, item: UUID | None, purpose: str | None, data: Path | None
) -> None:
    """List what was received for files that its sender does not see; children and danger first.

    Only the protection office sees it. What it says stays sealed until somebody opens it for a purpose. Then it
    is put into a file, a file is opened from it, or it is set aside, each with `tutela do`.

    \b
    Examples
      tutela received --as desk-ana
      tutela received --as desk-ana --open ID --purpose "to find the file"
      tutela do match_received --intake ID --case Kestrel-004471 --as desk-ana
      tutela do set_received_aside --intake ID --because about_nobody --reason "..." --as desk-ana
    """
    if item is not None and not (purpose or "").strip():
        raise click.UsageError("Say why you open it: --purpose.")
    with standing(ctx, data):
        click.echo(json.dumps(look(member, item, purpose or ""), ensure_ascii=False, default=str, indent=1))


def look(member_key: str, item: UUID | None, purpose: str) -> Any:
    """What this member is shown, as plain data. Raises click.ClickException."""
    from tutela.agencies.models import Member
    from tutela.agencies.sessions import end_session, open_session
    from tutela.cases import received
    from tutela.doors.now import clock
    from tutela.people.keystore.store import KeyStoreDown

    member = Member.objects.select_related("agency").filter(key=member_key, active=True).first()
    if member is None:
        raise click.ClickException(f"There is no member with the key {member_key!r}.")
    actor, now = open_session(member, hours=1), clock()()
    try:
        if item is None:
            return [_plain(one) | {"overdue": one.is_overdue(now)} for one in received.waiting(actor)]
        found = received.opened(actor, item, purpose, now)
    except KeyStoreDown as error:
        raise click.ClickException(str(error)) from None
    finally:
        end_session(actor.handle)
    if found is None:
        raise click.ClickException("There is nothing here that you can open.")
    return {**_plain(found.item), "content": found.content, "names": found.names[1] if found.names else None}


def _plain(item: Any) -> dict[str, Any]:
    return {**vars(item), "danger": item.is_danger}
