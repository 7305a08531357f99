"""Measurements as text: tables that are readable both on a terminal and in Markdown. Pure."""

from collections.abc import Sequence

Cell = str | int | float | None


def table(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """An aligned table; all but its first column are figures. None is not measured."""
    texts = [list(heads), *([_text(cell) for cell in row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
    rule = [("-" * (width - 1)) + (":" if at else "-") for at, width in enumerate(widths)]
    lines = [_aligned(row, widths) for row in texts]
    return "\n".join([lines[0], _row(rule), *lines[1:]])


def _aligned(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = zip(cells, widths, strict=True)
    return _row([first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _text(cell: Cell) -> str:
    """Whole numbers with a thousands separator, parts with two decimals."""
    match cell:
        case None:
            return "–"
        case int():
            return f"{cell:,}".replace(",", " ")
        case float():
            return f"{cell:.2f}"
    return cell
