"""The figures of several printings, and what a printing is made of."""

from dataclasses import replace

import pytest

from plans.bench.printing import Pair, Print, medians, printed_pairs
from plans.bench.subjects import borrowed
from tests.factories import content

PAIR = Pair(ours=800.0, before=30.0, after=10.0, default=1000.0, pages=9, size=80_000)


def test_ours_is_what_is_before_and_after_weasyprint() -> None:
    assert PAIR.share == 0.05


def test_the_ratio_is_of_the_whole_way_to_the_defaults() -> None:
    assert PAIR.ratio == 0.8


def test_each_figure_has_its_own_median() -> None:
    pairs = [PAIR, replace(PAIR, ours=400.0), replace(PAIR, ours=1000.0, default=2000.0)]
    assert medians(pairs) == Print(ms=800.0, share=0.05, ratio=0.5, pages=9, size=80_000)


# WeasyPrint leaves the file of its colour profile for the garbage collector to close.
@pytest.mark.filterwarnings("ignore:.*sRGB2014:pytest.PytestUnraisableExceptionWarning")
@pytest.mark.django_db
def test_a_plan_is_printed_in_our_way_and_by_default() -> None:
    with borrowed(content()) as subject:
        found = printed_pairs(subject.plan, 1)
    assert 0 < found.share < 1
    assert found.ratio > 0
    assert found.pages > 2
