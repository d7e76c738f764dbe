"""Duties on what is given to a child, kind by kind, and on her coming of age."""

from __future__ import annotations

from tutela.agencies.words import Sector
from tutela.engine.rules import ACTOR, DutyRule, duty, on
from tutela.guidelines.g02_identification.actions import AskForRecognition, PresumeTrafficked
from tutela.guidelines.g06_protection.actions import AcceptPlace
from tutela.guidelines.g06_protection.care_actions import ServiceGiven
from tutela.guidelines.g06_protection.care_duties import DEAD

from .bia_duties import may_be_child
from .care_actions import ArrangeCare
from .grown import GROWN
from .help_actions import ComesOfAge, HandOverOfAge, PlanChildHelp, PlanComingOfAge, TurnsEighteen
from .help_words import GIVEN_BY, OWED_BY, ChildHelp, HelpState

_GAPS = (HelpState.PLANNED, HelpState.NOBODY_OFFERS_IT)

child_programme = duty(
    "child_programme",
    provisions=["P10", "G8.7"],
    starts=on(PresumeTrafficked, AskForRecognition, when=may_be_child),
    owed_by=Sector.CHILD_PROTECTION,
    within="child_programme",
    met_by=on(PlanChildHelp),
    once=True,
    lapses=GROWN + DEAD,
    doc="What is given is planned with the child: care, health, somebody to talk to, a lawyer, school, a home.",
)
child_programme_review = duty(
    "child_programme_review",
    provisions=["G8.7"],
    starts=on(PlanChildHelp),
    owed_by=ACTOR,
    within="child_programme_review",
    on_day="review_on",
    met_by=on(PlanChildHelp),
    lapses=GROWN + DEAD,
    doc="What is given to the child is looked at again, with the child.",
)


def _owed(kind: ChildHelp, doc: str) -> DutyRule:
    """One kind of help: owed from the plan on that does not find it in place, until it is given."""

    def lacks(action: PlanChildHelp) -> bool:
        return action.state(kind) in _GAPS

    def has(action: PlanChildHelp) -> bool:
        return action.state(kind) is HelpState.IN_PLACE

    def says_no(action: PlanChildHelp) -> bool:
        return action.state(kind) is HelpState.CHILD_SAYS_NO

    def given(action: ServiceGiven) -> bool:
        return action.service in GIVEN_BY[kind]

    homes = on(ArrangeCare, AcceptPlace) if kind is ChildHelp.HOUSING else ()
    return duty(
        f"child_help_{kind}",
        provisions=["G8.7", "P10"],
        starts=on(PlanChildHelp, when=lacks),
        owed_by=OWED_BY[kind],
        within="child_help",
        met_by=on(PlanChildHelp, when=has) + on(ServiceGiven, when=given) + homes,
        declined_by=on(PlanChildHelp, when=says_no),
        lapses=DEAD,
        doc=doc,
    )


_DOCS = {
    ChildHelp.PHYSICAL: "Food, clothes and what a child needs every day are given.",
    ChildHelp.HEALTH: "A doctor for children sees the child, as often as needed.",
    ChildHelp.PSYCHOSOCIAL: "Somebody trained for children is there to talk and to play with.",
    ChildHelp.LEGAL: "A lawyer of the child's own explains things, and speaks for the child.",
    ChildHelp.SCHOOLING: "The child goes to school, or learns at home.",
    ChildHelp.HOUSING: "The child has a home that fits a child.",
}
GAPS = {kind: _owed(kind, doc) for kind, doc in _DOCS.items()}

coming_of_age_plan = duty(
    "coming_of_age_plan",
    provisions=["P10", "G8.7"],
    starts=on(ComesOfAge),
    owed_by=Sector.CHILD_PROTECTION,
    within="coming_of_age_plan",
    met_by=on(PlanComingOfAge),
    once=True,
    lapses=GROWN + DEAD,
    doc="What goes on after eighteen is planned with the young person, ahead of the day.",
)
hand_over_of_age = duty(
    "hand_over_of_age",
    provisions=["P10", "G8.8"],
    starts=on(TurnsEighteen),
    owed_by=Sector.CHILD_PROTECTION,
    within="hand_over_of_age",
    met_by=on(HandOverOfAge),
    once=True,
    lapses=DEAD,
    doc="Somebody whom the young person wants is there for them as an adult, before the guardian leaves.",
)
