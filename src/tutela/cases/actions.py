"""What can be done with a file itself: opening it, saying who the person is, correcting, answering for breaches.

Consent is in `consent_actions.py`.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, ClassVar
from uuid import UUID

from pydantic import Field

from tutela.agencies.actions import grant
from tutela.agencies.words import Basis, Compartment, Purpose, Role, Sector
from tutela.engine import profile
from tutela.engine.access import Actor
from tutela.engine.actions import Act, Fact, Fault, InvalidAction, may
from tutela.engine.clocks import ClockEvent, due_at
from tutela.engine.duties import pass_up
from tutela.engine.fields import CaseId, Country, Kept, Language, Languages, Line, Prose, Ref, Whole
from tutela.engine.models import Alert, Breach, Duty, EntrySeq, UrgentAct, Waiver
from tutela.people.identities import seal_identity
from tutela.people.models import IdentityKind

from . import consent_actions, family_actions, thread_actions, worker_actions
from .facts import AgeFacts
from .models import Case
from .pseudonyms import pseudonym
from .words import AgeBasis, FileKind, Sex

__all__ = ["consent_actions", "family_actions", "thread_actions", "worker_actions"]

DutyId = Annotated[UUID, Ref("duty")]
BreachId = Annotated[UUID, Ref("breach")]
WaiverId = Annotated[UUID, Ref("waiver")]
UrgentActId = Annotated[UUID, Ref("urgent_act")]
IdentityId = Annotated[UUID, Ref("identity")]
Years = Annotated[Whole, Field(ge=0, le=120)]

#: What the agency that opens a file sees of it: it has just been told these things.
OPENER = (Compartment.FACTS, Compartment.IDENTITY, Compartment.HEALTH, Compartment.STATEMENTS,
          Compartment.WHEREABOUTS, Compartment.STATUS)  # fmt: skip

#: Whose word makes an adult of somebody who is on file as a child; from anybody else's, the age is disputed.
SETTLES_AGE = (Sector.CHILD_PROTECTION, Sector.COURT, Sector.SYSTEM)


class OpenCase(Act):
    """Open a file for one person, under a pseudonym. Help needs no identification, and no name.

    Reads    nothing: anybody who meets somebody in need may open a file
    Writes   Case; the opener's grant
    Units    age: years, on the day of opening
    Source   G2.1; harm.md 1 (an NGO-only file may stay with one organisation)
    """

    opens = "case"
    need = "case"

    age_basis: AgeBasis = AgeBasis.UNKNOWN
    age_low: Years | None = None
    age_high: Years | None = None
    sex: Sex = Sex.UNKNOWN
    languages: Languages = ()
    file_kind: FileKind = FileKind.ORDINARY
    found_through: Line | None = None

    def apply(self, new: UUID, by: Actor, at: datetime) -> dict[str, Any]:
        """Makes the case and lets its opener see it."""
        age = age_fields(self.age_basis, self.age_low, self.age_high, at)
        new_case(new, by, at, self.file_kind, self.sex, self.languages, age)
        grant(new, by.agency_id, Purpose.PROTECTION, Basis.OPENED, tuple(map(str, OPENER)), at)
        return {"case": new}


def new_case(
    new: UUID,
    by: Actor,
    at: datetime,
    file_kind: FileKind,
    sex: Sex,
    languages: tuple[str, ...],
    age: dict[str, Any],
) -> Case:
    """Makes the row of a case under a pseudonym that nobody has yet."""
    name = pseudonym()
    while Case.objects.filter(pseudonym=name).exists():
        name = pseudonym()
    return Case.objects.create(
        subject_id=new,
        pseudonym=name,
        file_kind=file_kind,
        opened_at=at,
        opened_by=by.agency_id,
        sex=sex,
        languages=list(languages),
        **age,
    )


class RecordAge(Fact):
    """What is known of somebody's age, and how. Doubt never takes a child's protection away.

    Somebody who was on file as a child, or as disputed, becomes an adult only by the word of child protection or a
    court; said by anybody else, the age is disputed from then on, and the entry keeps what was said.

    Writes   Case.age_*; whoever may be a child comes first in every queue, and is decided on a shorter clock
    Units    age: years, on the day of recording
    Source   P10, G8.2
    """

    need = "identification"
    refreshes = True
    retimes = True
    provisions = ("P10", "G8.2")

    case: CaseId
    age_basis: AgeBasis
    age_low: Years | None = None
    age_high: Years | None = None

    def apply(self, case: Case, by: Actor, at: datetime) -> None:
        """Writes the age into the file."""
        before = AgeFacts(case.age_basis, case.age_low, case.age_on, profile.current().day(at), case.age_high)
        fields = age_fields(self.age_basis, self.age_low, self.age_high, at)
        after = AgeFacts(
            self.age_basis, fields["age_low"], fields["age_on"], fields["age_on"], fields["age_high"]
        )
        was_child = before.may_be_child is True or case.age_basis == AgeBasis.DISPUTED
        if was_child and after.may_be_child is False and by.sector not in SETTLES_AGE:
            fields["age_basis"] = AgeBasis.DISPUTED
        for name, value in fields.items():
            setattr(case, name, value)
        case.save()


def age_fields(basis: AgeBasis, low: int | None, high: int | None, at: datetime) -> dict[str, Any]:
    """The columns of a case that hold an age. Raises InvalidAction for one that makes no sense."""
    if low is not None and high is not None and low > high:
        raise InvalidAction([Fault("age_high", "age.order", {})])
    low, high = (low if low is not None else high), (high if high is not None else low)
    if low is None and basis in (AgeBasis.KNOWN, AgeBasis.CLAIMED, AgeBasis.ESTIMATED):
        raise InvalidAction([Fault("age_low", "age.missing", {})])
    return {"age_basis": basis, "age_low": low, "age_high": high, "age_on": profile.current().day(at)}


class RecordDetails(Fact):
    """Languages and sex, as the person says them.

    Writes   Case.languages, Case.sex
    """

    need = "case"

    case: CaseId
    sex: Sex | None = None
    languages: Languages = ()

    def apply(self, case: Case) -> None:
        """Writes what was said; what was not said stays."""
        case.sex = self.sex or case.sex
        case.languages = list(self.languages) or case.languages
        case.save(update_fields=["sex", "languages"])


class RecordIdentity(Fact):
    """A name, document or safe contact of the person: sealed at once, opened only with a purpose and a trace.

    Writes   Identity (a correction is another row)
    Source   G6.6
    """

    needs = "identity"
    compartment = "identity"
    need = "file"
    provisions = ("G6.6",)

    case: CaseId
    kind: IdentityKind
    value: Prose
    language: Language | None = None
    replaces: IdentityId | None = None

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Seals the detail to the person's own key."""
        made = seal_identity(
            case.pk, self.kind, self.value, at=at, language=self.language or "", replaces=self.replaces
        )
        return {"identity": made}


