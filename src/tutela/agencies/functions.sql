-- What policies and `perform` ask about whoever is acting. All are SECURITY DEFINER: they read the tables behind
-- sessions and grants, which the app's own login cannot.

CREATE OR REPLACE FUNCTION tutela_now() RETURNS timestamptz LANGUAGE sql STABLE AS
$$ SELECT coalesce(nullif(current_setting('tutela.now', true), '')::timestamptz, now()) $$;

CREATE OR REPLACE FUNCTION tutela_member() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS
$$ SELECT s.member_id FROM agencies_session s JOIN agencies_member m ON m.id = s.member_id AND m.active
   WHERE s.digest = sha256(convert_to(nullif(current_setting('tutela.session', true), ''), 'UTF8'))
   AND s.ended_at IS NULL AND s.expires_at > now() $$;

CREATE OR REPLACE FUNCTION tutela_agency() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS
$$ SELECT m.agency_id FROM agencies_member m JOIN agencies_agency a ON a.id = m.agency_id AND a.active
   WHERE m.id = tutela_member() $$;

CREATE OR REPLACE FUNCTION tutela_is_monitor() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS
$$ SELECT EXISTS (SELECT 1 FROM agencies_member m JOIN agencies_agency a ON a.id = m.agency_id
   WHERE m.id = tutela_member() AND a.active AND a.sector = 'monitor' AND 'monitor' = ANY (m.roles)) $$;

-- Whether the acting member takes in what reached nobody: a protection officer of the protection office.
CREATE OR REPLACE FUNCTION tutela_is_protection_officer() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS
$$ SELECT EXISTS (SELECT 1 FROM agencies_member m JOIN agencies_agency a ON a.id = m.agency_id
   WHERE m.id = tutela_member() AND a.active AND a.sector = 'protection_office'
   AND 'protection_officer' = ANY (m.roles)) $$;

-- Opens a session for a member: the only way to one. Returns the number of rows made (0: no such active member).
-- What kind of device an earlier session was on is forgotten when that session is over.
DROP FUNCTION IF EXISTS tutela_open_session(text, uuid, int);
CREATE OR REPLACE FUNCTION tutela_open_session(handle text, member uuid, hours int, device text) RETURNS int
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ WITH over AS (
     UPDATE agencies_session s SET device = '' WHERE s.member_id = member AND s.device <> ''
     AND (s.ended_at IS NOT NULL OR s.expires_at <= now())),
   made AS (
     INSERT INTO agencies_session (digest, member_id, opened_at, expires_at, device)
     SELECT sha256(convert_to(handle, 'UTF8')), m.id, now(), now() + make_interval(hours => hours), left(device, 24)
     FROM agencies_member m WHERE m.id = member AND m.active RETURNING 1)
   SELECT count(*)::int FROM made $$;

