"""Amounts as Excel holds them, and their formats."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgets.sheet import Unit
from plans.exports.xlsx.numbers import in_unit, number_format


def test_a_thousandth_of_a_thousand_is_a_krona() -> None:
    found = [in_unit(kr, Unit.TKR) for kr in (24_000, 24_500, -355_001, 7, 0)]
    assert found == [24, Decimal("24.5"), Decimal("-355.001"), Decimal("0.007"), 0]


def test_kronor_are_kronor() -> None:
    assert in_unit(-355_001, Unit.KR) == -355_001


@given(st.integers(-(10**12), 10**12), st.sampled_from(Unit))
def test_no_amount_is_rounded(kr: int, unit: Unit) -> None:
    assert in_unit(kr, unit) * (1000 if unit is Unit.TKR else 1) == kr


@pytest.mark.parametrize(
    ("unit", "plus", "marks", "expected"),
    [
        (Unit.KR, "", (), '[$-41D]#,##0;[$-41D]"−"#,##0;0'),
        (Unit.KR, "+", (), '[$-41D]"+"#,##0;[$-41D]"−"#,##0;0'),
        (Unit.TKR, "", (), '[>=0.5][$-41D]#,##0;[<=-0.5][$-41D]"−"#,##0;0'),
        (Unit.KR, "", (1, 12), '[$-41D]#,##0"¹ ¹²";[$-41D]"−"#,##0"¹ ¹²";0"¹ ¹²"'),
    ],
)
def test_a_format_parts_thousands_and_has_a_real_minus(
    unit: Unit, plus: str, marks: tuple[int, ...], expected: str
) -> None:
    assert number_format(unit, plus=plus, marks=marks) == expected
