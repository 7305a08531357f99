"""The tabs of the workbook: the budget's views in reading order, and what they all rest on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from budgets import layout
from budgets.arithmetic import Figures
from budgets.layout import PlacedRow
from budgets.notes import Note
from budgets.sheet import ComputedRow, Sheet, Side
from budgets.table import BudgetTable, table
from plans.document.blocks.views import BudgetView
from plans.document.content import BudgetBlock
from plans.document.document import Document
from plans.exports.xlsx.grid import Grid, grid_of
from plans.exports.xlsx.names import Names

WHOLE = "Hela budgeten"
FULL = "Underlag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """A tab: the table that it shows, the same rows as they are placed, and where they stand.

    `sides` are the rows' sides by key, None for results and equity.
    """

    table: BudgetTable
    placed: tuple[PlacedRow, ...]
    grid: Grid
    sides: Mapping[str, Side | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """All tabs in order.

    Typed amounts stand on `home` alone, the first tab that shows the whole budget; the others
    take them from there. `full` is the last: it has every line and every computed row, whether
    the plan prints it or not, for whatever another tab does not show the parts of.
    """

    tabs: tuple[Tab, ...]
    home: Tab
    full: Tab


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    heading: str
    block: BudgetBlock
    table: BudgetTable


def book_of(document: Document, sheet: Sheet, figures: Figures) -> Book:
    """The tabs of a document whose budget and figures these are."""
    names = Names(FULL)
    views = list(_views(document))
    if not any(_is_whole(view, sheet) for view in views):
        whole = _View(heading=WHOLE, block=BudgetBlock(), table=table(sheet, figures))
        views.insert(0, whole)
    tabs = [_tab(names.name(view.heading), view.table, _placed(view, sheet)) for view in views]
    homes = (tab for tab, view in zip(tabs, views, strict=True) if _is_whole(view, sheet))
    home = next(homes)
    full = _full(sheet, figures, home.grid.name)
    return Book(tabs=(*tabs, full), home=home, full=full)


def _views(document: Document) -> Iterator[_View]:
    """What the plan's sections show of the budget, in reading order."""
    blocks = {section.key: section.block for section in document.content.walk()}
    for section in document.walk():
        match blocks[section.key], section.block.view if section.block else None:
            case BudgetBlock() as block, BudgetView(table=BudgetTable() as shown):
                yield _View(heading=section.heading, block=block, table=shown)


def _placed(view: _View, sheet: Sheet) -> tuple[PlacedRow, ...]:
    if view.block.branch is not None:
        return tuple(layout.branch(sheet, view.block.branch))
    return tuple(layout.whole(sheet, view.block.depth))


def _is_whole(view: _View, sheet: Sheet) -> bool:
    """Whether it shows every line, computed row and column that the plan prints."""
    heads = [head.name for head in view.table.heads if not head.is_total]
    is_wide = heads == [column.name for column in sheet.columns]
    is_total = sheet.has_total_column == any(head.is_total for head in view.table.heads)
    return is_wide and is_total and _placed(view, sheet) == tuple(layout.whole(sheet))


def _full(sheet: Sheet, figures: Figures, home: str) -> Tab:
    """Every line, column and computed row, under the house's words."""
    every = replace(sheet, computed_rows=dict.fromkeys(ComputedRow, ""))
    shown = table(every, figures)
    has_openings = ComputedRow.OPENING_EQUITY not in sheet.computed_rows
    typed = "Ingående eget kapital skrivs här, andra belopp" if has_openings else "Belopp skrivs"
    note = Note(
        text=f"Hela budgeten med alla beräknade rader. {typed} på bladet ”{home}”. "
        "Det som ett blad inte visar delarna av räknas här."
    )
    noted = replace(shown, title=FULL, notes=(*shown.notes, note))
    return _tab(FULL, noted, tuple(layout.whole(every)))


def _tab(name: str, shown: BudgetTable, placed: Sequence[PlacedRow]) -> Tab:
    columns = tuple(head.name for head in shown.heads)
    return Tab(
        table=shown,
        placed=tuple(placed),
        grid=grid_of(name, columns, placed),
        sides={row.key: row.side for row in placed},
    )
