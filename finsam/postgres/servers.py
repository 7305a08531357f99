"""A running server: whose process it is, whether it answers, and traces of one that died."""

import os
import subprocess
from pathlib import Path

from finsam.postgres.places import PORT, Place
from finsam.refusal import Refusal

# What pg_isready returns where a server is there but takes no connection yet, or no more.
IS_REJECTING = 1


def pid(place: Place) -> int | None:
    """The process that serves the place's data, or None. A pid that now is another's is none.

    A living process that hides what it is counts: to take a server for dead would destroy it.
    """
    number = recorded_pid(place)
    if number is None or not is_alive(number) or is_another(number, place):
        return None
    return number


def recorded_pid(place: Place) -> int | None:
    """The process that locked the data, alive or not; PostgreSQL alone at work writes minus."""
    try:
        number = abs(int((place.data / "postmaster.pid").read_text().split("\n")[0]))
    except PermissionError as error:
        raise Refusal(f"Run as the user who owns the database: {error}") from None
    except (OSError, ValueError):
        return None
    return number or None


def is_alive(number: int) -> bool:
    """Whether the process exists, also where it is somebody else's."""
    try:
        os.kill(number, 0)
    except PermissionError:
        return True
    except (ProcessLookupError, OverflowError):
        return False
    return True


def is_another(number: int, place: Place) -> bool:
    """Whether the process is known to be another program than the place's server."""
    try:
        return not Path(f"/proc/{number}/cwd").samefile(place.data)
    except OSError:
        # Another user's folder is shown to those with CAP_SYS_PTRACE only, which containers
        # often lack. The command line, which names the data folder, is open to all.
        return is_started_for_another(number, place)


def is_started_for_another(number: int, place: Place) -> bool:
    try:
        command = Path(f"/proc/{number}/cmdline").read_bytes()
    except OSError:
        return False
    return os.fsencode(place.data) not in command.split(b"\0")


def is_answering(place: Place, programs: Path) -> bool:
    """Whether a connection through the socket is accepted."""
    return asked(place, programs) == 0


def asked(place: Place, programs: Path) -> int:
    """What pg_isready returns for the socket."""
    command = [str(programs / "pg_isready"), "-q", "-t", "3", "-h", place.socket, "-p", str(PORT)]
    return subprocess.run(command, stdin=subprocess.DEVNULL).returncode


def sweep(place: Place, programs: Path) -> None:
    """Remove the lock files of a server that died; those of one that may live are left alone.

    PostgreSQL would refuse to start where their pid has become another process's since,
    as it does after a reboot or in a container.
    """
    if pid(place) is not None or asked(place, programs) in (0, IS_REJECTING):
        return
    lock = Path(place.socket) / f".s.PGSQL.{PORT}"
    for trace in (place.data / "postmaster.pid", lock, lock.with_name(f"{lock.name}.lock")):
        trace.unlink(missing_ok=True)
