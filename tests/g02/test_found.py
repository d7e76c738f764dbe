"""A wish for asylum goes along with the person; who coordinates sees what no protocol foresaw, and nobody in it."""

from __future__ import annotations

from datetime import date

from tests.people_who_act import NOW, agency, did, made
from tutela.agencies.words import Compartment, Purpose, Role, Sector
from tutela.cases.actions import OpenCase
from tutela.config.database import Urls
from tutela.engine.access import Actor
from tutela.guidelines.g02_identification import reads, reads_found
from tutela.guidelines.g02_identification.actions import ReferPerson
from tutela.guidelines.g02_identification.asylum_actions import AskForAsylum
from tutela.guidelines.g02_identification.protocol_actions import AddRoute, AgreeProtocol


def receivers() -> dict[str, Actor]:
    return {
        "lawyer": agency("counsel", Sector.LEGAL_AID, Role.LAWYER),
        "shelter": agency("harbour", Sector.SHELTER, Role.SHELTER_WORKER),
        "police": agency("police", Sector.POLICE, Role.INVESTIGATOR),
        "border": agency("border", Sector.BORDER, Role.FIRST_RESPONDER),
    }


def test_a_wish_for_asylum_goes_along_with_her_but_to_nobody_who_enforces(db_world: Urls) -> None:
    ngo = agency("lantern", Sector.NGO, Role.CASEWORKER)
    case = made(did(OpenCase(age_basis="known", age_low=30), ngo), "case")
    did(AskForAsylum(case=case, country="SY", smuggled=True), ngo)
    them = receivers()
    for by in them.values():
        refer = ReferPerson(case=case, to_agency=by.agency_id, purpose=Purpose.PROTECTION, agreed=True)
        did(refer, ngo)
    seen = {name: reads_found.asylum(by, case) for name, by in them.items()}
    assert {name for name, claim in seen.items() if claim is not None} == {"lawyer", "shelter"}
    assert seen["lawyer"] is not None and seen["lawyer"].smuggled is True


def test_what_no_protocol_foresaw_is_seen_by_who_coordinates_alone(db_world: Urls) -> None:
    ngo = agency("lantern", Sector.NGO, Role.CASEWORKER)
    clinic = agency("clinic", Sector.HEALTH, Role.HEALTH_WORKER)
    office = agency("office", Sector.COORDINATION, Role.COORDINATOR, lead=True)
    agreed = AgreeProtocol(
        title="Care", parties=(ngo.agency_id, clinic.agency_id), in_force_from=date(2026, 1, 1)
    )
    protocol = made(did(agreed, office), "protocol")
    did(
        AddRoute(protocol=protocol, from_sector="ngo", to_sector="health", purpose="health", answer_hours=5),
        office,
    )
    case = made(did(OpenCase(age_basis="known", age_low=30), ngo), "case")
    about = {"case": case, "to_agency": clinic.agency_id, "agreed": True}
    did(ReferPerson(purpose=Purpose.HEALTH, compartments=(Compartment.FACTS,), **about), ngo)
    did(ReferPerson(purpose=Purpose.PROTECTION, **about), ngo)
    gaps = reads_found.gaps(office)
    assert [(g.purpose, g.count, g.since) for g in gaps] == [("protection", 1, NOW.date().replace(day=1))]
    assert reads_found.gaps(ngo) == [] and reads_found.gaps(clinic) == []
    sent, _ = reads.referrals(ngo)
    _, received = reads.referrals(clinic)
    assert {(line.purpose, line.protocol) for line in sent} == {("health", "Care"), ("protection", "")}
    hours = {line.purpose: line.due_at - line.sent_at for line in received if line.due_at}
    assert hours["health"].total_seconds() == 5 * 3600 < hours["protection"].total_seconds()
