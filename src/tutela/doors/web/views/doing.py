"""The generated form of an action: shown, sent through `perform` once, and answered in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tutela.cases import board, escalations, reads
from tutela.doors import answers, words
from tutela.doors.now import clock
from tutela.engine.access import Actor
from tutela.engine.actions import Action, InvalidAction, parse, registry
from tutela.engine.fields import FieldKind
from tutela.engine.outcomes import Denied, Done, Outcome, Received, Refused
from tutela.engine.perform import perform
from tutela.guidelines.g05_enforcement import reads as charges

from .. import choices, designed, doable, drafts, forms, meeting, present, slips
from . import resuming
from .gate import Asking, keeping, sent_key

#: What sends a form without doing it: filled in from elsewhere, looked at, kept for later, thrown away, kept while
#: somebody types, brought back from a page that outlived its session.
UNSENT = PREFILL, LOOK, KEEP, DROP, LIVE, HELD = "_prefill", "_look", "_keep", "_drop", "_live", slips.HELD
#: How many duties that an act began are named when it is done.
FEW = 4
#: What brings a charge into the file that was not there before.
NEW_CHARGES = ("bring_charge", "charge_found", "fine_found", "court_ordered_custody")
Typed = dict[str, list[str]]
#: The page of the person on which one goes on after these; after all others it is the file.
PAGES = {
    "assess_needs": "case_plan", "add_plan_step": "case_plan", "end_plan_step": "case_plan",
    "agree_plan": "case_plan", "assess_safety": "case_plan", "send_letter": "charges",
    "assess_charge_link": "charges", "prosecutor_answered": "charges", "charge_found": "charges",
}  # fmt: skip


def lost(request: HttpRequest, action_name: str, case_id: UUID | None = None) -> HttpResponse | None:
    """A form came when its owner was not signed in (any more), or was too old to be taken: what was typed is kept."""
    action, now = _found(action_name, case_id), clock()()
    if HELD in request.POST:  # nothing is done with it but show the form
        asking = cast(Asking, request)
        if not asking.who:
            return resuming.hold(request, request.POST[HELD])
        return _begun(Shown(asking, action, case_id), _person(action, asking.who.actor, case_id), {})
    owner = slips.owner(request.POST.get(slips.SLIP, ""), action.name, case_id, now)
    if owner is None or DROP in request.POST:
        return None
    typed = _read(action, case_id, request.POST)
    if not drafts.is_kept(action):
        return resuming.hold(request, slips.hold(owner, action.name, case_id, typed))
    return resuming.kept(request, owner) if drafts.park(owner, action, case_id, typed, now) else None


@keeping(lost)
def do(request: Asking, action_name: str, case_id: UUID | None = None) -> HttpResponse:
    """The form of one action, for one person or for nobody. Only `perform` decides on what is sent."""
    actor = request.who.actor
    action = _found(action_name, case_id)
    if case_id is None and action.name in doable.DESIGNED:
        return redirect(doable.DESIGNED[action.name])
    shown = Shown(request, action, case_id)
    if request.method == "POST" and not any(button in request.POST for button in UNSENT):
        return _done(shown, _sent(shown))
    if LIVE in request.POST:
        return _typing(shown)
    person = _person(action, actor, case_id)
    if request.method != "POST":
        return _opened(shown, person)
    if DROP in request.POST:
        drafts.drop(actor, action, case_id)
        messages.info(request, _("Thrown away. Nothing was changed."))
        return redirect(request.path)
    return _begun(shown, person, _sent(shown))


@dataclass(frozen=True)
class Shown:
    """The form that is asked for: by whom, and for which file."""

    request: Asking
    action: type[Action]
    case_id: UUID | None

    @property
    def actor(self) -> Actor:
        """Who asks."""
        return self.request.who.actor

    @property
    def fixed(self) -> dict[str, str]:
        """Fields whose value the page itself gives."""
        return {"case": str(self.case_id)} if self.case_id else {}

    def form(self, typed: Typed, key: UUID | None = None) -> forms.ActionForm:
        """The form with what was typed."""
        return forms.form_of(self.action, self.actor, self.case_id, typed, self.fixed, key)


def _opened(shown: Shown, person: reads.Person | None) -> HttpResponse:
    """The form as it is opened: with the draft, if there is one."""
    draft = drafts.found(shown.actor, shown.action, shown.case_id, clock()())
    design, typed = designed.of(shown.action, shown.case_id), _given(shown.action, shown.actor)
    typed = {**typed, **_spoken(shown.action, person)}
    if design and design.start and person:
        typed = {**typed, **design.start(shown.request, shown.action, person)}
    if "charge_ref" not in typed:
        typed = {**_only_charge(shown), **typed}
    if draft is not None:
        typed = {**typed, **draft.typed}
    return _page(shown, person, shown.form(typed), typed, draft=draft)


def _sent(shown: Shown) -> Typed:
    return _read(shown.action, shown.case_id, shown.request.POST)


def _read(action: type[Action], case_id: UUID | None, post: QueryDict) -> Typed:
    typed = forms.typed_in(action, post)
    design = designed.of(action, case_id)
    return design.read(action, post, typed) if design and design.read else typed


def _typing(shown: Shown) -> HttpResponse:
    """Somebody is typing: kept so far, said beside the form and nowhere else."""
    if not doable.may_try(shown.action, shown.actor):
        raise Http404
    now = clock()()
    is_kept = drafts.keep(shown.actor, shown.action, shown.case_id, _sent(shown), now)
    return render(shown.request, "tutela/_kept.html", {"at": _hour(now) if is_kept else ""})


def _hour(at: datetime) -> str:
    return date_format(timezone.localtime(at), "TIME_FORMAT")


def _begun(shown: Shown, person: reads.Person | None, typed: Typed) -> HttpResponse:
    """A form that was filled in and not sent: its author finds it again."""
    post = shown.request.POST
    if HELD in post:
        brought = slips.held(post[HELD], shown.actor.member_id, shown.action.name, shown.case_id)
        if brought is None:
            return resuming.hold(shown.request, post[HELD], is_other=True)
        typed = brought
    elif PREFILL not in post:
        drafts.keep(shown.actor, shown.action, shown.case_id, typed, clock()())
    if KEEP in post:
        messages.success(shown.request, _("Kept for you alone, for seven days. Nothing was sent."))
    typed = {name: values for name, values in typed.items() if values}
    if PREFILL in post:
        given = {**_given(shown.action, shown.actor), **_spoken(shown.action, person)}
        typed = {**given, **_only_charge(shown), **typed}
    key = sent_key(shown.request) if PREFILL not in post else None
    return _page(shown, person, shown.form(typed, key), typed)


def _done(shown: Shown, typed: Typed) -> HttpResponse:
    """Sends the action through `perform`, once; what comes back unsent is kept."""
    key, case_id, actor = sent_key(shown.request), shown.case_id, shown.actor
    try:
        wanted = parse(shown.action.name, {**forms.read(shown.action, typed), **shown.fixed})
        outcome = perform(wanted, actor, key, clock())
    except InvalidAction as error:
        person = _person(shown.action, actor, case_id)
        drafts.keep(actor, shown.action, case_id, typed, clock()())
        form = shown.form(typed, key)
        form.tell(error.faults)
        return _page(shown, person, form, typed, status=422)
    if isinstance(outcome, Refused):
        person = _person(shown.action, actor, case_id)
        drafts.keep(actor, shown.action, case_id, typed, clock()())
        said = refusal(outcome, wanted, actor, case_id)
        return _page(shown, person, shown.form(typed), typed, refusal=said, status=409)
    if not isinstance(outcome, Denied):
        drafts.drop(actor, shown.action, case_id)
    return answered(shown.request, wanted, outcome, case_id)


def _found(name: str, case_id: UUID | None) -> type[Action]:
    if name not in registry:
        raise Http404
    action = registry.get(name)
    if action.system or (case_id and not doable.is_about_case(action)):
        raise Http404
    return action


def _person(action: type[Action], actor: Actor, case_id: UUID | None) -> reads.Person | None:
    """The person it is about; none for whoever looks from outside. What this actor may not try is not there."""
    if not doable.may_try(action, actor):
        raise Http404
    if case_id is None:
        return None
    head = reads.case_head(actor, case_id, clock()())
    if head is not None:
        return head[0]
    told = board.has_entries if actor.is_monitor else escalations.is_told_of
    if not (doable.is_oversight(action, actor) and told(actor, case_id)):
        raise Http404
    return None


def _back(actor: Actor, case_id: UUID | None, *, is_seen: bool) -> str:
    """The page that the form was opened from; whoever does not see the file goes to the first page."""
    if case_id is None:
        return reverse("do")
    if not is_seen and not actor.is_monitor:
        return reverse("home")
    return reverse("monitor_file" if actor.is_monitor else "case", args=[case_id])


def _after(action: Action, file: UUID) -> str:
    """Where one goes on when it is done: on the page of its kind, where the next step stands."""
    return reverse("remedies" if action.need == "remedies" else PAGES.get(action.name, "case"), args=[file])


def _given(action: type[Action], actor: Actor) -> Typed:
    """What an empty form starts with: one's own agency, where the action is about an agency."""
    return {name: [str(actor.agency_id)] for name, kind in action.subject_fields() if kind == "agency"}


