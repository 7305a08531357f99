"""A whole pasted budget proposed for one that is empty."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from budgets.arithmetic import figures
from budgets.parsing import Read, parse
from budgets.pasting import sentences
from budgets.pasting.applying import opened
from budgets.pasting.blocks import PasteRefused, block
from budgets.pasting.columns import PastedHead, columns
from budgets.pasting.headings import side_of
from budgets.pasting.nodes import Vector
from budgets.pasting.outline import Item, Outline, outline
from budgets.pasting.places import Place
from budgets.pasting.preview import Preview, RowKind
from budgets.pasting.previewing import SOURCE, Paste
from budgets.pasting.structure import Structure, with_columns
from budgets.pasting.tables import Table, table
from budgets.sheet import TOTAL, ComputedRow, CostSign, Sheet, Side, Unit

NOT_EMPTY = (
    "Budgeten har redan rader. Klistra in på budgetens sida, så hamnar beloppen på rader med "
    "samma namn."
)
NO_COLUMNS = (
    "Det går inte att se vilka år kolumnerna gäller. Kopiera även raden med rubriker, till "
    "exempel ”Budget 2024”, eller lägg först till kolumner i budgeten."
)
MOST_ROWS = 1_000
TOO_MANY = (
    "Tabellen har fler än 1\u00a0000 rader. Markera bara budgetens rader och kopiera igen, eller "
    "klistra in en sida i taget."
)
NO_ROWS = (
    "Det finns inga rader med både namn och belopp att klistra in. Markera hela tabellen i Excel "
    "eller Word och kopiera igen."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A budget made of a pasted one, with what became of each pasted row.

    `sheet` is whole: columns, lines, amounts, opening equity and printed figures, with the
    source's own unit, signs and place of subtotals. `remarks` and `summary` are to be shown.
    """

    sheet: Sheet
    preview: Preview
    summary: str
    remarks: tuple[str, ...]


def proposal(
    text: str,
    sheet: Sheet,
    *,
    unit: Unit | None = None,
    begins: Side | None = None,
    source: str = SOURCE,
) -> Proposal:
    """A budget with the sides, groups, lines and amounts of a pasted one.

    `sheet` is the empty budget: its columns are kept, and those added that the heads name. The
    amounts are in `unit`; where none is given, in the one that the text names, else the sheet's.
    A row's side is told by headings and totals; `begins` says it of the first rows, where they
    do not. `source` is what printed figures and opening equity are said to be from.

    Raises PasteRefused where the budget has lines, or the text no rows or columns to read,
    or too many.
    """
    if any(True for _ in sheet.walk()):
        raise PasteRefused(NOT_EMPTY)
    pasted = table(block(text))
    if len(pasted.rows) > MOST_ROWS:
        raise PasteRefused(TOO_MANY)
    pasted = replace(pasted, unit=unit or pasted.unit)
    bare = replace(with_columns(sheet, pasted), unit=pasted.unit or sheet.unit)
    if not bare.columns:
        raise PasteRefused(NO_COLUMNS)
    heads = columns(pasted, bare)
    found = _outline(pasted, heads, bare.unit, begins)
    if not pasted.has_names or not any(found.sides.values()):
        raise PasteRefused(NO_ROWS)
    return _proposed(pasted, heads, bare, found, source)


def _outline(
    pasted: Table, heads: Sequence[PastedHead], unit: Unit, begins: Side | None
) -> Outline:
    summed = [head.place for head in heads if head.column not in {"", TOTAL}]
    items = [
        Item(
            row=number,
            name=row.name,
            amounts=_vector([row.cells.get(place, "") for place in summed], unit),
            has_values=not row.is_blank,
        )
        for number, row in enumerate(pasted.rows)
    ]
    return outline(items, len(summed), begins or side_of(pasted.corner))


def _vector(texts: Sequence[str], unit: Unit) -> Vector:
    read = (parse(text, unit) for text in texts)
    return tuple((found.kr or 0) if isinstance(found, Read) else 0 for found in read)


def _proposed(
    pasted: Table, heads: tuple[PastedHead, ...], bare: Sheet, found: Outline, source: str
) -> Proposal:
    structure = Structure([row.name for row in pasted.rows])
    sheet = structure.sheet(bare, found)
    places = list(_places(pasted, found, structure, sheet))
    paste = Paste(sheet, pasted, heads, places, None, None, source)
    is_inverted = paste.judge.signs.is_inverted
    if is_inverted:
        styled = replace(sheet, cost_sign=CostSign.NEGATIVE)
        paste = replace(paste, sheet=styled)
    preview = paste.preview()
    back = _reckoned_back(preview, source)
    if back is not preview.after:
        paste = replace(paste, sheet=replace(paste.sheet, columns=back.columns))
        preview = paste.preview()
    whole = replace(preview.after, printed=preview.printed)
    remarks = [*preview.remarks, *sentences.about_proposal(found, is_inverted)]
    remarks += sentences.about_opening(sheet, back)
    if pasted.unit is None:
        remarks += sentences.about_size(whole)
    return Proposal(
        sheet=whole,
        preview=preview,
        summary=f"{sentences.about_lines(whole)} {preview.summary}",
        remarks=tuple(remarks),
    )


def _reckoned_back(preview: Preview, source: str) -> Sheet:
    """The sheet with its first opening told by that column's closing, where only that stands."""
    after, reckoned = preview.after, figures(preview.after)
    first = min(after.columns, key=lambda column: column.year)
    closings = {
        cell.column: cell.kr
        for row in preview.rows
        if row.key == ComputedRow.CLOSING_EQUITY
        for cell in row.cells
        if cell.kr is not None
    }
    result = reckoned.amount(ComputedRow.RESULT, first.name)
    if first.name not in closings or result is None:
        return after
    opening = {first.name: closings[first.name] - result}
    sheet, found = opened(after, opening, f"{sentences.BACKWARDS} {source}")
    return sheet if found else after


def _places(pasted: Table, found: Outline, structure: Structure, sheet: Sheet) -> Iterator[Place]:
    """What each pasted row is of the sheet that was made of them."""
    lines = {line.key: line for _, line in sheet.walk()}
    for number, row in enumerate(pasted.rows):
        if number in structure.keys:
            line = lines[structure.keys[number]]
            kind = RowKind.GROUP if line.is_group else RowKind.LINE
            yield Place(
                row=row,
                kind=RowKind.HEADING if row.is_blank else kind,
                key=str(line.key),
                label=line.label,
                side=structure.sides[number],
            )
        elif number in found.computed:
            name = found.computed[number]
            kind = RowKind.HEADING if row.is_blank else RowKind.COMPUTED
            yield Place(row=row, kind=kind, key=name, label=row.name, side=_COMPUTED.get(name))
        elif row.name or not row.is_blank:
            kind = RowKind.UNKNOWN if number in found.left else RowKind.HEADING
            yield Place(row=row, kind=kind)


_COMPUTED: dict[str, Side] = {
    ComputedRow.TOTAL_INCOME: Side.INCOME,
    ComputedRow.TOTAL_COSTS: Side.COST,
}
