"""Entries of one action in a time are found by an index: what an agency did, looked at by the monitor."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("engine", "0006_duty_bearer_rule")]

    operations = [
        migrations.RunSQL(
            "CREATE INDEX entry_action ON engine_entry (action, recorded_at)",
            "DROP INDEX entry_action",
        )
    ]
