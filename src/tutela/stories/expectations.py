"""What each kind of line asks of the world. A check returns nothing when the line is shown, else why it is not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from tutela.engine.access import acting
from tutela.engine.actions import registry
from tutela.engine.models import Breach, Duty, Entry
from tutela.engine.registry import rules as all_rules
from tutela.engine.rules import rules
from tutela.instrument.strict_yaml import StrictYamlError, check_keys

from . import deeper, her_door, papers
from .loader import moment
from .story import BadStory, Expectation
from .telling import Telling, brief, engine_eyes, snapshot

Check = Callable[[Telling, Expectation], str | None]
_checks: dict[str, tuple[Check, frozenset[str]]] = {}


def kind(name: str, *known: str) -> Callable[[Check], Check]:
    """Registers the check of a kind of line, with the words that such a line may use."""

    def register(check: Check) -> Check:
        _checks[name] = (check, frozenset(known))
        return check

    return register


def check(telling: Telling, line: Expectation) -> str | None:
    """Judges one line."""
    judge, known = _checks[line.kind]
    try:
        check_keys(line.args, required=(), optional=[*known, "about", "note"], where=line.where)
        return judge(telling, line)
    except (StrictYamlError, BadStory) as error:
        return str(error)


def words_of(value: Any) -> list[str]:
    """One word or a list of them."""
    return [] if value is None else [str(one) for one in (value if isinstance(value, list) else [value])]


def missing(wanted: Iterable[str], found: Iterable[str], what: str) -> str | None:
    """What is wanted and not there, in words; nothing when all is there."""
    there = list(found)
    lacking = [one for one in wanted if one not in there]
    return (
        f"{what}: {', '.join(lacking)} not among {', '.join(sorted(set(there))) or 'nothing'}"
        if lacking
        else None
    )


# --- what came of the act -------------------------------------------------------------------------------


@kind("refused", "is", "reason", "instead", "only", "hints")
def refused(telling: Telling, line: Expectation) -> str | None:
    """Refused for this reason, citing at least these provisions: for another cause it fails."""
    answer = telling.answer
    if answer.get("result") != "refused":
        return f"it was {brief(answer)}"
    reasons = words_of(line.args.get("reason"))
    if not reasons:
        return "say the reason: a refusal for the wrong cause must fail"
    cited = _cited(answer)
    lacking = missing(reasons, cited, "reason")
    if lacking:
        return lacking
    if line.args.get("only") and set(cited) != set(reasons):
        return f"other reasons as well: {', '.join(sorted(set(cited) - set(reasons)))}"
    provisions = {p for reason in reasons for p in cited[reason]}
    instead = {i["action"] for o in answer["objections"] for i in o["instead"]}
    hints = sum(len(o["hints"]) for o in answer["objections"])
    if int(line.args.get("hints", 0)) > hints:
        return f"it names {hints} that are free instead"
    return missing(line.under, provisions, "provisions") or missing(
        words_of(line.args.get("instead")), instead, "instead"
    )


def _cited(answer: dict[str, Any]) -> dict[str, set[str]]:
    """Provisions by reason: from the answer, and from the journal, which keeps what the actor may not read."""
    found: dict[str, set[str]] = {}
    for objection in answer["objections"]:
        if not objection["neutral"]:
            found.setdefault(objection["code"], set()).update(p["id"] for p in objection["provisions"])
    with engine_eyes():
        entries = list(Entry.objects.filter(act_id=answer["act_id"], outcome="refused"))
    for entry in entries:
        pairs = zip(entry.detail.get("codes", ()), entry.detail.get("guards", ()), strict=False)
        for code, guard in pairs:
            known = rules.all_guards.get(guard)
            found.setdefault(code, set()).update(known.provisions if known else entry.provisions)
    return found


@kind("happened", "is", "started", "met", "breaches", "notes")
def happened(telling: Telling, line: Expectation) -> str | None:
    """It was done or recorded, and these duties or breaches followed in the same act."""
    answer, step = telling.answer, telling.step
    if answer.get("result") != "done":
        return f"it was {brief(answer)}"
    named = words_of(line.args.get("is"))
    if named and step is not None and step.action not in named:
        return f"the act was {step.action}"
    for part in ("started", "met", "breaches"):
        lacking = missing(words_of(line.args.get(part)), [one["rule"] for one in answer[part]], part)
        if lacking:
            return lacking
    return missing(words_of(line.args.get("notes")), [one["code"] for one in answer["notes"]], "notes")


@kind("denied", "is", "code")
def denied(telling: Telling, line: Expectation) -> str | None:
    """Not the actor's to do, or to see."""
    if telling.answer.get("result") != "denied":
        return f"it was {brief(telling.answer)}"
    return missing(words_of(line.args.get("code")), [telling.answer["code"]], "code")


