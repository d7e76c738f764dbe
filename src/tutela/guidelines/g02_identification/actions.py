"""Screening, presumption and referral: from the first meeting to somebody who can help.

Decisions of the competent authority are in `decision_actions.py`.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Annotated, Any, ClassVar
from uuid import UUID

from tutela.agencies.actions import ConsentId, grant
from tutela.agencies.facts import SightFacts
from tutela.agencies.models import Agency
from tutela.agencies.words import ENFORCING, ONLY_BY_AGREEMENT, Basis, Compartment, Purpose, Role, Sector
from tutela.cases import consents
from tutela.cases.actions import OPENER, Years, age_fields, new_case
from tutela.cases.facts import ConsentFacts
from tutela.cases.models import Case
from tutela.cases.words import AgeBasis, FileKind, Sex, Standing
from tutela.engine import profile
from tutela.engine.access import Actor
from tutela.engine.actions import Act, Fact, Fault, InvalidAction, may
from tutela.engine.clocks import ClockEvent, due_at
from tutela.engine.fields import AgencyId, Answers, CaseId, Kept, Languages, Prose, Ref

from . import asylum_actions, decision_actions, group_actions, journey_actions, protocol_actions
from .answers import validate
from .asylum_actions import open_claim
from .definition import ActElement, MeansElement, PurposeElement
from .facts import AsylumFacts
from .form_files import screening_form
from .forms import Setting
from .group_actions import GroupId, own_group, tie
from .models import Presumption, Referral, Screening
from .protocol_actions import route_for, tell_coordinator
from .screening import child_from, indication, prune
from .words import DeclineWhy

__all__ = ["asylum_actions", "decision_actions", "group_actions", "journey_actions", "protocol_actions"]

ScreeningId = Annotated[UUID, Ref("screening", subject=True)]
ReferralId = Annotated[UUID, Ref("referral")]

#: What a receiver of a referral sees, unless the person agreed to more or less.
REFERRED = (Compartment.FACTS,)
#: Who learns of a wish for asylum only where the person agreed to that very thing, never because it goes along.
NOT_TOLD = (*ENFORCING, *ONLY_BY_AGREEMENT)


class BeginScreening(Act):
    """Begin to screen somebody, with the form of the setting. Nothing of it names the person.

    Shape    group: the event in which she was found with others; each is screened apart
    Writes   Screening, which expires after the profile's days unless a case comes of it
    Source   G2.1; harm.md 5, 6, 7
    """

    opens = "screening"
    need = "identification"

    setting: Setting
    group: GroupId | None = None

    def apply(self, new: UUID, by: Actor, at: datetime) -> dict[str, Any]:
        """Makes an empty screening on the newest version of the form."""
        here = profile.current()
        term = here.term("screening_expiry", here.day(at))
        form = screening_form(self.setting)
        group = own_group(self.group, by).pk if self.group else None
        Screening.objects.create(
            subject_id=new,
            agency_id=by.agency_id,
            member_id=by.member_id,
            setting=self.setting,
            form_version=form.version,
            group_id=group,
            begun_at=at,
            expires_at=due_at(term, [ClockEvent("start", at)], here.calendar) or at,
        )
        return {"screening": new}


class AnswerScreening(Fact):
    """Keep the answers so far; every page can be the last. What is no longer on the path is not kept.

    Shape    answers: question id → one code or a list of codes, as the form allows
    Writes   Screening.answers, its level, and whether it asks for a referral
    Source   G2.1
    """

    need = "identification"
    provisions = ("G2.1",)

    screening: ScreeningId
    answers: Answers
    finished: bool = False

    def apply(self, screening: Screening, at: datetime) -> dict[str, Any]:
        """Checks the answers against the form, prunes, and notes what they come to. What has expired stays empty."""
        if screening.expired_at is not None:
            raise InvalidAction([Fault("screening", "screening.used", {})])
        form = screening_form(Setting(screening.setting), screening.form_version)
        given = json.loads(json.dumps(self.answers))
        mistakes = [m for m in validate(form, given) if m.code != "answers.not_shown"]
        if mistakes:
            raise InvalidAction(
                [
                    Fault(f"answers.{m.question_id}", m.code, {"possible": ", ".join(m.possible)})
                    for m in mistakes
                ]
            )
        kept = prune(form, given)
        found = indication(form, kept, child_from(kept))
        screening.answers, screening.level = kept, str(found.level)
        screening.asks_for_referral = found.asks_for_referral
        screening.finished_at = at if self.finished else screening.finished_at
        screening.save()
        return {"level": str(found.level)}


class RaiseCase(Act):
    """Open a file for the person screened. An adult agrees first; a child is told.

    Shape    asks_for_asylum: she said so in the screening; it starts the same clock as anywhere else
    Writes   Case, and AsylumClaim where she asks; the screening belongs to the case from now on
    Source   G2.1, G2.7; harm.md 1
    """

    opens = "case"
    need = "identification"
    provisions = ("G2.1",)

    screening: ScreeningId
    agreed: bool | None = None
    age_basis: AgeBasis = AgeBasis.UNKNOWN
    age_low: Years | None = None
    age_high: Years | None = None
    sex: Sex = Sex.UNKNOWN
    languages: Languages = ()
    asks_for_asylum: Annotated[bool, Kept("status")] | None = None

    def apply(self, new: UUID, screening: Screening, by: Actor, at: datetime) -> dict[str, Any]:
        """Makes the case, and ties the screening to it."""
        age = age_fields(self.age_basis, self.age_low, self.age_high, at)
        made = new_case(new, by, at, FileKind.ORDINARY, self.sex, self.languages, age)
        grant(new, by.agency_id, Purpose.IDENTIFICATION, Basis.OPENED, tuple(map(str, OPENER)), at)
        screening.case = made
        screening.save(update_fields=["case"])
        if screening.group_id:
            tie(made, own_group(screening.group_id, by))
        if self.asks_for_asylum:
            open_claim(made, by, at)
        return {"case": new}


class ExpireScreening(Act):
    """A screening that no case came of has reached its end: its answers go, and then its key.

    Source   harm.md 5
    """

    system: ClassVar[bool] = True
    need = "identification"

    screening: ScreeningId

    def apply(self, screening: Screening, at: datetime) -> None:
        """Empties the screening."""
        screening.answers, screening.level, screening.expired_at = {}, "", at
        screening.save(update_fields=["answers", "level", "expired_at"])


class ReferPerson(Act):
    """Pass a person on to an agency that can help. An adult, and anyone of unknown age, agrees first.

    Shape    compartments: what the receiver sees; facts only, unless the person agreed to more;
             consent: the one it rests on; without one, `agreed` is kept as said in passing;
             asylum_goes_along: whoever takes her on learns of a wish for asylum that is on file, so that nobody
             breaks it; never those who enforce
    Writes   Referral; a grant to the receiver; the receiver's duty to answer, by the protocol in force if there is
             one. Where there is none the referral goes all the same, and the coordinator sees the gap
    Source   G2.1, G2.3, G2.7
    """

    need = "safety"
    refreshes = True
    provisions = ("G2.3",)

    case: CaseId
    to_agency: AgencyId
    purpose: Purpose
    agreed: bool | None = None
    consent: ConsentId | None = None
    compartments: tuple[Compartment, ...] = REFERRED
    asylum_goes_along: bool = True
    reason: Annotated[Prose, Kept("statements")] | None = None

    def apply(self, case: Case, by: Actor, at: datetime, gathered: dict[type[Any], Any]) -> dict[str, Any]:
        """Makes the referral, and lets the receiver see what was agreed to."""
        to = Agency.objects.get(pk=self.to_agency, active=True)
        sees = tuple(sorted(set(map(str, self.compartments)) | self._along(to, gathered)))
        route = route_for(by.agency_id, to, self.purpose, at)
        if route is None:
            tell_coordinator(by.agency_id, to.pk, self.purpose, at)
        made = Referral.objects.create(
            case=case,
            from_agency_id=by.agency_id,
            to_agency_id=to.pk,
            purpose=self.purpose,
            sent_at=at,
            route=route,
        )
        until = None
        if self.has_agreed:
            until = consents.for_grant(self.consent, case.pk, to.pk, self.purpose, sees, by, at, made.pk)
        grant(
            case.pk, to.pk, self.purpose, Basis.CONSENT if self.has_agreed else Basis.CHILD, sees, at, until
        )
        return (
            {"referral": made.pk}
            if route is None
            else {"referral": made.pk, "answer_hours": route.answer_hours}
        )

    @property
    def has_agreed(self) -> bool:
        """Whether it rests on the person's word: a consent on file, or a yes said in passing."""
        return self.agreed is True or self.consent is not None

    def _along(self, to: Agency, gathered: dict[type[Any], Any]) -> set[str]:
        """The compartment of a wish for asylum, where it travels with the person and her consent leaves it open."""
        given = gathered.get(ConsentFacts, ConsentFacts())
        if self.consent is not None and str(Compartment.STATUS) not in (given.opens or ()):
            return set()
        asylum, sight = gathered.get(AsylumFacts, AsylumFacts()), gathered.get(SightFacts, SightFacts())
        travels = self.asylum_goes_along and asylum.open is True and Compartment.STATUS in (sight.own or ())
        return {str(Compartment.STATUS)} if travels and to.sector not in NOT_TOLD else set()


