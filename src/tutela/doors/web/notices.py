"""Notices: what concerns a member, computed from what they may read; and mail that says only that something waits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import connection
from django.db.models import Q
from django.utils.translation import override

from tutela.cases import escalations
from tutela.cases.models import Case
from tutela.config.logs import event
from tutela.config.mail import is_on
from tutela.doors import words
from tutela.engine.access import Actor, acting
from tutela.engine.models import Breach, Duty
from tutela.engine.time import system_clock
from tutela.guidelines.g02_identification.models import Referral

from .drafts import oneself
from .messages_notices import BODY, SUBJECT
from .models import NoticeChoice, NoticeMail

SOON = timedelta(days=1)
MOST = 100
AT_ONCE = 50


@dataclass(frozen=True)
class Notice:
    """One thing that concerns the reader: a code and ids; its words and its person are on the page behind it.

    Shape    kind: referral, answer, breach, due or escalated
    """

    kind: str
    rule: str
    at: datetime
    case_id: UUID | None
    is_new: bool


Row = tuple[str, str, datetime, UUID]


def inbox(actor: Actor, now: datetime, read_until: datetime | None = None) -> list[Notice]:
    """What concerns the member or their agency, newest first; a file only where they see it."""
    with acting(actor):
        rows = [*_due(actor, now), *_breaches(actor)]
        rows += [] if actor.is_monitor else _referrals(actor)
        ids = set() if actor.is_monitor else {case for *_rest, case in rows}
        seen = set(Case.objects.filter(pk__in=ids).values_list("pk", flat=True)) if ids else set()
    found = [(kind, rule, at, case if case in seen else None) for kind, rule, at, case in rows]
    found += _escalated(actor)
    told = [Notice(k, rule, at, case, read_until is None or at > read_until) for k, rule, at, case in found]
    return sorted(told, key=lambda one: one.at, reverse=True)[:MOST]


def _referrals(actor: Actor) -> list[Row]:
    own = actor.agency_id
    waits = Q(to_agency_id=own, state="sent") | Q(from_agency_id=own, answered_at__isnull=False)
    found = Referral.objects.filter(waits).order_by("-sent_at")[:MOST]
    return [
        ("answer", "", r.answered_at, r.case_id) if r.answered_at else ("referral", "", r.sent_at, r.case_id)
        for r in found
    ]


def _due(actor: Actor, now: datetime) -> list[Row]:
    own = Duty.objects.filter(bearer_agency_id=actor.agency_id, state="open", due_at__lt=now + SOON)
    rows = own.order_by("due_at").values_list("rule", "due_at", "started_at", "subject_id")[:MOST]
    return [("due", rule, max(due - SOON, began), case) for rule, due, began, case in rows if due]


def _breaches(actor: Actor) -> list[Row]:
    mine = Breach.objects.filter(ended_at=None, answered_at=None)
    mine = mine if actor.is_monitor else mine.filter(agency_id=actor.agency_id)
    rows = mine.order_by("-opened_at").values_list("rule", "opened_at", "subject_id")[:MOST]
    return [("breach", rule, at, case) for rule, at, case in rows]


def _escalated(actor: Actor) -> list[tuple[str, str, datetime, UUID | None]]:
    if not escalations.is_coordinator(actor):
        return []
    rows = escalations.escalations(actor).duties
    return [("escalated", r.rule, r.due_at, r.case_id) for r in rows if r.due_at]


# --- what a member chose --------------------------------------------------------------------------------


def mine(actor: Actor) -> tuple[NoticeChoice, NoticeMail | None]:
    """What the member chose (nothing chosen is no mail), and their newest mail: waiting, tried, or sent."""
    with acting(oneself(actor)):
        found = NoticeChoice.objects.filter(member_id=actor.member_id).first()
        mail = NoticeMail.objects.filter(member_id=actor.member_id).order_by("-asked_at").first()
    return found or NoticeChoice(member_id=actor.member_id), mail


def keep(actor: Actor, **chosen: Any) -> None:
    """Keeps a choice with the member."""
    with acting(oneself(actor)):
        NoticeChoice.objects.update_or_create(member_id=actor.member_id, defaults=chosen)


# --- mail -----------------------------------------------------------------------------------------------


def told(kind: str, ids: dict[str, Any]) -> None:
    """After an act: asks for a mail to each member whom it concerns and who wants one. One waits at a time."""
    if is_on() and "act" in ids and kind in ("done", "recorded"):
        with connection.cursor() as cursor:
            cursor.execute("SELECT tutela_notice_act(%s, %s)", [ids["act"], system_clock()])


def digest(now: datetime | None = None) -> int:
    """Once a day: asks for a mail to each member who wants one and has something due; returns how many."""
    if not is_on():
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT tutela_notice_digest(%s)", [now or system_clock()])
        return int(cursor.fetchone()[0])


def send(now: datetime | None = None) -> int:
    """Sends what waits; what cannot be sent is tried again later, and later each time. Returns how many were sent."""
    sent, at = 0, now or system_clock()
    while is_on() and sent < AT_ONCE:
        with connection.cursor() as cursor:
            cursor.execute("SELECT id, address, language, tries FROM tutela_next_mail(%s)", [at])
            row = cursor.fetchone()
        if row is None:
            break
        fault = _sent(row[1], row[2])
        with connection.cursor() as cursor:
            cursor.execute("SELECT tutela_mail_went(%s, %s, %s)", [row[0], fault, at])
        if fault:
            event("job.failed", job="send_notices", error=fault, attempt=row[3])
            break  # the server is down for the others as well; they wait for the next round
        sent += 1
    return sent


def _sent(address: str, language: str) -> str:
    """Nothing when it was sent; else the class of the fault: its words may hold an address."""
    with override(language or settings.LANGUAGE_CODE):
        link = f"https://{settings.ALLOWED_HOSTS[0]}/accounts/login/"
        mail = EmailMessage(words.say(SUBJECT), f"{words.say(BODY)}\n\n{link}\n", to=[address])
    try:
        mail.send()
    except Exception as error:  # noqa: BLE001 - whatever a mail server answers, the mail waits
        return type(error).__name__
    return ""
