from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgets.formatting import amount_text, in_unit, percent_text, typed_text, with_unit
from budgets.sheet import Unit


@pytest.mark.parametrize(
    ("kr", "text"),
    [
        (None, "–"),
        (0, "0"),
        (999, "999"),
        (1_000, "1\u00a0000"),
        (10_010_000, "10\u00a0010\u00a0000"),
        (-444_500, "\u2212444\u00a0500"),
    ],
)
def test_an_amount_in_kr(kr: int | None, text: str) -> None:
    assert amount_text(kr, Unit.KR) == text


@pytest.mark.parametrize(
    ("kr", "text"),
    [
        (499, "0"),
        (500, "1"),
        (-499, "0"),
        (-500, "\u22121"),
        (1_499_499, "1\u00a0499"),
        (1_499_500, "1\u00a0500"),
        (-1_499_500, "\u22121\u00a0500"),
    ],
)
def test_an_amount_in_tkr_rounds_half_away_from_zero(kr: int, text: str) -> None:
    assert amount_text(kr, Unit.TKR) == text


@pytest.mark.parametrize(
    ("kr", "text"), [(None, "–"), (0, "0"), (24_000, "\u221224\u00a0000"), (-5_000, "+5\u00a0000")]
)
def test_a_negated_cost_prints_minus_and_its_correction_plus(kr: int | None, text: str) -> None:
    assert amount_text(kr, Unit.KR, negate=True) == text


def test_a_correction_that_rounds_to_nothing_has_no_sign() -> None:
    assert amount_text(-300, Unit.TKR, negate=True) == "0"
    assert amount_text(300, Unit.TKR, negate=True) == "0"


def test_an_amount_with_its_unit() -> None:
    assert with_unit(10_010_000, Unit.KR) == "10\u00a0010\u00a0000\u00a0kr"
    assert with_unit(736_000, Unit.TKR) == "736\u00a0tkr"
    assert with_unit(None, Unit.TKR) == "–"


@pytest.mark.parametrize(
    ("percent", "text"),
    [
        ("48.4", "48,4\u00a0%"),
        ("50", "50\u00a0%"),
        ("100.0", "100,0\u00a0%"),
        ("-12.25", "\u221212,25\u00a0%"),
        ("1234.5", "1\u00a0234,5\u00a0%"),
        ("1E+2", "100\u00a0%"),
    ],
)
def test_a_percentage(percent: str, text: str) -> None:
    assert percent_text(Decimal(percent)) == text


@given(st.integers(-(10**12), 10**12))
def test_rounding_is_symmetric_and_never_off_by_more_than_half(kr: int) -> None:
    assert in_unit(-kr, Unit.TKR) == -in_unit(kr, Unit.TKR)
    assert abs(in_unit(kr, Unit.TKR) * 1000 - kr) <= 500


@pytest.mark.parametrize(
    ("kr", "unit", "negate", "text"),
    [
        (None, Unit.KR, False, ""),
        (None, Unit.TKR, True, ""),
        (0, Unit.KR, False, "0"),
        (0, Unit.TKR, True, "0"),
        (1_234_567, Unit.KR, False, "1\u00a0234\u00a0567"),
        (1_234_500, Unit.TKR, False, "1\u00a0234,5"),
        (1_234_567, Unit.TKR, False, "1\u00a0234,567"),
        (1_000_000, Unit.TKR, False, "1\u00a0000"),
        (5, Unit.TKR, False, "0,005"),
        (-500, Unit.TKR, False, "\u22120,5"),
        (355_000, Unit.KR, True, "\u2212355\u00a0000"),
        (-5_000, Unit.KR, True, "+5\u00a0000"),
        (-400, Unit.TKR, True, "+0,4"),
    ],
)
def test_an_amount_in_a_cell_is_exact(kr: int | None, unit: Unit, negate: bool, text: str) -> None:
    assert typed_text(kr, unit, negate) == text
