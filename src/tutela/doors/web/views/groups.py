"""Groups: an event entered once, people spoken with apart, and what is owed to all of them done for each."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from tutela.doors import answers, words
from tutela.doors.now import clock
from tutela.engine.access import Actor
from tutela.engine.actions import Action, InvalidAction, parse, registry
from tutela.engine.fields import FieldKind
from tutela.engine.outcomes import Denied, Done, Outcome, Refused
from tutela.engine.perform import perform
from tutela.guidelines.g02_identification import messages as said
from tutela.guidelines.g02_identification import reads_groups
from tutela.guidelines.g02_identification.form_files import screening_form
from tutela.guidelines.g02_identification.forms import Setting
from tutela.guidelines.g02_identification.group_actions import OpenGroup

from .. import doable, forms, present
from .gate import Asking, sent_key, signed_in

#: What somebody said, or what belongs to one person alone: it is never done for several at once.
OF_ONE = (FieldKind.PROSE, FieldKind.LINE, FieldKind.ANSWERS, FieldKind.IDS)
#: Nothing is decided, charged, moved or known of several people at once.
FOR_SEVERAL = frozenset(
    {"inform_person", "open_claim", "grant_access", "refer_person", "record_stay_of_removal", "offer_service",
     "service_given", "assert_risk"}
)  # fmt: skip


@signed_in
def groups(request: Asking) -> HttpResponse:
    """The events of one's own agency."""
    actor = request.who.actor
    context = {
        "rows": [_listed(line) for line in reads_groups.groups(actor)],
        "open_url": doable.url_of(OpenGroup),
        "may_open": doable.may_try(OpenGroup, actor),
    }
    return render(request, "tutela/groups.html", context)


def _listed(line: reads_groups.GroupLine) -> dict[str, Any]:
    return {
        "id": line.group.pk,
        "place": line.group.place,
        "employer": line.group.employer,
        "opened": present.day(line.group.opened_at),
        "screened": line.screened,
        "files": line.files,
    }


@signed_in
def group(request: Asking, group_id: UUID) -> HttpResponse:
    """One event: screen the next person apart; whoever has a file, by what is owed next."""
    actor, now = request.who.actor, clock()()
    found = reads_groups.group(actor, group_id, now)
    if found is None:
        raise Http404
    event, lines, waiting = found
    context = {
        "event": event,
        "days": " – ".join(filter(None, (present.day(event.began_on), present.day(event.ended_on)))),
        "people": [_found(line, now) for line in lines],
        "waiting": [
            {"id": s.pk, "begun": present.moment(s.begun_at), "done": s.finished_at is not None}
            for s in waiting
        ],
        "settings": [
            {"value": str(s), "label": words.say(said.SETTINGS[s]), "title": str(screening_form(s).title)}
            for s in sorted(Setting, key=lambda one: one != actor.sector)[:3]
        ],
        "key": uuid.uuid4(),
        "several": [
            {"label": words.label(a), "url": reverse("for_several", args=[group_id, a.name])}
            for a in _several(actor)
        ],
    }
    return render(request, "tutela/group.html", context)


def _found(line: reads_groups.FoundLine, now: Any) -> dict[str, Any]:
    state = "overdue" if line.overdue else "owed" if line.due_at else "met"
    return {
        "id": line.case_id,
        "pseudonym": line.pseudonym,
        "standing": words.choice_label("Standing", line.standing),
        "state": state,
        "sign": present.SIGNS[state],
        "due": present.moment(line.due_at),
        "overdue": line.overdue,
    }


def _several(actor: Actor) -> list[type[Action]]:
    """What may be done for several at once: nothing with words of one person in it."""
    return [a for a in registry if a.name in FOR_SEVERAL and doable.may_try(a, actor)]


@dataclass(frozen=True)
class Answer:
    """What came of it for one person."""

    case_id: UUID
    pseudonym: str
    state: str
    sign: str
    text: str


@signed_in
def for_several(request: Asking, group_id: UUID, action_name: str) -> HttpResponse:
    """One form, done for each person who is ticked, each by itself: one that cannot be done keeps no other back."""
    actor, now = request.who.actor, clock()()
    found = reads_groups.group(actor, group_id, now)
    action = next((a for a in _several(actor) if a.name == action_name), None)
    if found is None or action is None:
        raise Http404
    event, lines, _waiting = found
    left_out = [s.name for s in action.specs() if s.kind in OF_ONE and not s.required] + ["case"]
    ticked = set(request.POST.getlist("who")) or (
        {str(one.case_id) for one in lines} if request.method == "GET" else set()
    )
    typed = forms.typed_in(action, request.POST) if request.method == "POST" else None
    form = forms.form_of(action, actor, None, typed or {}, fixed=left_out, key=sent_key(request))
    answered: list[Answer] = []
    if typed is not None and ticked:
        chosen = [one for one in lines if str(one.case_id) in ticked]
        answered = list(_each(action, typed, left_out, chosen, actor, form))
    elif typed is not None:
        form.other_faults.append(_("Tick at least one person."))
    context = {
        "event": event,
        "form": form,
        "label": words.label(action),
        "help": words.help_text(action),
        "people": [
            {"id": one.case_id, "pseudonym": one.pseudonym, "ticked": str(one.case_id) in ticked}
            for one in lines
        ],
        "answered": answered,
        "is_done": bool(answered) and all(one.state == "met" for one in answered),
    }
    return render(request, "tutela/for_several.html", context, status=422 if form.is_faulty else 200)


def _each(
    action: type[Action],
    typed: dict[str, list[str]],
    left_out: list[str],
    chosen: list[reads_groups.FoundLine],
    actor: Actor,
    form: forms.ActionForm,
) -> Iterator[Answer]:
    """Each person's answer. What is wrong with the form itself is told once, beside its field."""
    plain = {name: value for name, value in forms.read(action, typed).items() if name not in left_out}
    for one in chosen:
        try:
            wanted = parse(action.name, {**plain, "case": str(one.case_id)})
            outcome = perform(wanted, actor, uuid.uuid5(form.key, str(one.case_id)), clock())
        except InvalidAction as error:
            form.tell(error.faults)
            return
        yield _answer(one, wanted, outcome)


def _answer(one: reads_groups.FoundLine, action: Action, outcome: Outcome) -> Answer:
    if isinstance(outcome, Refused):
        text = " ".join(o["text"] for o in answers.refused(outcome, action)["objections"])
        return Answer(one.case_id, one.pseudonym, "declined", present.SIGNS["declined"], text)
    if isinstance(outcome, Denied):
        return Answer(one.case_id, one.pseudonym, "declined", present.SIGNS["declined"], _("not open to you"))
    said_now = _("done") if isinstance(outcome, Done) else _("received")
    return Answer(one.case_id, one.pseudonym, "met", present.SIGNS["met"], said_now)
