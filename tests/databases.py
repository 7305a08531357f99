"""The databases of test runs: one per run and worker, so that two runs never meet."""

import os
import re
from pathlib import Path

import psycopg
from psycopg import sql

from finsam.postgres import Cluster


def name() -> str:
    """The name of this run's database; pytest-django adds the worker's."""
    return f"test_{os.environ['FINSAM_TEST_RUN']}"


def drop_orphans(cluster: Cluster) -> None:
    """Drop what killed runs have left."""
    url = cluster.url("finsam_owner")
    with psycopg.connect(url, dbname="template1", autocommit=True) as connection:
        rows = connection.execute("SELECT datname FROM pg_database WHERE datname LIKE 'test%'")
        for (database,) in rows.fetchall():
            run = re.match(r"test_(\d+)", database)
            if run and not Path(f"/proc/{run[1]}").exists():
                drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
                connection.execute(drop.format(sql.Identifier(database)))
