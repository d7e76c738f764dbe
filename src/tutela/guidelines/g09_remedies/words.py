"""The closed lists of remedies."""

from __future__ import annotations

from enum import StrEnum


class Track(StrEnum):
    """Before whom a remedy is sought. One person may go all three ways side by side."""

    CRIMINAL = "criminal"
    CIVIL = "civil"
    ADMINISTRATIVE = "administrative"


class Remedy(StrEnum):
    """What is sought."""

    WAGES = "wages"
    DAMAGES = "damages"
    COMPENSATION = "compensation"
    THINGS_BACK = "things_back"
    REHABILITATION = "rehabilitation"
    RECORD_CLEARED = "record_cleared"
    OTHER = "other"


class Against(StrEnum):
    """Against whom, by kind; no name is kept."""

    TRAFFICKER = "trafficker"
    EMPLOYER = "employer"
    COMPANY = "company"
    STATE = "state"
    FUND = "fund"
    OTHER = "other"


class Body(StrEnum):
    """Who decides."""

    CRIMINAL_COURT = "criminal_court"
    CIVIL_COURT = "civil_court"
    LABOUR_COURT = "labour_court"
    ADMINISTRATIVE_COURT = "administrative_court"
    LABOUR_INSPECTION = "labour_inspection"
    COMPENSATION_FUND = "compensation_fund"
    HUMAN_RIGHTS_BODY = "human_rights_body"
    OTHER = "other"


class ClaimStep(StrEnum):
    """How a claim moves on. Payment is written down by itself."""

    LIMIT_FOUND = "limit_found"
    FILED = "filed"
    AWARDED = "awarded"
    REFUSED = "refused"
    APPEALED = "appealed"
    ENFORCED = "enforced"
    CLOSED = "closed"


class ClaimState(StrEnum):
    """Where a claim stands."""

    PREPARED = "prepared"
    FILED = "filed"
    AWARDED = "awarded"
    REFUSED = "refused"
    APPEALED = "appealed"
    ENFORCED = "enforced"
    PAID = "paid"
    CLOSED = "closed"


class RefusedFor(StrEnum):
    """Why a claim was refused or ended. Some of these are never a reason."""

    OUT_OF_TIME = "out_of_time"
    NOT_PROVED = "not_proved"
    WRONG_BODY = "wrong_body"
    NO_MEANS = "no_means"
    SETTLED = "settled"
    PERSON_WISHES = "person_wishes"
    IRREGULAR_STATUS = "irregular_status"
    DID_NOT_TESTIFY = "did_not_testify"
    SEX_WORK = "sex_work"
    CONSENTED = "consented"
    NOT_IDENTIFIED = "not_identified"
    LEFT_THE_COUNTRY = "left_the_country"
    OTHER = "other"
    NO_REASON = "no_reason"


#: Grounds on which nobody is refused a remedy; a refusal that gives no reason counts among them.
IMPROPER = frozenset({
    RefusedFor.IRREGULAR_STATUS, RefusedFor.DID_NOT_TESTIFY, RefusedFor.SEX_WORK, RefusedFor.CONSENTED,
    RefusedFor.NOT_IDENTIFIED, RefusedFor.LEFT_THE_COUNTRY, RefusedFor.NO_REASON,
})  # fmt: skip


class HelpKind(StrEnum):
    """What it takes to bring a claim."""

    LAWYER = "lawyer"
    INTERPRETER = "interpreter"
    COURT_FEES = "court_fees"
    EXPERT = "expert"
    TRAVEL = "travel"
    CHILD_CARE = "child_care"
    LOST_EARNINGS = "lost_earnings"


#: Legal help; all other kinds are material.
LEGAL = frozenset({HelpKind.LAWYER})


class HelpState(StrEnum):
    """What became of it."""

    GIVEN = "given"
    REFUSED = "refused"
    NOT_NEEDED = "not_needed"


class Taken(StrEnum):
    """What was taken from the person, or kept back."""

    PASSPORT = "passport"
    OTHER_PAPERS = "other_papers"
    PHONE = "phone"
    MONEY = "money"
    PAY = "pay"
    BELONGINGS = "belongings"
    MEDICINE = "medicine"


class Holder(StrEnum):
    """Who holds it, by kind; no name is kept."""

    EMPLOYER = "employer"
    RECRUITER = "recruiter"
    TRAFFICKER = "trafficker"
    LANDLORD = "landlord"
    PARTNER = "partner"
    AUTHORITY = "authority"
    OTHER = "other"
    UNKNOWN = "unknown"


class Returned(StrEnum):
    """What came back."""

    RETURNED = "returned"
    PARTLY = "partly"
    REFUSED = "refused"
    LOST = "lost"
    REPLACED = "replaced"


#: After these nothing is left to be brought back.
SETTLES = frozenset({Returned.RETURNED, Returned.REPLACED})
