"""A changed figure in words."""

import pytest

from budgets.sheet import Unit
from plans.document.comparing.money import FigureChange


def sentence(
    old: int | None, new: int | None, unit: Unit = Unit.TKR, *, negate: bool = False
) -> str:
    change = FigureChange(
        row="", column="", label="Rad 2025", old=old, new=new, unit=unit, negate=negate
    )
    return change.sentence.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (1_400_000, 1_000_000, "Rad 2025: 1 400 → 1 000 tkr (−400 tkr, −29 %)"),
        (0, 300_000, "Rad 2025: 0 → 300 tkr (+300 tkr)"),
        (None, 300_000, "Rad 2025: inget belopp → 300 tkr"),
        (300_000, None, "Rad 2025: 300 tkr → inget belopp"),
        (300_000, 0, "Rad 2025: 300 → 0 tkr (−300 tkr, −100 %)"),
        (-574_000, -431_000, "Rad 2025: −574 → −431 tkr (+143 tkr, +25 %)"),
        (1_000_000, 1_004_000, "Rad 2025: 1 000 → 1 004 tkr (+4 tkr, +0,4 %)"),
        (300_000, 300_200, "Rad 2025: 300 → 300,2 tkr (+0,2 tkr, +0,1 %)"),
        (1_400_400, 1_000_600, "Rad 2025: 1 400,4 → 1 000,6 tkr (−399,8 tkr, −29 %)"),
    ],
)
def test_the_sentence_in_thousands(old: int | None, new: int | None, said: str) -> None:
    assert sentence(old, new) == said


def test_the_signs_are_those_that_print() -> None:
    said = "Rad 2025: −1 400 000 → −1 000 000 kr (+400 000 kr, +29 %)"
    assert sentence(1_400_000, 1_000_000, Unit.KR, negate=True) == said
