"""Lines that look into what rooms keep: decisions, screenings, letters, measures, public pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from tutela.engine.models import Duty, UrgentAct

from .tellers import browser

if TYPE_CHECKING:
    from .story import Expectation
    from .telling import Telling


def urgent_acts(case: UUID) -> int:
    """How many urgent protective acts the reader sees of a case."""
    return UrgentAct.objects.filter(subject_id=case).count()


def _words(value: Any) -> list[str]:
    return [] if value is None else [str(one) for one in (value if isinstance(value, list) else [value])]


def _missing(wanted: list[str], found: set[str], what: str) -> str | None:
    lacking = [one for one in wanted if one not in found]
    return (
        f"{what}: {', '.join(lacking)} not among {', '.join(sorted(found)) or 'nothing'}" if lacking else None
    )


# --- identification -------------------------------------------------------------------------------------


def definition(telling: Telling, line: Expectation) -> str | None:
    """What the newest decision says, element by element: met, not met or open, and by what."""
    from tutela.guidelines.g02_identification.models import Decision

    from .telling import engine_eyes

    args, case = line.args, telling.case_of(line)
    with engine_eyes():
        found = Decision.objects.filter(case_id=case)
        if "stage" in args:
            found = found.filter(stage=args["stage"])
        decision = found.order_by("-decided_at").first()
    if decision is None:
        return "there is no decision"
    outcome = decision.verdict["outcome"]
    if "is" in args and outcome != args["is"]:
        return f"the definition is {outcome}"
    if "child" in args and decision.verdict["by_child_rule"] is not args["child"]:
        return "the child's rule was " + ("not " if args["child"] else "") + "applied"
    if args.get("stands") and (why := _stands(telling, case)):
        return why
    return _missing(_words(args.get("found")), _elements(decision), "found") or _missing(
        _words(args.get("reasons")), {r["code"] for r in decision.verdict["reasons"]}, "reasons"
    )


def _elements(decision: Any) -> set[str]:
    parts = [decision.elements.get(part, {}) for part in ("acts", "means", "purposes")]
    return {code for part in parts for code, finding in part.items() if finding == "found"}


def _stands(telling: Telling, case: UUID) -> str | None:
    """The person is still recognised."""
    from tutela.cases.models import Case

    from .telling import engine_eyes

    with engine_eyes():
        standing = Case.objects.get(pk=case).standing
    return None if standing in ("identified", "reasonable_grounds") else f"the person is now {standing}"


def screening(telling: Telling, line: Expectation) -> str | None:
    """What the form shows: the level, the signs, and whether it asks for a referral."""
    from tutela.guidelines.g02_identification.form_files import screening_form
    from tutela.guidelines.g02_identification.forms import Setting
    from tutela.guidelines.g02_identification.models import Screening
    from tutela.guidelines.g02_identification.screening import child_from, indication

    from .telling import engine_eyes

    args, name = line.args, str(line.args.get("is", "screening"))
    if name not in telling.names:
        return f"no screening is called {name!r}"
    with engine_eyes():
        kept = Screening.objects.get(pk=UUID(telling.names[name]))
    found = indication(
        screening_form(Setting(kept.setting), kept.form_version), kept.answers, child_from(kept.answers)
    )
    if "level" in args and str(found.level) != args["level"]:
        return f"the form shows {found.level}"
    if "asks_for_referral" in args and found.asks_for_referral is not args["asks_for_referral"]:
        return "it asks for a referral" if found.asks_for_referral else "it asks for no referral"
    if len(kept.answers) > int(args.get("answers_at_most", len(kept.answers))):
        return f"it took {len(kept.answers)} answers"
    if "apart_from" in args and (why := _apart(telling, kept, str(args["apart_from"]))):
        return why
    signs = {sign for reason in found.for_ for sign in reason.signs}
    return _missing(_words(args.get("signs")), signs, "signs") or _missing(
        _words(args.get("urgent")), set(found.urgent_needs), "urgent"
    )


def _apart(telling: Telling, kept: Any, other: str) -> str | None:
    """Two people's screenings share nothing: neither a file nor an answer that only one of them gave."""
    from tutela.guidelines.g02_identification.models import Screening

    from .telling import engine_eyes

    with engine_eyes():
        second = Screening.objects.get(pk=UUID(telling.names[other]))
    if kept.pk == second.pk or (kept.case_id is not None and kept.case_id == second.case_id):
        return "both are in one file"
    return "the answers of one stand in the other" if kept.answers == second.answers else None


