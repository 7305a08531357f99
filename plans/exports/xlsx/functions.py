"""The few functions that our formulas use, as text without the "=" of a whole formula."""

from collections.abc import Iterable, Sequence

MOST = 255
"""The most arguments that a function takes."""


def sums(cells: Sequence[str]) -> list[str]:
    """Sums that together are that of all the cells; what is no number counts as nothing."""
    return _calls("SUM", cells)


def sum_or_empty(cells: Sequence[str]) -> str:
    """The sum of cells, empty where none of them has a number."""
    count, total = "+".join(_calls("COUNT", cells)), "+".join(sums(cells))
    return f'IF({count}=0,"",{total})'


def or_empty(cell: str, formula: str = "") -> str:
    """A formula, or the cell itself, empty where that cell is empty."""
    return f'IF({cell}="","",{formula or cell})'


def balance(plus: Iterable[str], minus: Iterable[str]) -> str:
    """Terms added and taken away: "B12-B30+SUM(B32:B33)"."""
    return "+".join(plus) + "".join(f"-{term}" for term in minus)


def _calls(function: str, cells: Sequence[str]) -> list[str]:
    chunks = (cells[start : start + MOST] for start in range(0, len(cells), MOST))
    return [f"{function}({','.join(chunk)})" for chunk in chunks]
