"""The checkout's own places, and running programs in it."""

import fcntl
import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from finsam.refusal import Refusal

ROOT = Path(__file__).resolve().parents[2]
VAR = ROOT / "var"
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOG = VAR / "setup.log"
LAST_LINES = 15


@contextmanager
def exclusively(name: str) -> Iterator[None]:
    """One process at a time does what stands inside."""
    make_var()
    with (VAR / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def make_var() -> None:
    try:
        VAR.mkdir(exist_ok=True)
    except OSError as error:
        raise Refusal(f"Finsam keeps its state in {VAR}, which cannot be made: {error}") from None


def call(title: str, command: Sequence[str | Path], env: Mapping[str, str] | None = None) -> None:
    """Announce and do one step of the set-up. Its output is kept, and shown where it fails."""
    print(f"{title} …", flush=True)
    start = LOG.stat().st_size if LOG.exists() else 0
    if run_logged(command, env) != 0:
        said = LOG.read_bytes()[start:].decode(errors="replace")
        end = "\n".join(said.splitlines()[-LAST_LINES:])
        raise Refusal(f"{end}\n\nThis step failed: {title}. All that was said is in {LOG}.")


def run_logged(command: Sequence[str | Path], env: Mapping[str, str] | None = None) -> int:
    make_var()
    with LOG.open("ab") as log:
        return subprocess.run(
            command,
            cwd=ROOT,
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        ).returncode
