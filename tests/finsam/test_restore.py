"""What docs/operations.md says of backup and restore, done by its very lines."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

from finsam import postgres
from finsam.postgres import binaries, places
from finsam.postgres.places import PORT
from finsam.setup.checkout import ROOT

DOC = (ROOT / "docs" / "operations.md").read_text()
RIGHTS = """
    SELECT c.relname, c.relkind, pg_get_userbyid(c.relowner), c.relacl::text
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace ORDER BY 1, 2
"""
TRIGGERS = """
    SELECT tgrelid::regclass::text, tgname, tgenabled, pg_get_triggerdef(oid)
    FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2
"""
FUNCTIONS = """
    SELECT proname, pg_get_userbyid(proowner), proacl::text, prosrc
    FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY 1, 4
"""
# PostgreSQL writes the same condition in two ways: only that it is there is compared.
CONSTRAINTS = """
    SELECT conrelid::regclass::text, conname, contype, convalidated, condeferred
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2
"""
TO_COME = "SELECT defaclobjtype, defaclacl::text FROM pg_default_acl ORDER BY 1"
NUMBERS = "SELECT sequencename, last_value FROM pg_sequences ORDER BY 1"
FORBIDDEN = ("DROP TABLE plans_plan", "TRUNCATE plans_plan", "CREATE TABLE mine (number int)")


@dataclass(frozen=True)
class Databases:
    """Two databases of the tests' cluster: one with the examples, and what it is restored to."""

    first: str
    second: str

    def url(self, role: str, name: str) -> str:
        return postgres.TEST.url(role).replace("@/finsam?", f"@/{name}?")

    def environment(self, name: str) -> dict[str, str]:
        place = places.recorded(postgres.TEST.record)
        assert place is not None
        programs = binaries.for_data(place.data, binaries.installed())
        own = {key: value for key, value in os.environ.items() if key != "DATABASE_ROLE"}
        return own | {
            "DATABASE_URL": self.url("finsam_app", name),
            "DATABASE_OWNER_URL": self.url("finsam_owner", name),
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            # As PostgreSQL's superuser has it.
            "PGHOST": place.socket,
            "PGPORT": str(PORT),
            "PGUSER": "finsam",
        }

    def manage(self, name: str, *arguments: str) -> str:
        command = [sys.executable, "manage.py", *arguments]
        return ran(command, self.environment(name))


def ran(command: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def lines(name: str) -> str:
    """The block of the document that is marked so."""
    found = re.search(rf"^```sh {name}\n(.*?)^```$", DOC, re.MULTILINE | re.DOTALL)
    assert found, f"docs/operations.md has no block `sh {name}`"
    return found[1]


def asked(url: str, query: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(url) as connection:
        return connection.execute(query.encode()).fetchall()


def counted(url: str) -> dict[str, int]:
    """How many rows each table has."""
    with psycopg.connect(url) as connection:
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        count = sql.SQL("SELECT count(*) FROM {}")
        return {
            name: row[0]
            for (name,) in tables.fetchall()
            if (row := connection.execute(count.format(sql.Identifier(name))).fetchone())
        }


@pytest.fixture
def two() -> Iterator[Databases]:
    worker = os.environ.get("PYTEST_XDIST_WORKER", "one")
    run = f"test_{os.environ['FINSAM_TEST_RUN']}_{worker}"
    found = Databases(f"{run}_kept", f"{run}_restored")
    with psycopg.connect(postgres.TEST.url("finsam_owner"), autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(found.first)))
        yield found
        for name in (found.first, found.second):
            drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
            connection.execute(drop.format(sql.Identifier(name)))


def test_what_was_backed_up_comes_back_whole(two: Databases, tmp_path: Path) -> None:
    two.manage(two.first, "migrate", "--skip-checks")
    two.manage(two.first, "createcachetable")
    two.manage(two.first, "loadexamples")

    environment = two.environment(two.first)
    ran(["bash", "-c", lines("backup")], environment | {"BACKUPS": str(tmp_path)})
    (file,) = tmp_path.iterdir()
    ran(["bash", "-c", lines("restore")], environment | {"FILE": str(file), "NEW": two.second})

    first, second = (two.url("finsam_owner", name) for name in (two.first, two.second))
    rows = counted(first)
    assert rows["plans_plan"] == 5
    assert counted(second) == rows
    for query in (RIGHTS, TRIGGERS, FUNCTIONS, CONSTRAINTS, TO_COME, NUMBERS):
        assert asked(second, query) == asked(first, query)

    for name in ("json", "xlsx"):
        export = ("exportplan", "sodra-lappland", "2024", "--format", name, "--output")
        outputs = [tmp_path / f"{database}.{name}" for database in (two.first, two.second)]
        for database, output in zip((two.first, two.second), outputs, strict=True):
            two.manage(database, *export, str(output))
        assert outputs[0].read_bytes() == outputs[1].read_bytes()
    assert_roles_are_two(two)


def assert_roles_are_two(two: Databases) -> None:
    """The server's role owns nothing there either, also of what the owner makes later."""
    with psycopg.connect(two.url("finsam_app", two.second), autocommit=True) as connection:
        for statement in FORBIDDEN:
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(statement)
        assert connection.execute("SELECT count(*) FROM plans_plan").fetchone() == (5,)
    with psycopg.connect(two.url("finsam_owner", two.second), autocommit=True) as connection:
        connection.execute("CREATE TABLE later (number int)")
    with psycopg.connect(two.url("finsam_app", two.second), autocommit=True) as connection:
        assert connection.execute("SELECT count(*) FROM later").fetchone() == (0,)


def test_a_backup_that_fails_leaves_the_one_before_as_it_was(tmp_path: Path) -> None:
    before = tmp_path / "finsam-2026-01-01.dump"
    before.write_bytes(b"whole")
    environment = {
        **os.environ,
        "BACKUPS": str(tmp_path),
        "DATABASE_OWNER_URL": "postgresql://nobody@/nowhere?host=/nowhere",
    }
    done = subprocess.run(
        ["bash", "-c", lines("backup")], cwd=ROOT, env=environment, capture_output=True
    )
    assert done.returncode != 0
    assert [path.name for path in tmp_path.glob("*.dump")] == [before.name]
