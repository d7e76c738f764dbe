"""Addresses of a file's pages. Each kind is looked up once: a page may hold two hundred of them."""

from __future__ import annotations

from functools import cache
from uuid import UUID

from django.urls import reverse

#: Stands for a file in an address that is kept; nobody's id.
NOBODY = UUID(int=0)


def of_case(view: str, case_id: UUID, *more: str) -> str:
    """The address of one page of one file."""
    return _kept(view, more).replace(str(NOBODY), str(case_id), 1)


@cache
def _kept(view: str, more: tuple[str, ...]) -> str:
    return reverse(view, args=[NOBODY, *more])