class _Answer(Act):
    """What the receiver of a referral says; it is looked up under its case, and for the receiver only."""

    abstract: ClassVar[bool] = True
    need = "safety"

    case: CaseId
    referral: ReferralId

    def found(self, case: Case, by: Actor) -> Referral:
        """The referral, if it is the actor's to answer."""
        return Referral.objects.get(pk=self.referral, case=case, to_agency_id=by.agency_id)


class AcceptReferral(_Answer):
    """Take the person on: the sender sees it.

    Writes   Referral.state
    """

    def apply(self, case: Case, by: Actor, at: datetime) -> None:
        """Marks the referral as accepted."""
        referral = self.found(case, by)
        referral.state, referral.answered_at = "accepted", at
        referral.save(update_fields=["state", "answered_at"])


class DeclineReferral(_Answer):
    """Say that you cannot take the person on, and why, so that the sender can ask somebody else at once.

    Writes   Referral.state, decline_reason
    """

    because: DeclineWhy

    def apply(self, case: Case, by: Actor, at: datetime) -> None:
        """Marks the referral as declined."""
        referral = self.found(case, by)
        referral.state, referral.answered_at, referral.decline_reason = "declined", at, self.because
        referral.save(update_fields=["state", "answered_at", "decline_reason"])


class CompleteReferral(_Answer):
    """What the referral asked for has been done.

    Writes   Referral.state, done_at
    """

    def apply(self, case: Case, by: Actor, at: datetime) -> None:
        """Marks the referral as done."""
        referral = self.found(case, by)
        referral.state, referral.done_at = "done", at
        referral.answered_at = referral.answered_at or at
        referral.save(update_fields=["state", "done_at", "answered_at"])


