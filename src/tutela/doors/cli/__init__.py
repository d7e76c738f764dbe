"""The command line: `./tutela COMMAND`. Each command is a module of its own, loaded only when it is asked
for.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from importlib.util import find_spec

import click

COMMANDS = {
    "demo": "Start Tutela with invented people and cases, on this machine only.",
    "sample": "Load the invented country of the demo into an empty installation.",
    "do": "Perform one action, as one member, from the command line.",
    "received": "What waits at the protection office, and opening one item for a purpose.",
    "enquiries": "Who asked before a charge, a detention or a removal, and opening one question.",
    "open": "Open a sealed name, or what was written about a person, for a purpose.",
    "conferences": "The case conferences on a person, and who may come to one by her consent.",
    "workers": "Who works with how many people, who is away, and supervision.",
    "thread": "The messages between a person and one's own agency; opening them is seen by her.",
    "document": "Write one document of a file as PDF or DOCX.",
    "token": "Make a token for the API, for one member; shown once.",
    "login": "Make a password to begin with, for one member; shown once.",
    "story": "Tell stories and print every expectation with its outcome.",
    "figure": "One figure from the records: a table, CSV or JSON.",
    "coverage": "Which provisions of the instrument are shown, partly shown, or not yet.",
    "verify": "Check that nobody has rewritten the journal.",
    "serve": "Serve an installation; refuses to start with weak or missing keys.",
    "migrate": "Bring the databases to the shape of this version.",
    "rotate": "Wrap every person's keys anew under a new master key.",
    "worker": "Do the work that follows acts: outbox, escalations, the journal's tree.",
    "test": "Run every check: lint, types, imports, licences, messages, tests.",
    "bench": "Measure, and print the figures of this machine.",
    "messages": "Gather the texts of all rooms into the catalogues.",
    "lock": "Pin the requirements anew, with hashes and without naming an index.",
}


class Rooms(click.Group):
    """Commands by name; the list above is all that `--help` needs, so that it is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name in COMMANDS if find_spec(f"tutela.doors.cli.{name}")]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        found = import_module(f"tutela.doors.cli.{cmd_name}").command
        assert isinstance(found, click.Command)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name]) for name in self.list_commands(ctx)])


@click.command(cls=Rooms, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name=None, version=import_module("tutela").__version__, prog_name="Tutela")
def group() -> None:
    """Tutela: a national referral mechanism for trafficked people, in software.

    Nothing changes a person's case except through one function, and that function knows the provisions of
    the Recommended Principles and Guidelines on Human Rights and Human Trafficking (E/2002/68/Add.1). It
    refuses what would breach one and says what to do instead.

    To look around:  ./tutela demo
    """


def main() -> None:
    """Run one command; known faults are told in a sentence, without a traceback."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tutela.config.settings"  # no other: `serve` keeps its own
    os.environ.setdefault("TUTELA_MODE", "demo")
    try:
        group.main(prog_name="tutela", standalone_mode=True)
    except Exception as error:
        if type(error).__name__ not in ("DatabaseUnavailable", "ImproperlyConfigured"):
            raise
        click.echo(str(error), err=True)
        sys.exit(1)
