"""`tutela enquiries`: who asked before an act against somebody, and one question opened."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import UUID

import click

from tutela.doors.cli.do import standing
from tutela.doors.cli.ground import data_option


@click.command("enquiries")
@click.option("--as", "member", metavar="MEMBER", required=True, help="Who looks: the key of a member.")
@click.option(
    "--open", "enquiry", type=click.UUID, help="Open this question; needs --purpose, and is on record."
)
@click.option("--purpose", help="Why it is opened. Your answer is kept.")
@data_option
@click.pass_context
def command(
    ctx: click.Context, member: str, enquiry: UUID | None, purpose: str | None, data: Path | None
) -> None:
    """List protection enquiries that wait for a call, the first due first; for the monitor, how they are used.

    Asking is `tutela do ask_protection`: before a charge, a detention or a removal, with the reference of that act.
    Everybody gets the same reply. The call is written down with `tutela do answer_enquiry`.

    \b
    Examples
      tutela enquiries --as desk-ana
      tutela enquiries --as desk-ana --open ID --purpose "to call back"
      tutela do answer_enquiry --enquiry ID --called-at 2026-03-02T10:00Z --said nothing_to_tell --as desk-ana
    """
    if enquiry is not None and not (purpose or "").strip():
        raise click.UsageError("Say why you open it: --purpose.")
    with standing(ctx, data):
        click.echo(
            json.dumps(look(member, enquiry, purpose or ""), ensure_ascii=False, default=str, indent=1)
        )


def look(member_key: str, enquiry: UUID | None, purpose: str) -> Any:
    """What this member is shown, as plain data. Raises click.ClickException."""
    from tutela.agencies.models import Member
    from tutela.agencies.sessions import end_session, open_session
    from tutela.doors.now import clock
    from tutela.guidelines.g05_enforcement import enquiry_reads as reads
    from tutela.people.keystore.store import KeyStoreDown

    member = Member.objects.select_related("agency").filter(key=member_key, active=True).first()
    if member is None:
        raise click.ClickException(f"There is no member with the key {member_key!r}.")
    actor, now = open_session(member, hours=1), clock()()
    try:
        if actor.is_monitor and enquiry is None:
            return [vars(one) for one in reads.use(actor, now)]
        if enquiry is None:
            return [vars(one) | {"overdue": one.is_overdue(now)} for one in reads.waiting(actor)]
        found = reads.opened(actor, enquiry, purpose, now)
    except KeyStoreDown as error:
        raise click.ClickException(str(error)) from None
    finally:
        end_session(actor.handle)
    if found is None:
        raise click.ClickException("There is nothing here that you can open.")
    candidates = [vars(one) for one in found.candidates]
    others = [vars(one) for one in found.others]
    return {**vars(found.item), "content": found.content, "candidates": candidates, "alike": others}
