import os
import signal
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from finsam.postgres import CHECKOUT, Cluster, Refusal, binaries, places, servers


def pid(cluster: Cluster) -> int | None:
    place = places.recorded(cluster.record)
    return servers.pid(place) if place else None


def rows(cluster: Cluster) -> list[tuple[int]]:
    with psycopg.connect(cluster.url("finsam_owner")) as connection:
        return connection.execute("SELECT number FROM kept ORDER BY number").fetchall()


def keep_a_row(cluster: Cluster) -> None:
    with psycopg.connect(cluster.url("finsam_owner")) as connection:
        connection.execute("CREATE TABLE kept (number int)")
        connection.execute("INSERT INTO kept VALUES (7)")


def test_a_started_cluster_stays_the_same_when_started_again(started: Cluster) -> None:
    before = pid(started)
    started.start()
    assert pid(started) == before


def test_two_that_start_at_once_meet_one_server(cluster: Cluster) -> None:
    code = (
        "import sys; from pathlib import Path; from finsam.postgres import Cluster;"
        "Cluster(Path(sys.argv[1]), 'postgres').start()"
    )
    command = [sys.executable, "-c", code, str(cluster.checkout)]
    both = [subprocess.Popen(command, cwd=CHECKOUT) for _ in range(2)]
    assert [each.wait() for each in both] == [0, 0]
    assert pid(cluster) is not None


def test_listens_at_no_port(started: Cluster) -> None:
    with psycopg.connect(started.url("finsam_owner")) as connection:
        row = connection.execute("SHOW listen_addresses").fetchone()
    assert row == ("",)


def test_killed_in_the_middle_it_comes_back_with_every_committed_row(durable: Cluster) -> None:
    keep_a_row(durable)
    connection = psycopg.connect(durable.url("finsam_owner"))
    connection.execute("INSERT INTO kept VALUES (8)")
    for killed in (pid(durable), connection.info.backend_pid):
        assert killed is not None
        os.kill(killed, signal.SIGKILL)
    connection.close()
    durable.start()
    assert rows(durable) == [(7,)]


def test_a_pid_that_is_now_another_process_hinders_nobody(started: Cluster) -> None:
    place = places.recorded(started.record)
    assert place is not None
    started.stop()
    (place.data / "postmaster.pid").write_text(f"{os.getpid()}\n{place.data}\n")
    Path(place.socket, ".s.PGSQL.5433.lock").write_text(f"{os.getpid()}\n")
    started.start()
    assert pid(started) not in (None, os.getpid())


def test_a_server_whose_socket_is_gone_is_started_anew(started: Cluster) -> None:
    keep_a_row(started)
    place = places.recorded(started.record)
    assert place is not None
    for path in Path(place.socket).iterdir():
        path.unlink()
    Path(place.socket).rmdir()
    started.start()
    assert rows(started) == [(7,)]


def test_a_half_made_data_folder_is_made_anew(cluster: Cluster) -> None:
    half = cluster.checkout / "var" / "postgres" / "data.new"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("15\n")
    cluster.start()
    assert pid(cluster) is not None


def test_data_of_another_major_version_is_refused_and_left_alone(started: Cluster) -> None:
    place = places.recorded(started.record)
    assert place is not None
    started.stop()
    version = place.data / "PG_VERSION"
    ours = version.read_text()
    version.write_text("12\n")
    with pytest.raises(Refusal, match="was made by PostgreSQL 12, and this machine has"):
        started.start()
    assert version.read_text() == "12\n"
    version.write_text(ours)


def test_stop_says_whether_there_was_something_to_stop(started: Cluster) -> None:
    assert (started.stop(), started.stop()) == (True, False)


def test_a_server_in_use_is_left_alone(started: Cluster) -> None:
    with started.in_use():
        assert started.stop_unless_in_use() is False
    assert started.stop_unless_in_use() is True


def test_an_unstarted_cluster_has_no_address(cluster: Cluster) -> None:
    with pytest.raises(Refusal, match="make run"):
        cluster.url("finsam_app")


def test_a_record_that_cannot_be_read_says_which_file_to_remove(cluster: Cluster) -> None:
    cluster.record.parent.mkdir()
    cluster.record.write_text("{")
    with pytest.raises(Refusal, match=r"postgres.json cannot be read\. Remove it"):
        cluster.start()
    cluster.record.unlink()


def test_a_machine_without_postgresql_is_told_how_to_get_it(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="sudo apt-get install postgresql"):
        binaries.for_data(tmp_path, {})


def test_new_data_is_made_by_the_newest_version(tmp_path: Path) -> None:
    found = {15: Path("/old"), 17: Path("/new")}
    assert binaries.for_data(tmp_path, found) == Path("/new")


def test_data_is_served_by_the_version_that_made_it(tmp_path: Path) -> None:
    (tmp_path / "PG_VERSION").write_text("15\n")
    found = {15: Path("/old"), 17: Path("/new")}
    assert binaries.for_data(tmp_path, found) == Path("/old")
