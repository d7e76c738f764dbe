-- A person's own door. Whoever serves reads none of its tables: these functions answer for the file behind a handle, and
-- for no other. What could put somebody in danger (agencies, whereabouts, testimony) is given after the second step only.

CREATE OR REPLACE FUNCTION tutela_hers_case(handle text, second boolean) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS
$$ SELECT d.case_id FROM cases_owndoorsession o JOIN cases_owndoor d ON d.id = o.door_id AND d.closed_at IS NULL
   WHERE o.digest = sha256(convert_to(handle, 'UTF8')) AND o.ended_at IS NULL AND o.expires_at > now()
   AND (NOT second OR o.second_at IS NOT NULL) $$;

-- Opens a door by its code. A wrong code and the code for when she is forced get the same answer; that the latter was
-- used is put down, where she asked for it, in the same time.
CREATE OR REPLACE FUNCTION tutela_enter(code bytea, handle text, minutes int) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ DECLARE found record;
   BEGIN
     SELECT c.kind, d.id, d.case_id, d.when_forced, d.last_at, d.language INTO found FROM cases_owndoorcode c
       JOIN cases_owndoor d ON d.id = c.door_id AND d.closed_at IS NULL WHERE c.digest = code AND c.kind <> 'word';
     IF found.id IS NULL THEN RETURN false; END IF;
     IF found.kind = 'other' THEN
       IF found.when_forced = 'tell_caseworker' THEN
         INSERT INTO engine_outbox (kind, ids, recorded_at)
           VALUES ('own_door.forced', jsonb_build_object('case', found.case_id, 'door', found.id), now());
       END IF;
       RETURN false;
     END IF;
     UPDATE cases_owndoorsession SET ended_at = now() WHERE door_id = found.id AND ended_at IS NULL;
     INSERT INTO cases_owndoorsession (digest, door_id, language, opened_at, expires_at, last_before)
       VALUES (sha256(convert_to(handle, 'UTF8')), found.id, found.language, now(),
               now() + make_interval(mins => minutes), found.last_at);
     UPDATE cases_owndoor SET last_at = now() WHERE id = found.id;
     RETURN true;
   END $$;

-- Who is at the door, and for how long still: each page gives a few more minutes, up to a limit that nothing moves.
CREATE OR REPLACE FUNCTION tutela_hers(handle text, minutes int, at_most int)
RETURNS TABLE (case_id uuid, kept_by uuid, language text, is_open boolean, last_before timestamptz, shut_until timestamptz)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ UPDATE cases_owndoorsession o
   SET expires_at = least(now() + make_interval(mins => minutes), o.opened_at + make_interval(mins => at_most))
   FROM cases_owndoor d WHERE d.id = o.door_id AND d.closed_at IS NULL
   AND o.digest = sha256(convert_to(handle, 'UTF8')) AND o.ended_at IS NULL AND o.expires_at > now()
   RETURNING d.case_id, d.kept_by, o.language, o.second_at IS NOT NULL, o.last_before, d.word_shut_until $$;

-- The second step. After five wrong words it stays shut for a day, for whoever tries; the rest goes on.
CREATE OR REPLACE FUNCTION tutela_second_step(handle text, word bytea) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ DECLARE own uuid; shut timestamptz; tries int;
   BEGIN
     SELECT d.id, d.word_shut_until INTO own, shut FROM cases_owndoorsession o JOIN cases_owndoor d ON d.id = o.door_id
       AND d.closed_at IS NULL WHERE o.digest = sha256(convert_to(handle, 'UTF8')) AND o.ended_at IS NULL
       AND o.expires_at > now() FOR UPDATE OF d;
     IF own IS NULL OR shut > now() THEN RETURN false; END IF;
     IF EXISTS (SELECT 1 FROM cases_owndoorcode c WHERE c.door_id = own AND c.kind = 'word' AND c.digest = word) THEN
       UPDATE cases_owndoor SET word_tries = 0, word_shut_until = NULL WHERE id = own;
       UPDATE cases_owndoorsession SET second_at = now() WHERE digest = sha256(convert_to(handle, 'UTF8'));
       RETURN true;
     END IF;
     UPDATE cases_owndoor SET word_tries = word_tries + 1 WHERE id = own RETURNING word_tries INTO tries;
     IF tries >= 5 THEN
       UPDATE cases_owndoor SET word_tries = 0, word_shut_until = now() + interval '1 day' WHERE id = own;
     END IF;
     RETURN false;
   END $$;

