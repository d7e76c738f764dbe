"""What holds after every step of any history, asked of the database in words of its own and not by the rules' facts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import psycopg

from tests.laws.draws import Step
from tutela.agencies.words import Sector
from tutela.engine.outcomes import Denied, Done, Received, Refused

#: A rule that crashed, a Fact that could not be recorded: the only alerts that a history may raise are others.
QUIET = ("clock.ahead", "entry.wrong_file", "child.missing")
#: Why help ends that is a reward for helping an investigation.
FOR_SILENCE = ("will_not_testify", "will_not_cooperate", "cannot_cooperate")
PERMIT_FOR_SILENCE = ("stopped_cooperating", "did_not_testify")
BODY_AND_MIND = ("medical", "psychological")
EMERGENCIES = ("general_check", "treatment", "surgery")

#: (what is wrong, rows that are wrong): each a statement that is empty in every world.
WRONG = """
SELECT 'an active place in a closed house', p.id::text FROM g06_protection_place p WHERE p.active AND NOT p.is_open
  AND NOT EXISTS (SELECT 1 FROM g06_protection_houserule r WHERE r.agency_id = p.agency_id AND r.house = p.house
    AND r.rule = 'kept_in' AND r.lifted_at IS NULL)
UNION ALL
SELECT 'a house that keeps people in and is called open', p.id::text FROM g06_protection_place p
  JOIN g06_protection_houserule r ON r.agency_id = p.agency_id AND r.house = p.house AND r.rule = 'kept_in'
  AND r.lifted_at IS NULL WHERE p.active AND p.is_open
UNION ALL
SELECT 'a stay ended for silence', l.id::text FROM g06_protection_placement l WHERE l.end_reason = ANY(%(silence)s)
UNION ALL
SELECT 'help ended for silence', s.id::text FROM g06_protection_service s WHERE s.end_reason = ANY(%(silence)s)
UNION ALL
SELECT 'a health record without consent or emergency', h.id::text FROM g06_protection_healthrecord h
  WHERE h.consent NOT IN ('given', 'cannot_say') OR (h.consent = 'cannot_say' AND NOT h.kind = ANY(%(emergencies)s)
  AND NOT EXISTS (SELECT 1 FROM engine_breach b WHERE b.subject_id = h.case_id AND b.ref = h.id::text
    AND b.rule = 'examined_without_an_emergency'))
UNION ALL
SELECT 'a duty without a bearer: ' || d.rule, d.id::text FROM engine_duty d WHERE d.state = 'open'
  AND (d.bearer_agency_id IS NULL OR NOT (d.bearer_sector = ANY(%(sectors)s)))
UNION ALL
SELECT 'a duty without a clock: ' || d.rule, d.id::text FROM engine_duty d WHERE d.state = 'open'
  AND d.due_at IS NULL AND d.review_at IS NULL
UNION ALL
SELECT 'an alert: ' || a.kind || ' ' || coalesce(a.ids ->> 'guard', a.ids ->> 'action', ''), a.id::text
  FROM engine_alert a WHERE NOT a.kind = ANY(%(quiet)s)
"""

#: What stands against the removal of each person, one line a case.
PROTECTED = """
SELECT c.id, EXISTS (SELECT 1 FROM g04_law_stay s WHERE s.case_id = c.id AND s.ended_at IS NULL)
    OR EXISTS (SELECT 1 FROM g04_law_recoveryperiod r WHERE r.case_id = c.id AND r.ended_at IS NULL)
    OR EXISTS (SELECT 1 FROM g04_law_riskassertion r WHERE r.case_id = c.id AND r.settled_at IS NULL),
  EXISTS (SELECT 1 FROM g09_remedies_claim k WHERE k.case_id = c.id AND k.ended_at IS NULL),
  EXISTS (SELECT 1 FROM g02_identification_asylumclaim a WHERE a.case_id = c.id AND a.ended_at IS NULL),
  c.standing IN ('presumed', 'reasonable_grounds', 'identified')
FROM cases_case c
"""
#: Whether care of each kind rests on a yes in force, or on an emergency on file that nobody has told her of.
CARED = """
SELECT EXISTS (SELECT 1 FROM g06_protection_service s WHERE s.case_id = %(case)s AND s.kind = %(kind)s
    AND s.state = 'accepted')
  OR EXISTS (SELECT 1 FROM cases_consent k WHERE k.case_id = %(case)s AND k.withdrawn_at IS NULL
    AND coalesce(k.until > %(at)s, true) AND k.about <> '' AND (k.about = 'counselling') = (%(kind)s = 'psychological'))
  OR (%(kind)s = 'medical' AND EXISTS (SELECT 1 FROM g06_protection_healthrecord h WHERE h.case_id = %(case)s
    AND h.consent = 'cannot_say' AND h.told_at IS NULL))
