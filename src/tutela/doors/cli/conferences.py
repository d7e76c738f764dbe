"""`tutela conferences`: the case conferences on one person, and who could be called to one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import UUID

import click

from tutela.doors.cli.do import standing
from tutela.doors.cli.ground import data_option


@click.command("conferences")
@click.argument("case")
@click.option("--as", "member", metavar="MEMBER", required=True, help="Who looks: the key of a member.")
@data_option
@click.pass_context
def command(ctx: click.Context, case: str, member: str, data: Path | None) -> None:
    """List the conferences on a person (pseudonym or id), what each decided, and who may come by her consent.

    \b
    Examples
      tutela conferences Kestrel-004471 --as harbour-ana
      tutela do call_conference --case Kestrel-004471 --purpose plan --on-day 2026-03-10 \\
        --agencies legal-aid --her-part comes --said-through interpreter --as harbour-ana
    """
    with standing(ctx, data):
        click.echo(json.dumps(look(member, case), ensure_ascii=False, default=str, indent=1))


def look(member_key: str, case: str) -> Any:
    """What this member is shown, as plain data. Raises click.ClickException."""
    from tutela.agencies.models import Member
    from tutela.agencies.sessions import end_session, open_session
    from tutela.cases import reads
    from tutela.doors.api import conferences
    from tutela.doors.now import clock
    from tutela.doors.references import resolve

    found = Member.objects.select_related("agency").filter(key=member_key, active=True).first()
    if found is None:
        raise click.ClickException(f"There is no member with the key {member_key!r}.")
    actor, now = open_session(found, hours=1), clock()()
    try:
        case_id = UUID(resolve("call_conference", {"case": case}, actor)["case"])
        if reads.case_head(actor, case_id, now) is None:
            raise click.ClickException("There is nothing here that you can open.")
        return conferences.plain(actor, case_id, now)
    except ValueError:
        raise click.ClickException("There is nothing here that you can open.") from None
    finally:
        end_session(actor.handle)
