"""Agencies, members, training, and who may see which case."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Annotated, Any, ClassVar
from uuid import UUID

from pydantic import Field

from tutela.engine.access import Actor
from tutela.engine.actions import Act, Fact, Fault, InvalidAction, may
from tutela.engine.fields import AgencyId, CaseId, Languages, Line, MemberId, Moment, Ref, Whole

from .hooks import consented
from .models import FOREVER, Agency, ApiToken, Grant, Member, Training
from .words import Basis, Compartment, Purpose, Role, Sector, TrainingKind

#: An agency whose own chain the action belongs to.
ConsentId = Annotated[UUID, Ref("consent")]
OwnAgencyId = Annotated[UUID, Ref("agency", subject=True)]
#: A short name for addresses and for signing in: plain letters, digits, - and _.
Key = Annotated[Line, Field(pattern=r"^[A-Za-z0-9_-]{1,50}$")]
SETUP = may(Role.ADMINISTRATOR, Role.SYSTEM)


class RegisterAgency(Act):
    """Take an authority or organisation into the referral mechanism.

    Writes   Agency
    Source   G2.3: cooperation names its parties
    """

    who = SETUP
    opens = "agency"
    need = "setup"

    key: Key
    name_en: Line
    name_zh: Line
    sector: Sector
    lead: bool = False
    phone: Line | None = None

    def apply(self, new: UUID) -> dict[str, Any]:
        """Makes the agency under the id of its subject. There is one system, and it makes itself."""
        if self.sector is Sector.SYSTEM:
            raise InvalidAction([Fault("sector", "field.choice", {})])
        Agency.objects.create(
            id=new,
            key=self.key,
            names={"en": self.name_en, "zh-hans": self.name_zh},
            sector=self.sector,
            lead=self.lead,
            phone=self.phone or "",
        )
        return {"agency": new}


class EnrolMember(Act):
    """Take somebody into an agency, with the roles that they have there.

    Writes   Member
    """

    who = SETUP
    need = "setup"

    agency: OwnAgencyId
    key: Key
    display_name: Line
    roles: tuple[Role, ...]
    unit: Line | None = None
    languages: Languages = ()

    def apply(self, agency: Agency) -> dict[str, Any]:
        """Makes the member. Nobody is enrolled as the system, which may do everything."""
        if agency.sector == Sector.SYSTEM:
            raise InvalidAction([Fault("agency", "field.not_here", {})])
        if Role.SYSTEM in self.roles:
            raise InvalidAction([Fault("roles", "field.choice", {})])
        member = Member.objects.create(
            agency=agency,
            key=self.key,
            name=self.display_name,
            roles=[str(r) for r in self.roles],
            unit=self.unit or "",
            languages=list(self.languages),
        )
        return {"member": member.pk}


class RecordTraining(Fact):
    """A member completed a training. How long it holds, the country profile says.

    Source   G2.2, G5.2, G6.3, G8.10
    """

    who = may(Role.ADMINISTRATOR, Role.COORDINATOR, Role.SYSTEM)
    need = "setup"
    provisions = ("G2.2", "G5.2", "G5.7", "G6.3")

    agency: OwnAgencyId
    member: MemberId
    training: TrainingKind
    completed_on: date

    def apply(self, agency: Agency) -> dict[str, Any]:
        """Adds the training to the member, who is looked up in this agency only."""
        member = Member.objects.get(pk=self.member, agency=agency)
        training = Training.objects.create(member=member, kind=self.training, completed_on=self.completed_on)
        return {"training": training.pk}


class IssueToken(Act):
    """Give a member a token for the API. Whoever makes it shows it once; only its digest comes here.

    Shape    token_digest: hexadecimal SHA-256 of the token
    Writes   ApiToken
    """

    system: ClassVar[bool] = True
    need = "setup"

    agency: OwnAgencyId
    member: MemberId
    label: Line
    token_digest: Annotated[Line, Field(pattern=r"^[0-9a-f]{64}$")]
    days: Annotated[Whole, Field(ge=1, le=366)] = 90

    def apply(self, agency: Agency, at: datetime) -> dict[str, Any]:
        """Keeps the digest, for a member of this agency only."""
        member = Member.objects.get(pk=self.member, agency=agency)
        made = ApiToken.objects.create(
            digest=bytes.fromhex(self.token_digest),
            member=member,
            label=self.label,
            made_at=at,
            expires_at=at + timedelta(days=self.days),
        )
        return {"token": made.pk}


class EndTokens(Act):
    """End every token of a member at once: lost, stolen, or no longer needed.

    Writes   ApiToken.ended_at
    """

    who = may(Role.ADMINISTRATOR, Role.SYSTEM)
    need = "setup"

    agency: OwnAgencyId
    member: MemberId

    def apply(self, agency: Agency, at: datetime) -> None:
        """Ends them from the next request on."""
        member = Member.objects.get(pk=self.member, agency=agency)
        ApiToken.objects.filter(member=member, ended_at=None).update(ended_at=at)


class GrantAccess(Act):
    """Let an agency see a case: for a purpose, on a basis, in named compartments, until a date.

    Shape    consent: the one it rests on; without one, that the person agrees is kept as said in passing
    Writes   Grant (a second grant to the same agency replaces the first)
    Source   G6.6: need to know
    """

    need = "file"
    refreshes = True

    case: CaseId
    to_agency: AgencyId
    purpose: Purpose
    basis: Basis
    compartments: tuple[Compartment, ...] = (Compartment.FACTS,)
    until: Moment | None = None
    consent: ConsentId | None = None

    def apply(self, by: Actor, at: datetime) -> dict[str, Any]:
        """Ends the grant that was, opens the new one; it ends with the consent that it rests on, if not before."""
        agency, until = Agency.objects.get(pk=self.to_agency), self.until
        if self.basis is Basis.CONSENT:
            ends = consented(self.consent, self.case, agency.pk, self.purpose, self.compartments, by, at)
            until = min((day for day in (until, ends) if day is not None), default=None)
        made = grant(self.case, agency.pk, self.purpose, self.basis, self.compartments, at, until)
        return {"grant": made.pk}


class CutGrant(Act):
    """End an agency's sight of a case, from its next query on.

    Writes   Grant.cut_at
    """

    need = "file"

    case: CaseId
    from_agency: AgencyId
    reason: Line | None = None

    def apply(self, by: Actor, at: datetime) -> dict[str, Any]:
        """Cuts the live grant, if there is one."""
        live = Grant.objects.get(case_id=self.case, agency_id=self.from_agency, cut_at=None)
        live.cut_at, live.cut_why = at, "cut_grant"
        live.save(update_fields=["cut_at", "cut_why"])
        return {"receiver": self.from_agency}


def grant(
    case_id: UUID,
    agency_id: UUID,
    purpose: str,
    basis: str,
    compartments: tuple[str, ...],
    at: datetime,
    until: datetime | None = None,
) -> Grant:
    """Gives an agency sight of a case, keeping what an earlier grant to it opens today, and no longer than that did.

    Raises   InvalidAction for an unknown compartment
    """
    earlier = Grant.objects.filter(case_id=case_id, agency_id=agency_id, cut_at=None).first()
    wanted, ends = {str(c) for c in compartments}, until or FOREVER
    if wanted - {str(c) for c in Compartment}:
        raise InvalidAction([Fault("compartments", "field.choice", {})])
    if earlier is not None and earlier.until > at and earlier.compartments - wanted:
        wanted, ends = wanted | earlier.compartments, min(ends, earlier.until)
    if earlier is not None:
        earlier.cut_at, earlier.cut_why = at, "replaced"
        earlier.save(update_fields=["cut_at", "cut_why"])
    opened = {c: c in wanted for c in map(str, Compartment)}
    return Grant.objects.create(
        case_id=case_id,
        agency_id=agency_id,
        purpose=purpose,
        basis=basis,
        since=at,
        until=ends,
        due_at=earlier.due_at if earlier else None,
        child=earlier.child if earlier else False,
        **opened,
    )
