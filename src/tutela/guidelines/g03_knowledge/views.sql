-- De-identified facts, for measures and for nothing else: a schema of its own, read by a role that reads nothing else.
-- No id leads to a person; times are days or hours passed; age is a band (CTDC's); what is privileged between a person
-- and a lawyer or therapist is not there. Each view says for itself how far its reader's sight goes.

CREATE SCHEMA IF NOT EXISTS measures;
REVOKE ALL ON SCHEMA measures FROM PUBLIC;
GRANT USAGE ON SCHEMA measures TO tutela_measures, tutela_engine;

-- monitor: the whole country as it is; country: a coordinator, whose figures are protected; own: what concerns one's
-- own agency; nothing without a session, nor for whoever enforces immigration law.
CREATE OR REPLACE FUNCTION measures.reach() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS
$$ SELECT coalesce((SELECT CASE
     WHEN a.sector = 'monitor' AND 'monitor' = ANY (m.roles) THEN 'monitor'
     WHEN a.sector = 'coordination' AND 'coordinator' = ANY (m.roles) THEN 'country'
     WHEN a.sector = 'immigration_enforcement' THEN '' ELSE 'own' END
   FROM agencies_member m JOIN agencies_agency a ON a.id = m.agency_id
   WHERE m.id = tutela_member() AND a.active), '') $$;

-- The worker counts as the engine, for everybody at once.
CREATE OR REPLACE FUNCTION measures.whole() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS
$$ SELECT current_setting('role') = 'tutela_engine' OR measures.reach() IN ('monitor', 'country') $$;

CREATE OR REPLACE FUNCTION measures.mine() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$ SELECT tutela_agency() WHERE measures.reach() = 'own' $$;

REVOKE ALL ON FUNCTION measures.reach(), measures.whole(), measures.mine() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION measures.reach(), measures.whole(), measures.mine() TO tutela_measures, tutela_engine;

CREATE OR REPLACE FUNCTION measures.day(at timestamptz) RETURNS date LANGUAGE sql STABLE AS
$$ SELECT (at AT TIME ZONE coalesce(nullif(current_setting('tutela.zone', true), ''), 'UTC'))::date $$;

CREATE OR REPLACE FUNCTION measures.hours(since timestamptz, until timestamptz) RETURNS float8 LANGUAGE sql IMMUTABLE AS
$$ SELECT CASE WHEN until < since THEN 0 ELSE EXTRACT(EPOCH FROM until - since)::float8 / 3600 END $$;

-- The age at registration, in the bands of CTDC's open data; unknown where the years on file are not of one band.
CREATE OR REPLACE FUNCTION measures.band(low int, high int) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT coalesce((SELECT name FROM (VALUES ('0-8', 0, 8), ('9-17', 9, 17), ('18-20', 18, 20), ('21-23', 21, 23),
     ('24-26', 24, 26), ('27-29', 27, 29), ('30-38', 30, 38), ('39-47', 39, 47), ('48+', 48, 999)) b(name, first, last)
   WHERE low >= first AND high <= last), 'unknown') $$;

DROP VIEW IF EXISTS measures.person CASCADE;

-- Who the facts are about: read by the other views only, never by the role. Of people whose files one's agency does
-- not see, a figure says only that they are counted.
CREATE VIEW measures.person AS
SELECT c.id AS case_id, c.presumed_at, c.opened_at,
  CASE WHEN seen.it THEN measures.band(c.age_low, c.age_high) ELSE 'not_seen' END AS age_band,
  CASE WHEN seen.it THEN c.sex ELSE 'not_seen' END AS sex,
  CASE WHEN NOT seen.it THEN ARRAY['not_seen'] ELSE coalesce(
    (SELECT nullif(array_agg(k.key ORDER BY k.key), '{}') FROM (SELECT l.elements FROM g02_identification_decision l
       WHERE l.case_id = c.id ORDER BY l.decided_at DESC, l.id LIMIT 1) newest,
       jsonb_each_text(newest.elements -> 'purposes') k WHERE k.value = 'found'),
    (SELECT nullif(ARRAY(SELECT jsonb_array_elements_text(first.purposes)), '{}') FROM g02_identification_presumption first
       WHERE first.case_id = c.id ORDER BY first.presumed_at DESC LIMIT 1),
    ARRAY['unknown']) END AS exploitation,
  CASE WHEN NOT seen.it THEN 'not_seen' ELSE coalesce((SELECT s.setting FROM g02_identification_screening s
    WHERE s.case_id = c.id ORDER BY s.begun_at LIMIT 1), 'unknown') END AS setting
FROM cases_case c CROSS JOIN LATERAL (SELECT (SELECT measures.whole()) OR EXISTS (SELECT 1 FROM agencies_grant g
  WHERE g.case_id = c.id AND g.agency_id = (SELECT tutela_agency()) AND g.facts AND g.cut_at IS NULL
  AND g.until > (SELECT tutela_now())) AS it) seen;

-- What somebody owes a person, one row a duty.
CREATE VIEW measures.duty AS
SELECT measures.day(d.started_at) AS day, d.rule, d.provisions::text[] AS provisions, d.bearer_agency_id AS agency,
  coalesce(a.sector, d.bearer_sector) AS sector,
  CASE WHEN d.state = 'open' AND d.due_at < (SELECT tutela_now()) THEN 'overdue' WHEN d.state = 'open' THEN 'running'
    WHEN d.state <> 'met' THEN d.state WHEN d.due_at IS NULL OR d.ended_at <= d.due_at THEN 'in_time'
    ELSE 'late' END AS state,
  d.escalated_to AS told, measures.hours(d.started_at, d.ended_at) AS hours,
  p.age_band, p.sex, p.exploitation, p.setting
FROM engine_duty d JOIN measures.person p ON p.case_id = d.subject_id
LEFT JOIN agencies_agency a ON a.id = d.bearer_agency_id
WHERE d.compartment NOT IN ('legal', 'therapy')
AND ((SELECT measures.whole()) OR d.bearer_agency_id = (SELECT measures.mine()));

-- What went against the instrument: tries that were refused, breaches, duties that are overdue. An act that cites several
-- provisions is one row.
CREATE VIEW measures.wrong AS
SELECT w.day, w.what, w.provisions, w.agency, a.sector, coalesce(p.age_band, 'unknown') AS age_band,
  coalesce(p.sex, 'unknown') AS sex, coalesce(p.exploitation, ARRAY['unknown']) AS exploitation,
  coalesce(p.setting, 'unknown') AS setting
FROM (
  SELECT measures.day(min(e.recorded_at)) AS day, 'refusal' AS what, e.agency_id AS agency,
    (array_agg(c.id) FILTER (WHERE c.id IS NOT NULL))[1] AS case_id, array_agg(DISTINCT cited) AS provisions
  FROM engine_entry e CROSS JOIN unnest(e.provisions) cited LEFT JOIN cases_case c ON c.id = e.subject_id
  WHERE e.outcome = 'refused' AND e.compartment NOT IN ('legal', 'therapy') GROUP BY e.act_id, e.agency_id
  UNION ALL
  SELECT measures.day(b.opened_at), 'breach', b.agency_id, b.subject_id, b.provisions::text[] FROM engine_breach b
  WHERE b.compartment NOT IN ('legal', 'therapy')
  UNION ALL
  SELECT measures.day(d.due_at), 'overdue', d.bearer_agency_id, d.subject_id, d.provisions::text[] FROM engine_duty d
  WHERE d.state = 'open' AND d.due_at < (SELECT tutela_now()) AND d.compartment NOT IN ('legal', 'therapy')
) w LEFT JOIN agencies_agency a ON a.id = w.agency LEFT JOIN measures.person p ON p.case_id = w.case_id
WHERE (SELECT measures.whole()) OR w.agency = (SELECT measures.mine());

-- Referrals and the time until somebody answered them; `allowed` is what the clock of the answer gave.
CREATE VIEW measures.referral AS
SELECT measures.day(r.sent_at) AS day, r.purpose, r.to_agency_id AS agency, t.sector, f.sector AS from_sector,
  CASE WHEN r.answered_at IS NULL AND d.due_at < (SELECT tutela_now()) THEN 'overdue'
    WHEN r.answered_at IS NULL THEN 'waiting' WHEN d.due_at IS NULL OR r.answered_at <= d.due_at THEN 'in_time'
    ELSE 'late' END AS answer,
  measures.hours(r.sent_at, r.answered_at) AS hours, measures.hours(d.started_at, d.due_at) AS allowed,
  p.age_band, p.sex, p.exploitation, p.setting
FROM g02_identification_referral r JOIN measures.person p ON p.case_id = r.case_id
JOIN agencies_agency t ON t.id = r.to_agency_id JOIN agencies_agency f ON f.id = r.from_agency_id
LEFT JOIN engine_duty d ON d.subject_id = r.case_id AND d.rule = 'referral_answer' AND d.ref = r.id::text
WHERE (SELECT measures.whole()) OR r.to_agency_id = (SELECT measures.mine()) OR r.from_agency_id = (SELECT measures.mine());

-- Finished screenings, and what was decided of the person later: recognised, not_recognised (final), undecided.
CREATE VIEW measures.screening AS
SELECT measures.day(s.finished_at) AS day, s.agency_id AS agency, a.sector, s.asks_for_referral AS flagged,
  CASE WHEN l.positive THEN 'recognised' WHEN l.became_final THEN 'not_recognised' ELSE 'undecided' END AS found,
  coalesce(p.age_band, 'unknown') AS age_band, coalesce(p.sex, 'unknown') AS sex,
  coalesce(p.exploitation, ARRAY['unknown']) AS exploitation, s.setting
FROM g02_identification_screening s JOIN agencies_agency a ON a.id = s.agency_id
LEFT JOIN measures.person p ON p.case_id = s.case_id
LEFT JOIN LATERAL (SELECT n.positive, n.became_final FROM g02_identification_decision n WHERE n.case_id = s.case_id
  ORDER BY n.decided_at DESC, n.id LIMIT 1) l ON true
WHERE s.finished_at IS NOT NULL AND ((SELECT measures.whole()) OR s.agency_id = (SELECT measures.mine()));

-- People whom the police met, and the hours until an organisation first gave support. Meeting: the first thing that the
-- police wrote in the file, or a screening of theirs; support: a service, a bed or a referral that such an
-- organisation took on.
CREATE VIEW measures.first_support AS
SELECT measures.day(met.at) AS day, met.agency, a.sector, got.at IS NOT NULL AS supported,
  measures.hours(met.at, got.at) AS hours,
  p.age_band, p.sex, p.exploitation, p.setting
FROM measures.person p
JOIN LATERAL (SELECT at, agency FROM (
    SELECT e.occurred_at AS at, e.agency_id AS agency FROM engine_entry e JOIN agencies_agency o ON o.id = e.agency_id
    WHERE e.subject_id = p.case_id AND o.sector IN ('police', 'border') AND e.outcome IN ('done', 'recorded')
    UNION ALL SELECT s.begun_at, s.agency_id FROM g02_identification_screening s JOIN agencies_agency o
    ON o.id = s.agency_id WHERE s.case_id = p.case_id AND o.sector IN ('police', 'border')) m
  ORDER BY at LIMIT 1) met ON true
JOIN agencies_agency a ON a.id = met.agency
LEFT JOIN LATERAL (SELECT min(at) AS at FROM (
    SELECT e.occurred_at AS at FROM engine_entry e JOIN agencies_agency o ON o.id = e.agency_id
    WHERE e.subject_id = p.case_id AND e.action = 'service_given' AND e.outcome = 'recorded'
    AND o.sector IN ('ngo', 'shelter', 'legal_aid', 'helpline')
    UNION ALL SELECT v.answered_at FROM g06_protection_service v JOIN agencies_agency o ON o.id = v.provider_id
    WHERE v.case_id = p.case_id AND v.state IN ('accepted', 'ended') AND v.compartment NOT IN ('legal', 'therapy')
    AND o.sector IN ('ngo', 'shelter', 'legal_aid', 'helpline')
    UNION ALL SELECT b.accepted_at FROM g06_protection_placement b JOIN g06_protection_place h ON h.id = b.place_id
    JOIN agencies_agency o ON o.id = h.agency_id WHERE b.case_id = p.case_id AND o.sector IN ('ngo', 'shelter')
    UNION ALL SELECT r.answered_at FROM g02_identification_referral r JOIN agencies_agency o ON o.id = r.to_agency_id
    WHERE r.case_id = p.case_id AND r.state IN ('accepted', 'done') AND o.sector IN ('ngo', 'shelter', 'legal_aid',
    'helpline')) g) got ON true
WHERE (SELECT measures.whole()) OR met.agency = (SELECT measures.mine());

-- How far the State came against those who trafficked each person: days in each stage, where it stands, why it was lost.
CREATE VIEW measures.path AS
SELECT measures.day(w.known) AS day, w.agency, 'police' AS sector, w.suspects,
  CASE WHEN w.judged IS NOT NULL THEN 'judged' WHEN w.charged IS NOT NULL THEN 'charged'
    WHEN w.investigated IS NOT NULL THEN 'investigated' ELSE 'identified' END AS stage,
  CASE WHEN w.judged IS NULL AND w.charged IS NULL THEN coalesce(w.because, '')
    WHEN w.outcome IN ('given_up', 'acquitted') THEN w.outcome ELSE '' END AS lost,
  measures.hours(w.known, w.investigated) / 24 AS to_investigation,
  measures.hours(w.investigated, w.charged) / 24 AS to_charge, measures.hours(w.charged, w.judged) / 24 AS to_judgment,
  w.age_band, w.sex, w.exploitation, w.setting
FROM (SELECT least(p.presumed_at, l.at, o.at) AS known, o.agency, i.investigated, least(u.charged, i.charged) AS charged,
    u.judged, u.outcome, coalesce(u.suspects, i.suspects, 'unknown') AS suspects, i.because,
    p.age_band, p.sex, p.exploitation, p.setting
  FROM measures.person p
  LEFT JOIN (SELECT case_id, min(decided_at) AS at FROM g02_identification_decision WHERE positive GROUP BY case_id) l
    ON l.case_id = p.case_id
  LEFT JOIN (SELECT subject_id, min(started_at) FILTER (WHERE rule = 'identification') AS at,
    (array_agg(bearer_agency_id ORDER BY started_at) FILTER (WHERE rule = 'investigation'))[1] AS agency
    FROM engine_duty WHERE rule IN ('identification', 'investigation') GROUP BY subject_id) o ON o.subject_id = p.case_id
  LEFT JOIN (SELECT case_id, min(opened_at) AS investigated, min(ended_at) FILTER (WHERE because = 'sent_to_court') AS charged,
    (array_agg(suspects ORDER BY opened_at DESC) FILTER (WHERE suspects <> 'unknown'))[1] AS suspects,
    CASE WHEN NOT bool_or(state = 'open') THEN (array_agg(because ORDER BY ended_at DESC))[1] END AS because
    FROM g05_enforcement_investigation GROUP BY case_id) i ON i.case_id = p.case_id
  LEFT JOIN (SELECT case_id, min(at) FILTER (WHERE step = 'charged') AS charged, min(at) FILTER (WHERE step = 'judged') AS judged,
    (array_agg(outcome ORDER BY at) FILTER (WHERE step = 'judged'))[1] AS outcome,
    (array_agg(suspects ORDER BY at DESC) FILTER (WHERE suspects <> 'unknown'))[1] AS suspects
    FROM g05_enforcement_pursuit GROUP BY case_id) u ON u.case_id = p.case_id) w
WHERE w.known IS NOT NULL AND ((SELECT measures.whole()) OR w.agency = (SELECT measures.mine()));

-- Places on people's journeys, one row a place: where somebody could have asked them, and whether anybody did. `who` tells
-- people apart within one statement, so that nobody is counted twice, and leads to nobody. Only who sees the whole country
-- reads it; towns are not in it.
CREATE VIEW measures.journey AS
SELECT make_date(coalesce(j.year, EXTRACT(YEAR FROM j.recorded_at)::int), coalesce(j.month, 1), 1) AS day,
  dense_rank() OVER (ORDER BY md5(j.case_id::text || clock_timestamp()::date::text || pg_backend_pid()::text)) AS who,
  j.spot, coalesce(nullif(j.country, ''), 'unknown') AS country,
  coalesce(nullif(c.languages, '{}'), ARRAY['unknown']) AS languages,
  CASE WHEN j.somebody_asked THEN 'somebody' WHEN NOT j.somebody_asked THEN 'nobody' ELSE 'unknown' END AS asked,
  j.met && ARRAY['border_officer', 'police', 'consular_officer', 'labour_inspector', 'other_official', 'carrier',
    'health_worker', 'teacher', 'organisation'] AS reachable,
  p.age_band, p.sex, p.exploitation, p.setting
FROM g02_identification_journeystep j JOIN measures.person p ON p.case_id = j.case_id
JOIN cases_case c ON c.id = j.case_id WHERE (SELECT measures.whole());

-- Restrictions on movement: of a house, in one, by whoever holds people, each on no ground; and what a court ordered, once
-- somebody who holds nobody has seen the order.
CREATE VIEW measures.restriction AS
SELECT r.day, r.restriction, r.agency, a.sector, r.ground, r.state, coalesce(p.age_band, 'unknown') AS age_band,
  coalesce(p.sex, 'unknown') AS sex, coalesce(p.exploitation, ARRAY['unknown']) AS exploitation,
  coalesce(p.setting, 'unknown') AS setting
FROM (
  SELECT measures.day(b.opened_at) AS day, CASE b.rule WHEN 'a_house_restricts_people' THEN 'house_rule'
      WHEN 'kept_in_a_house' THEN 'in_a_house' ELSE 'held' END AS restriction, b.agency_id AS agency, 'none' AS ground,
    CASE WHEN b.ended_at IS NULL THEN 'running' ELSE 'ended' END AS state, b.subject_id AS case_id
  FROM engine_breach b WHERE b.provisions && ARRAY['G1.5', 'G2.6']
    AND b.compartment NOT IN ('legal', 'therapy')
  UNION ALL
  SELECT measures.day(c.started_at), 'held', c.by_agency_id, 'court', CASE WHEN c.ended_at IS NULL THEN 'running'
    ELSE 'ended' END, c.case_id FROM g05_enforcement_custody c WHERE c.confirmed_at IS NOT NULL
) r LEFT JOIN agencies_agency a ON a.id = r.agency LEFT JOIN measures.person p ON p.case_id = r.case_id
WHERE (SELECT measures.whole()) OR r.agency = (SELECT measures.mine());

-- What the worker counted of dear figures: the whole for whoever sees it, else what is one's own agency's.
CREATE OR REPLACE VIEW measures.kept AS
SELECT k.name, k.at, CASE WHEN (SELECT measures.whole()) THEN k.data -> 'whole'
  WHEN (SELECT measures.mine()) IS NOT NULL AND k.data ? 'agencies'
  THEN coalesce(k.data -> 'agencies' -> (SELECT measures.mine())::text, '{}') END AS cells
FROM engine_kept k WHERE k.name LIKE 'figure:%';
GRANT SELECT ON measures.kept TO tutela_measures;

GRANT SELECT ON measures.journey, measures.duty, measures.wrong, measures.referral, measures.screening, measures.first_support,
  measures.path, measures.restriction TO tutela_measures, tutela_engine;
