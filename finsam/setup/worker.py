"""The worker of `make run`, which sends letters: it lives and dies with the server."""

import subprocess
import time
from pathlib import Path

from finsam.setup import processes
from finsam.setup.checkout import ROOT, VAR
from finsam.setup.product import manage_command

WORD = "manage.py\0worker"
# Seconds: how long after a start the next one may be, growing while it dies at once.
FIRST_PAUSE, LONGEST_PAUSE = 1, 60
# Seconds: one that has lived so long was well.
WELL_AFTER = 60
# Seconds: longer than the worker gives its last letters.
PATIENCE = 15


def run_beside(server: "subprocess.Popen[bytes]", port: int) -> None:
    """Keep a worker going until the server has ended, and end it then."""
    processes.end(pid_file(port), WORD)
    attendant = Attendant(pid_file(port))
    try:
        while not has_ended(server, seconds=0.5):
            attendant.look()
    finally:
        attendant.end()


def has_ended(process: "subprocess.Popen[bytes]", *, seconds: float) -> bool:
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        return False
    return True


class Attendant:
    """Starts the worker, and again where it dies, with growing pauses."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.pause = FIRST_PAUSE
        self.due: float | None = None
        self.start()

    def start(self) -> None:
        # Out of the terminal's reach: Ctrl-C is for the server, and the worker goes after it.
        self.process = subprocess.Popen(
            manage_command("worker"), cwd=ROOT, stdin=subprocess.DEVNULL, start_new_session=True
        )
        self.file.write_text(str(self.process.pid))
        self.started = time.monotonic()

    def look(self) -> None:
        """Say so if the worker has died, and start it again when its pause is over."""
        if self.process.poll() is None:
            return
        now = time.monotonic()
        if self.due is None:
            self.due = now + self.next_pause(now - self.started)
            print(f"The worker that sends letters died; it starts again in {self.pause} s.")
        elif now >= self.due:
            self.due = None
            self.start()

    def next_pause(self, lived: float) -> int:
        """How long to wait when it died after so many seconds."""
        self.pause = FIRST_PAUSE if lived > WELL_AFTER else min(LONGEST_PAUSE, self.pause * 2)
        return self.pause

    def end(self) -> None:
        """Let it finish the letter in its hand, and insist after a while."""
        self.process.terminate()
        if not has_ended(self.process, seconds=PATIENCE):
            self.process.kill()
            self.process.wait()
        self.file.unlink(missing_ok=True)


def pid_file(port: int) -> Path:
    return VAR / f"worker-{port}.pid"


def stop_all() -> list[str]:
    """Stop the workers that were left running; what was stopped, in words."""
    files = sorted(VAR.glob("worker-*.pid"))
    return ["worker" for file in files if processes.end(file, WORD)]
