from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgets.shares import percentages, split, split_by_percentages

POPULATION = (43_674, 28_269, 7_528, 5_512, 5_309)

weights = st.lists(st.integers(0, 1_000_000), min_size=1, max_size=12).filter(any)


def test_vastra_ostergotlands_percentages_are_those_of_its_plan() -> None:
    assert percentages(POPULATION) == tuple(map(Decimal, ("48.4", "31.3", "8.3", "6.1", "5.9")))


def test_vastra_ostergotlands_contributions_are_exact_to_the_krona() -> None:
    parts = split_by_percentages(2_161_000, POPULATION)
    assert parts == (1_045_924, 676_393, 179_363, 131_821, 127_499)


def test_the_unrounded_split_differs_from_the_printed_one() -> None:
    parts = split(2_161_000, POPULATION)
    printed = split_by_percentages(2_161_000, POPULATION)
    differences = [part - other for part, other in zip(parts, printed, strict=True)]
    assert differences == [-654, 182, 808, 100, -436]


def test_a_percentage_keeps_its_decimals() -> None:
    assert [str(percent) for percent in percentages((1, 1), 2)] == ["50.00", "50.00"]
    assert [str(percent) for percent in percentages((1, 2), 0)] == ["33", "67"]


def test_equal_remainders_are_served_in_order() -> None:
    assert percentages((1, 1, 1)) == (Decimal("33.4"), Decimal("33.3"), Decimal("33.3"))
    assert split(2, (5, 5, 5)) == (1, 1, 0)


def test_a_correction_is_split_as_its_opposite() -> None:
    assert split(-100, (1, 2)) == (-33, -67)


def test_a_weight_of_zero_gets_nothing() -> None:
    assert split(101, (0, 1, 1)) == (0, 51, 50)


@pytest.mark.parametrize("figures", [(), (0, 0), (3, -1)])
def test_figures_that_cannot_be_shared_out_by_are_refused(figures: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="weight"):
        percentages(figures)
    with pytest.raises(ValueError, match="weight"):
        split(100, figures)


def test_a_negative_number_of_decimals_is_refused() -> None:
    with pytest.raises(ValueError, match="decimals"):
        percentages((1, 2), -1)


@given(weights, st.integers(0, 6))
def test_percentages_add_up_to_exactly_100(figures: list[int], decimals: int) -> None:
    assert sum(percentages(figures, decimals)) == 100


@given(st.integers(-100_000_000, 100_000_000), weights)
def test_parts_add_up_to_the_whole(whole: int, figures: list[int]) -> None:
    assert sum(split(whole, figures)) == whole


@given(st.integers(-100_000_000, 100_000_000), weights, st.integers(0, 3))
def test_parts_by_percentages_add_up_to_the_whole(
    whole: int, figures: list[int], decimals: int
) -> None:
    assert sum(split_by_percentages(whole, figures, decimals)) == whole


@given(st.integers(-100_000_000, 100_000_000), weights)
def test_every_part_is_less_than_one_krona_from_its_exact_share(
    whole: int, figures: list[int]
) -> None:
    for part, figure in zip(split(whole, figures), figures, strict=True):
        assert abs(part - Fraction(whole * figure, sum(figures))) < 1
