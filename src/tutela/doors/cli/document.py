"""`tutela document`: one document of a file, as PDF or DOCX, as one member may have it."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import click

from tutela.doors.cli.do import standing
from tutela.doors.cli.ground import data_option


@click.command("document")
@click.argument("case", type=click.UUID)
@click.argument("name", metavar="KIND")
@click.option("--as", "member", metavar="MEMBER", required=True, help="Who prints: the key of a member.")
@click.option("--language", type=click.Choice(["en", "zh"]), default="en", help="Language of the document.")
@click.option("--format", "kind", type=click.Choice(["pdf", "docx"]), default="pdf", help="Kind of file.")
@click.option(
    "--to", type=click.Path(file_okay=False, exists=True, path_type=Path), default=".", help="A folder."
)
@data_option
@click.pass_context
def command(
    ctx: click.Context,
    case: UUID,
    name: str,
    member: str,
    language: str,
    kind: str,
    to: Path,
    data: Path | None,
) -> None:
    """Write one document of a file: rights_card, decision, certificate, safety_plan, referral_letter, hand_over.

    It holds what that member may read, and names nobody. The file's name says nothing of what is inside.

    \b
    Examples
      tutela document CASE rights_card --language zh --as MEMBER
      tutela document CASE referral_letter --format docx --as MEMBER
    """
    with standing(ctx, data):
        from django.utils.translation import override

        from tutela.agencies.models import Member
        from tutela.agencies.sessions import end_session, open_session
        from tutela.doors import documents
        from tutela.doors.now import clock
        from tutela.doors.words import reason_text

        code = "zh-hans" if language == "zh" else "en"
        with override(code):
            who = Member.objects.select_related("agency").filter(key=member, active=True).first()
            if who is None:
                raise click.ClickException(reason_text("member.unknown"))
            actor = open_session(who, hours=1, device="command")
            try:
                made, content = documents.file_of(
                    actor,
                    case,
                    name.replace("-", "_"),
                    code,
                    kind,
                    clock()(),
                )
            except documents.NoDocument as reason:
                raise click.ClickException(reason_text(str(reason))) from None
            finally:
                end_session(actor.handle)
        (to / made).write_bytes(content)
        click.echo(str(to / made))
