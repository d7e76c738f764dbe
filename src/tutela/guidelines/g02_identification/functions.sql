-- Screenings that became part of a file: of one's own agency, and for the competent authority those of others, while it
-- reads what the person said there. Who decides sees the answers beside the elements, and not only what somebody
-- concluded from them. They hold no identity.
CREATE OR REPLACE FUNCTION tutela_screened(of_case uuid) RETURNS SETOF g02_identification_screening
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT s.* FROM g02_identification_screening s WHERE s.case_id = of_case
     AND (s.agency_id = (SELECT tutela_agency()) OR (s.expired_at IS NULL
       AND EXISTS (SELECT 1 FROM agencies_grant g JOIN agencies_agency a ON a.id = g.agency_id
         WHERE g.case_id = of_case AND g.agency_id = (SELECT tutela_agency()) AND g.facts AND g.statements
           AND g.cut_at IS NULL AND g.until > (SELECT tutela_now()) AND a.sector = 'competent_authority'))) $$;
REVOKE ALL ON FUNCTION tutela_screened(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tutela_screened(uuid) TO tutela_app;
