-- What escalates to a coordinator: open duties that are overdue, breaches that go on or are not answered for, and urgent
-- acts that nobody has looked at. No identity, and no file but those that the coordinator's agency sees; urgent acts are
-- theirs to look at from outside. Nothing that is privileged between a person and a lawyer or therapist.
CREATE OR REPLACE FUNCTION tutela_escalated(most int)
RETURNS TABLE (kind text, id uuid, case_id uuid, rule text, provisions text[], agency_id uuid, since timestamptz,
  due_at timestamptz, escalated_to text, ended boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT f.kind, f.id,
     CASE WHEN f.kind = 'urgent' OR EXISTS (SELECT 1 FROM agencies_grant g WHERE g.case_id = f.subject_id
       AND g.agency_id = (SELECT tutela_agency()) AND g.facts AND g.cut_at IS NULL AND g.until > (SELECT tutela_now()))
       THEN f.subject_id END,
     f.rule, f.provisions, f.agency_id, f.since, f.due_at, f.escalated_to, f.ended
   FROM (
     (SELECT 'duty' AS kind, d.id, d.subject_id, d.rule, d.provisions::text[], d.bearer_agency_id AS agency_id,
        d.started_at AS since, d.due_at, d.escalated_to, false AS ended FROM engine_duty d
      WHERE d.state = 'open' AND d.due_at < (SELECT tutela_now()) AND d.compartment NOT IN ('legal', 'therapy')
      ORDER BY d.due_at LIMIT most)
     UNION ALL
     (SELECT 'breach', b.id, b.subject_id, b.rule, b.provisions::text[], b.agency_id, b.opened_at, NULL, '',
        b.ended_at IS NOT NULL FROM engine_breach b
      WHERE (b.ended_at IS NULL OR b.answered_at IS NULL) AND b.compartment NOT IN ('legal', 'therapy')
      ORDER BY b.ended_at IS NOT NULL, b.opened_at LIMIT most)
     UNION ALL
     (SELECT 'urgent', u.id, u.subject_id, u.action, '{}'::text[], NULL, u.at, u.ends_at, '', u.ended_at IS NOT NULL
      FROM engine_urgentact u WHERE u.reviewed_at IS NULL ORDER BY u.at LIMIT most)) f
   WHERE EXISTS (SELECT 1 FROM agencies_member m JOIN agencies_agency a ON a.id = m.agency_id
     WHERE m.id = tutela_member() AND a.active AND a.sector = 'coordination' AND 'coordinator' = ANY (m.roles)) $$;
REVOKE ALL ON FUNCTION tutela_escalated(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tutela_escalated(int) TO tutela_app;
