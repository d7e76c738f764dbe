"""A process that writes and tells of each act once `perform` has returned; it is killed in the middle.

python -m tests.faults.writer URLS.json ACTOR.json CASE COUNT   writes one JSON line an act to standard output
"""

from __future__ import annotations

import json
import os
import sys
import uuid
from pathlib import Path
from typing import Any


def main(urls: str, who: str, case: str, count: str) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tutela.config.test")
    import django

    django.setup()
    from tests.people_who_act import NOW
    from tests.world import point
    from tutela.config.database import Urls
    from tutela.engine.access import Actor
    from tutela.engine.perform import perform
    from tutela.engine.time import frozen

    point(Urls(**json.loads(Path(urls).read_text("utf-8"))))
    about = json.loads(Path(who).read_text("utf-8"))
    actor = Actor(about["handle"], uuid.UUID(about["member"]), uuid.UUID(about["agency"]), "ngo", frozenset())
    print("ready", flush=True)
    for number in range(int(count)):
        key = uuid.uuid4()
        outcome = perform(_action(number, uuid.UUID(case)), actor, key=key, clock=frozen(NOW))
        told = {
            "act": str(outcome.act_id),
            "key": str(key),
            "result": outcome.result,
            "made": getattr(outcome, "made", {}),
        }
        print(json.dumps(told), flush=True)


def _action(number: int, case: uuid.UUID) -> Any:
    """In turn: what opens a subject, what starts duties, what is sealed, what is refused."""
    from tutela.cases.actions import OpenCase, RecordIdentity
    from tutela.guidelines.g06_protection.care_actions import (
        OfferService,
        ServiceWasWithheld,
        WithholdEntitlement,
    )

    return (
        OpenCase(age_basis="known", age_low=30),
        OfferService(case=case, service="medical"),
        RecordIdentity(case=case, kind="name", value="Nguyen Thi Example"),
        ServiceWasWithheld(case=case, service="legal", because="will_not_testify"),
        WithholdEntitlement(case=case, entitlement="shelter"),
    )[number % 5]


if __name__ == "__main__":
    main(*sys.argv[1:])
