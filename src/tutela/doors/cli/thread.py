"""`tutela thread`: the messages between a person and one's own agency, sealed or opened."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import UUID

import click

from tutela.doors.cli.do import standing
from tutela.doors.cli.ground import data_option


@click.command("thread")
@click.argument("case")
@click.option("--as", "member", metavar="MEMBER", required=True, help="Who looks: the key of a member.")
@click.option("--open", "is_open", is_flag=True, help="Open the words; she sees that they were read.")
@data_option
@click.pass_context
def command(ctx: click.Context, case: str, member: str, is_open: bool, data: Path | None) -> None:
    """Show the messages between a person (pseudonym or id) and your agency, newest first.

    \b
    Examples
      tutela thread Kestrel-004471 --as harbour-ana
      tutela thread Kestrel-004471 --as harbour-ana --open
      tutela do write_message --case Kestrel-004471 --words "..." --language en --as harbour-ana
    """
    with standing(ctx, data):
        click.echo(json.dumps(look(member, case, is_open), ensure_ascii=False, default=str, indent=1))


def look(member_key: str, case: str, is_open: bool) -> Any:
    """What this member is shown, as plain data. Raises click.ClickException."""
    from tutela.agencies.models import Member
    from tutela.agencies.sessions import end_session, open_session
    from tutela.cases import reads, thread_reads
    from tutela.doors.api import threads
    from tutela.doors.now import clock
    from tutela.doors.references import resolve
    from tutela.people.keystore.store import KeyDestroyed, KeyStoreDown

    found = Member.objects.select_related("agency").filter(key=member_key, active=True).first()
    if found is None:
        raise click.ClickException(f"There is no member with the key {member_key!r}.")
    actor, now = open_session(found, hours=1), clock()()
    try:
        case_id = UUID(resolve("read_messages", {"case": case}, actor)["case"])
        if reads.case_head(actor, case_id, now) is None or not thread_reads.writes(actor):
            raise click.ClickException("There is nothing here that you can open.")
        if is_open:
            return threads.plain(threads.opened(actor, case_id, now))
        return threads.plain(thread_reads.of_agency(actor, case_id))
    except ValueError:
        raise click.ClickException("There is nothing here that you can open.") from None
    except (KeyStoreDown, KeyDestroyed) as error:
        raise click.ClickException(str(error)) from None
    finally:
        end_session(actor.handle)
