"""A document's budget as an Excel workbook."""

from openpyxl import Workbook

from budgets.arithmetic import Figures
from budgets.sheet import Sheet
from finsam.federations.colour import accent_palette
from plans.document.document import Document
from plans.exports.xlsx.book import book_of
from plans.exports.xlsx.figures import FigureWriter
from plans.exports.xlsx.file import workbook_bytes
from plans.exports.xlsx.formulas import Formulas
from plans.exports.xlsx.looks import Looks
from plans.exports.xlsx.page import lay
from plans.exports.xlsx.properties import describe
from plans.exports.xlsx.tables import TabWriter


class NoBudget(Exception):
    """The plan has no budget to make a workbook of."""


def render_xlsx(document: Document) -> bytes:
    """The budget as Excel reads it. The same document gives the same bytes.

    Raises NoBudget where the plan has none.
    """
    sheet, figures = document.content.budget, document.figures
    if sheet is None or figures is None:
        raise NoBudget
    return _rendered(document, sheet, figures)


def _rendered(document: Document, sheet: Sheet, figures: Figures) -> bytes:
    book = book_of(document, sheet, figures)
    looks = Looks(accent_palette(document.content.federation.accent))
    cells = FigureWriter(sheet, Formulas(sheet, figures, book), looks)
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    describe(workbook.properties, document)
    results = []
    for tab in book.tabs:
        worksheet = workbook.create_sheet(tab.grid.name)
        writer = TabWriter(worksheet, tab, cells, looks)
        writer.write()
        lay(worksheet, tab, document)
        results.append(writer.results)
    return workbook_bytes(workbook, results)
