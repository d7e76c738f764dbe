"""The closed lists of age: how it is assessed, and what comes of a challenge."""

from __future__ import annotations

from enum import StrEnum


class AgeMethod(StrEnum):
    """How an age is assessed. A country's profile says which of these it admits, the least intrusive first."""

    DOCUMENTS = "documents"
    OWN_ACCOUNT = "own_account"
    SEVERAL_PROFESSIONS = "several_professions"
    PHYSICAL_EXAMINATION = "physical_examination"
    DENTAL_XRAY = "dental_xray"
    BONE_XRAY = "bone_xray"
    OTHER = "other"