@kind("received", "is", "why")
def received(telling: Telling, line: Expectation) -> str | None:
    """A fact was kept in intake."""
    if telling.answer.get("result") != "received":
        return f"it was {brief(telling.answer)}"
    return missing(words_of(line.args.get("why")), [telling.answer["why"]], "why")


@kind("invalid", "is", "field", "code")
def invalid(telling: Telling, line: Expectation) -> str | None:
    """The form was wrong, and every fault named says where and what."""
    if telling.answer.get("result") != "invalid":
        return f"it was {brief(telling.answer)}"
    faults = telling.answer["faults"]
    return missing(words_of(line.args.get("field")), [f["field"] for f in faults], "field") or missing(
        words_of(line.args.get("code")), [f["code"] for f in faults], "code"
    )


@kind("made", "is")
def made(telling: Telling, line: Expectation) -> str | None:
    """These things were made."""
    return missing(words_of(line.args.get("is")), telling.answer.get("made", {}), "made")


@kind("same_answer", "is")
def same_answer(telling: Telling, line: Expectation) -> str | None:
    """A request sent twice got the first one's answer."""
    step = telling.step
    if step is None or not step.send:
        return "the step has no name for its request (send: …)"
    return None if telling.sent[step.send] == telling.answer else f"it was {brief(telling.answer)}"


@kind("unchanged", "is")
def unchanged(telling: Telling, line: Expectation) -> str | None:
    """The file, its duties, breaches and sharing are what they were before the act."""
    for name in words_of(line.args.get("is")):
        from uuid import UUID

        now = snapshot(UUID(telling.names[name]))
        changed = [part for part, value in now.items() if value != telling.before[name][part]]
        if changed:
            return f"{name}: {', '.join(changed)} changed"
    return None


# --- breaches and duties --------------------------------------------------------------------------------


@kind("breach", "is", "rule", "state")
def breach(telling: Telling, line: Expectation) -> str | None:
    """Breaches of these provisions are on the case, and the monitor sees them."""
    case, wanted = telling.case_of(line), words_of(line.args.get("rule"))
    state = str(line.args.get("state", "open"))
    with engine_eyes():
        found = [b for b in Breach.objects.filter(subject_id=case) if _breach_is(b, state)]
    found = [b for b in found if not wanted or b.rule in wanted]
    lacking = missing(wanted, [b.rule for b in found], "breach")
    provisions = {p for b in found for p in b.provisions}
    if lacking or (not line.under and not found):
        return lacking or f"no {state} breach"
    if short := missing(line.under, provisions, f"{state} breaches of"):
        return short
    with acting(telling.as_monitor(), telling.now):
        seen = set(Breach.objects.filter(subject_id=case).values_list("pk", flat=True))
    unseen = [b.rule for b in found if b.pk not in seen]
    return f"the monitor does not see {', '.join(unseen)}" if unseen else None


def _breach_is(found: Breach, state: str) -> bool:
    if state not in ("open", "ended", "answered", "any"):
        raise BadStory(f"a breach is open, ended, answered or any, not {state!r}")
    return {
        "open": found.ended_at is None,
        "ended": found.ended_at is not None,
        "answered": found.answered_at is not None,
        "any": True,
    }[state]


@kind("none", "is")
def none(telling: Telling, line: Expectation) -> str | None:
    """Nothing of the kind: the control against false alarms."""
    for what in words_of(line.args.get("is")):
        if what == "refused":
            if telling.answer.get("result") != "done":
                return f"it was {brief(telling.answer)}"
            continue
        if what not in ("breach", "overdue"):
            return f"none: expected refused, breach or overdue, found {what!r}"
        with engine_eyes():
            late = Duty.objects.filter(subject_id__in=telling.cases, state="open", due_at__lt=telling.now)
            broken = Breach.objects.filter(subject_id__in=telling.cases)
            found = list((broken if what == "breach" else late).values_list("rule", flat=True))
        found = _concerning(found, what, line)
        if found:
            return f"there is {what}: {', '.join(found)}"
    return None