class AskForRecognition(Fact):
    """The person, or somebody for them with their consent, asks to be recognised as trafficked. It is
    never too late.

    Source   G2.1, P2
    """

    need = "identification"
    provisions = ("G2.1",)

    case: CaseId
    asked_by_person: bool | None = None
    words: Annotated[Prose, Kept("statements")] | None = None

    def apply(self, case: Case) -> None:
        """Opens the file again if it was closed; the rest is the entry, and the clocks that it starts."""
        Case.objects.filter(pk=case.pk).update(closed_at=None)


class PresumeTrafficked(Act):
    """Presume that the person has been trafficked. Protection is owed from this moment, and no proof is asked.

    Shape    acts, means, purposes: what was seen so far; all may be empty
    Writes   Case.standing; Presumption, where something was seen; the duties of the first hours
    Source   P8, G2.1, G3.1
    """

    need = "identification"
    refreshes = True
    provisions = ("G2.1", "G3.1")

    case: CaseId
    acts: tuple[ActElement, ...] = ()
    means: tuple[MeansElement, ...] = ()
    purposes: tuple[PurposeElement, ...] = ()

    who = may(
        Sector.BORDER, Sector.POLICE, Sector.LABOUR_INSPECTION, Sector.HEALTH, Sector.HELPLINE, Sector.DETENTION,
        Sector.ASYLUM, Sector.COMPETENT_AUTHORITY, Sector.PROTECTION, Sector.SHELTER, Sector.NGO, Sector.LEGAL_AID,
        Sector.CHILD_PROTECTION, Sector.PROTECTION_OFFICE,
        Role.FIRST_RESPONDER, Role.CASEWORKER, Role.DECISION_MAKER, Role.CHILD_PROTECTION_OFFICER, Role.LAWYER,
        Role.HEALTH_WORKER, Role.SHELTER_WORKER, Role.PROTECTION_OFFICER, Role.INVESTIGATOR,
    )  # fmt: skip

    def apply(self, case: Case, by: Actor, at: datetime, act_id: UUID) -> None:
        """Raises the standing; a higher one stays. What was seen is kept for whoever decides."""
        if case.standing in (Standing.OPEN, Standing.NOT_IDENTIFIED):
            case.standing = Standing.PRESUMED
        case.presumed_at, case.closed_at = case.presumed_at or at, None
        case.save(update_fields=["standing", "presumed_at", "closed_at"])
        if self.acts or self.means or self.purposes:
            Presumption.objects.create(
                act_id=act_id,
                case=case,
                acts=list(map(str, self.acts)),
                means=list(map(str, self.means)),
                purposes=list(map(str, self.purposes)),
                presumed_at=at,
                member_id=by.member_id,
                agency_id=by.agency_id,
            )
