"""What was received becomes a subject of its own, with a chain; what was there before is given one."""

from __future__ import annotations

from django.db import migrations, models

#: Only rows whose keyset is known can be given a chain; without one, nobody could open them anyway.
_SUBJECTS = """
DO $$ BEGIN
  IF to_regclass('people_keyset') IS NOT NULL THEN
    INSERT INTO engine_subject (id, kind, opened_at, last_seq, head, keyset_id, publics)
    SELECT i.id, 'intake', i.recorded_at, 0, ''::bytea, k.id, k.publics
    FROM engine_intake i JOIN people_keyset k ON k.id = i.keyset_id
    ON CONFLICT (id) DO NOTHING;
  END IF;
  UPDATE engine_intake SET state = 'matched' WHERE matched_to IS NOT NULL;
END $$
"""


class Migration(migrations.Migration):
    """Shape first, then the rows that are there."""

    dependencies = [("engine", "0003_kept")]

    operations = [
        migrations.AddField("intake", "key", models.UUIDField(null=True)),
        migrations.AddField("intake", "digest", models.BinaryField(null=True)),
        migrations.AddField("intake", "act_id", models.UUIDField(null=True)),
        migrations.AddField("intake", "child", models.BooleanField(null=True)),
        migrations.AddField("intake", "due_at", models.DateTimeField(null=True)),
        migrations.AddField("intake", "state", models.TextField(default="waiting")),
        migrations.AddField("intake", "because", models.TextField(blank=True, default="")),
        migrations.AddIndex(
            "intake",
            models.Index(fields=["due_at"], condition=models.Q(state="waiting"), name="intake_waits"),
        ),
        migrations.RunSQL(_SUBJECTS, migrations.RunSQL.noop),
    ]
