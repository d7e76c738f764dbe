"""`tutela open`: the sealed name of a person, or what was written about them, for a purpose that is kept."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any
from uuid import UUID

import click

from tutela.doors.cli.do import standing
from tutela.doors.cli.ground import data_option


@click.command("open")
@click.argument("case", type=click.UUID)
@click.argument("what", type=click.Choice(["name", "written"]))
@click.option("--as", "member", metavar="MEMBER", required=True, help="Who opens it: the key of a member.")
@click.option("--purpose", required=True, help="Why it is opened. Your answer is kept.")
@click.option("--entry", type=click.IntRange(1), help="Only what the act of this entry says.")
@click.option("--before", type=click.IntRange(1), help="Entries older than this one.")
@data_option
@click.pass_context
def command(
    ctx: click.Context,
    case: UUID,
    what: str,
    member: str,
    purpose: str,
    entry: int | None,
    before: int | None,
    data: Path | None,
) -> None:
    """Open the name of a person, or what was written about them, as far as this member reads the file.

    Before anything is given it is on record who opened it, when and why; the person and the monitor can read that.

    \b
    Examples
      tutela open CASE name --purpose "to meet the person at the hospital" --as MEMBER
      tutela open CASE written --purpose "to take over from the night shift" --as MEMBER
      tutela open CASE written --entry 12 --purpose "to check the plan" --as MEMBER
    """
    if not purpose.strip():
        raise click.UsageError("Say why you open it: --purpose.")
    with standing(ctx, data):
        found = look(member, case, purpose.strip()[:500], what, entry, before)
        click.echo(json.dumps(found, ensure_ascii=False, default=str, indent=1))


def look(member_key: str, case: UUID, purpose: str, what: str, entry: int | None, before: int | None) -> Any:
    """What this member is shown, as plain data. Raises click.ClickException."""
    from tutela.agencies.models import Member
    from tutela.agencies.sessions import end_session, open_session
    from tutela.doors.now import clock
    from tutela.doors.words import reason_text
    from tutela.people import bodies, identities
    from tutela.people.keystore.store import KeyDestroyed, KeyStoreDown

    member = Member.objects.select_related("agency").filter(key=member_key, active=True).first()
    if member is None:
        raise click.ClickException(reason_text("member.unknown"))
    actor, now = open_session(member, hours=1, device="command"), clock()()
    try:
        if what == "written":
            return asdict(bodies.written(actor, case, purpose, now, seq=entry, before=before))
        found = identities.open_identity(actor, case, purpose, now)
    except identities.NoIdentity:
        raise click.ClickException(reason_text("identity.none")) from None
    except KeyDestroyed:
        raise click.ClickException(reason_text("identity.erased")) from None
    except KeyStoreDown:
        code = "written.shut" if what == "written" else "keystore.down"
        raise click.ClickException(reason_text(code)) from None
    finally:
        end_session(actor.handle)
    shown = [one for one in found if one.kind != "photo"]
    return [{"kind": one.kind, "value": one.text(), "corrected": one.corrected} for one in shown]
