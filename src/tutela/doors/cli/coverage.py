"""`tutela coverage`: which provisions the software has shown that it keeps, as a table or as JSON."""

import json
from typing import Any

import click
from rich.console import Console
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from tutela.instrument.coverage import Status, compute_coverage
from tutela.instrument.harm import all_harm_lines, harm_line
from tutela.instrument.provisions import (
    UnknownProvision,
    all_guidelines,
    all_provisions,
    check_id,
    is_chinese,
    provision,
)
from tutela.instrument.results import current_digest, read_results

_STYLES = {Status.SHOWN: "green", Status.PARTLY: "yellow", Status.NOT_YET: "dim"}
_SIGNS = {Status.SHOWN: "●", Status.PARTLY: "◐", Status.NOT_YET: "○"}
_ZH = {
    "shown": "已展示",
    "partly": "部分",
    "not yet": "尚未",
    "refuse": "拒绝",
    "breach": "违反",
    "duty": "职责",
    "record": "记录",
    "measure": "数据",
    "publish": "公布",
    "Group": "组别",
    "Provision": "条款",
    "Status": "状态",
    "Still missing": "尚缺",
    "Rules": "规则",
    "Stories": "故事",
    "Harm line": "伤害清单",
    "Acceptance": "验收",
    "of": "共",
    "passed": "通过",
    "failed": "未通过",
    "told with older rules, so it does not count": "用旧规则讲述，不计入",
    "No rule names it yet.": "尚无规则引用它。",
    "No story names it yet.": "尚无故事引用它。",
    "Some results were told with older rules or stories and do not count; tell the stories again.": (
        "部分结果是用旧规则或旧故事讲述的，不计入；请重新讲述故事。"
    ),
}


def load_coverage() -> dict[str, Any]:
    """Compute the coverage from the registered rules and the results that ship with the package."""
    import django

    django.setup()  # loads the rooms, whose rules are asked for next
    from tutela.engine.registry import rules

    return compute_coverage(rules(), read_results(), current_digest())


