"""`tutela token`: a token for the API, for one member."""

from __future__ import annotations

import hashlib
import secrets
from pathlib import Path

import click

from tutela.doors.cli.do import standing
from tutela.doors.cli.ground import data_option


@click.command("token")
@click.argument("member")
@click.option("--days", type=click.IntRange(1, 366), default=90, show_default=True, help="How long it holds.")
@click.option("--label", default="API", show_default=True, help="What it is for: shown in lists.")
@click.option("--end", "ended", is_flag=True, help="End every token of this member instead.")
@data_option
@click.pass_context
def command(ctx: click.Context, member: str, days: int, label: str, ended: bool, data: Path | None) -> None:
    """Make a token for the API; it belongs to MEMBER (a key), and each request with it is that member's.

    It is shown once: only its digest is kept. Whoever has it acts as the member, so keep it like a password
    and end it (--end) when it is lost or no longer needed.

    \b
    Examples
      tutela token harbour-mei --label "intake form"
      tutela token harbour-mei --end
    """
    with standing(ctx, data):
        if ended:
            end(member)
            click.echo("Every token of this member has ended.")
            return
        click.echo(issue(member, label, days))


def issue(member_key: str, label: str = "API", days: int = 90) -> str:
    """Makes a token through the action of that name and returns it. Raises click.ClickException."""
    token = secrets.token_urlsafe(32)
    digest = hashlib.sha256(token.encode()).hexdigest()
    _do("issue_token", member_key, label=label, days=days, token_digest=digest)
    return token


def end(member_key: str) -> None:
    """Ends every token of a member."""
    _do("end_tokens", member_key)


def _do(action: str, member_key: str, **fields: object) -> None:
    from tutela.agencies.models import Member
    from tutela.agencies.system import system
    from tutela.engine.actions import parse
    from tutela.engine.perform import perform

    member = Member.objects.filter(key=member_key, active=True).first()
    if member is None:
        raise click.ClickException(f"There is no member with the key {member_key!r}.")
    data = {"agency": member.agency_id, "member": member.pk, **fields}
    outcome = perform(parse(action, data), system("setup"))
    if outcome.result != "done":
        raise click.ClickException(f"It could not be done: {outcome.result}.")