"""
#: A place in a house that keeps people in by its rules is closed, whatever it was registered as.
KEPT_IN = """
SELECT 1 FROM g06_protection_placement l JOIN g06_protection_place p ON p.id = l.place_id
  LEFT JOIN g06_protection_houserule r ON r.agency_id = p.agency_id AND r.house = p.house AND r.lifted_at IS NULL
WHERE l.id = %s AND (r.rule = 'kept_in' OR NOT p.is_open)
"""
#: What is decided about somebody, by act; a step is about her word only where she is asked to speak.
DECIDES = {
    "offer_place": "stay", "arrange_care": "care", "start_tracing": "tracing", "contact_family": "tracing",
    "reunite_family": "reunion", "plan_return": "return", "remove_person": "return", "end_asylum": "status",
    "end_permit": "status", "plan_step": "testimony", "determine_best_interests": "",
}  # fmt: skip
SPOKEN = ("interview", "hearing", "confrontation", "identity_parade")
AT_ONCE = ("place_tonight", "act_at_once")
#: Of whoever is not surely grown up: assessed in date, heard or why not, a guardian in office; duties that run instead.
CHILDS_SIDE = """
SELECT EXISTS (SELECT 1 FROM g08_children_bestinterests b WHERE b.case_id = c.id AND b.until >= %(day)s),
  EXISTS (SELECT 1 FROM g08_children_childviews v WHERE v.case_id = c.id AND %(on)s = ANY(v.about)
    AND v.until >= %(day)s AND (v.weight <> '' OR v.why_not <> '' OR v.heard_how = 'chose_not_to_speak')),
  EXISTS (SELECT 1 FROM g08_children_representative r WHERE r.case_id = c.id AND r.office = 'guardian'
    AND r.accepted_at IS NOT NULL AND r.ended_at IS NULL),
  (SELECT count(DISTINCT d.rule) FROM engine_duty d WHERE d.subject_id = c.id AND d.state = 'open'
    AND d.rule IN ('child_guardian', 'best_interests_after_urgent'))
