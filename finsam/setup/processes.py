"""Programs of this checkout that were left running, found again by the number in their file."""

import os
import signal
import time
from pathlib import Path

from finsam.setup.checkout import ROOT


def running_pid(file: Path, word: str) -> int | None:
    """The recorded process, if it runs in this checkout with the word on its command line."""
    try:
        pid = int(file.read_text())
        command = Path(f"/proc/{pid}/cmdline").read_bytes()
        is_ours = Path(f"/proc/{pid}/cwd").samefile(ROOT) and word.encode() in command
    except (OSError, ValueError):
        return None
    return pid if is_ours else None


def end(file: Path, word: str) -> bool:
    """Ask the recorded process to end, and insist after 30 seconds. Whether there was one."""
    pid = running_pid(file, word)
    if pid is not None:
        os.kill(pid, signal.SIGTERM)
        deadline = time.monotonic() + 30
        while running_pid(file, word) == pid and time.monotonic() < deadline:
            time.sleep(0.05)
        if running_pid(file, word) == pid:
            os.kill(pid, signal.SIGKILL)
    file.unlink(missing_ok=True)
    return pid is not None
