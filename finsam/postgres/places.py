"""Where a cluster lies on disk, and the short folder that its socket may need."""

import hashlib
import json
import os
import stat
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from finsam.postgres.accounts import Account, candidates
from finsam.refusal import Refusal

PORT = 5433
# Bytes: the kernel has room for so many in a socket's path, its final zero not counted.
SOCKET_LIMIT = 107


@dataclass(frozen=True)
class Place:
    """The folder of a cluster, the folder of its socket, and who runs it."""

    folder: str
    socket: str
    account: str

    @property
    def data(self) -> Path:
        return Path(self.folder) / "data"

    @property
    def log(self) -> Path:
        return Path(self.folder) / "log"


def recorded(record: Path) -> Place | None:
    """The place written down in var/, if any."""
    try:
        return Place(**json.loads(record.read_text()))
    except FileNotFoundError:
        return None
    except (ValueError, TypeError):
        raise Refusal(f"{record} cannot be read. Remove it; `make run` writes it anew.") from None


def write(record: Path, place: Place) -> None:
    """Write the record in one step, so that no reader meets half of it."""
    fresh = record.with_suffix(".new")
    fresh.write_text(json.dumps(asdict(place), indent=2) + "\n")
    fresh.replace(record)


def choose(checkout: Path, name: str, before: Place | None) -> tuple[Place, Account]:
    """Prepare the first place that an account can use: the one of last time, or a new one."""
    tried = []
    for folder, account in options(checkout, name, before):
        tried.append(folder)
        if prepare(folder, account):
            socket = socket_folder(folder, account, before.socket if before else None)
            return Place(str(folder), str(socket), account.name), account
    raise Refusal(
        f"PostgreSQL's user cannot write in {' or '.join(map(str, dict.fromkeys(tried)))}.\n"
        "Run as the user who owns it, or give that user the folder."
    )


def options(checkout: Path, name: str, before: Place | None) -> Iterator[tuple[Path, Account]]:
    """Folder and account in the order in which they are tried. Data stays where it once is."""
    inside, outside = checkout / "var" / name, outside_folder(checkout, name)
    folders = [inside, outside] if os.geteuid() == 0 else [inside]
    held = [folder for folder in folders if (folder / "data").exists()]
    if before and Path(before.folder).exists():
        held = [Path(before.folder)]
    for folder in held or folders:
        for account in candidates():
            yield folder, account


def outside_folder(checkout: Path, name: str) -> Path:
    digest = hashlib.sha256(str(checkout).encode()).hexdigest()[:12]
    return Path(f"/var/lib/finsam-{digest}{name.removeprefix('postgres')}")


def prepare(folder: Path, account: Account) -> bool:
    """Make the folder, private and owned by the account, and say whether the account can use it."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not is_owned(folder, account):
            account.own(folder)
    except OSError:
        return False
    return account.can_use(folder)


def is_owned(folder: Path, account: Account) -> bool:
    return folder.stat().st_uid == (os.geteuid() if account.uid is None else account.uid)


def socket_folder(folder: Path, account: Account, before: str | None) -> Path:
    """The folder `socket` beside the data, or a short one where that path is too long."""
    beside = folder / "socket"
    if fits(beside):
        beside.mkdir(mode=0o700, exist_ok=True)
        account.own(beside)
        return beside
    if before and is_private(Path(before), account):
        return Path(before)
    base = Path(tempfile.gettempdir())
    roomy = fits(base / "finsam-12345678")
    short = Path(tempfile.mkdtemp(prefix="finsam-", dir=base if roomy else "/tmp"))  # noqa: S108
    account.own(short)
    return short


def fits(socket: Path) -> bool:
    return len(os.fsencode(socket / f".s.PGSQL.{PORT}")) < SOCKET_LIMIT


def is_private(folder: Path, account: Account) -> bool:
    """Whether the folder is there, nobody else's, and closed to all others."""
    try:
        status = folder.lstat()
    except FileNotFoundError:
        return False
    private = stat.S_ISDIR(status.st_mode) and stat.S_IMODE(status.st_mode) == 0o700
    return private and is_owned(folder, account)
