"""The database grants exactly what the models declare: policies, row-level security, privileges, functions."""

from __future__ import annotations

import re
from collections.abc import Iterator

import psycopg
import pytest
from django.apps import apps

from tutela.config.database import Urls
from tutela.engine import rls
from tutela.engine.rls import Reading

ROLES = ("tutela_app", "tutela_engine", "tutela_monitor", "tutela_measures")
RIGHTS = ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER")
OR = re.compile(r"\bor\b", re.IGNORECASE)
#: What whoever serves may write beside the engine: sign-in, sessions, the queue, the cache, kept results.
OWN = re.compile(r"(auth|account|mfa|socialaccount|django|usersessions|procrastinate|tutela_cache)")
#: Functions that anybody may call: they answer about the caller's own session, or change a job of the queue.
FOR_ALL = re.compile(
    r"(tutela_(now|member|agency|is_monitor|is_protection_officer|firewall)\b|procrastinate)"
)


@pytest.fixture
def admin(db_world: Urls) -> Iterator[psycopg.Connection]:
    with psycopg.connect(db_world.owner) as connection:
        yield connection


def expected(reading: Reading) -> dict[str, set[str]]:
    """The privileges that a declaration gives to each role."""
    if reading.own:
        return {
            "tutela_app": {"SELECT", "INSERT", "UPDATE", "DELETE"},
            "tutela_engine": set(),
            "tutela_monitor": set(),
            "tutela_measures": set(),
        }
    engine = {"INSERT"} if reading.sealed else {"SELECT", "INSERT"}
    if not reading.sealed and not reading.append_only:
        engine.add("UPDATE")
    if reading.delete:
        engine.add("DELETE")
    seen = reading.open or bool(reading.case or reading.agency or reading.member or reading.office)
    return {
        "tutela_app": {"SELECT"} if seen else set(),
        "tutela_engine": engine,
        "tutela_monitor": {"SELECT"} if reading.open or reading.monitor else set(),
        "tutela_measures": set(),
    }


def test_every_table_has_the_rights_that_its_model_declares(admin: psycopg.Connection) -> None:
    assert rls.undeclared() == []
    declared = rls.tables()
    assert len(declared) > 30
    for table, reading in declared:
        found = {role: {right for right in RIGHTS if _may(admin, role, table, right)} for role in ROLES}
        assert found == expected(reading), table
        secured, policies = _security(admin, table)
        assert secured is not reading.open, table
        if reading.open:
            continue
        by = {name: (command, roles) for name, command, roles, _ in policies}
        for name, (_, roles) in by.items():
            role = (
                "tutela_app" if name == "app" else "tutela_monitor" if name == "monitor" else "tutela_engine"
            )
            assert roles == [role], (table, name)
        assert ("app" in by) == bool(reading.case or reading.agency or reading.member or reading.office), (
            table
        )
        assert ("monitor" in by) == reading.monitor, table
        assert ("engine_reads" in by) is not (reading.sealed or reading.own), table


def test_no_policy_holds_an_or_and_none_is_wider_than_its_compartment(admin: psycopg.Connection) -> None:
    """An OR costs hundreds of milliseconds a list, and is where a right is widened by mistake."""
    declared = dict(rls.tables())
    rows = admin.execute(
        "SELECT tablename, policyname, coalesce(qual, '') || coalesce(with_check, '') FROM pg_policies"
    )
    for table, name, condition in rows.fetchall():
        assert not OR.search(condition), (table, name)
        if name == "app" and declared[table].case:
            assert "cut_at IS NULL" in condition and "tutela_agency()" in condition and "until" in condition
        if name == "monitor":
            assert "tutela_is_monitor()" in condition
            if declared[table].compartment.startswith("column:"):
                assert all(f"'{c}'" in condition for c in rls.PRIVILEGED), table
    for table, reading in declared.items():
        if reading.monitor:
            assert reading.compartment not in (*rls.PRIVILEGED, "identity"), table
            assert table not in ("engine_body", "people_identity")


def test_nobody_but_the_owner_has_any_other_right(admin: psycopg.Connection) -> None:
    """Partitions, tables of libraries, and whatever a migration made beside the models."""
    declared = {table for table, _ in rls.tables()}
    rows = admin.execute(
        "SELECT c.relname, c.relowner::regrole::text, c.relispartition FROM pg_class c "
        "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm')"
    ).fetchall()
    assert len(rows) > 80
    for table, owner, is_partition in rows:
        assert owner == "tutela_owner", table
        if table in declared:
            continue
        found = {(role, right) for role in ROLES for right in RIGHTS if _may(admin, role, table, right)}
        if is_partition:
            assert not found, table
        else:
            assert not found or OWN.match(table), (table, found)
            assert not {r for role, r in found if role == "tutela_monitor"}, table


def test_roles_own_nothing_and_gain_nothing(admin: psycopg.Connection) -> None:
    rows = admin.execute(
        "SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolinherit, rolcanlogin "
        "FROM pg_roles WHERE rolname ~ '^tutela_(app|engine|monitor|measures|owner|keys)$'"
    ).fetchall()
    by = {row[0]: row[1:] for row in rows}
    assert all(not any(flags[:4]) for flags in by.values()), by
    assert by["tutela_app"][4] is False, "its memberships give nothing by themselves"
    assert not by["tutela_engine"][5] and not by["tutela_monitor"][5]
    members = admin.execute(
        "SELECT roleid::regrole::text, member::regrole::text FROM pg_auth_members "
        "WHERE member::regrole::text LIKE 'tutela%'"
    ).fetchall()
    roles = ("tutela_engine", "tutela_monitor", "tutela_measures")
    assert set(members) == {(role, "tutela_app") for role in roles}


def test_functions_that_see_more_than_their_caller_are_closed_and_pinned(admin: psycopg.Connection) -> None:
    rows = admin.execute(
        "SELECT p.proname, p.proconfig, has_function_privilege('public', p.oid, 'EXECUTE'), "
        "pg_get_userbyid(p.proowner) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
        "WHERE n.nspname = 'public' AND p.prosecdef"
    ).fetchall()
    assert len(rows) >= 8
    for name, settings, is_public, owner in rows:
        assert owner == "tutela_owner", name
        assert any(s.startswith("search_path=public, pg_temp") for s in settings or []), name
        assert not is_public or FOR_ALL.match(name), f"{name} is open to everybody"


def test_models_are_all_tables() -> None:
    for model in apps.get_models():
        if model.__module__.startswith("tutela.") and model._meta.app_label != "keystore":
            assert isinstance(model.reading, Reading), model


def _may(admin: psycopg.Connection, role: str, table: str, right: str) -> bool:
    row = admin.execute(
        "SELECT has_table_privilege(%s, %s, %s) OR (%s NOT IN ('DELETE', 'TRUNCATE', 'TRIGGER') "
        "AND has_any_column_privilege(%s, %s, CASE WHEN %s IN ('DELETE', 'TRUNCATE', 'TRIGGER') "
        "THEN 'SELECT' ELSE %s END))",
        [role, f'"{table}"', right, right, role, f'"{table}"', right, right],
    ).fetchone()
    return bool(row and row[0])


def _security(admin: psycopg.Connection, table: str) -> tuple[bool, list[tuple[str, str, list[str], str]]]:
    row = admin.execute(
        "SELECT relrowsecurity FROM pg_class WHERE oid = %s::regclass", [f'"{table}"']
    ).fetchone()
    policies = admin.execute(
        "SELECT policyname, cmd, roles::text[], coalesce(qual, with_check) FROM pg_policies WHERE tablename = %s",
        [table],
    ).fetchall()
    return bool(row and row[0]), policies