class _Words:
    """The table's own words in the reader's language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._chinese = is_chinese(language)

    def __call__(self, english: str) -> str:
        return _ZH[english] if self._chinese else english


def _status(status: str, word: _Words) -> Text:
    known = Status(status)
    return Text(f"{_SIGNS[known]} {word(status)}", style=_STYLES[known])


def overview_table(coverage: dict[str, Any], language: str = "en") -> Table:
    """Return the counts per group as a table."""
    word = _Words(language)
    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column(word("Group"))
    for status in Status:
        table.add_column(word(status.value), justify="right")
    table.add_column(word("of"), justify="right")
    for group in all_guidelines():
        counts = coverage["guidelines"][group.id]
        label = group.title(language) if group.id == "principles" else f"{group.id}  {group.title(language)}"
        table.add_row(label, *(str(counts[status.value]) for status in Status), str(counts["of"]))
    totals = coverage["totals"]
    table.add_section()
    table.add_row("", *(str(totals[s.value]) for s in Status), str(sum(totals.values())), style="bold")
    return table


def provisions_table(coverage: dict[str, Any], language: str = "en", status: str | None = None) -> Table:
    """Return every provision with its status and what it still lacks; only one status if given."""
    word = _Words(language)
    table = Table(box=None, header_style="bold", pad_edge=False)
    for header in ("Provision", "Status", "Still missing", "Rules", "Stories"):
        table.add_column(word(header), justify="right" if header in {"Rules", "Stories"} else "left")
    for known in all_provisions():
        entry = coverage["provisions"][known.id]
        if status and entry["status"] != status:
            continue
        told = {
            (line["file"], line["story"]) for line in entry["stories"] if line["passed"] and line["current"]
        }
        table.add_row(
            f"{known.id:<6}{known.title(language)}",
            _status(entry["status"], word),
            ", ".join(word(kind) for kind in entry["missing"]),
            str(len(entry["rules"])),
            str(len(told)),
        )
    return table


def harm_table(coverage: dict[str, Any], language: str = "en") -> Table:
    """Return the eighteen lines of the harm list with their status."""
    word = _Words(language)
    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column(word("Harm line"))
    table.add_column(word("Status"))
    for line in all_harm_lines():
        table.add_row(
            f"{line.id:>2}  {harm_line(line.id).title(language)}",
            _status(coverage["harm"][line.id]["status"], word),
        )
    return table


def provision_panel(provision_id: str, coverage: dict[str, Any], language: str = "en") -> Panel:
    """Return all that is known of one provision: its test, its rules, its stories."""
    word, known, entry = _Words(language), provision(provision_id), coverage["provisions"][provision_id]
    body = Text()
    body.append_text(_status(entry["status"], word))
    body.append(f"\n\n{known.plain(language)}\n\n")
    body.append(f"{word('Acceptance')}\n", style="bold").append(f"{known.acceptance(language)}\n\n")
    body.append(f"{word('Rules')}\n", style="bold")
    for rule in entry["rules"]:
        body.append(f"  {word(rule['kind'])}: {rule['name']}  {rule['doc']}\n")
    if not entry["rules"]:
        body.append(f"  {word('No rule names it yet.')}\n")
    body.append(f"\n{word('Stories')}\n", style="bold")
    for line in entry["stories"]:
        outcome = word("passed" if line["passed"] else "failed")
        stale = "" if line["current"] else f" ({word('told with older rules, so it does not count')})"
        body.append(f"  {line['kind']}: {line['story']} [{line['file']}] {outcome}{stale}\n")
    if not entry["stories"]:
        body.append(f"  {word('No story names it yet.')}\n")
    if entry["missing"]:
        body.append(f"\n{word('Still missing')}: {', '.join(word(kind) for kind in entry['missing'])}")
    return Panel(body, title=f"{known.id}  {known.title(language)}", title_align="left")


def _is_stale(coverage: dict[str, Any]) -> bool:
    entries = (*coverage["provisions"].values(), *coverage["harm"].values())
    return any(not line["current"] for entry in entries for line in entry["stories"])


@click.command("coverage")
@click.argument("provision_ids", metavar="[PROVISION]...", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs instead of tables.")
@click.option(
    "--status",
    type=click.Choice([status.value for status in Status]),
    help="Show only the provisions of this status.",
)
@click.option(
    "--lang", "language", type=click.Choice(["en", "zh"]), default="en", help="Language of the texts."
)
def command(provision_ids: tuple[str, ...], as_json: bool, status: str | None, language: str) -> None:
    """Show which provisions of the instrument the software keeps, and how that was shown.

    Each of the 110 provisions asks for one or more kinds of answer: an act is refused, a breach is opened, a
    duty gets a clock, work is recorded, a figure is computed, something is published. A kind counts when a
    story of that kind passed with today's rules; refusals, breaches and duties also need a rule that names
    the provision.

    \b
      shown     every kind that the provision asks for has a passing story
      partly    some kinds have; the others are listed
      not yet   none has, or the rules changed since the stories were told

    Nothing here is typed by hand: it is computed from the rules and from the results of `tutela story`.

    \b
    Examples
      tutela coverage                      counts, then every provision
      tutela coverage P7 G2.5              two provisions with their rules and stories
      tutela coverage --status partly      what is begun and not finished
      tutela coverage --json               the same for programs
    """
    try:
        wanted = [check_id(provision_id) for provision_id in provision_ids]
    except UnknownProvision as error:
        raise click.BadParameter(str(error), param_hint="PROVISION") from error
    coverage = load_coverage()
    if as_json:
        if wanted:
            coverage["provisions"] = {known: coverage["provisions"][known] for known in wanted}
        click.echo(json.dumps(coverage, ensure_ascii=False, indent=1))
        return
    console = Console()
    if wanted:
        for known in wanted:
            console.print(provision_panel(known, coverage, language))
        return
    console.print(overview_table(coverage, language), "")
    console.print(provisions_table(coverage, language, status), "")
    console.print(harm_table(coverage, language))
    if _is_stale(coverage):
        note = "Some results were told with older rules or stories and do not count; tell the stories again."
        console.print("\n" + _Words(language)(note), style="yellow")
