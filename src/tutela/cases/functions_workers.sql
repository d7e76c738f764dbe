-- Workers of whom a person has heard and seen nothing since a moment: named before it, nobody standing in, and no act
-- of theirs on that file since. One's own agency by member; of all others a coordinator reads the number alone.
CREATE OR REPLACE FUNCTION tutela_silent(since timestamptz)
RETURNS TABLE (agency_id uuid, names jsonb, member_id uuid, people bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT w.agency_id, a.names, CASE WHEN w.agency_id = (SELECT tutela_agency()) THEN w.member_id END, count(*)
   FROM cases_workerfor w JOIN cases_case c ON c.id = w.case_id AND c.closed_at IS NULL
   JOIN agencies_agency a ON a.id = w.agency_id
   WHERE w.ended_at IS NULL AND w.since < $1
     AND NOT (w.covers_id IS NULL AND EXISTS (SELECT 1 FROM cases_workerfor s WHERE s.case_id = w.case_id
       AND s.agency_id = w.agency_id AND s.ended_at IS NULL AND s.covers_id IS NOT NULL))
     AND NOT EXISTS (SELECT 1 FROM engine_entry e WHERE e.subject_id = w.case_id AND e.actor_id = w.member_id
       AND e.recorded_at >= $1 AND e.outcome IN ('done', 'recorded'))
     AND (w.agency_id = (SELECT tutela_agency()) OR EXISTS (SELECT 1 FROM agencies_member m
       JOIN agencies_agency o ON o.id = m.agency_id WHERE m.id = tutela_member() AND o.active
         AND o.sector = 'coordination' AND 'coordinator' = ANY (m.roles)))
   GROUP BY 1, 2, 3 ORDER BY 4 DESC LIMIT 500 $$;
REVOKE ALL ON FUNCTION tutela_silent(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tutela_silent(timestamptz) TO tutela_app;
