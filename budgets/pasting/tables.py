"""A pasted range as a table: where its names and its figures stand, and what its columns say."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from budgets.pasting.blocks import Rows
from budgets.pasting.heads import Cells, Top, repeats, top
from budgets.pasting.headwords import Words
from budgets.pasting.names import clean, is_amount, is_name
from budgets.sheet import Unit

FURTHEST_NAME = 3
"""How many columns may stand before the names: numbers of accounts, activity codes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A pasted row: its name ("" where the range has none), and the texts by place."""

    name: str
    cells: Mapping[int, str]

    @property
    def has_figures(self) -> bool:
        return any(map(is_amount, self.cells.values()))

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands beside the name."""
        return not any(text.strip() for text in self.cells.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A pasted range. `places` are the columns of figures from the left, with their heads.

    `corner` is what stands above the names, `unit` what the range says that it is in.
    """

    rows: tuple[TableRow, ...]
    places: tuple[int, ...]
    heads: Mapping[int, Words]
    has_names: bool
    corner: str = ""
    unit: Unit | None = None


def table(block: Rows, is_row: Callable[[str], bool] = lambda name: False) -> Table:
    """A block of cells as a table. `is_row` says whether a name is that of a known row."""
    above = top(block, is_row)
    body = block[above.height :]
    width = max(map(len, block), default=0)
    named = _named(body, above.first, width)
    places = _places(body, above, named, width)
    heads = dict(above.heads)
    if above.title and not heads and len(places) == 1:
        heads = {places[0]: above.title}
    return Table(
        rows=tuple(_row(cells, named, places, heads, is_row) for cells in body),
        places=places,
        heads={place: heads[place] for place in places if place in heads},
        has_names=bool(named),
        corner=_corner(block[: above.height], named),
        unit=above.unit,
    )


def _named(body: Rows, first: int | None, width: int) -> list[int]:
    """The columns of names: those of words before the first that is named or holds figures."""
    # A range of one column is figures, whatever they look like.
    end = width - 1 if first is None else first
    start = next((n for n in range(min(end, FURTHEST_NAME)) if _holds_names(body, n)), None)
    if start is None and first == 0 and _holds_names(body, 0):
        return [0]
    if start is None or (first is None and not _are_codes(body, range(start))):
        return []
    named = [start]
    while (after := named[-1] + 1) < end and _holds_names(body, after):
        named.append(after)
    return named


def _holds_names(body: Rows, place: int) -> bool:
    filled = [cell for cell in _column(body, place) if cell.strip()]
    return 2 * sum(map(is_name, filled)) > len(filled)


def _are_codes(body: Rows, places: Sequence[int]) -> bool:
    """Whether the columns hold nothing, or numbers of at most six signs without spaces."""
    return all(
        len(cell.strip()) <= 6 and " " not in cell.strip()
        for place in places
        for cell in _column(body, place)
    )


def _places(body: Rows, above: Top, named: Sequence[int], width: int) -> tuple[int, ...]:
    """The columns after the names, and those before the first named one that have a head."""
    after = named[-1] + 1 if named else 0
    headed = above.heads.items()
    early = {n for n, head in headed if head.text and n not in named and n < after}
    late = list(range(after, width))
    if above.first is not None:
        late = [n for n in late if _is_used(body, n) or above.heads.get(n, Words(text="")).text]
    return tuple(sorted(early.union(late)))


def _is_used(body: Rows, place: int) -> bool:
    return any(cell.strip() for cell in _column(body, place))


def _column(body: Rows, place: int) -> list[str]:
    return [cells[place] for cells in body if place < len(cells)]


def _row(
    cells: Cells,
    named: Sequence[int],
    places: Sequence[int],
    heads: Mapping[int, Words],
    is_row: Callable[[str], bool],
) -> TableRow:
    name = _name(cells, named)
    texts = {place: cells[place].strip() for place in places if place < len(cells)}
    if heads and not is_row(name) and repeats(texts, heads):
        texts = dict.fromkeys(texts, "")
    return TableRow(name=name, cells=texts)


def _name(cells: Cells, named: Sequence[int]) -> str:
    """The words of a row's columns of names, without what is no word where there are others."""
    texts = [cells[place] for place in named if place < len(cells) and cells[place].strip()]
    return " ".join(map(clean, list(filter(is_name, texts)) or texts))


def _corner(above: Rows, named: Sequence[int]) -> str:
    """What stands over the names in the lowest row of heads that says something there."""
    said = [name for cells in above if (name := _name(cells, named))]
    return said[-1] if said else ""
