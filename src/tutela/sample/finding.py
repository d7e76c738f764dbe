"""Being found: the protocols that agencies have with each other, journeys as they are told, and asylum asked for."""

from __future__ import annotations

from tutela.agencies.words import Compartment, Purpose, Sector
from tutela.cases.words import SaidThrough
from tutela.guidelines.g02_identification.actions import ReferPerson
from tutela.guidelines.g02_identification.asylum_actions import AskForAsylum, OfferOtherHelp, RecordAsylumStep
from tutela.guidelines.g02_identification.journey_actions import RecordJourneyStep
from tutela.guidelines.g02_identification.protocol_actions import AddRoute, AgreeProtocol
from tutela.guidelines.g02_identification.words import AsylumStep, Met, Spot, Way

from .cast import agency_of
from .persons import Person
from .world import World

#: Title, parties, and routes: from, to, what for, hours.
PROTOCOLS = (
    (
        "First responders and organisations",
        ("labour", "police", "border", "line", "clinic", "centre", "door", "bridge", "panel"),
        (
            (Sector.LABOUR_INSPECTION, Sector.NGO, Purpose.PROTECTION, 12),
            (Sector.POLICE, Sector.NGO, Purpose.PROTECTION, 12),
            (Sector.BORDER, Sector.NGO, Purpose.PROTECTION, 8),
            (Sector.HELPLINE, Sector.NGO, Purpose.PROTECTION, 24),
            (Sector.HEALTH, Sector.NGO, Purpose.PROTECTION, 24),
            (Sector.NGO, Sector.COMPETENT_AUTHORITY, Purpose.IDENTIFICATION, 48),
        ),
    ),
    (
        "Care, law and children",
        ("door", "bridge", "service", "clinic", "advice", "children", "labour", "asylum"),
        (
            (Sector.NGO, Sector.HEALTH, Purpose.HEALTH, 24),
            (Sector.NGO, Sector.LEGAL_AID, Purpose.LEGAL_HELP, 48),
            (Sector.NGO, Sector.ASYLUM, Purpose.ASYLUM, 24),
            (Sector.NGO, Sector.LABOUR_INSPECTION, Purpose.LABOUR_RIGHTS, 48),
            (Sector.NGO, Sector.CHILD_PROTECTION, Purpose.CHILD_PROTECTION, 6),
        ),
    ),
)
_WAYS = (
    (Spot.RECRUITMENT_OFFICE, (Met.RECRUITER,), 0.0),
    (Spot.CONSULATE_QUEUE, (Met.CONSULAR_OFFICER, Met.RECRUITER), 0.1),
    (Spot.ONLINE, (Met.RECRUITER,), 0.0),
    (Spot.AIRPORT, (Met.BORDER_OFFICER, Met.CARRIER), 0.2),
    (Spot.BORDER_CROSSING, (Met.BORDER_OFFICER,), 0.2),
    (Spot.BUS_OR_TRAIN_STATION, (Met.CARRIER,), 0.1),
    (Spot.EMPLOYER_HOUSING, (Met.EMPLOYER,), 0.0),
    (Spot.WORKPLACE, (Met.EMPLOYER, Met.CUSTOMER_OR_NEIGHBOUR), 0.1),
    (Spot.CLINIC, (Met.HEALTH_WORKER,), 0.4),
)


def protocols(w: World) -> None:
    """The coordinator puts both on file before anybody comes."""
    for title, parties, routes in PROTOCOLS:
        act = AgreeProtocol(
            title=title, parties=tuple(w.agencies[key] for key in parties), in_force_from=w.now.date()
        )
        protocol = w.do(act, "nyberg")["protocol"]
        for sender, receiver, purpose, hours in routes:
            route = AddRoute(
                protocol=protocol, from_sector=sender, to_sector=receiver, purpose=purpose, answer_hours=hours
            )
            w.do(route, "nyberg")


def tells(w: World, p: Person) -> None:
    """Some of the places on the way, as far as the person wants to speak of them; and asylum, for some."""
    assert p.case is not None
    for spot, met, asked in w.rng.sample(_WAYS, w.rng.randint(2, 4)):
        step = RecordJourneyStep(
            case=p.case, spot=spot, year=w.now.year - 1, met=met, somebody_asked=w.chance(asked)
        )
        w.do(step, p.met_by)
    if p.is_child is False and w.chance(0.2):
        w.do(AskForAsylum(case=p.case), p.met_by)
        if agency_of(p.met_by) != "asylum":
            shown = (Compartment.FACTS, Compartment.STATUS)
            act = ReferPerson(
                case=p.case,
                to_agency=w.agencies["asylum"],
                purpose=Purpose.ASYLUM,
                agreed=True,
                compartments=shown,
            )
            w.do(act, p.met_by)
            p.granted.add("asylum")
        w.do(RecordAsylumStep(case=p.case, step=AsylumStep.REGISTERED), "tessema")


def helped_on(w: World, p: Person) -> None:
    """Who is told no hears what else there is: wages are followed up, the rest is declined for now."""
    assert p.case is not None
    if agency_of(p.worker) != "labour":
        to = w.agencies["labour"]
        act = ReferPerson(case=p.case, to_agency=to, purpose=Purpose.LABOUR_RIGHTS, agreed=True)
        w.do(act, p.worker)
    declined = (Way.ASYLUM, Way.HEALTH, Way.SMUGGLING_PROTECTION)
    offer = OfferOtherHelp(
        case=p.case, offered=tuple(Way), declined=declined, said_through=SaidThrough.INTERPRETER
    )
    w.do(offer, p.worker)
