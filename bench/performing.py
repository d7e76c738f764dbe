"""`perform` against a bare transaction that writes the same rows, and how many acts eight clients get done."""

from __future__ import annotations

import statistics
import time
import uuid
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from bench.people import agency, did, made
from tutela.agencies.words import Role, Sector
from tutela.cases.actions import OpenCase
from tutela.engine.access import Actor
from tutela.engine.models import Body, Entry, EntrySeq, Outbox, Receipt, Subject
from tutela.engine.perform import perform
from tutela.engine.time import system_clock
from tutela.guidelines.g02_identification.actions import PresumeTrafficked
from tutela.guidelines.g06_protection.actions import OfferPlace, RegisterPlace
from tutela.guidelines.g06_protection.models import Placement

FIRST_NIGHT = date(2030, 1, 1)


class Offers:
    """One place offered to one person, night after night: five guards, three classes of facts, a constraint."""

    def __init__(self, by: Actor, case: uuid.UUID, place: uuid.UUID) -> None:
        self.by, self.case, self.place, self.night = by, case, place, FIRST_NIGHT

    def next(self) -> OfferPlace:
        """The next night's offer."""
        since, self.night = self.night, self.night + timedelta(days=1)
        return OfferPlace(case=self.case, place=self.place, since=since, until=self.night)

    def perform(self) -> None:
        """By the one way in."""
        outcome = perform(self.next(), self.by)
        assert outcome.result == "done", outcome

    def bare(self) -> None:
        """The same rows without any rule: no role, no session, no facts, no guards, no sealing."""
        action, now, act_id = self.next(), system_clock(), uuid.uuid4()
        with transaction.atomic(using="owner", durable=True):
            receipt = Receipt(owner_id=self.by.member_id, key=uuid.uuid4(), digest=_BYTES, recorded_at=now)
            receipt.outcome = {"act_id": str(act_id), "made": {"placement": str(act_id)}, "result": "done"}
            receipt.save(using="owner", force_insert=True)
            subject = Subject.objects.using("owner").select_for_update().get(pk=self.case)
            Placement.objects.using("owner").create(
                case_id=self.case, place_id=self.place, nights=(action.since, action.until), offered_at=now
            )
            self._journal(subject, act_id, now)
            Outbox.objects.using("owner").create(kind="done", ids={"act": str(act_id)}, recorded_at=now)

    def _journal(self, subject: Subject, act_id: uuid.UUID, now: Any) -> None:
        seq = subject.last_seq + 1
        entry = Entry.objects.using("owner").create(
            recorded_at=now, subject_id=self.case, seq=seq, act_id=act_id, action="offer_place", outcome="done",
            provisions=["G6.1"], compartment="whereabouts", occurred_at=now, actor_id=self.by.member_id,
            agency_id=self.by.agency_id, detail={"made": {"placement": str(act_id)}}, header=_HEADER,
            prev=_BYTES, hash=_BYTES,
        )  # fmt: skip
        EntrySeq.objects.using("owner").create(subject_id=self.case, seq=seq, entry_id=entry.pk)
        Body.objects.using("owner").create(
            entry_id=entry.pk, recorded_at=now, subject_id=self.case, compartment="whereabouts",
            keyset_id=subject.keyset_id or act_id, sealed=_SEALED, digest=_BYTES,
        )  # fmt: skip
        subject.last_seq, subject.head = seq, _BYTES
        subject.save(using="owner", update_fields=["last_seq", "head"])


_BYTES, _HEADER, _SEALED = b"b" * 32, b"h" * 560, b"s" * 230


def offers(label: str) -> tuple[Actor, uuid.UUID, uuid.UUID]:
    """A member of an organisation, the presumed case of a person, and a place: what `Offers` begins with."""
    by = agency(f"ngo {label}".replace(" ", "-"), Sector.NGO, Role.CASEWORKER)
    about = {"age_basis": "known", "age_low": 30, "sex": "male", "languages": ("bn",)}
    case = made(OpenCase.model_validate(about), by, "case")
    did(PresumeTrafficked(case=case), by)
    return by, case, made(RegisterPlace(agency=by.agency_id, house="H", label=label), by, "place")


def ratio(rounds: int = 40, each: int = 25) -> dict[str, Any]:
    """Medians of both, in turns of `each`, A B A B."""
    ways = {"perform": Offers(*offers("a")).perform, "bare": Offers(*offers("b")).bare}
    spent: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(rounds + 2):
        for name, way in ways.items():
            for _ in range(each):
                begun = time.perf_counter()
                way()
                if number > 1:  # the first turns warm both up
                    spent[name].append((time.perf_counter() - begun) * 1000)
    median = {name: statistics.median(found) for name, found in spent.items()}
    return {
        "perform_ratio": round(median["perform"] / median["bare"], 2),
        "perform_ms": round(median["perform"], 2),
        "bare_ms": round(median["bare"], 2),
        "acts": rounds * each,
    }
