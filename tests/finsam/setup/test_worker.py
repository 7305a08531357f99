"""The worker beside the server, with programs that stand for both."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from finsam.setup import processes, worker

SLEEPS = [sys.executable, "-c", "import time; time.sleep(60)", "manage.py", "worker"]
DIES = [sys.executable, "-c", "", "manage.py", "worker"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "worker-8000.pid"


@pytest.fixture
def attendants(file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable]:
    made: list[worker.Attendant] = []

    def attendant(command: list[str]) -> worker.Attendant:
        monkeypatch.setattr(worker, "manage_command", lambda name: command)
        made.append(worker.Attendant(file))
        return made[-1]

    yield attendant
    for one in made:
        one.end()


def test_a_worker_is_found_again_by_its_file_and_ended(file: Path, attendants: Callable) -> None:
    attendant = attendants(SLEEPS)
    # Between its birth and its command line there is a moment.
    while processes.running_pid(file, worker.WORD) is None:
        time.sleep(0.01)
    assert processes.running_pid(file, worker.WORD) == attendant.process.pid
    assert processes.running_pid(file, "gunicorn") is None
    # Somebody has to collect it, as `make run` does.
    attendant.process.terminate()
    attendant.process.wait()
    assert (processes.end(file, worker.WORD), file.exists()) == (False, False)


def test_a_worker_that_died_is_started_again_after_its_pause(
    attendants: Callable, capsys: pytest.CaptureFixture[str]
) -> None:
    attendant = attendants(DIES)
    first = attendant.process
    first.wait()
    attendant.look()
    said = capsys.readouterr().out
    assert said == "The worker that sends letters died; it starts again in 2 s.\n"
    assert attendant.process is first
    attendant.due = time.monotonic()
    attendant.look()
    assert attendant.process is not first
    attendant.process.wait()


def test_the_pauses_grow_while_it_dies_at_once(attendants: Callable) -> None:
    attendant = attendants(DIES)
    attendant.process.wait()
    assert [attendant.next_pause(lived) for lived in (1, 1, 1, 1, 1, 1, 61)] == [
        *(2, 4, 8, 16, 32, 60),
        1,
    ]


def test_the_worker_ends_with_its_server(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "pid_file", lambda port: file)
    monkeypatch.setattr(worker, "manage_command", lambda name: SLEEPS)
    began = time.monotonic()
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(1)"]) as server:
        worker.run_beside(server, 8000)
    assert (time.monotonic() - began < 20, file.exists()) == (True, False)
