"""Servers that a test starts, kills and starts again."""

import os
import signal
import socket
import subprocess
import sys
import time
from types import TracebackType
from urllib.error import URLError
from urllib.request import urlopen

from django.db import connection

from finsam.setup.checkout import ROOT

PATIENCE = 30


class Server:
    """The product at a port of its own, on the tests' database."""

    def __init__(self) -> None:
        with socket.socket() as free:
            free.bind(("localhost", 0))
            self.port = int(free.getsockname()[1])
        self.url = f"http://localhost:{self.port}"

    def __enter__(self) -> "Server":
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.kill()

    def start(self) -> None:
        """Start it, and wait until it answers."""
        command = [sys.executable, "-m", "gunicorn", "tests.browser.served:application"]
        self.process = subprocess.Popen(
            [*command, "--bind", f"localhost:{self.port}", "--threads", "4", "--no-control-socket"],
            cwd=ROOT,
            env=os.environ | {"FINSAM_TEST_DATABASE": str(connection.settings_dict["NAME"])},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        deadline = time.monotonic() + PATIENCE
        while not self._answers():
            assert time.monotonic() < deadline, "the server does not answer"
            time.sleep(0.1)

    def kill(self) -> None:
        """End it at once, as kill -9 does, with its workers."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def _answers(self) -> bool:
        try:
            with urlopen(f"{self.url}/healthz") as answer:  # noqa: S310 -- our own address
                return bool(answer.status == 200)
        except (URLError, OSError):
            return False
