"""Lives put together from episodes. Most are drawn; the last ones are told so that there is something to do today."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from tutela.cases.actions import CloseCase
from tutela.cases.words import AgeBasis, FileKind, Sex
from tutela.guidelines.g02_identification.forms import Setting
from tutela.guidelines.g05_enforcement.words import ProsecutorDecision
from tutela.guidelines.g06_protection.care_actions import OfferService
from tutela.guidelines.g06_protection.words import ServiceKind, Topic

from . import care, claiming, deciding, finding, meeting, wrongs
from .cast import agency_of
from .persons import WORKS, Person, named, person
from .texts import note
from .world import Life, World

_WORK = {work.key: work for work in WORKS}
#: Something that happens in a life, at once or over some days.
Episode = Callable[[World, Person], Life | None]


def ordinary(w: World, p: Person) -> Life:
    """From the first meeting to standing on one's own feet, with what goes wrong on the way."""
    meeting.opened(w, p)
    yield from protected(w, p)


def without_screening(w: World, p: Person) -> Life:
    """Somebody who came to an organisation, and asked to be recognised weeks later."""
    meeting.opened_by_an_ngo(w, p)
    yield w.office(days=w.rng.randint(2, 20))
    deciding.asks(w, p)
    yield from protected(w, p)


def ngo_only(w: World, p: Person) -> Life:
    """A file that stays with one organisation: help, and no identification."""
    meeting.opened_by_an_ngo(w, p, FileKind.NGO_ONLY)
    care.given(w, p, p.worker, ServiceKind.MATERIAL)
    care.informed(w, p, p.worker, Topic.RIGHTS, Topic.HELP, Topic.CONSULATE)
    yield from care.months(w, p, w.rng.randint(4, 9))
    yield from stands_alone(w, p)


def protected(w: World, p: Person) -> Life:
    """From the presumption on."""
    meeting.presumed(w, p)
    yield from care.first_hours(w, p)
    yield from care.bed_tonight(w, p)
    if p.setting is Setting.HEALTH and w.chance(0.3):
        yield from care.emergency(w, p)
    yield from care.handed_to_the_worker(w, p)
    beside(w, p)
    if p.is_child is not True and w.chance(0.12):
        yield from deciding.against(w, p, upheld=w.chance(0.5))
        yield from care.months(w, p, 4)
        yield from stands_alone(w, p)
        return
    yield from deciding.grounds(w, p)
    if w.chance(0.4):
        deciding.risk(w, p)
    yield from care.months(w, p, w.rng.randint(1, 3))
    yield from trouble(w, p)
    yield from the_long_part(w, p)


def beside(w: World, p: Person) -> None:
    """What others do meanwhile: mostly in time, now and then late."""
    w.begin(care.health(w, p), w.after(hours=w.rng.choice([24, 40]) if w.is_late("clinic") else 1))
    if p.is_child is not False:
        late = w.is_late("children")
        w.begin(care.stands_beside(w, p), w.after(hours=w.rng.choice([26, 40] if late else [2, 4, 8])))
    w.begin(deciding.may_stay(w, p, reviews=0), w.after(hours=w.rng.choice([0.5, 1, 2])))
    w.begin(care.lawyer(w, p), w.office(days=w.rng.choice([4, 6] if w.is_late("advice") else [0.5, 1, 2])))
    w.begin(wrongs.inquiry(w, p, refused=w.chance(0.12)), w.office(days=1))


def the_long_part(w: World, p: Person) -> Life:
    """The conclusive decision, months of help, and standing on one's own feet."""
    finding.tells(w, p)
    if w.chance(0.9):
        yield from deciding.conclusive(w, p)
    if p.is_child is False and w.chance(0.5):
        w.begin(claiming.claims(w, p), w.office(days=6))
    yield from care.months(w, p, w.rng.randint(3, 8))
    care.moved_out(w, p)
    yield from care.months(w, p, w.rng.randint(1, 3))
    yield from stands_alone(w, p)


def stands_alone(w: World, p: Person) -> Life:
    """What was agreed is done; whoever is grown and wants it has the file closed, and can come back."""
    p.is_finished = True
    yield w.office(days=35)
    if p.is_child is False and p.case is not None and w.chance(0.85):
        because = note(w.rng, "closed", p.worker)
        w.do(CloseCase(case=p.case, person_agrees=True, because=because), p.worker)


