import json
import os
from pathlib import Path

import pytest

from finsam.postgres import places
from finsam.postgres.accounts import Account
from finsam.postgres.places import Place

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root has a second place to go to")


def test_what_is_recorded_is_read_back(tmp_path: Path) -> None:
    place = Place(folder="/data", socket="/data/socket", account="plain")
    places.write(tmp_path / "record.json", place)
    assert places.recorded(tmp_path / "record.json") == place


def test_nothing_is_recorded_before_the_first_start(tmp_path: Path) -> None:
    assert places.recorded(tmp_path / "record.json") is None


def test_the_record_is_plain_json(tmp_path: Path) -> None:
    places.write(tmp_path / "record.json", Place("/data", "/socket", "plain"))
    assert json.loads((tmp_path / "record.json").read_text()) == {
        "folder": "/data",
        "socket": "/socket",
        "account": "plain",
    }


def test_two_checkouts_have_two_folders_outside() -> None:
    assert places.outside_folder(Path("/a"), "postgres") != places.outside_folder(
        Path("/b"), "postgres"
    )


def test_the_tests_have_their_own_folder_outside() -> None:
    assert places.outside_folder(Path("/a"), "postgres-test").name.endswith("-test")


@pytest.mark.parametrize(("length", "fits"), [(92, True), (93, False)])
def test_a_socket_stays_below_107_bytes(length: int, fits: bool) -> None:
    assert places.fits(Path("/" + "x" * (length - 1))) is fits


def test_a_folder_open_to_others_is_not_private(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    assert places.is_private(tmp_path, Account("plain")) is False


def test_a_link_is_not_private(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    assert places.is_private(tmp_path / "link", Account("plain")) is False


@as_root
def test_where_nobody_cannot_reach_the_checkout_another_folder_is_tried(tmp_path: Path) -> None:
    accounts = {account.name for _, account in places.options(tmp_path, "postgres", None)}
    folders = [folder for folder, _ in places.options(tmp_path, "postgres", None)]
    assert accounts == {"unshare", "nobody"}
    assert folders[-1] == places.outside_folder(tmp_path, "postgres")


@as_root
def test_data_stays_where_it_is(tmp_path: Path) -> None:
    data = tmp_path / "var" / "postgres" / "data"
    data.mkdir(parents=True)
    folders = {folder for folder, _ in places.options(tmp_path, "postgres", None)}
    assert folders == {data.parent}


def test_a_short_folder_that_is_gone_after_a_reboot_is_made_anew(tmp_path: Path) -> None:
    (long := tmp_path / ("x" * 80)).mkdir()
    short = places.socket_folder(long, Account("plain"), before=str(tmp_path / "gone"))
    assert places.is_private(short, Account("plain"))
    short.rmdir()


def test_a_short_folder_that_is_still_there_is_used_again(tmp_path: Path) -> None:
    (long := tmp_path / ("x" * 80)).mkdir()
    (before := tmp_path / "before").mkdir(mode=0o700)
    assert places.socket_folder(long, Account("plain"), before=str(before)) == before


def test_a_path_too_long_for_a_socket_gets_a_short_private_folder(tmp_path: Path) -> None:
    (long := tmp_path / ("x" * 80)).mkdir()
    short = places.socket_folder(long, Account("plain"), before=None)
    assert (places.fits(short), places.is_private(short, Account("plain"))) == (True, True)
    short.rmdir()
