"""The journal's two tables, partitioned by the year of recording: what Django cannot say itself.

Each migration of an installation adds the years to come (config/migrating.py); the default partition holds the rest.
"""

from __future__ import annotations

from django.db import migrations

FIRST_YEAR, LAST_YEAR = 2025, 2031

ENTRY = """
CREATE TABLE engine_entry (
    id bigint GENERATED ALWAYS AS IDENTITY,
    recorded_at timestamptz NOT NULL,
    subject_id uuid NOT NULL,
    seq int NOT NULL,
    act_id uuid NOT NULL,
    action text NOT NULL,
    outcome text NOT NULL,
    provisions text[] NOT NULL DEFAULT '{}',
    compartment text NOT NULL,
    occurred_at timestamptz NOT NULL,
    actor_id uuid NOT NULL,
    agency_id uuid NOT NULL,
    detail jsonb NOT NULL DEFAULT '{}',
    header bytea NOT NULL,
    prev bytea NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (recorded_at, id)
) PARTITION BY RANGE (recorded_at);
CREATE INDEX entry_of_subject ON engine_entry (subject_id, seq);
CREATE INDEX entry_outcome ON engine_entry (outcome, recorded_at)
    WHERE outcome IN ('refused', 'denied', 'received');
CREATE INDEX entry_act ON engine_entry (act_id);
CREATE INDEX entry_by_id ON engine_entry (id);
"""

BODY = """
CREATE TABLE engine_body (
    entry_id bigint NOT NULL,
    recorded_at timestamptz NOT NULL,
    subject_id uuid NOT NULL,
    compartment text NOT NULL,
    keyset_id uuid NOT NULL,
    sealed bytea NOT NULL,
    digest bytea NOT NULL,
    PRIMARY KEY (recorded_at, entry_id, compartment)
) PARTITION BY RANGE (recorded_at);
CREATE INDEX body_of_subject ON engine_body (subject_id, entry_id);
"""


def _partitions(table: str) -> str:
    years = [
        f"CREATE TABLE {table}_{year} PARTITION OF {table} FOR VALUES FROM ('{year}-01-01') TO ('{year + 1}-01-01');"
        for year in range(FIRST_YEAR, LAST_YEAR + 1)
    ]
    return "\n".join([*years, f"CREATE TABLE {table}_other PARTITION OF {table} DEFAULT;"])


class Migration(migrations.Migration):
    """Makes both tables with a partition a year, and one for what lies outside."""

    dependencies = [("engine", "0001_initial")]

    operations = [
        migrations.RunSQL(ENTRY + _partitions("engine_entry"), "DROP TABLE engine_entry"),
        migrations.RunSQL(BODY + _partitions("engine_body"), "DROP TABLE engine_body"),
    ]
