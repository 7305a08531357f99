"""A cluster of the checkout: made, started and stopped."""

import fcntl
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO
from urllib.parse import quote

from finsam.postgres import binaries, places, roles, servers
from finsam.postgres.accounts import Account, candidates
from finsam.postgres.places import PORT, Place
from finsam.refusal import Refusal

INITDB = (
    *("-U", "finsam", "-E", "UTF8", "--locale-provider=libc", "--locale=C.UTF-8"),
    *("--auth-local=trust", "--auth-host=reject", "--no-instructions"),
)
UNSAFE = ("-c fsync=off", "-c synchronous_commit=off", "-c full_page_writes=off")


@dataclass(frozen=True)
class Cluster:
    """One PostgreSQL cluster below `checkout`/var, reached through a Unix socket only."""

    checkout: Path
    name: str
    durable: bool = True

    @property
    def record(self) -> Path:
        return self.checkout / "var" / f"{self.name}.json"

    def url(self, role: str) -> str:
        """The address of the database `finsam` for the role; the cluster must have been started."""
        place = places.recorded(self.record)
        if place is None:
            raise Refusal("The embedded PostgreSQL has not been started: run `make run`.")
        return f"postgresql://{role}@/finsam?host={quote(place.socket, safe='')}&port={PORT}"

    def start(self) -> None:
        """Make the cluster if it is not there, start it if it does not answer."""
        with self._lock():
            before = places.recorded(self.record)
            if before and self._is_up(before):
                return
            place, account = places.choose(self.checkout, self.name, before)
            places.write(self.record, place)
            programs = self._programs(place)
            self._create(place, account, programs)
            self._launch(place, account, programs)
            roles.prepare(place, programs)

    def stop(self) -> bool:
        """Stop the server, letting open transactions fail. False where none was running."""
        with self._lock():
            place = places.recorded(self.record)
            if place is None or servers.pid(place) is None:
                return False
            self._halt(place)
            return True

    def renew(self) -> None:
        """Make the database `finsam` anew and empty; the cluster must have been started."""
        place = places.recorded(self.record)
        if place is not None:
            roles.drop(place, self._programs(place))
            roles.prepare(place, self._programs(place))

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """While this lasts, `stop_unless_in_use` leaves the server alone."""
        with self._open("users") as users:
            fcntl.flock(users, fcntl.LOCK_SH)
            yield

    def stop_unless_in_use(self) -> bool:
        """Stop the server if no process uses it. False where it was left, or was not running."""
        with self._open("users") as users:
            try:
                fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
            return self.stop()

    def _is_up(self, place: Place) -> bool:
        """Whether it answers; one that runs unreachable (its socket is gone) is stopped first."""
        # A server that has just been killed, or just been started, is given a second.
        for _ in range(5):
            number = servers.pid(place)
            if servers.is_answering(place, self._programs(place)):
                return True
            if number is None:
                return False
            time.sleep(0.2)
        self._halt(place)
        return False

    def _programs(self, place: Place) -> Path:
        return binaries.for_data(place.data, binaries.installed())

    def _create(self, place: Place, account: Account, programs: Path) -> None:
        if place.data.exists():
            return
        sync = () if self.durable else ("--no-sync",)
        # Under another name first: a folder called data is always a whole one.
        half = place.data.with_name("data.new")
        shutil.rmtree(half, ignore_errors=True)
        if account.run([programs / "initdb", "-D", half, *INITDB, *sync], place.log) != 0:
            raise Refusal(f"PostgreSQL could not make its data folder. It says why in {place.log}.")
        half.rename(place.data)

    def _launch(self, place: Place, account: Account, programs: Path) -> None:
        options = " ".join(
            ("-k", f"'{place.socket}'", "-c listen_addresses=''", f"-p {PORT}")
            + (() if self.durable else UNSAFE)
        )
        command = (programs / "pg_ctl", "-D", place.data, "-w", "-t", "60", "-l", place.log)
        # After kill -9 the dead server's children need a moment to notice.
        for pause in (0.2, 0.5, 1, 2, 4, 0):
            servers.sweep(place, programs)
            if account.run([*command, "-o", options, "start"], place.log) == 0:
                return
            time.sleep(pause)
        raise Refusal(f"PostgreSQL does not start. It says why in {place.log}.")

    def _halt(self, place: Place) -> None:
        account = next(each for each in candidates() if each.name == place.account)
        command = (self._programs(place) / "pg_ctl", "-D", place.data)
        account.run([*command, "-m", "fast", "-w", "-t", "30", "stop"], place.log)
        if (pid := servers.pid(place)) is not None:
            raise Refusal(
                f"PostgreSQL (process {pid}) does not stop. It says why in {place.log}.\n"
                f"If that process is something else, remove {place.data / 'postmaster.pid'}."
            )

    @contextmanager
    def _lock(self) -> Iterator[None]:
        """One process at a time; the kernel frees the lock if its holder dies."""
        with self._open("lock") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _open(self, suffix: str) -> TextIO:
        path = self.checkout / "var" / f"{self.name}.{suffix}"
        try:
            path.parent.mkdir(exist_ok=True)
            return path.open("w")
        except OSError as error:
            raise Refusal(f"Finsam keeps its state in {path.parent}: {error}") from None
