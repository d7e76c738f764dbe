"""The first meeting: screening page by page, and the file that comes of it, or does not."""

from __future__ import annotations

from typing import Any

from tutela.cases.actions import OpenCase, RecordAge, RecordIdentity
from tutela.cases.words import AgeBasis, FileKind, SaidThrough
from tutela.guidelines.g02_identification.actions import (
    AnswerScreening,
    BeginScreening,
    PresumeTrafficked,
    RaiseCase,
)
from tutela.guidelines.g02_identification.asylum_actions import OfferOtherHelp
from tutela.guidelines.g02_identification.definition import ActElement
from tutela.guidelines.g02_identification.form_files import screening_form
from tutela.guidelines.g02_identification.forms import Answer, AnswerType, Choice, NoAnswer, Question
from tutela.guidelines.g02_identification.screening import next_question
from tutela.guidelines.g02_identification.words import Way
from tutela.people.models import IdentityKind

from .persons import Person
from .world import Life, World

_BAND = {None: "disputed", True: "child", False: "adult"}

#: What nobody leaves to chance: who is there, who interprets, whether the person agrees.
COURSE: dict[str, Answer] = {
    "safe_to_talk": "safe", "caller": "the_person", "who_present": ["interpreter"], "interpreter": "qualified",
    "interpreter_ties": "no", "interviewer": "woman", "agreement": "yes", "child_told": "yes", "card": "yes",
}  # fmt: skip

#: The worker of the fields, as in a judgment of 2017 on a strawberry farm: thirty answers, no guess needed.
FARM_WORKER: dict[str, Answer] = {
    **COURSE, "safe_now": "afraid_here", "hurt": "no", "hungry": "yes", "place_tonight": "not_safe_there",
    "interviewer": "man", "age_band": "adult", "place_seen": ["guarded", "bad_lodging", "no_water_or_toilet"],
    "signs_seen": ["afraid_of_somebody"], "told_of": ["labour"], "hours": "too_long",
    "pay": ["little_or_none", "kept_back"], "conditions": ["lodging", "workplace"], "promised": ["pay"],
    "papers": "the_person", "permit_tied": "no", "debt": "no", "go_out": "watched", "leave_work": ["lose_pay"],
    "threats": ["hurt_me", "report_me"], "made_to": "no", "wants": ["wages", "bed"],
}  # fmt: skip


def answers_for(w: World, p: Person, tone: str, fixed: dict[str, Answer]) -> dict[str, Answer]:
    """Answers to every page on the path: `strong`, `some` or `none` says how much is seen and said."""
    form = screening_form(p.setting)
    found: dict[str, Answer] = {}
    said = {**COURSE, "age_band": _BAND[p.is_child], **fixed}
    while (page := next_question(form, found)) is not None:
        wanted = said.get(page.id)
        codes = [wanted] if isinstance(wanted, str) else wanted
        fits = codes is not None and all(code in page.codes for code in codes)
        found[page.id] = wanted if fits and wanted is not None else _drawn(w, page, tone)
    return found


def _drawn(w: World, page: Question, tone: str) -> Answer:
    shows = [c for c in page.choices if c.is_danger]
    calm = [c for c in page.choices if not c.is_danger]
    likely = {"strong": 0.62, "some": 0.12, "none": 0.0}[tone]
    if shows and w.chance(likely):
        return _as_answer(w, page, shows)
    if w.chance(0.25):
        return str(w.rng.choice([NoAnswer.NOT_ASKED, NoAnswer.RATHER_NOT_SAY, NoAnswer.UNKNOWN]))
    if page.answer is AnswerType.ONE and calm:
        return w.rng.choice(calm).id
    return "no" if NoAnswer.NO in page.codes else str(NoAnswer.NOT_ASKED)


def _as_answer(w: World, page: Question, choices: list[Choice]) -> Answer:
    if page.answer is AnswerType.MANY:
        return [c.id for c in w.rng.sample(choices, min(len(choices), w.rng.randint(1, 2)))]
    return w.rng.choice(choices).id


