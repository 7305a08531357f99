"""A workbook as a program reads it, and what its cells should be by the budget's own arithmetic."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from io import BytesIO

from openpyxl import Workbook, load_workbook

from budgets.layout import RowKind
from budgets.sheet import CostSign, Side, Unit
from plans.document.content import PlanContent
from plans.document.document import Document, document_of
from plans.exports.xlsx import render_xlsx
from plans.exports.xlsx.book import Book, Tab, book_of
from tests.plans.exports.printing import NAMES, example

WITH_BUDGET = tuple(name for name in NAMES if example(name).content.budget is not None)

Values = Mapping[str, Decimal | str]
"""What stands in each cell under a column, by its name ("B7"); "" where it is empty."""


@cache
def example_xlsx(name: str) -> bytes:
    return render_xlsx(example(name))


def xlsx_of(content: PlanContent) -> bytes:
    return render_xlsx(document_of(content))


def opened(data: bytes, *, results: bool = False) -> Workbook:
    """The workbook, with its formulas or with the results that are kept beside them."""
    return load_workbook(BytesIO(data), data_only=results)


def book(document: Document) -> Book:
    sheet, figures = document.content.budget, document.figures
    assert sheet is not None
    assert figures is not None
    return book_of(document, sheet, figures)


def expected(document: Document) -> dict[str, Values]:
    """By tab: every cell that has a place for a figure, by the budget's own arithmetic."""
    return {tab.grid.name: dict(_expected(document, tab)) for tab in book(document).tabs}


def _expected(document: Document, tab: Tab) -> dict[str, Decimal | str]:
    return {
        tab.grid.cell(row.key, column): _value(document, row.key, row.side, column)
        for row in tab.placed
        if row.kind is not RowKind.HEADING
        for column in tab.grid.columns
    }


def _value(document: Document, row: str, side: Side | None, column: str) -> Decimal | str:
    sheet, figures = document.content.budget, document.figures
    assert sheet is not None
    assert figures is not None
    amount = figures.amount(row, column)
    if amount is None:
        unread = {str(line.key): line.unread for _, line in sheet.walk() if not line.is_group}
        return " ".join(unread.get(row, {}).get(column, "").split())
    is_negated = side is Side.COST and sheet.cost_sign is CostSign.NEGATIVE
    in_unit = Decimal(amount) / (1000 if sheet.unit is Unit.TKR else 1)
    return -in_unit if is_negated else in_unit


def read(workbook: Workbook, places: Mapping[str, Values]) -> dict[str, Values]:
    """What stands in those cells of a workbook that is opened with its results."""
    return {
        tab: {cell: _read(workbook[tab][cell].value) for cell in cells}
        for tab, cells in places.items()
    }


def _read(value: object) -> Decimal | str:
    """To the krona: a thousandth of a thousand is one."""
    if isinstance(value, int | float):
        return round(Decimal(repr(value)), 3)
    return str(value or "")
