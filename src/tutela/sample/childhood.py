"""What is owed to a child beside what is owed to everybody: what is best is assessed, and the child is heard."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from tutela.cases.words import Interpreting, SaidThrough
from tutela.guidelines.g08_children.bia_actions import (
    AssessBestInterests,
    DetermineBestInterests,
    RecordChildViews,
)
from tutela.guidelines.g08_children.bia_words import (
    ChildDecision,
    Determined,
    DurableSolution,
    HeardHow,
    PanelSeat,
    ViewWeight,
    Weighed,
)
from tutela.guidelines.g08_children.care_actions import ArrangeCare
from tutela.guidelines.g08_children.care_words import CareKind, Siblings
from tutela.guidelines.g08_children.guardian_actions import AcceptAppointment, AppointRepresentative
from tutela.guidelines.g08_children.guardian_words import Conflict, Office
from tutela.guidelines.g08_children.help_actions import PlanChildHelp, PlanComingOfAge
from tutela.guidelines.g08_children.help_words import GoesOn, HelpState

from .diligence import sees
from .persons import Person
from .world import World

#: So many days an assessment is relied on before the next; the profile's validity is longer.
AGAIN = 60
_REASONS = (
    "Sleeps, eats, has begun to laugh. Wants to go to school. Where the family is, is not known yet.",
    "Afraid of one man and of the telephone; safe in this house. A sister is spoken of.",
    "Says little, draws much. Needs quiet, a doctor for the teeth, and the same people every day.",
)


def assessed(w: World, p: Person) -> bool:
    """Whether what is best is assessed, in date, and the child was asked; child protection sees to it where it can."""
    today = w.now.date()
    if p.is_child is False:
        return True
    assert p.case is not None
    if not sees("children", p.case, w.now):
        return False
    guarded(w, p)
    if p.assessed_on is not None and today - p.assessed_on < timedelta(days=AGAIN):
        return True
    w.do(heard(w, p), "ortiz")
    w.do(assessment(w, p), "ortiz")
    return True


def guarded(w: World, p: Person) -> None:
    """A guardian is in office before anything is decided; where none is yet, one is found at once."""
    if p.guarded or p.case is None:
        return
    act = AppointRepresentative(
        case=p.case, office=Office.GUARDIAN, of_agency=w.agencies["children"], conflict=Conflict.NONE_FOUND
    )
    made = w.do(act, "ortiz")["representative"]
    w.do(AcceptAppointment(case=p.case, representative=made), "bell")
    p.guarded = True


def heard(w: World, p: Person) -> RecordChildViews:
    """What the child says about where and with whom to live, or that she does not want to say it."""
    assert p.case is not None
    rng = _of_her_own(w, p)
    silent = rng.random() < 0.15
    spoken = rng.choice([HeardHow.IN_CONVERSATION, HeardHow.BY_PLAY_OR_DRAWING])
    return RecordChildViews(
        case=p.case,
        about=(ChildDecision.STAY, ChildDecision.CARE, ChildDecision.DURABLE_SOLUTION),
        heard_how=HeardHow.CHOSE_NOT_TO_SPEAK if silent else spoken,
        weight=None if silent else rng.choice(list(ViewWeight)),
        language=p.language,
        interpreting=Interpreting.CHILD_FRIENDLY,
    )


def assessment(w: World, p: Person) -> AssessBestInterests:
    """Every factor weighed by itself; now and then the family is not known yet."""
    assert p.case is not None
    p.assessed_on = w.now.date()
    rng = _of_her_own(w, p)
    some = [Weighed.WEIGHS, Weighed.WEIGHS, Weighed.WEIGHS_LITTLE]
    return AssessBestInterests(
        case=p.case,
        own_views=Weighed.WEIGHS,
        identity=rng.choice(some),
        family_ties=rng.choice([*some, Weighed.NOT_KNOWN]),
        safety=Weighed.WEIGHS_MOST,
        vulnerability=rng.choice(some),
        health=rng.choice(some),
        schooling=rng.choice(some),
        reasons=rng.choice(_REASONS),
    )


def care(w: World, p: Person) -> ArrangeCare | None:
    """With whom the child lives, nearest to a family first; once what is best is assessed."""
    if not assessed(w, p):
        return None
    assert p.case is not None
    kind = _of_her_own(w, p).choice([CareKind.FOSTER_FAMILY, CareKind.FOSTER_FAMILY, CareKind.SMALL_GROUP])
    tried = (CareKind.OWN_FAMILY, CareKind.KIN, CareKind.FOSTER_FAMILY)
    return ArrangeCare(case=p.case, kind=kind, siblings=Siblings.NONE_KNOWN, tried=tried)


def for_good(w: World, p: Person) -> DetermineBestInterests | None:
    """Where the child can grow up for good, determined at a table of three callings."""
    if not assessed(w, p):
        return None
    assert p.case is not None
    w.do(heard(w, p), "ortiz")
    weighs = dict.fromkeys(
        ("own_views", "identity", "family_ties", "vulnerability", "health", "schooling"), Weighed.WEIGHS
    )
    return DetermineBestInterests(
        case=p.case,
        decision=ChildDecision.DURABLE_SOLUTION,
        panel=(PanelSeat.CHILD_PROTECTION, PanelSeat.GUARDIAN, PanelSeat.HEALTH),
        seats=tuple(w.actors[name].member_id for name in ("ortiz", "bell", "novak")),
        outcome=Determined.IN_HER_INTEREST,
        solution=_of_her_own(w, p).choice([DurableSolution.STAY_HERE, DurableSolution.FAMILY_ELSEWHERE]),
        safety=Weighed.WEIGHS_MOST,
        reasons=_of_her_own(w, p).choice(_REASONS),
        **weighs,
    )


def programme(w: World, p: Person) -> PlanChildHelp:
    """What is given to the child, kind by kind; school comes, and now and then nobody is there to talk to."""
    assert p.case is not None
    rng = _of_her_own(w, p)
    talks = rng.choice(
        [HelpState.IN_PLACE, HelpState.IN_PLACE, HelpState.PLANNED, HelpState.NOBODY_OFFERS_IT]
    )
    return PlanChildHelp(
        case=p.case,
        physical=HelpState.IN_PLACE,
        health=HelpState.IN_PLACE,
        psychosocial=talks,
        legal=HelpState.IN_PLACE,
        schooling=rng.choice([HelpState.PLANNED, HelpState.IN_PLACE]),
        housing=HelpState.IN_PLACE,
        said_through=SaidThrough.INTERPRETER,
    )


def plans_ahead(w: World, p: Person) -> PlanComingOfAge:
    """What goes on after eighteen: everything."""
    assert p.case is not None
    return PlanComingOfAge(
        case=p.case, goes_on=tuple(GoesOn), agreed=True, said_through=SaidThrough.INTERPRETER
    )


def _of_her_own(w: World, p: Person) -> Random:
    """Chance for one child's assessments alone, so that nobody else's life turns on it."""
    return Random(f"{p.name} {w.now.date()}")  # noqa: S311 - a story, not a secret