def screened(w: World, p: Person, tone: str = "strong", fixed: dict[str, Answer] | None = None) -> Any:
    """A whole screening, kept after the first pages and at the end; returns its id."""
    screening = w.do(BeginScreening(setting=p.setting), p.met_by)["screening"]
    whole = answers_for(w, p, tone, fixed or {})
    first = dict(list(whole.items())[: w.rng.randint(4, 9)])
    w.do(AnswerScreening(screening=screening, answers=first), p.met_by)
    w.do(AnswerScreening(screening=screening, answers=whole, finished=True), p.met_by)
    return screening


def nothing_comes_of_it(w: World, p: Person) -> Life:
    """A screening below the threshold: no name is kept, and after its days the clock empties it."""
    screening = screened(w, p, w.rng.choice(["none", "none", "some"]))
    yield w.after(hours=w.rng.choice([2, 3, 5, 20, 60, 90]))
    if w.days_left > 1:
        way, others = Way.LABOUR_RIGHTS, tuple(one for one in Way if one is not Way.LABOUR_RIGHTS)
        said = SaidThrough.INTERPRETER
        offer = OfferOtherHelp(
            screening=screening, offered=(way, *others), declined=others, said_through=said
        )
        w.do(offer, p.met_by)


def half_a_screening(w: World, p: Person, fixed: dict[str, Answer], pages: int) -> Life:
    """A screening that stopped after some pages: every page can be the last, and it can go on."""
    screening = w.do(BeginScreening(setting=p.setting), p.met_by)["screening"]
    first = dict(list(answers_for(w, p, "strong", fixed).items())[:pages])
    w.do(AnswerScreening(screening=screening, answers=first), p.met_by)
    return
    yield


def opened(w: World, p: Person, tone: str = "strong", fixed: dict[str, Answer] | None = None) -> None:
    """A screening from which a file comes, with what the person wants to be written down."""
    screening = screened(w, p, tone, fixed)
    if p.is_child is not True and w.chance(0.08):
        w.refused(RaiseCase(screening=screening, agreed=None, **p.about()), p.met_by)
    agreed = None if p.is_child else True
    p.case = w.do(RaiseCase(screening=screening, agreed=agreed, **p.about()), p.met_by)["case"]
    w.knows(p)
    names(w, p, p.met_by)


def opened_by_an_ngo(w: World, p: Person, kind: FileKind = FileKind.ORDINARY) -> None:
    """A file without any screening: help needs no identification."""
    p.met_by = p.worker
    p.case = w.do(OpenCase(file_kind=kind, **p.about()), p.worker)["case"]
    w.knows(p)
    if kind is FileKind.ORDINARY:
        names(w, p, p.worker)


def names(w: World, p: Person, by: str) -> None:
    """The name, as the person writes it; some give none, some a number to call."""
    assert p.case is not None
    if w.chance(0.8):
        w.do(RecordIdentity(case=p.case, kind=IdentityKind.NAME, value=p.name, language=p.language), by)
    if w.chance(0.25):
        number = f"555 0{w.rng.randint(200, 999)}"
        w.do(RecordIdentity(case=p.case, kind=IdentityKind.CONTACT, value=number, language=p.language), by)


def presumed(w: World, p: Person) -> None:
    """Protection is owed from here on."""
    assert p.case is not None
    acts = w.rng.sample(
        [ActElement.RECRUITMENT, ActElement.HARBOURING, ActElement.TRANSPORTATION], w.rng.randint(0, 2)
    )
    means = () if p.is_child is not False else p.work.means[: w.rng.randint(0, 2)]
    w.do(PresumeTrafficked(case=p.case, acts=tuple(acts), means=means, purposes=(p.work.purpose,)), p.met_by)


def age_settled(w: World, p: Person, by: str) -> None:
    """Papers have come: the age is known now."""
    assert p.case is not None
    p.age_basis = AgeBasis.KNOWN
    w.do(RecordAge(case=p.case, age_basis=p.age_basis, age_low=p.age, age_high=p.age), by)