-- The door behind a handle: what the second word is bound to.
CREATE OR REPLACE FUNCTION tutela_hers_door(handle text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS
$$ SELECT o.door_id FROM cases_owndoorsession o WHERE o.digest = sha256(convert_to(handle, 'UTF8'))
   AND o.ended_at IS NULL AND o.expires_at > now() $$;

CREATE OR REPLACE FUNCTION tutela_hers_language(handle text, wanted text) RETURNS void LANGUAGE sql VOLATILE
SECURITY DEFINER SET search_path = public, pg_temp AS
$$ UPDATE cases_owndoorsession SET language = left(wanted, 12)
   WHERE digest = sha256(convert_to(handle, 'UTF8')) AND ended_at IS NULL AND expires_at > now() $$;

CREATE OR REPLACE FUNCTION tutela_leave(handle text) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = public, pg_temp AS
$$ UPDATE cases_owndoorsession SET ended_at = now()
   WHERE digest = sha256(convert_to(handle, 'UTF8')) AND ended_at IS NULL $$;

-- What she is owed. By whom, and what belongs to a closed part of the file, only after the second step.
CREATE OR REPLACE FUNCTION tutela_hers_duties(handle text)
RETURNS TABLE (rule text, state text, started_at timestamptz, due_at timestamptz, ended_at timestamptz, sector text,
  agency_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT d.rule, d.state, d.started_at, d.due_at, d.ended_at,
     CASE WHEN s.is_open THEN d.bearer_sector END, CASE WHEN s.is_open THEN d.bearer_agency_id END
   FROM (SELECT tutela_hers_case(handle, false) AS case_id, tutela_hers_case(handle, true) IS NOT NULL AS is_open) s
   JOIN engine_duty d ON d.subject_id = s.case_id AND (s.is_open OR d.compartment = 'facts')
   ORDER BY d.state <> 'open', d.due_at NULLS LAST, d.started_at LIMIT 200 $$;

CREATE OR REPLACE FUNCTION tutela_hers_consents(handle text)
RETURNS TABLE (id uuid, purpose text, about text, receiver_id uuid, compartments text[], given_at timestamptz,
  until timestamptz, withdrawn_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT k.id, k.purpose, k.about, k.receiver_id, k.compartments::text[], k.given_at, k.until, k.withdrawn_at
   FROM cases_consent k WHERE k.case_id = tutela_hers_case(handle, true) ORDER BY k.withdrawn_at IS NOT NULL, k.given_at DESC
   LIMIT 100 $$;

-- Which agencies see her file now, and why.
CREATE OR REPLACE FUNCTION tutela_hers_receivers(handle text)
RETURNS TABLE (agency_id uuid, purpose text, basis text, since timestamptz, compartments text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT g.agency_id, g.purpose, g.basis, g.since, tutela_readable(g.agency_id, g.case_id, now())
   FROM agencies_grant g WHERE g.case_id = tutela_hers_case(handle, true) AND g.cut_at IS NULL AND g.until > now()
   ORDER BY g.since LIMIT 100 $$;

CREATE OR REPLACE FUNCTION tutela_hers_complaints(handle text)
RETURNS TABLE (about text, made_at timestamptz, advocate_id uuid, answered_at timestamptz, answer text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT c.about, c.made_at, c.advocate_id, c.answered_at, c.answer FROM cases_complaint c
   WHERE c.case_id = tutela_hers_case(handle, true) ORDER BY c.made_at DESC LIMIT 50 $$;

-- One of her threads, sealed: what was written between her and one agency. After the second step only.
CREATE OR REPLACE FUNCTION tutela_hers_messages(handle text, agency uuid, most int)
RETURNS TABLE (id uuid, from_her boolean, through text, roles text[], language text, compartment text, keyset_id uuid,
  sealed bytea, sent_at timestamptz, read_at timestamptz, read_roles text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT m.id, m.from_her, m.through, m.roles::text[], m.language, m.compartment, m.keyset_id, m.sealed, m.sent_at,
     m.read_at, m.read_roles::text[] FROM cases_message m
   WHERE m.case_id = tutela_hers_case(handle, true) AND m.agency_id = agency ORDER BY m.sent_at DESC, m.id DESC
   LIMIT most $$;

-- Who works with her now, by name: whoever stands in, else her worker. After the second step only.
CREATE OR REPLACE FUNCTION tutela_hers_workers(handle text) RETURNS TABLE (name text, agency_id uuid, until date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT DISTINCT ON (w.agency_id) m.name, w.agency_id, w.until FROM cases_workerfor w
   JOIN agencies_member m ON m.id = w.member_id
   JOIN agencies_grant g ON g.case_id = w.case_id AND g.agency_id = w.agency_id AND g.cut_at IS NULL AND g.until > now()
   WHERE w.case_id = tutela_hers_case(handle, true) AND w.ended_at IS NULL
   ORDER BY w.agency_id, w.covers_id IS NULL $$;
REVOKE ALL ON FUNCTION tutela_hers_workers(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tutela_hers_workers(text) TO tutela_app;

-- For coordinators: agencies whose workers work with more people than is aimed at. Numbers, and nobody's name.
CREATE OR REPLACE FUNCTION tutela_workloads(most int, counts_as int) RETURNS TABLE (names jsonb, workers bigint, heaviest bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT a.names, count(*), max(l.load) FROM (
     SELECT w.agency_id, w.member_id, count(*) + count(*) FILTER (WHERE g.child) * (counts_as - 1) AS load
     FROM cases_workerfor w JOIN cases_case c ON c.id = w.case_id AND c.closed_at IS NULL
     LEFT JOIN agencies_grant g ON g.case_id = w.case_id AND g.agency_id = w.agency_id AND g.cut_at IS NULL
     WHERE w.ended_at IS NULL AND NOT (w.covers_id IS NULL AND EXISTS (SELECT 1 FROM cases_workerfor s
       WHERE s.case_id = w.case_id AND s.agency_id = w.agency_id AND s.ended_at IS NULL AND s.covers_id IS NOT NULL))
     GROUP BY w.agency_id, w.member_id) l JOIN agencies_agency a ON a.id = l.agency_id
   WHERE l.load > most AND EXISTS (SELECT 1 FROM agencies_member m JOIN agencies_agency o ON o.id = m.agency_id
     WHERE m.id = tutela_member() AND o.active AND o.sector = 'coordination' AND 'coordinator' = ANY (m.roles))
   GROUP BY a.id, a.names ORDER BY max(l.load) DESC LIMIT 100 $$;
REVOKE ALL ON FUNCTION tutela_workloads(int, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tutela_workloads(int, int) TO tutela_app;

-- Which threads there are, how long each is, and when the agency wrote last.
CREATE OR REPLACE FUNCTION tutela_hers_threads(handle text)
RETURNS TABLE (agency_id uuid, number bigint, newest timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT m.agency_id, count(*), max(m.sent_at) FILTER (WHERE NOT m.from_her) FROM cases_message m
   WHERE m.case_id = tutela_hers_case(handle, true) GROUP BY m.agency_id $$;

REVOKE ALL ON FUNCTION tutela_hers_messages(text, uuid, int), tutela_hers_threads(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tutela_hers_messages(text, uuid, int), tutela_hers_threads(text) TO tutela_app;

REVOKE ALL ON FUNCTION tutela_hers_case(text, boolean), tutela_enter(bytea, text, int), tutela_hers(text, int, int),
  tutela_second_step(text, bytea), tutela_hers_door(text), tutela_hers_language(text, text), tutela_leave(text),
  tutela_hers_duties(text), tutela_hers_consents(text), tutela_hers_receivers(text), tutela_hers_complaints(text)
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tutela_hers_case(text, boolean), tutela_enter(bytea, text, int),
  tutela_hers(text, int, int), tutela_second_step(text, bytea), tutela_hers_door(text), tutela_hers_language(text, text),
  tutela_leave(text), tutela_hers_duties(text), tutela_hers_consents(text), tutela_hers_receivers(text),
  tutela_hers_complaints(text) TO tutela_app;
GRANT EXECUTE ON FUNCTION tutela_hers_case(text, boolean) TO tutela_engine;
