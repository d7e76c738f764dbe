"""Guards on a child's care and on the search for her family."""

from __future__ import annotations

from tutela.cases.facts import AgeFacts
from tutela.engine.rules import Reason, guard

from .bia_actions import AssessBestInterests, DetermineBestInterests, RecordChildViews
from .bia_facts import BestInterestsFacts, ViewsFacts
from .bia_guards import unassessed, unheard
from .bia_words import ChildDecision
from .care_actions import (
    ArrangeCare,
    AssessFamilyRisk,
    ContactFamily,
    ReuniteFamily,
    StartTracing,
    VerifyFamily,
)
from .care_facts import FamilyFacts
from .care_words import AFTER_FAMILY, FAMILY_LIKE, CareKind, Siblings

#: Danger from the family says something of where the child is and was.
_REVEALS = ("whereabouts",)


@guard(
    ArrangeCare, ReuniteFamily, StartTracing, ContactFamily,
    provisions=["P10"], instead=[AssessBestInterests], child_safeguard=True,
)  # fmt: skip
def no_care_without_an_assessment(
    action: ArrangeCare | ReuniteFamily | StartTracing | ContactFamily,
    age: AgeFacts,
    best: BestInterestsFacts,
) -> Reason | None:
    """With whom a child lives, and whether a family is looked for, rests on an assessment, in date, of what is best."""
    return unassessed(age, best)


@guard(ArrangeCare, provisions=["G8.6", "P10"], instead=[RecordChildViews], child_safeguard=True)
def no_care_without_the_childs_views(action: ArrangeCare, age: AgeFacts, views: ViewsFacts) -> Reason | None:
    """With whom a child lives is not decided before she was asked."""
    return unheard(age, views, ChildDecision.CARE)


@guard(ArrangeCare, provisions=["P10", "G2.6"], instead=[ArrangeCare, "place_tonight"])
def care_is_never_a_lock(action: ArrangeCare) -> Reason | None:
    """No child is cared for behind a locked door, whatever it is called."""
    return Reason("child.locked") if action.kind is CareKind.LOCKED_PLACE else None


@guard(ArrangeCare, provisions=["P10"], instead=[ArrangeCare])
def a_family_before_an_institution(action: ArrangeCare) -> Reason | None:
    """A group or an institution only after kin and a foster family were looked for."""
    if action.kind not in AFTER_FAMILY or set(action.tried) >= FAMILY_LIKE:
        return None
    return Reason("child.family_first")


@guard(ArrangeCare, provisions=["P10"], instead=[ArrangeCare])
def brothers_and_sisters_stay_together(action: ArrangeCare) -> Reason | None:
    """Brothers and sisters are parted only as they wish, or where one is a danger to the other."""
    return Reason("child.siblings_apart") if action.siblings is Siblings.APART else None


@guard(StartTracing, ContactFamily, provisions=["G8.4"], instead=[AssessFamilyRisk])
def no_family_is_looked_for_before_the_danger(
    action: StartTracing | ContactFamily, family: FamilyFacts
) -> Reason | None:
    """No family is looked for, and none contacted, before danger from and for it was looked at and can be met."""
    return None if family.may_be_traced else Reason("child.tracing_risk", reveals=_REVEALS)


@guard(StartTracing, ContactFamily, provisions=["G8.4", "G8.6"], instead=[RecordChildViews])
def no_family_is_looked_for_before_the_child_is_heard(
    action: StartTracing | ContactFamily, views: ViewsFacts
) -> Reason | None:
    """No family is looked for, and none contacted, before the child was asked."""
    return None if views.are_on_file(ChildDecision.TRACING) else Reason("child.no_views")


@guard(ContactFamily, provisions=["G8.4"], instead=[StartTracing])
def no_family_is_contacted_outside_a_search(action: ContactFamily, family: FamilyFacts) -> Reason | None:
    """No family is contacted but in a search that was begun with care."""
    return None if family.searching is True else Reason("child.not_traced", reveals=_REVEALS)


@guard(ReuniteFamily, provisions=["G8.4"], instead=[AssessFamilyRisk])
def no_reunion_before_the_danger(action: ReuniteFamily, family: FamilyFacts) -> Reason | None:
    """No child lives with her family again before danger there was looked at, and can be met."""
    return None if family.may_be_joined else Reason("child.reunion_risk", reveals=_REVEALS)


@guard(ReuniteFamily, provisions=["G8.4", "G8.6"], instead=[RecordChildViews])
def no_reunion_before_the_child_is_heard(action: ReuniteFamily, views: ViewsFacts) -> Reason | None:
    """No child lives with her family again before she was asked."""
    return None if views.are_on_file(ChildDecision.REUNION) else Reason("child.no_views")


@guard(ReuniteFamily, provisions=["G8.4", "P10"], instead=[DetermineBestInterests])
def no_reunion_before_a_determination(action: ReuniteFamily, best: BestInterestsFacts) -> Reason | None:
    """No child lives with her family again before that was formally determined to be best."""
    return None if best.favours(ChildDecision.REUNION) else Reason("child.not_determined")


@guard(ReuniteFamily, provisions=["G8.4"], instead=[VerifyFamily])
def only_family_is_joined(action: ReuniteFamily, family: FamilyFacts) -> Reason | None:
    """Whoever says to be family is not, before it was verified."""
    return None if family.is_family else Reason("child.not_verified", reveals=_REVEALS)
