"""A server whose process the kernel hides, as a container without CAP_SYS_PTRACE does."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
import pytest

from finsam.postgres import CHECKOUT, Cluster, places, servers
from finsam.postgres.places import Place

as_root = pytest.mark.skipif(
    os.geteuid() != 0 or shutil.which("setpriv") is None, reason="only root becomes nobody"
)

BLIND = ("setpriv", "--bounding-set", "-sys_ptrace", "--inh-caps", "-sys_ptrace")
ASK = """
import json, sys
from pathlib import Path
from finsam.postgres import Cluster, places, servers
cluster = Cluster(Path(sys.argv[1]), "postgres", durable=False)
answers = []
for step in sys.argv[2:]:
    answers.append(getattr(cluster, step)() if step != "pid" else servers.pid(
        places.recorded(cluster.record)))
print(json.dumps([places.recorded(cluster.record).account, *answers]))
"""


@pytest.fixture
def path_without_unshare() -> Iterator[Path]:
    """Programs among which `unshare` is missing: so it is nobody who runs the server."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "test").symlink_to(str(shutil.which("test")))
        yield folder


@pytest.fixture
def nobodys_process() -> Iterator[int]:
    command = ("setpriv", "--reuid=nobody", "--clear-groups", "sleep", "60")
    with subprocess.Popen(command) as process:
        yield process.pid
        process.kill()


def blindly(cluster: Cluster, programs: Path, *steps: str) -> list[object]:
    """The account, and what each step returned, where other users' processes are hidden."""
    setpriv = str(shutil.which("setpriv"))
    done = subprocess.run(
        [setpriv, *BLIND[1:], sys.executable, "-c", ASK, str(cluster.checkout), *steps],
        cwd=CHECKOUT,
        env={"PATH": str(programs)},
        stdout=subprocess.PIPE,
        check=True,
    )
    answers: list[object] = json.loads(done.stdout)
    return answers


def place_of(cluster: Cluster) -> Place:
    place = places.recorded(cluster.record)
    assert place is not None
    return place


def traces(place: Place) -> list[bool]:
    lock = Path(place.socket) / ".s.PGSQL.5433"
    return [(place.data / "postmaster.pid").exists(), lock.exists()]


@as_root
def test_a_hidden_server_is_the_same_one_when_started_again(
    cluster: Cluster, path_without_unshare: Path
) -> None:
    steps = ("start", "pid", "start", "pid")
    account, _, first, _, second = blindly(cluster, path_without_unshare, *steps)
    with psycopg.connect(cluster.url("finsam_owner")) as connection:
        row = connection.execute("SELECT 1").fetchone()
    assert (account, first, second, row) == ("nobody", servers.pid(place_of(cluster)), first, (1,))
    assert traces(place_of(cluster)) == [True, True]


@as_root
def test_a_hidden_server_is_stopped(cluster: Cluster, path_without_unshare: Path) -> None:
    steps = ("start", "stop", "pid", "stop")
    assert blindly(cluster, path_without_unshare, *steps) == ["nobody", None, True, None, False]


@as_root
def test_a_hidden_pid_that_is_now_another_process_hinders_nobody(
    cluster: Cluster, path_without_unshare: Path, nobodys_process: int
) -> None:
    blindly(cluster, path_without_unshare, "start", "stop")
    place = place_of(cluster)
    (place.data / "postmaster.pid").write_text(f"{nobodys_process}\n{place.data}\n")
    _, before, _, after = blindly(cluster, path_without_unshare, "pid", "start", "pid")
    assert (before, after) == (None, servers.pid(place))
    os.kill(nobodys_process, 0)


def test_an_answering_server_is_up_whatever_its_lock_file_says(started: Cluster) -> None:
    place = place_of(started)
    lock = place.data / "postmaster.pid"
    ours = lock.read_text()
    lock.write_text("nothing\n")
    started.start()
    assert (lock.read_text(), servers.pid(place)) == ("nothing\n", None)
    lock.write_text(ours)


def test_traces_of_a_server_that_may_live_are_not_swept(started: Cluster) -> None:
    place = place_of(started)
    programs = started._programs(place)
    servers.sweep(place, programs)
    number = servers.pid(place)
    assert (number is None, traces(place)) == (False, [True, True])


def test_traces_of_a_killed_server_are_swept(started: Cluster) -> None:
    place = place_of(started)
    number = servers.pid(place)
    assert number is not None
    os.kill(number, signal.SIGKILL)
    while servers.asked(place, started._programs(place)) == 0 or servers.pid(place):
        pass
    servers.sweep(place, started._programs(place))
    assert traces(place) == [False, False]
