from pathlib import Path

from finsam import secret


def test_is_made_once_and_kept(tmp_path: Path) -> None:
    assert secret.kept_in(tmp_path / "var") == secret.kept_in(tmp_path / "var")


def test_is_long_and_another_one_elsewhere(tmp_path: Path) -> None:
    first, second = secret.kept_in(tmp_path / "a"), secret.kept_in(tmp_path / "b")
    assert (len(first) >= 50, first == second) == (True, False)


def test_is_for_its_owner_only_and_leaves_nothing_beside(tmp_path: Path) -> None:
    secret.kept_in(tmp_path)
    assert [(path.name, path.stat().st_mode & 0o777) for path in tmp_path.iterdir()] == [
        ("secret", 0o600)
    ]


def test_the_first_of_two_that_write_at_once_wins(tmp_path: Path) -> None:
    kept = secret.kept_in(tmp_path)
    secret.write(tmp_path / "secret")
    assert secret.kept_in(tmp_path) == kept
