"""Documents of help: a referral letter, a plan for safety, and what the next worker has to know."""

from __future__ import annotations

from tutela.agencies.reads import emergency_numbers, party_of
from tutela.cases import reads
from tutela.doors import words
from tutela.doors.web.present import language_name
from tutela.engine.paper import Content, Section, day_said
from tutela.guidelines.g02_identification.reads import newest_sent
from tutela.guidelines.g05_enforcement.reads import protection_plan
from tutela.guidelines.g06_protection.reads_plan import Agreed, plan_page

from .sheet import NoDocument, Sheet, choices, day, moment, one_line, text


def referral_letter(sheet: Sheet) -> Content:
    """The newest referral that the reader's agency sent: what for, what she agreed to, by when an answer is owed."""
    found = newest_sent(sheet.actor, sheet.person.id, sheet.at)
    if found is None:
        raise NoDocument("document.no_referral")
    parts = choices("Compartment", found.agreed)
    said = text("referral_letter.agreed" if parts else "referral_letter.not_agreed")
    return sheet.made(
        "referral_letter",
        (
            (text("to"), party_of(found.to_agency_id, sheet.language).name),
            (text("sent_on"), day(found.sent_at)),
            (text("answer_by"), moment(found.due_at)),
        ),
        (
            Section(
                text("referral_letter.what"),
                (text("referral_letter.asks", name=sheet.person.pseudonym),),
                (words.choice_label("Purpose", found.purpose),),
            ),
            Section(text("referral_letter.who"), points=_known(sheet, sheet.is_stripped(found.to_agency_id))),
            Section(text("referral_letter.consent"), (said,), parts),
            Section(text("referral_letter.answer"), (text("referral_letter.answer.text"),)),
            Section(text("care"), (text("care.text"),)),
        ),
    )


def _known(sheet: Sheet, stripped: bool) -> tuple[str, ...]:
    """What is known of the person; language and sex together may tell who a child is, so they stay in its circle."""
    person = sheet.person
    lines = (
        one_line(text("standing"), [words.choice_label("Standing", person.standing)]),
        "" if stripped else one_line(text("languages"), [language_name(one) for one in person.languages]),
        "" if stripped else one_line(text("sex"), [words.choice_label("Sex", person.sex)]),
        text("as_a_child") if person.reads_as_child else "",
    )
    return tuple(line for line in lines if line)


def safety_plan(sheet: Sheet) -> Content:
    """What was looked at with her, what was agreed against it, when it is looked at again; no place stands on it."""
    plan = protection_plan(sheet.actor, sheet.person.id)
    looked = plan_page(sheet.actor, sheet.person.id, sheet.at).safety
    if looked is None and plan is None:
        raise NoDocument("document.no_plan")
    numbers = tuple(f"{phone.name}: {phone.number}" for phone in emergency_numbers())
    again = [one.review_on for one in (looked, plan) if one is not None and one.review_on is not None]
    return sheet.made(
        "safety_plan",
        ((text("review_on"), day_said(min(again), sheet.language) if again else ""),),
        (
            Section(text("safety_plan.watch"), points=choices("Danger", looked.dangers) if looked else ()),
            Section(text("safety_plan.agreed"), points=choices("Measure", looked.measures) if looked else ()),
            Section(
                text("safety_plan.protects"),
                (text("safety_plan.outlives"),) if plan else (),
                choices("Covers", plan.covers) if plan else (),
            ),
            Section(text("safety_plan.call"), (text("safety_plan.call.text"),), numbers),
        ),
    )


def hand_over(sheet: Sheet) -> Content:
    """What the next worker has to know: what is late, what is due, what was agreed. For colleagues, not for her."""
    page = reads.case_page(sheet.actor, sheet.person.id, sheet.at)
    if page is None:
        raise NoDocument("access.subject")
    plan = plan_page(sheet.actor, sheet.person.id, sheet.at)
    owed = [right for right in page.rights if right.duty.state == "open"]
    late = tuple(_owed(one) for one in owed if one.state(sheet.at) == "overdue")
    due = tuple(_owed(one) for one in owed if one.state(sheet.at) != "overdue")
    steps = tuple(
        f"{words.choice_label('ServiceKind', s.kind)}: {s.bearer}, {day_said(s.by_day, sheet.language)}"
        for s in plan.steps
        if s.ended_at is None
    )
    broken = tuple(words.breach_label(one.rule) for one in page.breaches if one.ended_at is None)
    stripped = sheet.is_stripped()  # where a child goes, and whom it agreed to, tells who it is
    agreed = () if stripped else tuple(_agreed(c) for c in plan.agreed if c.holds)
    review = (day_said(plan.safety.review_on, sheet.language),) if plan.safety else ()
    return sheet.made(
        "hand_over",
        (),
        (
            Section(text("hand_over.who"), points=_known(sheet, stripped)),
            Section(text("hand_over.late"), points=late),
            Section(text("hand_over.due"), () if due else (text("hand_over.nothing"),), due),
            Section(text("hand_over.steps"), points=() if stripped else steps),
            Section(text("hand_over.consents"), points=agreed),
            Section(text("hand_over.safety"), points=review),
            Section(text("hand_over.wrong"), points=broken),
            Section(text("care"), (text("care.text"),)),
        ),
    )


def _owed(right: reads.Right) -> str:
    who = right.bearer or text("nobody_yet")
    what = words.duty_label(right.duty.rule)
    return f"{what}: {who}, {moment(right.duty.due_at)}" if right.duty.due_at else f"{what}: {who}"


def _agreed(consent: Agreed) -> str:
    said = words.choice_label("Examination", consent.about) if consent.about else ""
    what = said or words.choice_label("Purpose", consent.purpose)
    return one_line(
        what, [part for part in (consent.receiver, *choices("Compartment", consent.parts)) if part]
    )