def trouble(w: World, p: Person) -> Life:
    """One or two of the things that go against people."""
    kinds: list[Callable[[], Life]] = [
        lambda: wrongs.charge_refused(w, p),
        lambda: wrongs.charge_found(w, p, ProsecutorDecision.DROPPED),
        lambda: wrongs.charge_found(w, p, ProsecutorDecision.KEPT_UP),
        lambda: wrongs.removal(w, p, stayed=True),
        lambda: wrongs.help_withheld(w, p, given_back=True),
        lambda: wrongs.detained_for_her_good(w, p),
        lambda: wrongs.held(w, p, hours=w.rng.choice([1.5, 5, 30])),
        lambda: care.threat(w, p),
    ]
    if w.chance(0.35):
        yield from care.refer(w, p, "coordination", p.worker)
    for kind in w.rng.sample(kinds, w.rng.choice([0, 1, 1, 2])):
        yield from kind()
        yield w.office(days=3)
    for small in w.rng.sample(wrongs.TRIES, w.rng.choice([0, 1, 1, 2])):
        small(w, p)


# --- a life of one's own ----------------------------------------------------------------------------------


def family(w: World, p: Person) -> Life:
    """A mother and her child, each with a file of her own, met together."""
    child = person(w.rng, p.work, setting=p.setting, met_by=p.met_by, language=p.language, child=True, age=9)
    child.name, child.script = named(w.rng, p.language, Sex.FEMALE)
    meeting.opened(w, p)
    meeting.opened(w, child)
    w.begin(protected(w, child), w.after(minutes=30))
    yield from protected(w, p)


def age_disputed(w: World, p: Person) -> Life:
    """Somebody who says sixteen and is not believed: among neither adults nor small children; papers come later."""
    p.age_basis, p.age, p.worker = AgeBasis.DISPUTED, 16, "ortiz"
    meeting.opened(w, p)
    meeting.presumed(w, p)
    yield from care.first_hours(w, p)
    yield from care.bed_tonight(w, p)
    yield from care.handed_to_the_worker(w, p)
    w.begin(care.stands_beside(w, p), w.after(hours=5))
    yield w.office(days=20)
    meeting.age_settled(w, p, "ortiz")
    yield from care.health(w, p)
    yield from deciding.grounds(w, p)
    yield from deciding.may_stay(w, p, reviews=0)
    yield from care.months(w, p, 6)


def trans_woman(w: World, p: Person) -> Life:
    """A woman whose papers say otherwise: a house where all may go; the women's house would ask for a waiver."""
    p.sex = Sex.OTHER
    p.name, p.script = named(w.rng, p.language, Sex.FEMALE)
    meeting.opened(w, p)
    yield from protected(w, p)


def trained_too_long_ago(w: World, p: Person) -> Life:
    """The only member on duty was trained years ago: refused, waived once by another agency, reviewed."""
    meeting.opened(w, p)
    meeting.presumed(w, p)
    yield from care.first_hours(w, p)
    yield from care.handed_to_the_worker(w, p)
    yield from deciding.waived_training(w, p)
    yield from deciding.may_stay(w, p, reviews=0)
    yield from care.months(w, p, 6)


# --- the last days: something to do for everybody ----------------------------------------------------------


def as_far_as(w: World, p: Person, *episodes: Episode) -> Life:
    """A life told up to a point, where it waits for whoever is signed in."""
    meeting.opened(w, p)
    meeting.presumed(w, p)
    for episode in episodes:
        found = episode(w, p)
        if found is not None:
            yield from found
        yield w.after(minutes=w.rng.randint(10, 40))


def farm_worker(w: World, p: Person) -> Life:
    """The man from the fields, this morning: screened, a file by his own wish, and nothing else yet."""
    meeting.opened(w, p, fixed=meeting.FARM_WORKER)
    yield w.after(minutes=6)
    yield from care.refer(w, p, "prosecutor")


def offered_a_doctor(w: World, p: Person) -> Life:
    """Care was offered this week and waits for an answer."""
    yield from care.refer(w, p, "clinic", p.worker if agency_of(p.worker) in p.granted else None)
    assert p.case is not None
    w.do(OfferService(case=p.case, service=ServiceKind.MEDICAL), "novak")


def told_of_her_rights(w: World, p: Person) -> None:
    """Explained, and understood."""
    care.informed(w, p, p.met_by, Topic.RIGHTS, Topic.HELP, Topic.CONSULATE)


