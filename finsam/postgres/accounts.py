"""Who runs the database server. PostgreSQL refuses root, so root steps down in one of two ways."""

import os
import pwd
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO


@dataclass(frozen=True)
class Account:
    """A way of running PostgreSQL's programs.

    `prefix` stands before the command; `uid` and `gid` are whom to become, where that is needed.
    """

    name: str
    prefix: tuple[str, ...] = ()
    uid: int | None = None
    gid: int | None = None

    def run(self, command: Sequence[str | Path], log: Path | None = None) -> int:
        """Run to the end and return the exit code.

        Output goes to the file `log`, never to a pipe: a started server would keep it open.
        """
        with self._output(log) as output:
            return subprocess.run(
                [*self.prefix, *map(str, command)],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                cwd="/",
                env={"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C.UTF-8"},
                start_new_session=True,
                user=self.uid,
                group=self.gid,
                extra_groups=None if self.uid is None else [],
            ).returncode

    def _output(self, log: Path | None) -> BinaryIO:
        """The log opened for more, and the account's own: the server goes on writing there."""
        if log is None:
            return Path(os.devnull).open("wb")
        number = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        if self.uid is not None and self.gid is not None:
            os.fchown(number, self.uid, self.gid)
        return os.fdopen(number, "ab")

    def own(self, path: Path) -> None:
        """Make the account the owner of the path and all below it."""
        if os.geteuid() != 0:
            return
        for each in [path, *path.rglob("*")]:
            os.chown(each, self.uid or 0, self.gid or 0, follow_symlinks=False)

    def can_use(self, folder: Path) -> bool:
        """Whether the account reaches the folder, with full rights there."""
        try:
            return self.run(["test", "-w", folder, "-a", "-x", folder]) == 0
        except OSError:
            return False


def candidates() -> list[Account]:
    """The accounts to try, best first: oneself, or as root a user namespace and then nobody."""
    if os.geteuid() != 0:
        return [Account("plain")]
    namespace = ("unshare", "--user", "--map-user=1000", "--map-group=1000")
    nobody = pwd.getpwnam("nobody")
    return [
        Account("unshare", prefix=namespace),
        Account("nobody", uid=nobody.pw_uid, gid=nobody.pw_gid),
    ]
