-- Who asked about her before holding, charging or removing somebody, and what they were told; after the second step only.
CREATE OR REPLACE FUNCTION tutela_hers_enquiries(handle text)
RETURNS TABLE (agency_id uuid, kind text, said text, asked_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT f.agency_id, f.kind, f.said, f.asked_at FROM g05_enforcement_enquiryonfile f
   WHERE f.case_id = tutela_hers_case(handle, true) ORDER BY f.asked_at DESC LIMIT 100 $$;
REVOKE ALL ON FUNCTION tutela_hers_enquiries(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tutela_hers_enquiries(text) TO tutela_app;
