from itertools import pairwise

from finsam.setup.server import command


def test_a_worker_is_replaced_before_it_has_grown_large_and_not_with_the_other() -> None:
    words = command(8000)
    options = dict(pairwise(words))
    assert options["--max-requests"] == "300"
    assert options["--max-requests-jitter"] == "60"
