"""What is owed while a release, or a court's order, is only said."""

from __future__ import annotations

from tutela.agencies.words import Sector
from tutela.engine.rules import duty, on

from .conditions import is_only_said_free, is_only_said_of_a_court, is_seen_free
from .custody_actions import CourtOrderedCustody, ReleaseRecorded, ReviewCustody
from .custody_breaches import order_is_seen

release_seen = duty(
    "release_seen",
    provisions=["P7", "G2.6"],
    starts=on(ReleaseRecorded, when=is_only_said_free),
    owed_by=Sector.PROTECTION_OFFICE,
    within="release_seen",
    met_by=on(ReleaseRecorded, when=is_seen_free),
    doc="Somebody who did not hold the person sees that they are free.",
)

order_seen = duty(
    "order_seen",
    provisions=["G2.6"],
    starts=on(CourtOrderedCustody, when=is_only_said_of_a_court),
    owed_by=Sector.PROTECTION_OFFICE,
    within="custody_order_seen",
    met_by=on(CourtOrderedCustody, when=order_is_seen) + on(ReviewCustody),
    lapses=on(ReleaseRecorded, when=is_seen_free),
    doc="Somebody who holds nobody sees the court's order that the person is said to be held by.",
)
