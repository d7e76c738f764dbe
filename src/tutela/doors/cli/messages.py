"""`tutela messages`: the texts of all rooms into the catalogues."""

from __future__ import annotations

import click

from tutela.doors.cli.progress import console


@click.command("messages")
@click.option(
    "--check", is_flag=True, help="Write nothing; exit with 1 if a text is missing or a file is stale."
)
def command(check: bool) -> None:
    """Gather the texts of all rooms into the catalogues.

    Every text that the source marks for translation needs its Chinese in the `ZH` of its room's
    messages.py, with the same places to fill in. What is missing is listed with its file and line. The
    catalogues (locale/zh_Hans/…) are written by this command only, and the same source always gives the
    same files.
    """
    from tutela.config import catalogue

    found = catalogue.gather()
    files = catalogue.rendered(catalogue.catalogue(found))
    if not check:
        catalogue.write(files)
    problems = found.faults + found.missing()
    if check and not catalogue.is_written(files):
        problems.append("The catalogues are older than the texts: run ./tutela messages")
    for problem in problems:
        console.print(problem, markup=False)
    asked, offered = len(found.asked), len(found.offered)
    console.print(f"{asked} texts in the source, {offered} in Chinese, {len(problems)} problems.")
    raise SystemExit(1 if problems else 0)
