"""The named system actors: somebody must be there before the first agency can be registered."""

from __future__ import annotations

from typing import Any

from django.db import migrations

from tutela.agencies.system import make


def forwards(apps: Any, schema_editor: Any) -> None:
    """Makes the system's agency and members in the database that is being migrated."""
    alias = schema_editor.connection.alias
    make(apps.get_model("agencies", "Agency").objects.using(alias), apps.get_model("agencies", "Member").objects.using(alias))


class Migration(migrations.Migration):
    """Data, not shape."""

    dependencies = [("agencies", "0001_initial"), ("engine", "0002_journal")]
    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
