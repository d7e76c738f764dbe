"""Sums as people write and read them. Inside they are whole numbers in the smallest unit of their currency."""

from __future__ import annotations

import re
from decimal import Decimal

from babel.numbers import format_currency, get_currency_precision

_WRITTEN = re.compile(r"^\d{1,15}(?:[.,]\d{1,4})?$")


def digits(currency: str) -> int:
    """How many digits a currency has behind the point: 2 for euros, 0 for yen. Unknown counts as 2."""
    return int(get_currency_precision(currency)) if currency else 2


def written(minor: int, currency: str) -> str:
    """A sum as it is typed into a form: 150000 cents → `1500.00`."""
    places = digits(currency)
    return f"{Decimal(minor).scaleb(-places):.{places}f}"


def read(text: str, currency: str) -> int | str:
    """What somebody typed, in the smallest unit; what cannot be read stays as it is and is then found wrong."""
    plain = text.replace(" ", "").replace("\u00a0", "").replace("'", "")
    if not _WRITTEN.match(plain):
        return text
    sum_ = Decimal(plain.replace(",", ".")).scaleb(digits(currency))
    return int(sum_) if sum_ == sum_.to_integral_value() else text


def said(minor: int, currency: str, locale: str) -> str:
    """A sum with its currency, as the reader's language writes it."""
    return str(format_currency(Decimal(minor).scaleb(-digits(currency)), currency, locale=locale))