def charge_kept_up(w: World, p: Person) -> Life:
    """A charge that the prosecution keeps up against the letter, without clear reasons."""
    p.left |= {"charge_stopped"}
    return wrongs.charge_found(w, p, ProsecutorDecision.KEPT_UP)


def charge_waits(w: World, p: Person) -> Life:
    """A charge whose letter is not answered yet."""
    p.left |= {"charge_stopped", "letter_answered"}
    return wrongs.charge_found(w, p, None)


def removal_waits(w: World, p: Person) -> Life:
    """A removal that was ordered and is not stayed yet."""
    p.left |= {"stay_of_removal"}
    return wrongs.removal(w, p, stayed=False)


def help_is_cut(w: World, p: Person) -> Life:
    """Help that was cut off and is not given back yet."""
    p.left |= {"service_restored"}
    return wrongs.help_withheld(w, p, given_back=False)


def still_held(w: World, p: Person) -> Life:
    """Held somewhere, and not released."""
    p.left |= {"release", "release_seen"}
    return wrongs.held(w, p, None)


def nobody_looks_into_it(w: World, p: Person) -> Life:
    """An investigation that was refused."""
    p.left |= {"investigation"}
    return wrongs.inquiry(w, p, refused=True)


def referred_to_the_panel(w: World, p: Person) -> Life:
    """Before the panel, and not decided."""
    return care.refer(w, p, "panel")


def a_bed_for_one_night(w: World, p: Person) -> None:
    """Age disputed, late in the day: a bed at once, which somebody looks at tomorrow."""
    bed = w.free_bed(p)
    if bed is not None and p.leaves_on <= w.now.date():
        care.tonight(w, p, bed)


def waits_for_a_bed(w: World, p: Person) -> None:
    """Safe in an office for the moment; where to sleep tonight is told with the houses (`today`)."""
    p.left |= {"shelter", "next_place"}


def asked_of_the_children_service(w: World, p: Person) -> None:
    """A referral that waits for its answer."""
    care.asked(w, p, "children", p.met_by)


def charged_today(w: World, p: Person) -> None:
    """A charge found this morning: to be assessed, and written about."""
    p.worker = p.met_by
    wrongs.found_out(w, p)
    care.asked(w, p, "office", p.met_by)


def told_the_coordinator(w: World, p: Person) -> Life:
    """The coordinator sees it."""
    return care.refer(w, p, "coordination", p.worker)


_FIRST: tuple[Episode, ...] = (care.first_hours, care.bed_tonight, care.handed_to_the_worker)
_GROWER = {"setting": Setting.LABOUR_INSPECTION, "met_by": "falk", "language": "bn", "sex": Sex.MALE}
_BOY = {"child": True, "age": 16, "setting": Setting.POLICE, "language": "vi", "sex": Sex.MALE}
_HERE_TODAY = {"sex": Sex.FEMALE, "setting": Setting.HEALTH, "age": 27, "age_basis": AgeBasis.KNOWN}
_FROM_CHINA = {"language": "zh", "sex": Sex.FEMALE, "setting": Setting.POLICE}
_IN_DOUBT = {"child": True, "age": 16, "age_basis": AgeBasis.DISPUTED, "setting": Setting.ASYLUM}
_BY_TELEPHONE = {"setting": Setting.HELPLINE, "met_by": "duarte"}

