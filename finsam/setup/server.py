"""The server of `make run`: started, watched, stopped."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

from finsam.refusal import Refusal
from finsam.setup import addresses
from finsam.setup.checkout import PYTHON, ROOT, VAR

WORKERS = 2
# Seconds: a long plan as PDF on a slow machine stays below this.
TIMEOUT = 120
# Each PDF leaves 0.1 to 0.9 MB behind in the worker that printed it; a fresh one starts without.
# The jitter keeps them from starting at once, so that one always answers.
MAX_REQUESTS, JITTER = 300, 60
PATIENCE = 60


def serve(port: int) -> int:
    """Serve until somebody stops it; print the address when /healthz answers."""
    addresses.refuse_if_taken(port)
    server = subprocess.Popen(command(port), cwd=ROOT, stdin=subprocess.DEVNULL)
    forward_signals(server)
    if wait_until_healthy(server, port):
        print(f"\nFinsam answers at {addresses.address(port)} (Ctrl-C stops it).\n", flush=True)
    elif server.poll() != 0:
        server.terminate()
        server.wait()
        raise Refusal("The server did not answer; what it said stands above.")
    server.wait()
    return 0


def command(port: int) -> list[str]:
    binds = [part for host in addresses.local_hosts() for part in ("--bind", f"{host}:{port}")]
    return [
        *(str(PYTHON), "-m", "gunicorn", "finsam.wsgi", "--preload", "--no-control-socket"),
        *("--workers", str(WORKERS), "--timeout", str(TIMEOUT), "--log-level", "warning"),
        *("--max-requests", str(MAX_REQUESTS), "--max-requests-jitter", str(JITTER)),
        *("--pid", str(pid_file(port)), *binds),
    ]


def forward_signals(server: subprocess.Popen[bytes]) -> None:
    """Whatever ends this process ends the server first."""

    def end(number: int, frame: FrameType | None) -> None:
        server.terminate()

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, end)


def wait_until_healthy(server: subprocess.Popen[bytes], port: int) -> bool:
    """True once /healthz says ok; False when the server ends or time runs out."""
    deadline = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < deadline:
        if addresses.is_healthy(port):
            return True
        time.sleep(0.1)
    return False


def pid_file(port: int) -> Path:
    return VAR / f"server-{port}.pid"


def is_running(port: int) -> bool:
    """Whether this checkout's own server runs on the port."""
    return running_pid(pid_file(port)) is not None


def running_pid(file: Path) -> int | None:
    """The recorded process if it still is a server of this checkout."""
    try:
        pid = int(file.read_text())
        command = Path(f"/proc/{pid}/cmdline").read_bytes()
        is_ours = Path(f"/proc/{pid}/cwd").samefile(ROOT) and b"gunicorn" in command
    except (OSError, ValueError):
        return None
    return pid if is_ours else None


def stop_all() -> list[str]:
    """Stop every server that this checkout has left running; what was stopped, in words."""
    return [f"server on port {port}" for port in stopped_ports()]


def stopped_ports() -> Iterator[str]:
    for file in sorted(VAR.glob("server-*.pid")):
        pid = running_pid(file)
        if pid is not None:
            end_process(pid, file)
            yield file.stem.removeprefix("server-")
        file.unlink(missing_ok=True)


def end_process(pid: int, file: Path) -> None:
    """Ask the process to end, and insist after 30 seconds."""
    os.kill(pid, signal.SIGTERM)
    deadline = time.monotonic() + 30
    while running_pid(file) == pid and time.monotonic() < deadline:
        time.sleep(0.05)
    if running_pid(file) == pid:
        os.kill(pid, signal.SIGKILL)
