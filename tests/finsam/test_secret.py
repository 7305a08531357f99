from pathlib import Path

import pytest

from finsam import secret
from finsam.environment import BadEnvironment


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


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("0123456789" * 4, "must have 50 characters or more"),
        ("a" * 60, "must have 50 characters or more"),
        ("django-insecure-" + "0123456789" * 6, "is one of Django's examples"),
    ],
)
def test_a_weak_secret_is_refused_with_how_a_strong_one_is_made(
    tmp_path: Path, given: str, said: str
) -> None:
    with pytest.raises(BadEnvironment, match=f"^SECRET_KEY {said}.*token_urlsafe"):
        secret.refuse_weak(given, tmp_path)


def test_the_secret_of_demo_mode_is_refused_in_earnest(tmp_path: Path) -> None:
    demos = secret.kept_in(tmp_path)
    with pytest.raises(BadEnvironment, match="is the one that demo mode made"):
        secret.refuse_weak(demos, tmp_path)
    secret.refuse_weak(demos[::-1], tmp_path)
