"""What rules on going back look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tutela.engine.facts import facts

from .return_words import ReturnRisk, ReturnWay, WhenSilent


@facts(needs=("case",))
@dataclass(frozen=True)
class ChoiceFacts:
    """What the person wants, the newest of her words.

    Shape  ways: how many ways were laid before her; heard: from herself, in words that she understands
    """

    wants: str | None = None
    advised: bool | None = None
    heard: bool | None = None
    ways: int | None = None

    @property
    def is_informed(self) -> bool:
        """She chose to go back, herself, after independent advice on more than one way."""
        return (
            self.wants == ReturnWay.RETURN
            and self.heard is True
            and self.advised is True
            and (self.ways or 0) > 1
        )


@facts(needs=("case",))
@dataclass(frozen=True)
class DangerFacts:
    """What the newest assessment came to, and for which country. None of it, and nothing in date, means danger."""

    country: str | None = None
    for_person: str | None = None
    for_family: str | None = None
    until: date | None = None
    today: date | None = None

    def is_assessed_for(self, country: str | None) -> bool:
        """Somebody looked at this country last, and what was found may still be relied on."""
        in_date = self.until is not None and self.today is not None and self.until >= self.today
        return in_date and country is not None and self.country == country

    @property
    def is_serious(self) -> bool:
        """Serious for the person or her family; what was not looked at counts as serious."""
        calm = (ReturnRisk.NONE_FOUND, ReturnRisk.SOME)
        return self.for_person not in calm or self.for_family not in calm


@facts(needs=("case",))
@dataclass(frozen=True)
class JourneyFacts:
    """Her journey home, once she has left.

    Shape  channel, when_silent: as she chose
    """

    travelled: bool | None = None
    channel: str | None = None
    when_silent: str | None = None
    has_partner: bool | None = None

    @property
    def silence_may_be_checked(self) -> bool:
        """She agreed to a way in which she is looked for."""
        return self.when_silent not in (None, "", WhenSilent.NOTHING)
