-- Mail without content: who is to be told that something waits. Whoever serves reads nobody's address but their own; the
-- worker gets one mail at a time to send, with the address and nothing of what it is about.

CREATE OR REPLACE FUNCTION tutela_ask_mail(members uuid[], of_kind text, at timestamptz) RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH asked AS (
    INSERT INTO web_noticemail (id, member_id, kind, asked_at, next_at, tries, failed)
    SELECT gen_random_uuid(), c.member_id, of_kind, at, at, 0, '' FROM web_noticechoice c
      JOIN agencies_member m ON m.id = c.member_id AND m.active
    WHERE c.member_id = ANY (members) AND c.address <> ''
    ON CONFLICT (member_id) WHERE sent_at IS NULL DO NOTHING RETURNING 1)
  SELECT count(*)::integer FROM asked
$$;
REVOKE ALL ON FUNCTION tutela_ask_mail(uuid[], text, timestamptz) FROM PUBLIC;

-- Members whom an act concerns: their agency owes something since, broke something, was answered, or is passed what
-- escalated. Never whoever did it.
CREATE OR REPLACE FUNCTION tutela_notice_act(act uuid, at timestamptz) RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT tutela_ask_mail(ARRAY(
    SELECT m.id FROM agencies_member m JOIN agencies_agency a ON a.id = m.agency_id
      JOIN web_noticechoice c ON c.member_id = m.id AND c.mail
    WHERE m.id NOT IN (SELECT e.actor_id FROM engine_entry e WHERE e.act_id = act)
      AND (m.agency_id IN (
        SELECT d.bearer_agency_id FROM engine_duty d WHERE d.started_by_act = act
        UNION SELECT b.agency_id FROM engine_breach b WHERE b.opened_by_act = act
        UNION SELECT r.from_agency_id FROM g02_identification_referral r JOIN engine_entry e
          ON e.act_id = act AND e.subject_id = r.case_id AND e.action IN ('accept_referral', 'decline_referral')
          AND r.answered_at = e.occurred_at)
        OR EXISTS (SELECT 1 FROM engine_entry e JOIN engine_duty d ON d.subject_id = e.subject_id
          AND d.state = 'open' AND d.escalated_at = e.occurred_at
          WHERE e.act_id = act AND e.action = 'escalate' AND d.escalated_to = ANY (m.roles)))), 'soon', at)
$$;
REVOKE ALL ON FUNCTION tutela_notice_act(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tutela_notice_act(uuid, timestamptz) TO tutela_app;

-- Once a day, for members who want it and whose agency has something due within a day, or overdue.
CREATE OR REPLACE FUNCTION tutela_notice_digest(at timestamptz) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE wanted uuid[];
  BEGIN
    SELECT coalesce(array_agg(c.member_id), '{}') INTO wanted FROM web_noticechoice c
      JOIN agencies_member m ON m.id = c.member_id
      WHERE c.digest AND (c.digest_at IS NULL OR c.digest_at <= at - interval '1 day')
      AND EXISTS (SELECT 1 FROM engine_duty d WHERE d.bearer_agency_id = m.agency_id AND d.state = 'open'
        AND d.due_at < at + interval '1 day');
    UPDATE web_noticechoice SET digest_at = at WHERE member_id = ANY (wanted);
    RETURN tutela_ask_mail(wanted, 'digest', at);
  END $$;
REVOKE ALL ON FUNCTION tutela_notice_digest(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tutela_notice_digest(timestamptz) TO tutela_app;

-- The next mail to send. It is put off at once, so that a worker that dies with it in hand sends it later.
CREATE OR REPLACE FUNCTION tutela_next_mail(at timestamptz)
RETURNS TABLE (id uuid, address text, language text, tries integer)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE web_noticemail n SET tries = n.tries + 1,
    next_at = at + make_interval(mins => least(360, (2 ^ least(n.tries, 9))::int))
  FROM web_noticechoice c LEFT JOIN web_preference p ON p.member_id = c.member_id
  WHERE c.member_id = n.member_id AND c.address <> '' AND n.id = (
    SELECT w.id FROM web_noticemail w JOIN web_noticechoice k ON k.member_id = w.member_id AND k.address <> ''
    WHERE w.sent_at IS NULL AND w.next_at <= at ORDER BY w.next_at LIMIT 1 FOR UPDATE OF w SKIP LOCKED)
  RETURNING n.id, c.address::text, coalesce(p.language, '')::text, n.tries
$$;
REVOKE ALL ON FUNCTION tutela_next_mail(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tutela_next_mail(timestamptz) TO tutela_app;

CREATE OR REPLACE FUNCTION tutela_mail_went(mail uuid, fault text, at timestamptz) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE web_noticemail SET failed = left(fault, 60), sent_at = CASE WHEN fault = '' THEN at END
  WHERE id = mail AND sent_at IS NULL
$$;
REVOKE ALL ON FUNCTION tutela_mail_went(uuid, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tutela_mail_went(uuid, text, timestamptz) TO tutela_app;