#: The last three weeks: days before the end, the line of work, what is certain of the person, and what happened.
RECENT: tuple[tuple[float, str, dict[str, Any], tuple[Episode, ...]], ...] = (
    (19, "flats", {}, (told_of_her_rights, *_FIRST, care.health, deciding.grounds)),
    (15, "building", {}, (*_FIRST, told_the_coordinator, care.health, charge_kept_up)),
    (11, "flats", _FROM_CHINA, (told_of_her_rights, *_FIRST, care.health, deciding.grounds)),
    (3, "flats", {**_FROM_CHINA, "age": 24}, (told_of_her_rights, *_FIRST, told_the_coordinator)),
    (9, "plants", _BOY, (*_FIRST, charge_waits, care.health)),
    (8, "household", {}, (*_FIRST, removal_waits)),
    (6, "flats", {}, (*_FIRST, told_the_coordinator, help_is_cut)),
    (4.2, "journey", {}, (*_FIRST, still_held, told_the_coordinator)),
    (3.4, "boats", {}, (*_FIRST, wrongs.charge_refused)),
    (2.6, "flats", {}, (*_FIRST, wrongs.detained_for_her_good, wrongs.conditional_help)),
    (2.2, "begging", {"child": True, "age": 13, "sex": Sex.FEMALE}, _FIRST),
    (1.9, "building", {}, (told_of_her_rights, *_FIRST, nobody_looks_into_it)),
    (1.6, "fields", {}, (told_of_her_rights, *_FIRST, wrongs.somebody_looks, wrongs.handed_over)),
    (1.4, "household", {}, (care.first_hours, offered_a_doctor)),
    (1.1, "flats", {}, (told_of_her_rights, care.bed_tonight, referred_to_the_panel)),
    (0.6, "journey", {"setting": Setting.ASYLUM}, (care.first_hours,)),
    (0.5, "journey", _IN_DOUBT, (care.first_hours, a_bed_for_one_night)),
    (0.48, "household", _HERE_TODAY, (waits_for_a_bed, care.first_hours)),
    (0.46, "flats", {**_HERE_TODAY, "language": "ro"}, (waits_for_a_bed, care.first_hours)),
    (
        0.44,
        "flats",
        {**_FROM_CHINA, "age": 31, "age_basis": AgeBasis.KNOWN},
        (waits_for_a_bed, care.first_hours),
    ),
    (0.4, "plants", {"setting": Setting.DETENTION}, (care.first_hours, charged_today)),
    (
        0.25,
        "begging",
        {"child": True, "age": 12, "setting": Setting.POLICE},
        (asked_of_the_children_service,),
    ),
    (0.3, "household", _BY_TELEPHONE, ()),
    (0.15, "fields", _GROWER, ()),
)


def recent(w: World) -> list[tuple[float, Life]]:
    """(days before the end, life): what the last three weeks left open, and the man from the fields this morning."""
    grower = {**_GROWER, "child": False, "age_basis": AgeBasis.KNOWN}
    farm = person(w.rng, _WORK["fields"], age=29, worker="rahman", **grower)
    other = person(w.rng, _WORK["fields"], age=33, **grower)
    found = [(0.2, farm_worker(w, farm)), (0.12, meeting.half_a_screening(w, other, meeting.FARM_WORKER, 9))]
    for days, work, fixed, episodes in RECENT:
        who = person(w.rng, _WORK[work], **{"child": False, **fixed})
        found.append((days, as_far_as(w, who, *episodes)))
    return found


def told(w: World) -> list[tuple[float, Life]]:
    """(share of the eighteen months, life): lives that are told in every sample."""

    def who(work: str, **fixed: Any) -> Person:
        return person(w.rng, _WORK[work], **{"child": False, **fixed})

    return [
        (0.12, family(w, who("journey", sex=Sex.FEMALE))),
        (0.55, family(w, who("begging", sex=Sex.FEMALE))),
        (0.3, age_disputed(w, who("journey", child=True))),
        (0.9, age_disputed(w, who("plants", child=True))),
        (0.4, trans_woman(w, who("flats"))),
        (0.93, trained_too_long_ago(w, who("fields"))),
        (0.6, ngo_only(w, who("flats", worker="silva"))),
        (0.68, ordinary(w, who("flats", language="zh", sex=Sex.FEMALE))),
        (0.8, ngo_only(w, who("marriage", worker="moyo"))),
    ]


def all_lives(w: World, people: int) -> None:
    """Puts everybody's life on the calendar: told ones, the last days, and drawn ones over the eighteen months."""
    span = (w.end - w.start) / timedelta(days=1)
    certain, last = told(w), recent(w)
    for share, life in certain:
        w.begin(life, w.start + timedelta(days=span * share))
    for days, life in last:
        w.begin(life, w.end - timedelta(days=days))
    families, without_file = 2, 1
    for _ in range(max(0, people - len(certain) - families - len(last) + without_file)):
        drawn = person(w.rng)
        life = (without_screening if w.chance(0.18) else ordinary)(w, drawn)
        w.begin(life, w.start + timedelta(days=span * w.rng.uniform(0.01, 0.93)))
    for _ in range(people * 2 // 3):
        at = w.start + timedelta(days=span * w.rng.uniform(0.01, 1.0))
        w.begin(meeting.nothing_comes_of_it(w, person(w.rng)), at)