class Corrected(Fact):
    """An entry was wrong: said beside it, never changed in it. In the wrong person's file is the most urgent kind.

    Reads    the number of the entry in this file's own chain
    Writes   an alert, where it belongs to another person's file: somebody reads there what is not theirs
    Source   G6.6: what is wrong about a person is put right
    """

    need = "file"

    case: CaseId
    entry_seq: Whole
    wrong_file: bool = False
    right_is: Annotated[Prose, Kept("statements")] | None = None
    source_country: Country | None = None

    def apply(self, case: Case, act_id: UUID, at: datetime) -> None:
        """Looks the entry up under its case; tells somebody on call where it is in the wrong file."""
        if not EntrySeq.objects.filter(subject_id=case.pk, seq=self.entry_seq).exists():
            raise InvalidAction([Fault("entry_seq", "field.not_here", {})])
        if self.wrong_file:
            Alert.objects.create(kind="entry.wrong_file", ids={"act": str(act_id)}, raised_at=at)


class AnswerBreach(Act):
    """Answer for a breach: what was done about it, and what will be different.

    Writes   Breach.answered_at
    """

    need = "rights"

    case: CaseId
    breach: BreachId
    answer: Prose

    def apply(self, case: Case, at: datetime) -> None:
        """Marks the breach of this case as answered."""
        found = Breach.objects.get(pk=self.breach, subject_id=case.pk)
        found.answered_at = at
        found.save(update_fields=["answered_at"])


