import pytest

from budgets.parsing import Read, Unread
from budgets.pasting.costs import Signs, signs
from budgets.sheet import CostSign, Unit

POSITIVE, NEGATIVE = CostSign.POSITIVE, CostSign.NEGATIVE


@pytest.mark.parametrize(
    ("lines", "sums", "style", "is_inverted"),
    [
        (["5", "6"], ["11"], POSITIVE, False),
        (["-5", "-6"], ["-11"], POSITIVE, True),
        (["−5", "0", "", "–"], [], POSITIVE, True),
        (["(5)", "6-"], [], POSITIVE, True),
        (["-5", "6"], [], POSITIVE, False),
        (["-5", "6"], ["1"], POSITIVE, False),
        (["-6", "5"], ["-1"], POSITIVE, True),
        (["-6", "5"], ["0"], POSITIVE, False),
        ([], ["-11"], POSITIVE, True),
        (["x", "-5"], [], POSITIVE, True),
        ([], [], POSITIVE, False),
        (["5", "6"], [], NEGATIVE, False),
        (["-5", "6"], ["1"], NEGATIVE, True),
    ],
)
def test_the_costs_together_tell_how_they_are_signed(
    lines: list[str], sums: list[str], style: CostSign, is_inverted: bool
) -> None:
    assert signs(lines, sums, Unit.KR, style).is_inverted is is_inverted


def test_in_an_inverted_range_only_costs_are_turned() -> None:
    inverted = Signs(unit=Unit.TKR, style=POSITIVE, is_inverted=True)
    assert inverted.read("-5", is_cost=True) == Read(kr=5_000)
    assert inverted.read("5", is_cost=True) == Read(kr=-5_000)
    assert inverted.read("-5", is_cost=False) == Read(kr=-5_000)
    assert inverted.read("-", is_cost=True) == Read(kr=None)
    assert isinstance(inverted.read("9.999", is_cost=True), Unread)


def test_in_the_negative_style_costs_are_read_as_they_are_typed() -> None:
    typed = Signs(unit=Unit.KR, style=NEGATIVE)
    assert [typed.read(text, is_cost=True) for text in ("5", "+5")] == [Read(kr=5), Read(kr=-5)]
    assert typed.read("+5", is_cost=False) == Read(kr=5)
