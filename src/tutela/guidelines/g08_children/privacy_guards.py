"""Guards on a child's identity: a tighter circle than an adult's (G8.9)."""

from __future__ import annotations

from tutela.agencies.actions import GrantAccess
from tutela.agencies.facts import SightFacts
from tutela.agencies.words import Basis, Compartment
from tutela.cases.facts import AgeFacts
from tutela.engine.rules import Reason, guard
from tutela.guidelines.g02_identification.actions import ReferPerson

from .guardian_words import CIRCLE
from .rights_facts import CircleFacts, SideFacts


@guard(GrantAccess, ReferPerson, provisions=["G8.9"], instead=["refer_person"], child_safeguard=True)
def a_childs_name_stays_in_its_circle(
    action: GrantAccess | ReferPerson, age: AgeFacts, sight: SightFacts, near: CircleFacts, side: SideFacts
) -> Reason | None:
    """Who a child is, only those learn who need it for the child: guardian, carer, court, and who decides or protects.

    Beyond them it goes by a court's order, or when she agrees with a guardian at her side: her own word counts.
    """
    if age.may_be_child is False or Compartment.IDENTITY not in action.compartments:
        return None
    if sight.to_own is True or near.is_near is True or sight.to_sector in CIRCLE:
        return None
    agreed = action.basis is Basis.CONSENT if isinstance(action, GrantAccess) else action.has_agreed
    ordered = isinstance(action, GrantAccess) and action.basis is Basis.COURT_ORDER
    return None if ordered or (agreed and side.guardian is True) else Reason("child.circle")
