-- Which places are taken on some nights: the place and the nights, never the person. Anybody who matches people with
-- places needs to know that a bed is gone; only who may see the person learns whose it is.
CREATE OR REPLACE FUNCTION tutela_taken(since date, until date)
RETURNS TABLE (place_id uuid, nights daterange, state text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT p.place_id, p.nights, p.state FROM g06_protection_placement p
   WHERE p.state IN ('offered', 'accepted') AND p.nights && daterange(since, until)
   AND (tutela_member() IS NOT NULL OR current_setting('role') = 'tutela_engine') $$;
REVOKE ALL ON FUNCTION tutela_taken(date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tutela_taken(date, date) TO tutela_app, tutela_engine;
