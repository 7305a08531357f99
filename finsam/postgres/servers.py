"""A running server: whose process it is, whether it answers, and traces of one that died."""

import subprocess
from pathlib import Path

from finsam.postgres.places import PORT, Place


def pid(place: Place) -> int | None:
    """The process that serves the place's data, or None. A pid that now is another's is none."""
    try:
        number = int((place.data / "postmaster.pid").read_text().split("\n")[0])
        serves = Path(f"/proc/{number}/cwd").samefile(place.data)
    except (OSError, ValueError):
        return None
    return number if serves else None


def is_answering(place: Place, programs: Path) -> bool:
    """Whether a connection through the socket is accepted."""
    command = [str(programs / "pg_isready"), "-q", "-t", "3", "-h", place.socket, "-p", str(PORT)]
    return subprocess.run(command, stdin=subprocess.DEVNULL).returncode == 0


def sweep(place: Place) -> None:
    """Remove the lock files of a server that died.

    PostgreSQL would refuse to start where their pid has become another process's since,
    as it does after a reboot or in a container.
    """
    lock = Path(place.socket) / f".s.PGSQL.{PORT}"
    for trace in (place.data / "postmaster.pid", lock, lock.with_name(f"{lock.name}.lock")):
        trace.unlink(missing_ok=True)
