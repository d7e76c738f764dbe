"""The closed lists of the protection enquiry, and how the reference of an act is compared without being readable."""

from __future__ import annotations

import hashlib
from enum import StrEnum

from tutela.agencies.words import Sector

#: Who asks before an act against a person.
ASKERS = (
    Sector.POLICE, Sector.BORDER, Sector.IMMIGRATION, Sector.IMMIGRATION_ENFORCEMENT, Sector.PROSECUTION,
    Sector.COURT, Sector.DETENTION,
)  # fmt: skip


class EnquiryKind(StrEnum):
    """The act that an authority asks about. Without one, nobody asks."""

    CUSTODY = "custody"
    CHARGE = "charge"
    REMOVAL = "removal"


class EnquirySaid(StrEnum):
    """What the protection office said on the telephone.

    Nobody known, and somebody who agreed to nothing, get the same words: which of the two it is would be an answer.
    """

    NOTHING_TO_TELL = "nothing_to_tell"
    PROTECTION_APPLIES = "protection_applies"
    PLEASE_WAIT = "please_wait"


class TellingGround(StrEnum):
    """On what ground anything about a person is told."""

    CONSENT = "consent"
    IMMINENT_HARM = "imminent_harm"


class PatternKind(StrEnum):
    """What the monitor is shown of how the enquiry is used."""

    TWO_AGENCIES = "two_agencies"
    OFTEN = "often"
    NOT_SCREENED = "not_screened"
    NO_REFERENCE = "no_reference"


#: Acts whose refused try counts as an enquiry: somebody found out that something stands against them.
TRIES = ("bring_charge", "detain_person", "remove_person")
#: Terms and a count of the profile: over how long use is looked at, and from how many questions on one agency asks
#: often; how soon after a question the agency begins to screen; how far apart two questions still belong together.
LOOKED_BACK, OFTEN = "enquiry_looked_back", "enquiry_often"
SCREENED_WITHIN, TOGETHER = "enquiry_screened_within", "enquiry_together"


def mark_of(reference: str) -> str:
    """The mark of an act's reference, equal however its signs are spaced: the monitor reads marks, never references."""
    plain = "".join(sign for sign in reference.upper() if sign.isalnum())
    return hashlib.sha256(f"enquiry {plain}".encode()).hexdigest()[:32]