def _concerning(found: list[str], what: str, line: Expectation) -> list[str]:
    """Where the line names provisions, only rules that answer them."""
    if not line.under:
        return found
    table: dict[str, Any] = rules.all_breaches if what == "breach" else rules.duties
    return [rule for rule in found if rule not in table or set(line.under) & set(table[rule].provisions)]


@kind("duty", "is", "rule", "state", "on", "due", "bearer", "to", "within_hours", "in_time")
def duty(telling: Telling, line: Expectation) -> str | None:
    """Duties of these provisions are there, in this state, due then, owed by them."""
    looked = line.args.get("on")
    if looked is not None:
        telling.move_to(moment(looked, line.where))
    found = _duties(telling, line)
    wanted = words_of(line.args.get("rule"))
    provisions = {p for d in found for p in d.provisions}
    lacking = missing(wanted, [d.rule for d in found], "duty") or missing(line.under, provisions, "duties of")
    if lacking or not found:
        return lacking or "no such duty"
    return next((why for d in found if (why := _duty_is(d, telling, line))), None)


def _duties(telling: Telling, line: Expectation) -> list[Duty]:
    wanted = words_of(line.args.get("rule"))
    with engine_eyes():
        found = list(Duty.objects.filter(subject_id=telling.case_of(line)).order_by("started_at"))
    state = line.args.get("state")
    if state is not None:
        found = [d for d in found if _state(d, telling.now) == state]
    if wanted:
        return [d for d in found if d.rule in wanted]
    return [d for d in found if set(d.provisions) & set(line.under)] if line.under else found


def _state(found: Duty, now: datetime) -> str:
    if found.state != "open":
        return str(found.state)
    return "overdue" if found.due_at is not None and found.due_at < now else "open"


def _duty_is(found: Duty, telling: Telling, line: Expectation) -> str | None:
    args = line.args
    if _state(found, telling.now) == "overdue" and not found.escalated_to:
        return f"{found.rule} is overdue and nobody was told"
    if (
        args.get("in_time")
        and found.due_at is not None
        and (found.ended_at is None or found.ended_at > found.due_at)
    ):
        return f"{found.rule} was due {found.due_at} and met {found.ended_at}"
    if "to" in args and found.escalated_to != args["to"]:
        return f"{found.rule} went to {found.escalated_to or 'nobody'}"
    if "due" in args and found.due_at != moment(args["due"], line.where):
        return f"{found.rule} is due {found.due_at}"
    if "bearer" in args and str(found.bearer_agency_id) != telling.names.get(str(args["bearer"])):
        return f"{found.rule} is owed by somebody else ({found.bearer_sector})"
    if "within_hours" in args:
        hours = (found.due_at - found.started_at).total_seconds() / 3600 if found.due_at else None
        if hours != float(args["within_hours"]):
            return f"{found.rule} is due within {hours} hours"
    return None


@kind("lapse", "is", "rule", "because")
def lapse(telling: Telling, line: Expectation) -> str | None:
    """A duty ended with a stated reason, and no breach of its provisions came of it."""
    with engine_eyes():
        found = list(Duty.objects.filter(subject_id=telling.case_of(line), state="lapsed"))
        broken = list(
            Breach.objects.filter(subject_id=telling.case_of(line), provisions__overlap=list(line.under))
        )
    wanted = words_of(line.args.get("rule"))
    found = [d for d in found if not wanted or d.rule in wanted]
    if broken:
        return f"there is a breach: {broken[0].rule}"
    lacking = missing(wanted, [d.rule for d in found], "lapsed") or missing(
        line.under, {p for d in found for p in d.provisions}, "lapsed duties of"
    )
    if lacking:
        return lacking
    return missing(words_of(line.args.get("because")), [d.end_reason for d in found], "because")


# --- what is kept, counted, shown -----------------------------------------------------------------------


