"""Roles and the database of a cluster: an owner that migrates, and the server's, owning nothing."""

import subprocess
from pathlib import Path

from finsam.postgres.places import PORT, Place
from finsam.refusal import Refusal

HERE = Path(__file__).parent


def prepare(place: Place, programs: Path) -> None:
    """Create what is missing of roles, rights and the database `finsam`."""
    # New databases, the tests' too, copy template1 with the rights that are given in it.
    psql(place, programs, "template1", "-f", HERE / "roles.sql")
    psql(place, programs, "template1", "-f", HERE / "rights.sql")
    found = psql(
        place, programs, "template1", "-Atc", "SELECT 1 FROM pg_database WHERE datname = 'finsam'"
    )
    if not found:
        psql(place, programs, "template1", "-c", "CREATE DATABASE finsam OWNER finsam_owner")


def drop(place: Place, programs: Path) -> None:
    """Remove the database `finsam` with all that it holds."""
    psql(place, programs, "template1", "-c", "DROP DATABASE IF EXISTS finsam WITH (FORCE)")


def psql(place: Place, programs: Path, database: str, *arguments: str | Path) -> str:
    """Run psql as the cluster's superuser and return what it printed."""
    command = [str(programs / "psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", place.socket]
    done = subprocess.run(
        [*command, "-p", str(PORT), "-U", "finsam", "-d", database, *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    if done.returncode != 0:
        raise Refusal(f"PostgreSQL refused a step of its set-up:\n{done.stderr}")
    return done.stdout