def _spoken(action: type[Action], person: reads.Person | None) -> Typed:
    """What is explained is mostly explained in the language that the person is known to understand."""
    if person is None or not person.languages:
        return {}
    wanted = (s.name for s in action.specs() if s.kind is FieldKind.LANGUAGE and s.name == "language")
    return {name: [person.languages[0]] for name in wanted}


def _only_charge(shown: Shown) -> Typed:
    """The one charge or conviction on the file, for what is said about one that was there before."""
    names = {s.name for s in shown.action.specs()}
    if shown.case_id is None or "charge_ref" not in names or shown.action.name in NEW_CHARGES:
        return {}
    found = charges.only_charge(shown.actor, shown.case_id)
    if found is None:
        return {}
    told = {"charge_ref": [found[0]], "offence": [found[1]]}
    return {name: values for name, values in told.items() if name in names}


def _page(
    shown: Shown,
    person: reads.Person | None,
    form: forms.ActionForm,
    typed: Typed,
    status: int = 200,
    refusal: dict[str, Any] | None = None,
    draft: drafts.Kept | None = None,
) -> HttpResponse:
    action, case_id = shown.action, shown.case_id
    context = {
        "form": form,
        "person": person,
        "label": words.label(action),
        "help": words.help_text(action),
        "help_foreign": present.is_foreign(words.help_text(action)),
        "provisions": present.cite(action.provisions),
        "refusal": refusal,
        "back": _back(shown.actor, case_id, is_seen=person is not None),
        "is_fact": not issubclass(action, doable.Act),
        "keeps": drafts.is_kept(action),
        "slip": slips.slip(shown.actor.member_id, action.name, case_id, clock()()),
        "draft_at": present.moment(draft.at) if draft else "",
    }
    template, design = "tutela/do_action.html", designed.of(action, case_id)
    if design and case_id and person:
        template = design.template
        asked = designed.Asked(shown.request, action, person, case_id, form, typed, refusal)
        context.update(design.page(asked))
    return render(shown.request, template, context, status=status)


