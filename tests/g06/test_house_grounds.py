"""A restriction in a house rests on a ground that the country's profile admits, or on none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tutela.engine import profile
from tutela.guidelines.g06_protection.care_breaches import rests_on_law
from tutela.guidelines.g06_protection.care_words import RESTRICTIONS, Incident

DAY = date(2026, 3, 2)
COUNTRY = """
profile: test
name: {en: Test, zh: 测试}
checked_by: nobody
inherits: default
values:
  house_restrictions:
    entries:
    - value: {curfew: "Health Act, s. 12"}
      basis: law
      legal_basis: Health Act, s. 12
      provisions: [G6.1]
      source: the act
      checked_on: 2026-01-01
      valid_from: 2026-01-01
"""


def test_what_somebody_types_is_no_law(tmp_path: Path) -> None:
    file = tmp_path / "test.yaml"
    file.write_text(COUNTRY, encoding="utf-8")
    with profile.use(str(file)):
        assert rests_on_law(Incident.CURFEW, " health act,  s. 12", DAY)
        assert not rests_on_law(Incident.CURFEW, "House rules", DAY)
        assert not rests_on_law(Incident.KEPT_IN, "Health Act, s. 12", DAY)
        assert not rests_on_law(Incident.CURFEW, "Health Act, s. 12", date(2025, 12, 31))
        assert not rests_on_law(Incident.CURFEW, None, DAY) and not rests_on_law(Incident.CURFEW, "x", None)
    assert not rests_on_law(Incident.CURFEW, "Health Act, s. 12", DAY)


@pytest.mark.parametrize("code", profile.available())
def test_profiles_name_restrictions_that_there_are(code: str) -> None:
    for value in profile.load(code).values.get("house_restrictions", ()):
        assert isinstance(value.value, dict) and set(value.value) <= {str(one) for one in RESTRICTIONS}
