"""What follows here from a consent that was taken back."""

from __future__ import annotations

from datetime import datetime

from tutela.cases.models import Consent

from .models import Referral


def withdraw_referral(consent: Consent, at: datetime) -> None:
    """Ends the referral that rested on the consent; nobody owes an answer to it any more."""
    if consent.used_for is None:
        return
    waiting = Referral.objects.filter(pk=consent.used_for, case=consent.case, state__in=["sent", "accepted"])
    waiting.update(state="withdrawn", answered_at=at)