@kind("filed", "is", "action")
def filed(telling: Telling, line: Expectation) -> str | None:
    """The record that answers the provisions is in the journal."""
    names = words_of(line.args.get("action") or line.args.get("is"))
    if not names and telling.step is not None and telling.step.action:
        names = [telling.step.action]
    for name in names:
        if name not in registry:
            return f"there is no action {name!r}"
        answers = {p for r in all_rules() if r.kind == "record" and r.name == name for p in r.provisions}
        if short := missing(line.under, answers, f"{name} records for"):
            return short
        with engine_eyes():
            there = Entry.objects.filter(action=name, outcome__in=("done", "recorded"))
            if "about" in line.args or telling.focus:
                subjects = [str(telling.case_of(line)), *telling.names.values()]
                there = there.filter(subject_id__in=subjects)
            if not there.exists():
                return f"no entry of {name}"
    return None


@kind("monitor_sees", "is", "refusals", "breaches", "overdue", "urgent")
def monitor_sees(telling: Telling, line: Expectation) -> str | None:
    """What the independent monitor reads of the case, by counts."""
    case = telling.case_of(line)
    with acting(telling.as_monitor(), telling.now):
        tries = Entry.objects.filter(subject_id=case, outcome="refused").values_list("act_id", flat=True)
        duties = Duty.objects.filter(subject_id=case, state="open", due_at__lt=telling.now)
        found = {
            "refusals": len(set(tries)),
            "breaches": Breach.objects.filter(subject_id=case).count(),
            "overdue": duties.count(),
            "urgent": deeper.urgent_acts(case),
        }
    wanted = {name: int(line.args[name]) for name in found if name in line.args}
    said = [f"{found[name]} {name}" for name, count in wanted.items() if found[name] != count]
    return f"the monitor sees {', '.join(said)}" if said else None


@kind("actor_sees", "is", "reason", "neutral", "not")
def actor_sees(telling: Telling, line: Expectation) -> str | None:
    """What the actor was told: the reason, or a neutral one where it would give something away."""
    objections = telling.answer.get("objections", [])
    codes = [o["code"] for o in objections]
    hidden = [code for code in words_of(line.args.get("not")) if code in codes]
    if hidden:
        return f"the actor was told {', '.join(hidden)}"
    if line.args.get("neutral") and any(o["provisions"] or not o["neutral"] for o in objections):
        return f"the actor was told {', '.join(codes)}"
    return missing(words_of(line.args.get("reason") or line.args.get("is")), codes, "told")


@kind("person_sees", "is", "actions", "owed", "agencies", "not")
def person_sees(telling: Telling, line: Expectation) -> str | None:
    """What the file says to the person it is about: acts on it, tries included, and what is owed."""
    case = telling.case_of(line)
    with engine_eyes():
        entries = list(Entry.objects.filter(subject_id=case))
        owed = list(Duty.objects.filter(subject_id=case, state="open").values_list("rule", flat=True))
    actions = [e.action for e in entries]
    agencies = [key for key, i in telling.company.agencies.items() if i in {e.agency_id for e in entries}]
    seen = [one for one in words_of(line.args.get("not")) if one in actions]
    if seen:
        return f"the person sees {', '.join(seen)}"
    return (
        missing(words_of(line.args.get("actions")), actions, "acts")
        or missing(words_of(line.args.get("owed")), owed, "owed")
        or missing(words_of(line.args.get("agencies")), agencies, "agencies")
    )


kind("definition", "is", "stage", "found", "reasons", "child", "stands")(deeper.definition)
kind("screening", "is", "level", "signs", "urgent", "asks_for_referral", "answers_at_most", "apart_from")(
    deeper.screening
)
kind("figure", "is", "measure", "by", "where", "shows")(deeper.figure)
kind("her_page", "is", "page", "comes", "in", "says", "not", "leads_to")(her_door.her_page)
kind("document", "is", "name", "by", "in", "as", "says", "not", "none")(papers.document)
kind("notice", "is", "to", "kind", "not")(papers.notice)
kind("mail", "to", "server", "after", "sent", "waits", "tries", "says")(papers.mail)
kind("published", "is", "page", "says")(deeper.published)
kind("finding", "is", "took", "days", "letter", "measure", "by", "where", "shows")(deeper.finding)