class LapseDuty(Act):
    """End a duty that can no longer be met, with the reason: a suspect gone, a treaty that does not exist.

    Writes   Duty.state
    """

    who = may(Role.COORDINATOR, Role.CASEWORKER, Role.INVESTIGATOR, Role.PROSECUTOR, Role.DECISION_MAKER)
    need = "rights"

    case: CaseId
    duty: DutyId
    reason: Prose

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Ends the duty of this case as lapsed."""
        found = Duty.objects.get(pk=self.duty, subject_id=case.pk, state="open")
        found.state, found.ended_at, found.end_reason = "lapsed", at, "lapse_duty"
        found.save(update_fields=["state", "ended_at", "end_reason"])
        return {"lapsed": found.rule}


class WaiveGuard(Act):
    """Set one procedural guard aside for one action on one subject, once, within hours. The monitor reviews it.

    Shape    action_digest: the hexadecimal digest that the refusal shows
    Writes   Waiver; the monitor's duty to review it
    """

    need = "file"

    case: CaseId
    guard: Line
    action_digest: Annotated[Line, Field(pattern=r"^[0-9a-f]{64}$")]
    reason: Prose

    def apply(self, case: Case, by: Actor, at: datetime) -> dict[str, Any]:
        """Makes the waiver, good for as long as the profile says."""
        here = profile.current()
        term = here.term("waiver_use", here.day(at))
        made = Waiver.objects.create(
            subject_id=case.pk,
            guard=self.guard,
            digest=bytes.fromhex(self.action_digest),
            given_by=by.member_id,
            agency_id=by.agency_id,
            given_at=at,
            until=due_at(term, [ClockEvent("start", at)], here.calendar) or at,
        )
        return {"waiver": made.pk}


class ReviewWaiver(Act):
    """Look at a rule that was set aside: was it right, and what follows.

    Source   P1
    """

    who = may(Role.MONITOR)
    needs = "oversight"
    need = "rights"

    case: CaseId
    waiver: WaiverId
    was_right: bool
    finding: Prose

    def apply(self, case: Case) -> None:
        """Looks the waiver up under its case; the finding is in the entry."""
        Waiver.objects.get(pk=self.waiver, subject_id=case.pk)


class ReviewUrgentAct(Act):
    """Look at an urgent protective act: was it needed, was it the least intrusive, what follows.

    Writes   UrgentAct.reviewed_at
    """

    who = may(Role.COORDINATOR, Role.PROTECTION_OFFICER, Role.CHILD_PROTECTION_OFFICER, Role.MONITOR)
    needs = "oversight"
    need = "rights"

    case: CaseId
    urgent_act: UrgentActId
    was_needed: bool
    finding: Prose

    def apply(self, case: Case, at: datetime) -> None:
        """Marks the urgent act of this case as reviewed."""
        found = UrgentAct.objects.get(pk=self.urgent_act, subject_id=case.pk)
        found.reviewed_at = at
        found.save(update_fields=["reviewed_at"])


class Escalate(Act):
    """Tell the next in line that a duty is overdue: the coordinator, then the monitor. Carries no identity.

    Writes   Duty.escalated_to
    Source   P2
    """

    system: ClassVar[bool] = True
    need = "rights"

    case: CaseId
    duty: DutyId
    to: Line

    def apply(self, case: Case, at: datetime) -> dict[str, Any]:
        """Notes who has been told, and when."""
        return pass_up(self.duty, case.pk, self.to, at)


class CloseCase(Act):
    """Close a file, because the person wants it, or because nothing is owed any more. It can be opened again.

    Writes   Case.closed_at
    """

    need = "file"

    case: CaseId
    person_agrees: bool
    because: Prose | None = None
    reopened_if: date | None = None

    def apply(self, case: Case, at: datetime) -> None:
        """Marks the case as closed."""
        case.closed_at = at
        case.save(update_fields=["closed_at"])
