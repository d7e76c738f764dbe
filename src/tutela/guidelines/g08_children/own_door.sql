-- What a child reads at her own door: how old she is by her file, who stands at her side, what she has said.
CREATE OR REPLACE FUNCTION tutela_hers_age(handle text)
RETURNS TABLE (age_basis text, age_low smallint, age_on date, age_high smallint, challenged boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT c.age_basis, c.age_low, c.age_on, c.age_high, EXISTS (SELECT 1 FROM engine_duty d WHERE d.subject_id = c.id
     AND d.rule = 'age_challenge' AND d.state = 'open')
   FROM cases_case c WHERE c.id = tutela_hers_case(handle, false) $$;

-- Whose guardian and lawyer, by name and agency: after the second step. Before it, only that there is one.
CREATE OR REPLACE FUNCTION tutela_hers_side(handle text)
RETURNS TABLE (office text, taken boolean, agency_id uuid, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT r.office, r.accepted_at IS NOT NULL, CASE WHEN s.is_open THEN r.agency_id END,
     CASE WHEN s.is_open THEN m.name END
   FROM (SELECT tutela_hers_case(handle, false) AS case_id, tutela_hers_case(handle, true) IS NOT NULL AS is_open) s
   JOIN g08_children_representative r ON r.case_id = s.case_id AND r.ended_at IS NULL
   LEFT JOIN agencies_member m ON m.id = r.accepted_by ORDER BY r.office $$;

CREATE OR REPLACE FUNCTION tutela_hers_views(handle text)
RETURNS TABLE (about text[], heard_how text, at timestamptz, weight text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT v.about::text[], v.heard_how, v.at, v.weight FROM g08_children_childviews v
   WHERE v.case_id = tutela_hers_case(handle, true) ORDER BY v.at DESC LIMIT 20 $$;

REVOKE ALL ON FUNCTION tutela_hers_age(text), tutela_hers_side(text), tutela_hers_views(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tutela_hers_age(text), tutela_hers_side(text), tutela_hers_views(text) TO tutela_app;
