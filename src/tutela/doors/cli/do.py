"""`tutela do`: one action, as one member, from the command line."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

import click

from tutela.doors.cli.ground import data_option, ground

#: Given as `obj` by whoever has set up Django and the databases already: tests and stories.
STANDING = "standing"


@contextmanager
def standing(ctx: click.Context, data: Path | None = None) -> Iterator[None]:
    """The database up and Django ready, unless the caller has seen to it."""
    if ctx.obj == STANDING:
        yield
        return
    with ground(data):
        yield


@click.command("do", context_settings={"ignore_unknown_options": True}, add_help_option=False)
@click.argument("action", required=False)
@click.argument("fields", nargs=-1, type=click.UNPROCESSED)
@click.option("--as", "member", metavar="MEMBER", help="Who does it: the key of a member.")
@click.option("--key", type=click.UUID, help="Key of this request: sent twice, it is done once.")
@click.option("--json", "source", metavar="FILE|-", help="Fields as one JSON object, from a file or input.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to answer.")
@click.option("--lang", type=click.Choice(["en", "zh"]), default="en", help="Language of the answer.")
@click.option("--list", "listed", is_flag=True, help="List every action by what a person needs.")
@click.option("-h", "--help", "helped", is_flag=True, help="Explain this command, or the action named.")
@data_option
@click.pass_context
def command(
    ctx: click.Context,
    action: str | None,
    fields: tuple[str, ...],
    member: str | None,
    key: UUID | None,
    source: str | None,
    form: str,
    lang: str,
    listed: bool,
    helped: bool,
    data: Path | None,
) -> None:
    """Do one action as one member: it passes the same rules as from any other door.

    Fields are given as options named after them; a field that takes several values is repeated or written
    with commas. Cases are named by pseudonym or id, agencies and members by key or id.

    \b
    Examples
      tutela do --list                                        every action, by what a person needs
      tutela do offer_place --help                            one action: fields, choices, who may, provisions
      tutela do open_case --languages bn,en --as harbour-mei
      tutela do record_age --case Kestrel-004471 --age-basis claimed --age-low 16 --as harbour-mei
      echo '{"sex": "female"}' | tutela do open_case --json - --as harbour-mei --format json

    \b
    Exit codes
      0  done
      2  invalid: a field is wrong; nothing was done
      3  refused: it would breach the instrument; every objection is printed, and what to do instead
      4  denied: not among what this member can do or see
      5  received: a fact was kept, and the protection office will match it
    """
    if action is None and not listed:
        click.echo(ctx.get_help() if helped else ctx.get_usage() + "\n\nTry --help, or --list.")
        ctx.exit(0 if helped else 2)
    if listed or helped:
        _explain(None if listed else action, lang)
        return
    assert action is not None
    with standing(ctx, data):
        from django.utils.translation import override

        with override("zh-hans" if lang == "zh" else "en"):
            said = perform_one(action, list(fields), member, key, source)
            _print(said, form)
    from tutela.doors.answers import EXIT_CODES

    ctx.exit(EXIT_CODES[said["result"]])


def _explain(action: str | None, lang: str) -> None:
    import django

    django.setup()
    from django.utils.translation import override

    from tutela.engine.actions import InvalidAction

    from .explain import action_page, list_page

    with override("zh-hans" if lang == "zh" else "en"):
        try:
            click.echo(list_page() if action is None else action_page(action.replace("-", "_")))
        except InvalidAction as error:
            from tutela.doors.words import fault_text

            raise click.ClickException(fault_text(error.faults[0])) from None


def perform_one(
    action: str, fields: list[str], member: str | None, key: UUID | None, source: str | None
) -> dict[str, Any]:
    """Parses, performs once, and returns the answer in words."""
    from tutela.agencies.models import Member
    from tutela.agencies.sessions import end_session, open_session
    from tutela.config.logs import event
    from tutela.doors import answers
    from tutela.doors.now import clock
    from tutela.doors.references import resolve
    from tutela.engine import once
    from tutela.engine.actions import Fault, InvalidAction, parse
    from tutela.engine.perform import perform

    name = action.replace("-", "_")
    who = Member.objects.select_related("agency").filter(key=member, active=True).first() if member else None
    try:
        data = read_fields(name, fields, source)
        if who is None:
            raise InvalidAction([Fault("--as", "member.unknown" if member else "member.missing", {})])
        actor = open_session(who, hours=1, device="command")
        event("sign_in", member_id=who.pk, method="command")
        try:
            parsed = parse(name, resolve(name, data, actor))
            with once.taken() as given:
                said = answers.answer(perform(parsed, actor, key=key, clock=clock()), parsed)
            return said | ({"once": given} if given else {})
        finally:
            end_session(actor.handle)
    except InvalidAction as error:
        return answers.invalid(error.faults)


def read_fields(name: str, given: list[str], source: str | None) -> dict[str, Any]:
    """The fields of an action from JSON and from options. Raises InvalidAction for what cannot be read."""
    from tutela.doors.options import from_options
    from tutela.doors.strict_json import read_object

    data: dict[str, Any] = {}
    if source is not None:
        text = sys.stdin.read() if source == "-" else Path(source).read_text(encoding="utf-8")
        data = read_object(text)
    return {**data, **from_options(name, given)}


def _print(said: dict[str, Any], form: str) -> None:
    if form == "json":
        click.echo(json.dumps(said, ensure_ascii=False))
        return
    from .explain import answer_text

    click.echo(answer_text(said))
