"""The instrument, provision by provision, for everyone: what it asks, what the software does for it, which stories
show it. Also the words of the field, and what could go wrong."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from tutela.doors import words
from tutela.engine.registry import rules
from tutela.instrument.coverage import compute_coverage
from tutela.instrument.glossary import all_terms
from tutela.instrument.harm import all_harm_lines
from tutela.instrument.provisions import (
    UnknownProvision,
    all_guidelines,
    all_provisions,
    guideline,
    provision,
)
from tutela.instrument.results import current_digest, read_results

from .. import present, rule_text, search


@cache
def coverage() -> dict[str, Any]:
    """What was shown, as of the rules and results that this process started with."""
    return compute_coverage(rules(), read_results(), current_digest())


def statuses() -> dict[str, dict[str, str]]:
    """How each status is shown: a sign and a word."""
    return {
        "shown": {"sign": "✓", "word": _("shown"), "state": "shown"},
        "partly": {"sign": "◔", "word": _("partly"), "state": "partly"},
        "not yet": {"sign": "–", "word": _("not yet"), "state": "not-yet"},
    }


def kinds() -> dict[str, str]:
    """How the software answers a provision."""
    return {
        "refuse": _("refuses what would breach it"),
        "breach": _("records a breach, which the monitor sees"),
        "duty": _("starts a clock for whoever owes it"),
        "record": _("keeps a record"),
        "measure": _("gives a figure"),
        "publish": _("publishes"),
    }


@csrf_exempt
def instrument(request: HttpRequest) -> HttpResponse:
    """All provisions, a picture of how far each is kept, and a search.

    The search is sent by POST: what somebody looks for stands in no address, no history and no log. It changes
    nothing and needs no token, so that the page sets no cookie.
    """
    found, lang, signs = coverage(), present.language(), statuses()
    wanted = request.POST.get("q", "").strip()[:100]
    groups = []
    for group in all_guidelines():
        own = [p for p in all_provisions() if p.group == group.id]
        rows = [
            {
                "id": p.id,
                "short": p.id.partition(".")[2] or p.id,
                "title": p.title(lang),
                "plain": p.plain(lang),
                "status": signs[_status(found, p.id)],
                "found": not wanted or search.holds(wanted, search.of_provision(p)),
            }
            for p in own
        ]
        counts = found["guidelines"][group.id]
        groups.append({"id": group.id, "title": group.title(lang), "rows": rows, "of": len(own),
                       "shown": counts["shown"], "partly": counts["partly"], "not_yet": counts["not yet"],
                       "found": any(row["found"] for row in rows)})  # fmt: skip
    terms = [_term(t, lang) for t in all_terms() if wanted and search.holds(wanted, search.of_term(t))]
    number = sum(row["found"] for group in groups for row in group["rows"])
    context = {"groups": groups, "totals": found["totals"], "not_yet": found["totals"]["not yet"], "signs": signs,
               "wanted": wanted, "terms": terms, "number": number}  # fmt: skip
    return render(request, "tutela/instrument.html", context)


def _status(found: dict[str, Any], provision_id: str) -> str:
    return str(found["provisions"][provision_id]["status"])


def one(request: HttpRequest, provision_id: str) -> HttpResponse:
    """One provision: in plain words, its test, the rules that answer it as they read, and the stories that show it."""
    try:
        wanted = provision(provision_id)
    except UnknownProvision:
        raise Http404 from None
    entry, lang = coverage()["provisions"][wanted.id], present.language()
    said = kinds()
    every = [p.id for p in all_provisions()]
    at = every.index(wanted.id)
    context = {
        "id": wanted.id,
        "title": wanted.title(lang),
        "plain": wanted.plain(lang),
        "acceptance": wanted.acceptance(lang),
        "group": guideline(wanted.group).title(lang),
        "status": statuses()[entry["status"]],
        "kinds": [{"word": said[str(k)], "missing": str(k) in entry["missing"]} for k in wanted.kinds],
        "rules": [_rule(rule, said) for rule in entry["rules"]],
        "stories": _stories(entry["stories"]),
        "before": every[at - 1] if at else "",
        "after": every[at + 1] if at + 1 < len(every) else "",
    }
    return render(request, "tutela/provision.html", context)


def story(request: HttpRequest, story: str) -> HttpResponse:
    """A story as it is told to the software, with the provisions that it shows."""
    told = rule_text.stories().get(story)
    if told is None:
        raise Http404
    shows = dict.fromkeys(
        p for r in read_results() if (r.file, r.story) == (told.file, told.title) for p in r.provisions
    )
    context = {"story": told, "titled": _titled(told.title), "shows": present.cite(shows)}
    return render(request, "tutela/story.html", context)


def _rule(rule: dict[str, str], said: dict[str, str]) -> dict[str, Any]:
    """A rule by its name in words, and as it reads. What its author wrote in English stays marked as English."""
    named = {"duty": words.duty_label, "breach": words.breach_label, "record": words.label}
    label = named[rule["kind"]](rule["name"]) if rule["kind"] in named else ""
    doc = words.say(rule["doc"])
    return {
        "kind": said[rule["kind"]], "label": label, "doc": doc, "foreign": present.is_foreign(doc),
        "source": rule_text.sources().get((rule["kind"], rule["name"])),
    }  # fmt: skip


def _stories(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found: dict[tuple[str, str], bool] = {}
    for line in lines:
        key = (line["file"], line["story"])
        found[key] = found.get(key, True) and line["passed"] and line["current"]
    return [
        {**_titled(title), "holds": holds, "id": rule_text.story_id(file, title)}
        for (file, title), holds in found.items()
    ]


def _titled(title: str) -> dict[str, Any]:
    said = words.say(title)
    return {"name": said, "foreign": present.is_foreign(said)}


def glossary(request: HttpRequest) -> HttpResponse:
    """The words of the field, each with one plain sentence."""
    lang = present.language()
    terms = [_term(t, lang) for t in all_terms()]
    return render(request, "tutela/words.html", {"terms": sorted(terms, key=lambda t: t["name"].casefold())})


def _term(t: Any, lang: str) -> dict[str, Any]:
    return {"id": t.id, "name": t.name(lang), "means": t.means(lang), "other": _other(t, lang)}


def _other(term: Any, lang: str) -> dict[str, str]:
    chinese = lang.startswith("zh")
    return {"lang": "en" if chinese else "zh-Hans", "name": term.name("en" if chinese else "zh")}


def harm(request: HttpRequest) -> HttpResponse:
    """How this software could hurt people, and what it does instead."""
    found, lang, signs = coverage()["harm"], present.language(), statuses()
    lines = [
        {"id": h.id, "title": h.title(lang), "text": h.text(lang), "status": signs[found[h.id]["status"]]}
        for h in all_harm_lines()
    ]
    return render(request, "tutela/harm.html", {"lines": lines})
