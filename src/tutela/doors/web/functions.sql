-- Ends drafts whose days are over, whoever typed them; says how many, and nothing of what was in them.
CREATE OR REPLACE FUNCTION tutela_forget_drafts(until timestamptz) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (DELETE FROM web_draft WHERE expires_at <= until RETURNING 1)
  SELECT count(*)::integer FROM gone
$$;
REVOKE ALL ON FUNCTION tutela_forget_drafts(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tutela_forget_drafts(timestamptz) TO tutela_app;

-- Keeps a draft for a member whose session was over when it was sent. The text comes sealed and tied to that member, so
-- that whoever calls this can neither read a draft nor make up one.
CREATE OR REPLACE FUNCTION tutela_park_draft(
  for_member uuid, for_form text, for_case uuid, closed bytea, at timestamptz, until timestamptz
) RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH kept AS (
    INSERT INTO web_draft (id, member_id, form, case_id, sealed, kept_at, expires_at)
    SELECT gen_random_uuid(), m.id, for_form, for_case, closed, at, until
    FROM agencies_member m WHERE m.id = for_member AND m.active
    ON CONFLICT (member_id, form, case_id) DO UPDATE
    SET sealed = EXCLUDED.sealed, kept_at = EXCLUDED.kept_at, expires_at = EXCLUDED.expires_at RETURNING 1)
  SELECT count(*)::integer FROM kept
$$;
REVOKE ALL ON FUNCTION tutela_park_draft(uuid, text, uuid, bytea, timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tutela_park_draft(uuid, text, uuid, bytea, timestamptz, timestamptz) TO tutela_app;
