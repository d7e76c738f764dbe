"""`tutela figure`: one figure, as one member sees it."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from tutela.doors.cli.do import standing
from tutela.doors.cli.ground import data_option

DAY = click.DateTime(["%Y-%m-%d"])


@click.command("figure")
@click.argument("name", required=False)
@click.option("--by", multiple=True, metavar="DIMENSION", help="Split by this; may be repeated.")
@click.option("--since", type=DAY, help="Count from this day on.")
@click.option("--until", type=DAY, help="Count up to this day.")
@click.option("--as", "member", metavar="MEMBER", help="Who asks: the key of a member.")
@click.option(
    "--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", help="How to print."
)
@click.option("--lang", type=click.Choice(["en", "zh"]), default="en", help="Language of the answer.")
@data_option
@click.pass_context
def command(
    ctx: click.Context,
    name: str | None,
    by: tuple[str, ...],
    since: datetime | None,
    until: datetime | None,
    member: str | None,
    form: str,
    lang: str,
    data: Path | None,
) -> None:
    """One figure from the records, as one member sees it: the monitor as it is, a coordinator with small
    cells kept back, everybody else what concerns their own agency. Without a name: every figure, and what
    it can be split by.

    \b
    Examples
      tutela figure
      tutela figure state_duties --by part --as MEMBER
      tutela figure rights_first --by provision --by month --format csv --as MEMBER
    """
    with standing(ctx, data):
        from django.utils.translation import override

        with override("zh-hans" if lang == "zh" else "en"):
            if name is None:
                _list()
                return
            _print(*_read(name.replace("-", "_"), by, _day(since), _day(until), member), form)


def _day(given: datetime | None) -> date | None:
    return given.date() if given else None


def _list() -> None:
    from tutela.doors import figures as say
    from tutela.engine.measures import measures

    for measure in measures.values():
        click.echo(f"{measure.name:<20}{say.title(measure)}  ({', '.join(measure.provisions)})")
        click.echo(f"{'':<20}--by {', '.join(measure.by)}")


def _read(
    name: str, by: tuple[str, ...], since: date | None, until: date | None, member: str | None
) -> tuple[Any, Any]:
    from tutela.agencies.models import Member
    from tutela.agencies.sessions import end_session, open_session
    from tutela.doors import figures as say
    from tutela.doors.words import reason_text
    from tutela.engine.access import NotSignedIn
    from tutela.engine.figures import NoFigure, TooLong

    who = Member.objects.select_related("agency").filter(key=member, active=True).first() if member else None
    if who is None:
        raise click.ClickException(reason_text("member.unknown" if member else "member.missing"))
    actor = open_session(who, hours=1, device="command")
    try:
        return say.read(actor, name, by, since, until)
    except (NoFigure, NotSignedIn):
        raise click.ClickException(reason_text("figure.unknown")) from None
    except TooLong:
        raise click.ClickException(reason_text("figure.too_long")) from None
    finally:
        end_session(actor.handle)


def _print(found: Any, shown: Any, form: str) -> None:
    from tutela.doors import figures as say

    if form == "json":
        said = {**say.as_values(found), "title": shown.title, "reading": shown.reading, "notes": shown.notes}
        click.echo(json.dumps(said, ensure_ascii=False, default=str))
        return
    if form == "csv":
        click.echo(say.as_csv(shown), nl=False)
        return
    from rich.table import Table

    from tutela.doors.cli.progress import console

    click.echo(shown.title)
    click.echo(shown.reading)
    table = Table(box=None, pad_edge=False)
    for at, head in enumerate(shown.heads):
        table.add_column(head, justify="left" if at < len(found.by) else "right")
    for group, numbers in (*shown.rows, (_together(len(found.by)), shown.total)):
        table.add_row(*group, *numbers)
    console.print(table)
    for note in shown.notes:
        click.echo(note)


def _together(width: int) -> tuple[str, ...]:
    from django.utils.translation import gettext as _

    return (_("together"), *[""] * (width - 1)) if width else ()