CREATE OR REPLACE FUNCTION tutela_end_session(handle text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ UPDATE agencies_session SET ended_at = now(), device = ''
   WHERE digest = sha256(convert_to(handle, 'UTF8')) AND ended_at IS NULL $$;

-- That a session is in use: noted once in five minutes at most, which is as exact as its owner needs.
CREATE OR REPLACE FUNCTION tutela_session_used(handle text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ UPDATE agencies_session SET used_at = now() WHERE digest = sha256(convert_to(handle, 'UTF8'))
   AND ended_at IS NULL AND used_at < now() - interval '5 minutes' $$;

-- The open sessions of the member whose session this is, and of nobody else; the one used last comes first.
CREATE OR REPLACE FUNCTION tutela_sessions(handle text)
RETURNS TABLE (id uuid, device text, opened_at timestamptz, used_at timestamptz, is_this boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT s.public_id, s.device, s.opened_at, s.used_at, s.digest = x.digest
   FROM agencies_session x JOIN agencies_session s ON s.member_id = x.member_id
   WHERE x.digest = sha256(convert_to(handle, 'UTF8')) AND x.ended_at IS NULL AND x.expires_at > now()
   AND s.ended_at IS NULL AND s.expires_at > now() ORDER BY s.digest = x.digest DESC, s.used_at DESC $$;

-- Ends another session of the same member, or all others (`wanted` is NULL), and never the one that asks. Says how many.
CREATE OR REPLACE FUNCTION tutela_end_sessions(handle text, wanted uuid) RETURNS int
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ WITH gone AS (
     UPDATE agencies_session s SET ended_at = now(), device = '' FROM agencies_session x
     WHERE x.digest = sha256(convert_to(handle, 'UTF8')) AND x.ended_at IS NULL AND x.expires_at > now()
     AND s.member_id = x.member_id AND s.digest <> x.digest AND s.ended_at IS NULL AND s.expires_at > now()
     AND (wanted IS NULL OR s.public_id = wanted) RETURNING 1)
   SELECT count(*)::int FROM gone $$;

-- Who is acting, and which of these subjects they may not touch. A case needs a live grant with the compartment;
-- the monitor and the coordinator review what they were told of without one (need 'oversight'); who still owes an
-- answer on a file may give it (need 'owed'); an agency is its own
-- and a coordinator's, but the monitor's and the system's are nobody else's; what was received, and the file that it
-- is matched to, and a question before an act against somebody, are the protection office's to bring together (need
-- 'intake'); a complaint is the monitor's to answer;
-- anything else belongs to who opened it. Whoever came in by her own door may touch her own file and nothing else, and
-- before the second step nothing but what needs `facts`.
CREATE OR REPLACE FUNCTION tutela_may(handle text, ids uuid[], need text, at timestamptz)
RETURNS TABLE (member_id uuid, agency_id uuid, sector text, roles text[], denied uuid[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT m.id, a.id, a.sector, m.roles,
     ARRAY(SELECT i.id FROM unnest(ids) AS i(id) LEFT JOIN engine_subject s ON s.id = i.id
           WHERE s.id IS NULL OR NOT CASE
             WHEN a.sector = 'system' THEN true
             WHEN need = 'intake' THEN s.kind IN ('intake', 'case', 'enquiry') AND a.sector = 'protection_office'
               AND 'protection_officer' = ANY (m.roles)
             WHEN s.kind IN ('intake', 'enquiry') THEN false
             WHEN s.kind = 'complaint' THEN a.sector = 'monitor' AND 'monitor' = ANY (m.roles)
             WHEN need = 'oversight' AND a.sector IN ('monitor', 'coordination') THEN s.kind = 'case'
             WHEN need = 'owed' THEN s.kind = 'case' AND EXISTS (
               SELECT 1 FROM engine_duty d WHERE d.subject_id = s.id AND d.bearer_agency_id = a.id AND d.state = 'open')
             WHEN s.kind = 'case' THEN EXISTS (
               SELECT 1 FROM agencies_grant g WHERE g.case_id = s.id AND g.agency_id = a.id
               AND g.cut_at IS NULL AND g.until > at AND CASE need
                 WHEN 'oversight' THEN g.facts WHEN 'facts' THEN g.facts WHEN 'identity' THEN g.identity WHEN 'health' THEN g.health
                 WHEN 'statements' THEN g.statements WHEN 'whereabouts' THEN g.whereabouts
                 WHEN 'status' THEN g.status WHEN 'legal' THEN g.legal WHEN 'therapy' THEN g.therapy
                 ELSE false END)
             WHEN s.kind = 'agency' AND s.id <> a.id THEN 'coordinator' = ANY (m.roles) AND EXISTS (
               SELECT 1 FROM agencies_agency o WHERE o.id = s.id AND o.sector NOT IN ('monitor', 'system'))
             WHEN s.kind = 'agency' THEN true
             WHEN s.kind = 'member' THEN s.agency_id = a.id
             ELSE s.agency_id = a.id END)
   FROM agencies_session x JOIN agencies_member m ON m.id = x.member_id AND m.active
   JOIN agencies_agency a ON a.id = m.agency_id AND a.active
   WHERE x.digest = sha256(convert_to(handle, 'UTF8')) AND x.ended_at IS NULL AND x.expires_at > now()
   UNION ALL
   SELECT h.id, h.agency_id, 'person', '{}'::text[],
     ARRAY(SELECT i.id FROM unnest(ids) AS i(id) WHERE i.id <> d.case_id OR (need <> 'facts' AND o.second_at IS NULL)
           OR need IN ('oversight', 'owed', 'intake'))
   FROM cases_owndoorsession o JOIN cases_owndoor d ON d.id = o.door_id AND d.closed_at IS NULL
   JOIN agencies_member h ON h.key = 'system-herself'
   WHERE o.digest = sha256(convert_to(handle, 'UTF8')) AND o.ended_at IS NULL AND o.expires_at > now() $$;

-- Who bears a duty that falls on a sector: the agency of that sector that already sees the case, the one that saw it
-- first, or else the sector's lead.
CREATE OR REPLACE FUNCTION tutela_bearer(wanted text, subject uuid, at timestamptz) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT id FROM (
     (SELECT a.id, 0 AS rank, g.since FROM agencies_grant g JOIN agencies_agency a ON a.id = g.agency_id
      WHERE g.case_id = subject AND a.sector = wanted AND g.cut_at IS NULL AND g.until > at)
     UNION ALL
     (SELECT a.id, 1, NULL FROM agencies_agency a WHERE a.sector = wanted AND a.lead AND a.active)) found
   ORDER BY rank, since LIMIT 1 $$;

-- The compartments of a subject that an agency reads now.
CREATE OR REPLACE FUNCTION tutela_readable(agency uuid, subject uuid, at timestamptz) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT coalesce((SELECT array_remove(ARRAY[
     CASE WHEN g.facts THEN 'facts' END, CASE WHEN g.identity THEN 'identity' END,
     CASE WHEN g.health THEN 'health' END, CASE WHEN g.statements THEN 'statements' END,
     CASE WHEN g.whereabouts THEN 'whereabouts' END, CASE WHEN g.status THEN 'status' END,
     CASE WHEN g.legal THEN 'legal' END, CASE WHEN g.therapy THEN 'therapy' END], NULL)
   FROM agencies_grant g WHERE g.case_id = subject AND g.agency_id = agency AND g.cut_at IS NULL AND g.until > at
   LIMIT 1), '{}') $$;

-- Duties that the acting agency bears on cases it was never granted: what is owed and by when, and no more.
CREATE OR REPLACE FUNCTION tutela_owed_unseen()
RETURNS TABLE (id uuid, rule text, provisions text[], started_at timestamptz, due_at timestamptz, escalated_to text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT d.id, d.rule, d.provisions::text[], d.started_at, d.due_at, d.escalated_to FROM engine_duty d
   WHERE d.bearer_agency_id = (SELECT tutela_agency()) AND d.state = 'open'
   AND NOT EXISTS (SELECT 1 FROM agencies_grant g WHERE g.case_id = d.subject_id
                   AND g.agency_id = (SELECT tutela_agency()) AND g.cut_at IS NULL
                   AND g.until > (SELECT tutela_now())) ORDER BY d.due_at NULLS LAST LIMIT 200 $$;

-- A token of the API, exchanged for a session of the member it belongs to.
CREATE OR REPLACE FUNCTION tutela_token_member(token text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT t.member_id FROM agencies_apitoken t JOIN agencies_member m ON m.id = t.member_id AND m.active
   WHERE t.digest = sha256(convert_to(token, 'UTF8')) AND t.ended_at IS NULL AND t.expires_at > now() $$;

REVOKE ALL ON FUNCTION tutela_owed_unseen(), tutela_end_session(text), tutela_open_session(text, uuid, int, text),
  tutela_session_used(text), tutela_sessions(text), tutela_end_sessions(text, uuid), tutela_may(text, uuid[], text, timestamptz),
  tutela_bearer(text, uuid, timestamptz), tutela_readable(uuid, uuid, timestamptz), tutela_token_member(text)
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tutela_open_session(text, uuid, int, text), tutela_may(text, uuid[], text, timestamptz),
  tutela_token_member(text), tutela_end_session(text), tutela_session_used(text), tutela_sessions(text),
  tutela_end_sessions(text, uuid), tutela_owed_unseen() TO tutela_app;
GRANT EXECUTE ON FUNCTION tutela_bearer(text, uuid, timestamptz), tutela_open_session(text, uuid, int, text),
  tutela_may(text, uuid[], text, timestamptz), tutela_readable(uuid, uuid, timestamptz) TO tutela_engine;

-- The firewall, where it cannot be forgotten: enforcement of immigration law is never granted sight of a case.
CREATE OR REPLACE FUNCTION tutela_firewall() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS
$$ BEGIN
     IF EXISTS (SELECT 1 FROM agencies_agency WHERE id = NEW.agency_id AND sector = 'immigration_enforcement') THEN
       RAISE EXCEPTION 'no grant to immigration enforcement' USING ERRCODE = 'check_violation',
         CONSTRAINT = 'grant_firewall';
     END IF;
     RETURN NEW;
   END $$;
DROP TRIGGER IF EXISTS tutela_firewall ON agencies_grant;
CREATE TRIGGER tutela_firewall BEFORE INSERT OR UPDATE OF agency_id ON agencies_grant
  FOR EACH ROW EXECUTE FUNCTION tutela_firewall();
