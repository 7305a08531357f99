"""The rows at the top of a pasted range that name its columns, and the unit that they say."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from budgets.pasting.headwords import Words, is_year, unit_said, words
from budgets.pasting.names import is_amount
from budgets.sheet import Unit

MOST_ABOVE = 6
"""How many rows are looked at for heads: a title, a unit, kinds and years."""

Cells = Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Top:
    """What stands above the first row: the heads by place, and how many rows it takes.

    `title` is what a title alone on its row says of the only column; `unit` is what all of it
    says that amounts are in.
    """

    heads: dict[int, Words]
    height: int = 0
    title: Words | None = None
    unit: Unit | None = None

    @property
    def first(self) -> int | None:
        """The place of the first column that is named."""
        return next((place for place, head in self.heads.items() if head.is_known), None)


def top(rows: Sequence[Cells], is_row: Callable[[str], bool]) -> Top:
    """Find the heads among the first rows. `is_row` says whether a name is a row's."""
    title, above = None, 0
    width = max(map(len, rows), default=0)
    # A short row ends in empty cells: a title alone on its row is no head of a single column.
    rows = [[*cells, *[""] * (width - len(cells))] for cells in rows[: MOST_ABOVE + 1]]
    for place, cells in enumerate(rows[:MOST_ABOVE]):
        heads, height = _heads(rows[place : place + 2], is_row)
        if heads:
            end = place + height
            return Top(heads=heads, height=end, unit=_unit(rows[:end]))
        if _is_body(cells, is_row):
            break
        if not any(cell.strip() for cell in cells[1:]) and (found := words(_first(cells))).column:
            title, above = found, place + 1
    return Top(heads={}, height=above, title=title, unit=_unit(_before_amounts(rows)))


def repeats(cells: Mapping[int, str], heads: Mapping[int, Words]) -> bool:
    """Whether a row further down says the heads again, as above a second table."""
    filled = {place: words(text) for place, text in cells.items() if text.strip()}
    return bool(filled) and all(heads.get(place) == head for place, head in filled.items())


def _heads(rows: Sequence[Cells], is_row: Callable[[str], bool]) -> tuple[dict[int, Words], int]:
    """The heads of the first of two rows, or of both where the kinds stand above the years."""
    one = _named(rows[0], is_row)
    if len(rows) > 1 and _says_half(rows[0]) and not _is_body(rows[1], is_row):
        both = _named(_together(*rows), is_row)
        if _worth(both) > _worth(one):
            return both, 2
    return one, 1


def _named(cells: Cells, is_row: Callable[[str], bool]) -> dict[int, Words]:
    """What each cell of a head row says; none of a row that is something else."""
    found = {place: words(text) for place, text in enumerate(cells)}
    known = [place for place, head in found.items() if head.is_known]
    own = [place for place in known if place or (len(cells) == 1 and not is_year(cells[0]))]
    if not own or _is_body(cells, is_row) or not _are_heads(cells):
        return {}
    return found


def _are_heads(cells: Cells) -> bool:
    """Bare years may be amounts: they are heads beside words, or where they go on rising."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    years = [int(cell) for cell in filled if is_year(cell)]
    is_rising = len(years) > 1 and years == sorted(set(years))
    return len(years) < len(filled) or is_rising


def _together(upper: Cells, lower: Cells) -> list[str]:
    """Two head rows as one; a kind that spans several years stands in the first of its cells."""
    width = max(len(upper), len(lower))
    texts, spanning = [], ""
    for place in range(width):
        above = upper[place].strip() if place < len(upper) else ""
        below = lower[place].strip() if place < len(lower) else ""
        spanning = above or (spanning if is_year(below) and place else "")
        texts.append(f"{spanning} {below}".strip())
    return texts


def _worth(heads: dict[int, Words]) -> int:
    """How much heads say of their columns; the first stands over the names."""
    said = [head for place, head in heads.items() if place]
    return sum(2 if head.column else head.is_known for head in said)


def _says_half(cells: Cells) -> bool:
    """Whether the row may be the upper one of two: its figures' columns say a kind or a year."""
    return any(words(cell).is_known for cell in cells[1:])


def _is_body(cells: Cells, is_row: Callable[[str], bool]) -> bool:
    return _has_amount(cells) or is_row(_first(cells))


def _has_amount(cells: Cells) -> bool:
    return any(is_amount(cell) and not is_year(cell) for cell in cells)


def _first(cells: Cells) -> str:
    return cells[0] if cells else ""


def _before_amounts(rows: Sequence[Cells]) -> Sequence[Cells]:
    end = next((n for n, cells in enumerate(rows) if any(map(is_amount, cells))), 0)
    return rows[: min(end, MOST_ABOVE)]


def _unit(rows: Sequence[Cells]) -> Unit | None:
    said = (unit_said(cell) for cells in rows for cell in cells)
    return next((unit for unit in said if unit), None)
