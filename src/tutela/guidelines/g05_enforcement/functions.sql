-- Who asked about her before holding, charging or removing somebody, and what they were told; after the second step only.
CREATE OR REPLACE FUNCTION tutela_hers_enquiries(handle text)
RETURNS TABLE (agency_id uuid, kind text, said text, asked_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT f.agency_id, f.kind, f.said, f.asked_at FROM g05_enforcement_enquiryonfile f
   WHERE f.case_id = tutela_hers_case(handle, true) ORDER BY f.asked_at DESC LIMIT 100 $$;
REVOKE ALL ON FUNCTION tutela_hers_enquiries(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tutela_hers_enquiries(text) TO tutela_app;

-- Operations of every agency, for a coordinator, who sees to it that care is ready before anybody is found. No place and
-- no name is kept in them.
CREATE OR REPLACE FUNCTION tutela_operations_everywhere() RETURNS SETOF g05_enforcement_operation
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT o.* FROM g05_enforcement_operation o WHERE EXISTS (SELECT 1 FROM agencies_member m
     JOIN agencies_agency a ON a.id = m.agency_id WHERE m.id = tutela_member() AND a.active
       AND a.sector = 'coordination' AND 'coordinator' = ANY (m.roles)) $$;
REVOKE ALL ON FUNCTION tutela_operations_everywhere() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tutela_operations_everywhere() TO tutela_app;
