"""The server of `make run`: started, watched, stopped."""

import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

from finsam.refusal import Refusal
from finsam.setup import addresses, processes, worker
from finsam.setup.checkout import PYTHON, ROOT, VAR

WORKERS = 2
# Seconds: a long plan as PDF on a slow machine stays below this.
TIMEOUT = 120
# Each PDF leaves 0.1 to 0.9 MB behind in the worker that printed it; a fresh one starts without.
# The jitter keeps them from starting at once, so that one always answers.
MAX_REQUESTS, JITTER = 300, 60
PATIENCE = 60
WORD = "gunicorn"


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
    worker.run_beside(server, port)
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
    return processes.running_pid(pid_file(port), WORD) is not None


def stop_all() -> list[str]:
    """Stop every server that this checkout has left running; what was stopped, in words."""
    return [f"server on port {port}" for port in stopped_ports()]


def stopped_ports() -> Iterator[str]:
    for file in sorted(VAR.glob("server-*.pid")):
        if processes.end(file, WORD):
            yield file.stem.removeprefix("server-")