def refusal(outcome: Refused, action: Action, actor: Actor, case_id: UUID | None) -> dict[str, Any]:
    """A refusal as pages show it: why, which provisions, and what can be done instead, filled in."""
    shown = answers.refused(outcome, action)
    buttons: dict[str, dict[str, Any]] = {}
    cited: dict[str, None] = {}
    for one in shown["objections"]:
        cited.update(dict.fromkeys(p["id"] for p in one["provisions"]))
        one["provisions"] = present.cite(p["id"] for p in one["provisions"])
        for other in one["instead"]:
            model = registry.get(other["action"])
            if doable.may_try(model, actor):
                url = meeting.url_of(model, case_id, actor)
                buttons.setdefault(
                    url, {**other, "url": url, "is_link": url != doable.url_of(model, case_id)}
                )
    hints = {h for one in outcome.objections for h in one.hints}
    shown["instead"] = list(buttons.values())
    shown["cited"] = present.cite(cited)
    shown["free"] = _free(action, actor, case_id, hints) if hints else []
    shown["kept"] = _kept(action, {one["field"] for one in shown["free"]})
    shown["waivable"] = [
        o for o in shown["objections"] if not o["absolute"] and not o["neutral"] and o["guard"]
    ]
    shown["url"] = doable.url_of(type(action), case_id)
    return shown


