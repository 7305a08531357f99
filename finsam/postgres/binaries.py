"""Where the system keeps PostgreSQL's programs."""

import re
import shutil
import subprocess
from pathlib import Path

from finsam.refusal import Refusal

OLDEST = 15


def installed(root: Path = Path("/usr/lib/postgresql")) -> dict[int, Path]:
    """The folders with `initdb` and `postgres`, by major version, 15 and newer."""
    found = {int(path.parent.name): path for path in root.glob("[0-9]*/bin")}
    if on_path := shutil.which("initdb"):
        folder = Path(on_path).resolve().parent
        found.setdefault(version_of(folder), folder)
    return {
        major: folder
        for major, folder in found.items()
        if major >= OLDEST and (folder / "initdb").exists() and (folder / "postgres").exists()
    }


def version_of(folder: Path) -> int:
    """The major version of the programs in the folder; 0 where they do not say."""
    said = subprocess.run([folder / "initdb", "--version"], capture_output=True, text=True)
    number = re.search(r"(\d+)", said.stdout)
    return int(number[1]) if number else 0


def for_data(data: Path, found: dict[int, Path]) -> Path:
    """The programs that fit the data folder: its own major version, or the newest for a new one."""
    if not found:
        raise Refusal(
            f"PostgreSQL {OLDEST} or newer is not installed. `make run` installs it, or:\n"
            "    sudo apt-get install postgresql"
        )
    try:
        major = int((data / "PG_VERSION").read_text())
    except FileNotFoundError:
        return found[max(found)]
    if major not in found:
        raise Refusal(other_major(data, major, max(found)))
    return found[major]


def other_major(data: Path, major: int, newest: int) -> str:
    return (
        f"The database in {data} was made by PostgreSQL {major}, and this machine has {newest}.\n"
        f"Nothing has been changed. Either install PostgreSQL {major} beside it:\n"
        f"    sudo apt-get install postgresql-{major}\n"
        f"or move the data over: dump it with {major} (pg_dumpall) where that still is,\n"
        f"move {data} aside, run `make run`, and load the dump with psql."
    )