FROM cases_case c WHERE c.id = %(case)s AND (c.age_basis IN ('unknown', 'disputed') OR coalesce(c.age_low, 0) < 16)
"""
TABLES = "SELECT relname FROM pg_stat_user_tables WHERE schemaname = 'public' AND relname !~ %s ORDER BY 1"
#: What a refusal may write: the journal, receipts, and what runs after them.
WRITTEN_ANYWAY = (
    "^(engine_(entry|entryseq|body|receipt|outbox|subject|alert|intake|kept|duty|leaf)"
    "|django_|procrastinate|people_)"
)


@dataclass
class Watch:
    """Looks at a database beside the one who acts, as its superuser: whatever is kept, it sees.

    Shape  protected: case → why nobody may remove her, as it was before the step
    """

    admin: psycopg.Connection
    protected: dict[Any, tuple[bool, ...]] = field(default_factory=dict)
    care: bool | None = None
    before: dict[str, Any] | None = None

    def about_to(self, step: Step, real: dict[str, Any], number: int) -> None:
        """What has to be known before a step."""
        self.protected = {row[0]: tuple(row[1:]) for row in self.admin.execute(PROTECTED)}
        self.care = None
        if step.action == "service_given" and real.get("service") in BODY_AND_MIND:
            asked = {"case": real.get("case"), "kind": real["service"], "at": step.at}
            self.care = bool(self.admin.execute(CARED, asked).fetchone()[0])  # type: ignore[index]
        self.before = self.digest() if number % 16 == 0 else None

    def digest(self) -> dict[str, Any]:
        """Everything that is kept but what every answer writes."""
        names = [row[0] for row in self.admin.execute(TABLES, [WRITTEN_ANYWAY])]
        parts = " UNION ALL ".join(
            f"SELECT '{n}' AS t, count(*) AS n, sum(hashtext(x::text)) AS h FROM {n} x" for n in names
        )
        return {row[0]: row[1:] for row in self.admin.execute(parts)}

    def faults(self, step: Step, real: dict[str, Any], outcome: Any) -> list[str]:
        """Everything that is wrong after a step."""
        values = {
            "silence": [*FOR_SILENCE],
            "emergencies": [*EMERGENCIES],
            "sectors": ["@actor", *map(str, Sector)],
            "quiet": [*QUIET],
        }
        found = [f"{what} ({which})" for what, which in self.admin.execute(WRONG, values)]
        if not isinstance(outcome, Done | Refused | Denied | Received | str):
            found.append(f"an unknown outcome: {outcome!r}")
        if isinstance(outcome, Received) and outcome.why not in ("access", "key_reused"):
            found.append(f"a Fact kept aside: {outcome.why}")
        if isinstance(outcome, Done):
            found += self._of_done(step, real, outcome)
        elif self.before is not None:
            changed = sorted(n for n, kept in self.digest().items() if self.before.get(n) != kept)
            found += [f"written by what was not done: {name}" for name in changed]
        return found

    def _of_done(self, step: Step, real: dict[str, Any], done: Done) -> list[str]:
        found = []
        opened = set(done.breaches) | {
            r[0]
            for r in self.admin.execute(
                "SELECT rule FROM engine_breach WHERE opened_by_act = %s", [done.act_id]
            )
        }
        if step.action in ("offer_place", "place_tonight", "accept_place"):
            row = self.admin.execute(
                KEPT_IN, [done.made.get("placement") or real.get("placement")]
            ).fetchone()
            found += ["somebody placed where people are kept in"] if row else []
        stay, claim, asylum, presumed = self.protected.get(real.get("case"), (False,) * 4)
        if step.action == "remove_person" and (stay or claim or asylum or presumed):
            found.append(f"removed while {stay=} {claim=} {asylum=} {presumed=}")
        if step.action in ("removal_ordered", "removal_carried_out"):
            word = "removal_ordered" if step.action == "removal_ordered" else "removed"
            wanted = {
                f"{word}_all_the_same": stay or presumed,
                f"{word}_while_claiming": claim,
                f"{word}_against_asylum": asylum,
            }
            found += [f"no breach {rule}" for rule, is_one in wanted.items() if is_one and rule not in opened]
        found += self._about_a_child(step, real)
        closed = (
            step.action == "state_house_rule" and real.get("rule") == "kept_in" and not real.get("lifted")
        )
        if closed and "a_house_restricts_people" not in opened:
            found.append("no breach a_house_restricts_people")
        because = str(real.get("because", "unknown"))
        if step.action == "service_was_withheld" and because in FOR_SILENCE and "help_withheld" not in opened:
            found.append("no breach help_withheld")
        if step.action == "end_permit" and because in PERMIT_FOR_SILENCE:
            found.append("a permit ended for silence")
        if (
            step.action == "permit_refused"
            and because in PERMIT_FOR_SILENCE
            and "permit_lost_for_not_cooperating" not in opened
        ):
            found.append("no breach permit_lost_for_not_cooperating")
        if self.care is not None and "care_without_a_yes" not in opened:
            said = real.get("agreed")
            if said is False or (said is None and not self.care):
                found.append("no breach care_without_a_yes")
        entries = self.admin.execute(
            "SELECT count(*) FROM engine_entry WHERE act_id = %s", [done.act_id]
        ).fetchone()
        if not entries or not entries[0]:
            found.append("done, and no entry says so")
        return found

    def _about_a_child(self, step: Step, real: dict[str, Any]) -> list[str]:
        """What is missing behind a decision about whoever may be a child, or behind an act at once for her."""
        on = DECIDES.get(step.action, "") or str(real.get("decision", ""))
        silent = step.action == "plan_step" and real.get("kind") not in SPOKEN
        if (step.action not in DECIDES and step.action not in AT_ONCE) or silent:
            return []
        asked = {"case": real.get("case"), "on": on, "day": step.at.date()}
        row = self.admin.execute(CHILDS_SIDE, asked).fetchone()
        if row is None:
            return []
        assessed, heard, guardian, running = row
        if step.action in AT_ONCE:
            fits = running == 2 or (guardian and running == 1)
            return [] if fits else [f"{step.action} for a possible child starts no guardian or assessment"]
        named = {"an assessment": assessed, "views": heard, "a guardian": guardian}
        return [
            f"{step.action} about a possible child without {what}"
            for what, there in named.items()
            if not there
        ]
