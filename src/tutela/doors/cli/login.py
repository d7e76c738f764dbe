"""`tutela login`: a password to begin with, for one member."""

from __future__ import annotations

import secrets
from pathlib import Path

import click

from tutela.doors.cli.do import standing
from tutela.doors.cli.ground import data_option


@click.command("login")
@click.argument("member")
@click.option(
    "--anew", is_flag=True, help="Take away app, passkeys and recovery codes too, and end every session."
)
@data_option
@click.pass_context
def command(ctx: click.Context, member: str, anew: bool, data: Path | None) -> None:
    """Make a password for MEMBER (a key), who changes it after signing in; any earlier one ends.

    It is shown once. Hand it over in person, never by mail. With --anew it is for somebody who lost the phone and the
    codes, or whose second step somebody else may hold: make sure first who is asking.

    \b
    Examples
      tutela login harbour-mei
      tutela login harbour-mei --anew
    """
    with standing(ctx, data):
        click.echo(give(member, anew))


def give(member_key: str, anew: bool = False) -> str:
    """Sets a new password and returns it. Raises click.ClickException."""
    from allauth.mfa.models import Authenticator
    from django.contrib.auth import get_user_model

    from tutela.agencies.models import Member
    from tutela.agencies.sessions import end_others, end_session, open_session
    from tutela.config.logs import event

    member = Member.objects.select_related("agency", "user").filter(key=member_key, active=True).first()
    if member is None:
        raise click.ClickException(f"There is no member with the key {member_key!r}.")
    user = member.user or get_user_model().objects.get_or_create(username=member.key)[0]
    password = secrets.token_urlsafe(15)
    user.set_password(password)
    user.save(update_fields=["password"])
    if anew:
        Authenticator.objects.filter(user_id=user.pk).delete()
        own = open_session(member, hours=1, device="command")
        end_others(own)
        end_session(own.handle)
    event("log_in.given", member_id=member.pk, anew=anew)
    return password
