"""The tab as a page: widths, what stays in sight, and how it is printed."""

from math import ceil

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from budgets.table import BudgetTable
from plans.document.document import Document
from plans.exports.leaves import UPRIGHT_COLUMNS
from plans.exports.plaintext import plain
from plans.exports.xlsx.book import Tab
from plans.exports.xlsx.grid import FIRST, HEAD, LABELS

LABEL, FIGURE = (24, 52), (14, 24)
"""How narrow and how wide columns of labels and of figures are, in characters."""

STEP = 2
"""How many characters a level of lines is indented."""

LINE, TITLE_LINE = 15, 19
"""The heights of a line of text and of the title, in points."""

MARGIN, EDGE = 0.7, 0.4
"""Inches at the sides of the page, and above its head and below its foot."""

A4 = 9
LONGEST = 80
"""The most characters at one side of a page's head; Excel takes 255 in all."""


def widths(shown: BudgetTable) -> list[int]:
    """The widths of a table's columns in characters, the labels' own first."""
    labels = (len(row.label) + STEP * row.level for row in shown.rows)
    return [_within(LABEL, max(labels, default=0) + STEP), *_figures(shown)]


def height(text: str, width: int, line: int) -> int:
    """The height in points of a text over so many characters, with room for wider letters."""
    return line * max(ceil(len(text) * 1.1 / width), 1)


def lay(worksheet: Worksheet, tab: Tab, document: Document) -> None:
    """Freezes heads and labels, sets the widths, and fits the tab on pages as wide as it is."""
    worksheet.freeze_panes = f"{get_column_letter(LABELS + 1)}{FIRST}"
    for column, width in enumerate(widths(tab.table), LABELS):
        worksheet.column_dimensions[get_column_letter(column)].width = width
    _print(worksheet, is_wide=len(tab.table.heads) > UPRIGHT_COLUMNS)
    cover = document.cover
    worksheet.HeaderFooter.oddHeader = _head(_said(cover.federation), _said(cover.title))
    worksheet.HeaderFooter.oddFooter = _head(_said(document.label), "sida &P av &N")


def _figures(shown: BudgetTable) -> list[int]:
    found = []
    for index, head in enumerate(shown.heads):
        cells = [row.cells[index] for row in shown.rows if row.cells]
        figure = max((len(cell.text) + len(cell.marks) for cell in cells), default=0)
        word = max(map(len, head.text.split()), default=0)
        found.append(_within(FIGURE, max(figure, word) + STEP))
    return found


def _within(bounds: tuple[int, int], width: int) -> int:
    return min(max(width, bounds[0]), bounds[1])


def _print(worksheet: Worksheet, *, is_wide: bool) -> None:
    worksheet.page_setup.paperSize = A4
    worksheet.page_setup.orientation = "landscape" if is_wide else "portrait"
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    worksheet.page_setup.fitToHeight = 0
    worksheet.print_title_rows = f"{HEAD}:{HEAD}"
    worksheet.print_area = worksheet.dimensions
    margins = worksheet.page_margins
    margins.left = margins.right = MARGIN
    margins.header = margins.footer = EDGE


def _head(left: str, right: str) -> HeaderFooterItem:
    item = HeaderFooterItem()
    item.left.text, item.right.text = left, right
    return item


def _said(text: str) -> str:
    """Words in a page's head, where & begins a code."""
    return plain(text)[:LONGEST].replace("&", "&&")
