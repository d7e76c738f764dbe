"""The trace only grows; destroyed keys leave the data files soon."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION keystore_trace_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the trace only grows: % is refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER trace_stays BEFORE UPDATE OR DELETE ON keystore_trace
    FOR EACH ROW EXECUTE FUNCTION keystore_trace_stays();
CREATE TRIGGER trace_is_not_emptied BEFORE TRUNCATE ON keystore_trace
    FOR EACH STATEMENT EXECUTE FUNCTION keystore_trace_stays();
ALTER TABLE keystore_trace ENABLE ALWAYS TRIGGER trace_stays;
ALTER TABLE keystore_trace ENABLE ALWAYS TRIGGER trace_is_not_emptied;
ALTER TABLE keystore_key SET (autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0);
ALTER TABLE keystore_blindtoken SET (autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0);
"""

BACKWARD = """
ALTER TABLE keystore_blindtoken RESET (autovacuum_vacuum_threshold, autovacuum_vacuum_scale_factor);
ALTER TABLE keystore_key RESET (autovacuum_vacuum_threshold, autovacuum_vacuum_scale_factor);
DROP TRIGGER trace_is_not_emptied ON keystore_trace;
DROP TRIGGER trace_stays ON keystore_trace;
DROP FUNCTION keystore_trace_stays();
"""


class Migration(migrations.Migration):
    """Triggers, because the key store's only log-in owns its tables and could give itself any right back."""

    dependencies = [("keystore", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
