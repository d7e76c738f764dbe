-- What she last chose, of all rooms; after the second step only.
CREATE OR REPLACE FUNCTION tutela_hers_choices(handle text)
RETURNS TABLE (wants text, wants_at timestamptz, consulate boolean, consulate_at timestamptz, asylum text,
  asylum_at timestamptz, testifies boolean, testifies_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT r.wants, r.at, w.wants, w.at, a.wish, a.wished_at, k.cooperates, k.cooperates_since
   FROM (SELECT tutela_hers_case(handle, true) AS id) c
   LEFT JOIN LATERAL (SELECT * FROM g06_protection_returnchoice x WHERE x.case_id = c.id ORDER BY x.at DESC LIMIT 1) r
     ON true
   LEFT JOIN LATERAL (SELECT * FROM g06_protection_contactwish x WHERE x.case_id = c.id ORDER BY x.at DESC LIMIT 1) w
     ON true
   LEFT JOIN LATERAL (SELECT * FROM g02_identification_asylumclaim x WHERE x.case_id = c.id
     ORDER BY x.wished_at DESC LIMIT 1) a ON true
   LEFT JOIN g04_law_righttostay k ON k.case_id = c.id
   WHERE c.id IS NOT NULL $$;
-- Help that was offered to her, or that she takes: hers to say yes or no to, after the second step.
CREATE OR REPLACE FUNCTION tutela_hers_offers(handle text)
RETURNS TABLE (id uuid, kind text, provider_id uuid, state text, offered_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT s.id, s.kind, s.provider_id, s.state, s.offered_at FROM g06_protection_service s
   WHERE s.case_id = tutela_hers_case(handle, true) AND s.state IN ('offered', 'accepted')
   UNION ALL
   SELECT p.id, 'place', b.agency_id, p.state, p.offered_at FROM g06_protection_placement p
   JOIN g06_protection_place b ON b.id = p.place_id
   WHERE p.case_id = tutela_hers_case(handle, true) AND p.state = 'offered'
   ORDER BY 4 DESC, 5 DESC LIMIT 50 $$;

-- Conferences on her: what for, when, who comes, what she said to it. And what was decided there, by whom to be done.
CREATE OR REPLACE FUNCTION tutela_hers_conferences(handle text)
RETURNS TABLE (id uuid, purpose text, on_day date, agencies uuid[], attended uuid[], her_part text, state text,
  she_was_there boolean, ended_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT c.id, c.purpose, c.on_day, c.agencies, c.attended, c.her_part, c.state, c.she_was_there, c.ended_at
   FROM g06_protection_conference c WHERE c.case_id = tutela_hers_case(handle, true)
   ORDER BY c.state <> 'called', c.on_day DESC LIMIT 20 $$;

CREATE OR REPLACE FUNCTION tutela_hers_decisions(handle text)
RETURNS TABLE (conference_id uuid, kind text, bearer_id uuid, by_day date, ended_at timestamptz, end_how text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT s.conference_id, s.kind, s.bearer_id, s.by_day, s.ended_at, s.end_how FROM g06_protection_planstep s
   WHERE s.case_id = tutela_hers_case(handle, true) AND s.conference_id IS NOT NULL ORDER BY s.by_day LIMIT 100 $$;

REVOKE ALL ON FUNCTION tutela_hers_conferences(text), tutela_hers_decisions(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tutela_hers_conferences(text), tutela_hers_decisions(text) TO tutela_app;

REVOKE ALL ON FUNCTION tutela_hers_choices(text), tutela_hers_offers(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tutela_hers_choices(text), tutela_hers_offers(text) TO tutela_app;
