import pytest

from finsam.letters.tasks import wait_after


@pytest.mark.parametrize(
    ("attempts", "seconds"), [(0, 10), (1, 20), (8, 2560), (9, 3600), (2_000, 3600)]
)
def test_the_waits_grow_to_an_hour(attempts: int, seconds: int) -> None:
    assert wait_after(attempts) == seconds
