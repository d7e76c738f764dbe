-- Ends drafts whose days are over, whoever typed them; says how many, and nothing of what was in them.
CREATE OR REPLACE FUNCTION tutela_forget_drafts(until timestamptz) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (DELETE FROM web_draft WHERE expires_at <= until RETURNING 1)
  SELECT count(*)::integer FROM gone
$$;
REVOKE ALL ON FUNCTION tutela_forget_drafts(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tutela_forget_drafts(timestamptz) TO tutela_app;
