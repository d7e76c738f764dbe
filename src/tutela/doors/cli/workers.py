"""`tutela workers`: who works with how many people, who is away, and supervision."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from tutela.doors.cli.do import standing
from tutela.doors.cli.ground import data_option


@click.command("workers")
@click.option("--as", "member", metavar="MEMBER", required=True, help="Who looks: the key of a member.")
@data_option
@click.pass_context
def command(ctx: click.Context, member: str, data: Path | None) -> None:
    """List the workers of your agency with their loads; a coordinator sees who is above the target, in numbers.

    \b
    Examples
      tutela workers --as harbour-ana
      tutela do name_worker --case Kestrel-004471 --colleague harbour-bo --until 2026-03-20 --as harbour-ana
    """
    with standing(ctx, data):
        click.echo(json.dumps(look(member), ensure_ascii=False, default=str, indent=1))


def look(member_key: str) -> Any:
    """What this member is shown, as plain data. Raises click.ClickException."""
    from tutela.agencies.models import Member
    from tutela.agencies.sessions import end_session, open_session
    from tutela.doors.api import workers
    from tutela.doors.now import clock

    found = Member.objects.select_related("agency").filter(key=member_key, active=True).first()
    if found is None:
        raise click.ClickException(f"There is no member with the key {member_key!r}.")
    actor = open_session(found, hours=1)
    try:
        return workers.plain(actor, clock()())
    finally:
        end_session(actor.handle)