def _free(action: Action, actor: Actor, case_id: UUID | None, hints: set[str]) -> list[dict[str, str]]:
    """What is still free, as buttons that fill this same form."""
    found = []
    for spec in action.specs():
        if spec.ref and not spec.ref.subject:
            offered = choices.offered(actor, spec.ref.kind, case_id) or []
            found += [{"field": spec.name, "value": v, "label": label} for v, label in offered if v in hints]
    return found


def _kept(action: Action, but: set[str]) -> list[tuple[str, str]]:
    """Days and choices of what was refused, which a button that fills the same form brings along; never words."""
    plain = (FieldKind.DATE, FieldKind.CHOICE, FieldKind.LANGUAGE)
    given = action.model_dump(mode="json", include={s.name for s in action.specs() if s.kind in plain} - but)
    return [(name, str(value)) for name, value in given.items() if value is not None]


def answered(request: Asking, action: Action, outcome: Outcome, case_id: UUID | None) -> HttpResponse:
    """Says what came of it on the next page; a denial looks like a page that does not exist."""
    if isinstance(outcome, Denied):
        raise Http404
    if isinstance(outcome, Received):
        messages.info(request, answers.received(outcome)["text"])
        return redirect("home")
    assert isinstance(outcome, Done)
    messages.success(request, done_said(action, outcome))
    made = outcome.made.get("case") or (str(case_id) if case_id else "")
    actor, file = request.who.actor, UUID(made) if made else None
    is_seen = file is not None and reads.case_head(actor, file, clock()()) is not None
    return redirect(_after(action, file) if is_seen and file else _back(actor, file, is_seen=is_seen))


def done_said(action: Action, outcome: Done) -> str:
    """What was done, and what it started: labels of rules only, never a word that was typed."""
    parts = [_("Done: %(what)s.") % {"what": words.label(action)}]
    if outcome.met:
        parts.append(_("Met: %(what)s.") % {"what": _list(map(words.duty_label, outcome.met))})
    if outcome.started:
        parts.append(_("Now owed: %(what)s.") % {"what": _first_few(outcome.started)})
    if outcome.breaches:
        names = _list(map(words.breach_label, outcome.breaches))
        parts.append(
            _("This goes against the instrument, and the monitor sees it: %(what)s.") % {"what": names}
        )
    parts += [words.reason_text(code) for code in outcome.notes]
    return " ".join(parts) if present.language() == "en" else "".join(parts)


def _list(names: Any) -> str:
    return ("; " if present.language() == "en" else "；").join(names)


def _first_few(rules: Sequence[str]) -> str:
    """What began, and how much more of it: the page below lists all with their clocks."""
    named = [words.duty_label(rule) for rule in rules[:FEW]]
    more = len(rules) - len(named)
    return _list(named + ([ngettext("and %(n)s more", "and %(n)s more", more) % {"n": more}] if more else []))