# --- findings, figures, pages ---------------------------------------------------------------------------


def finding(telling: Telling, line: Expectation) -> str | None:
    """What a reader finds: the days that a duty took, and letters that are on file with their answer owed."""
    args = line.args
    if "took" in args:
        return _took(telling, line)
    if "letter" in args:
        return _letter(telling, line)
    if "measure" in args:
        return figure(telling, line)
    return "say what is found: took (a duty, with days), letter (a charge) or measure"


def _took(telling: Telling, line: Expectation) -> str | None:
    from .telling import engine_eyes

    rule = str(line.args["took"])
    with engine_eyes():
        duty = (
            Duty.objects.filter(subject_id=telling.case_of(line), rule=rule).order_by("-started_at").first()
        )
    if duty is None or duty.ended_at is None:
        return f"{rule} has not ended"
    days = (duty.ended_at.date() - duty.started_at.date()).days
    return None if days == int(line.args.get("days", days)) else f"{rule} took {days} days"


def _letter(telling: Telling, line: Expectation) -> str | None:
    from tutela.guidelines.g05_enforcement.models import Letter

    from .telling import engine_eyes

    with engine_eyes():
        letter = Letter.objects.filter(
            case_id=telling.case_of(line), charge_ref=str(line.args["letter"])
        ).first()
        owed = Duty.objects.filter(subject_id=telling.case_of(line), rule="letter_answered").exists()
    if letter is None:
        return "no letter about this charge"
    return None if owed else "nobody owes an answer"


def figure(telling: Telling, line: Expectation) -> str | None:
    """What a measure comes to, as somebody reads it: in one group of it, or as a whole."""
    from tutela.engine.figures import NoFigure, figure
    from tutela.engine.measures import measures

    name, group = str(line.args.get("measure", "")), line.args.get("where", {})
    if name not in measures:
        return f"there is no measure {name!r}"
    if lacking := _missing(list(line.under), set(measures[name].provisions), "the measure answers"):
        return lacking
    wanted = {str(dim): _named(telling, dim, value) for dim, value in group.items()}
    try:
        found = figure(_reader(telling, line), name, telling.now, wanted, at=telling.now)
    except NoFigure:
        return f"{name} cannot be split by {', '.join(wanted)}"
    rows = [row for row in found.rows if row.group == tuple(wanted.values())] if wanted else [found.total]
    if line.args.get("is") == "nothing":
        return f"{name} counts {rows[0].cells}" if rows else None
    if not rows:
        return f"{name} counts nobody there; it has {', '.join(' '.join(r.group) for r in found.rows) or 'no rows'}"
    said = {c: "hidden" if cell.hidden else cell.value for c, cell in rows[0].cells.items()}
    wrong = [
        f"{c} is {said.get(c)}" for c, value in line.args.get("shows", {}).items() if said.get(c) != value
    ]
    return f"{name}: {', '.join(wrong)}" if wrong else None


def _named(telling: Telling, dim: str, value: Any) -> str:
    """A value of a dimension; agencies are called by their names."""
    return telling.names.get(str(value), str(value)) if dim == "agency" else str(value)


def _reader(telling: Telling, line: Expectation) -> Any:
    """Who reads the figure: the monitor, unless the line names somebody."""
    from tutela.agencies.sessions import open_session

    reader = line.args.get("by")
    return open_session(telling.company.members[reader]) if reader else telling.as_monitor()


def published(telling: Telling, line: Expectation) -> str | None:
    """What everybody can read without signing in."""
    page = browser().get(str(line.args.get("page", line.args.get("is", "/"))))
    if page.status_code != 200:
        return f"the page answers {page.status_code}"
    text = page.content.decode()
    return next(
        (f"the page does not say {said!r}" for said in _words(line.args.get("says")) if said not in text),
        None,
    )
