"""Tables of named figures with a total: contributions, shares, and seats in the board."""

from collections.abc import Iterator, Sequence

from lxml.etree import _Element as Element

from plans.document.blocks.contributions import ContributionsView, SimpleTable
from plans.document.blocks.organisation import OrganisationView
from plans.exports.docx.elements import mm, paragraph
from plans.exports.docx.notices import NO_CONTRIBUTIONS, notice
from plans.exports.docx.pen import Pen
from plans.exports.docx.runs import BOLD, PLAIN, Marks, words
from plans.exports.docx.tables import Row, cell, head, kept_whole, table

FIGURE = mm(34)
"""How wide a column of figures is."""

SEATS = "Medlemmar och platser i styrelsen"


def contributions(pen: Pen, view: ContributionsView) -> Iterator[Element]:
    """The share key and the members' contributions, as far as they are there."""
    shown = [one for one in (view.shares, view.contributions) if one]
    for one in shown:
        yield from _simple(pen, one)
    if not shown:
        yield notice(NO_CONTRIBUTIONS)


def organisation(pen: Pen, view: OrganisationView) -> Iterator[Element]:
    """The members by kind with their seats."""
    rows = [
        _row(member.name, (str(member.regular), str(member.deputies)))
        for group in view.groups
        for member in group.members
    ]
    total = _row("Totalt", (str(view.regular), str(view.deputies)), is_total=True)
    yield from _captioned(pen, SEATS, ("Medlem", "Ledamöter", "Ersättare"), [*rows, total])


def _simple(pen: Pen, shown: SimpleTable) -> Iterator[Element]:
    rows = [_row(row.name, row.cells) for row in shown.rows]
    total = _row(shown.total.name, shown.total.cells, is_total=True)
    yield from _captioned(pen, shown.caption, shown.heads, [*rows, total])
    for note in shown.notes:
        yield paragraph("TableNote", words(note))


def _captioned(
    pen: Pen, caption: str, heads: Sequence[str], rows: Sequence[Row]
) -> Iterator[Element]:
    yield paragraph("Caption", words(caption))
    figures = len(heads) - 1
    widths = [pen.width - figures * FIGURE, *[FIGURE] * figures]
    yield table(list(kept_whole([head(heads, numbers_from=1), *rows])), widths, caption)


def _row(name: str, figures: Sequence[str], *, is_total: bool = False) -> Row:
    marks: Marks = BOLD if is_total else PLAIN
    cells = (cell(figure, "TableNumber", marks) for figure in figures)
    return Row(cells=(cell(name or "–", marks=marks), *cells), rule="thick" if is_total else "")
