"""Makes a preview of what a pasted text would do to a budget."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from uuid import UUID, uuid4

from budgets import layout
from budgets.arithmetic import figures
from budgets.labels import line_label
from budgets.parsing import LONGEST, Read
from budgets.pasting import sentences
from budgets.pasting.applying import extended, opened, written
from budgets.pasting.blocks import PasteRefused, block
from budgets.pasting.columns import PastedHead, columns
from budgets.pasting.costs import signs
from budgets.pasting.judging import TYPED, Judge, is_typed
from budgets.pasting.places import NO_FOCUS, Focus, Place, by_name, from_focus
from budgets.pasting.preview import PastedCell, PastedRow, Preview, RowKind, State, counts
from budgets.pasting.tables import Table, table
from budgets.pasting.targets import Targets
from budgets.sheet import ComputedRow, CostSign, Line, Printed, Sheet, Side

SOURCE = "den inklistrade tabellen"
LONGEST_LABEL = 200
"""Of a line."""


def preview(
    text: str,
    sheet: Sheet,
    *,
    focus: Focus | None = None,
    rows: Sequence[layout.PlacedRow] = (),
    add_to: UUID | Side | None = None,
    source: str = SOURCE,
) -> Preview:
    """What a text from Excel or Word would do to a budget.

    Rows come to the rows of their names. Where they have none they come to `focus` and below it,
    in the order of the visible `rows` (the printed ones where none are given). Columns come to
    those that their heads name, else from the focused one to the right. Rows with values that
    the budget has not are added below the group `add_to`, or last on that side; None adds none.
    `source` is what printed figures and opening equity are said to be from.

    Raises PasteRefused where the text is too large, or has neither names nor a place to begin.
    """
    targets = Targets(sheet)
    pasted = table(block(text), targets.has)
    heads = columns(pasted, sheet, focus.column if focus else "")
    side = _side(sheet, add_to)
    if pasted.has_names:
        places = list(by_name(pasted, targets, side))
    elif focus is None:
        raise PasteRefused(NO_FOCUS)
    else:
        places = list(from_focus(pasted, rows or tuple(layout.whole(sheet)), focus))
    added_to = None if side is None else add_to
    return _Paste(sheet, pasted, heads, _keyed(places), added_to, add_to, source).preview()


def _side(sheet: Sheet, add_to: UUID | Side | None) -> Side | None:
    """The side that lines are added to; None where they cannot be, below a line with amounts."""
    if add_to is None or isinstance(add_to, Side):
        return add_to
    return next(
        (
            side
            for side, line in sheet.walk()
            if line.key == add_to and (line.is_group or not (line.amounts or line.unread))
        ),
        None,
    )


def _keyed(places: Iterable[Place]) -> list[Place]:
    """The places, with a key for each line that is to be added."""
    return [
        replace(place, key=str(uuid4())) if place.kind is RowKind.ADDED else place
        for place in places
    ]


@dataclass(frozen=True)
class _Paste:
    sheet: Sheet
    table: Table
    heads: tuple[PastedHead, ...]
    places: list[Place]
    added_to: UUID | Side | None
    asked_to: UUID | Side | None
    source: str

    def preview(self) -> Preview:
        writes = tuple(
            write
            for place, head, text in self._values()
            if place.kind is RowKind.LINE and is_typed(place, head.column)
            if (write := self.judge.write(place, head.column, text))
        )
        added = tuple(self._line(place) for place in self.places if place.kind is RowKind.ADDED)
        after = extended(written(self.sheet, writes), added, self.added_to)
        after, openings = opened(after, self._openings(), self.source)
        rows = self._rows(after, {one.column for one in openings})
        return Preview(
            heads=self.heads,
            rows=rows,
            writes=writes,
            added=added,
            added_to=self.added_to,
            openings=openings,
            printed=self._printed(rows),
            after=after,
            counts=counts(rows),
            summary=sentences.summary(counts(rows)),
            remarks=tuple(filter(None, self._remarks(rows))),
        )

    @cached_property
    def judge(self) -> Judge:
        sums = self._costs({RowKind.GROUP, RowKind.COMPUTED})
        lines = self._costs(TYPED)
        unit = self.table.unit or self.sheet.unit
        return Judge(
            sheet=self.sheet,
            signs=signs(lines, sums, unit, self.sheet.cost_sign),
            lines={str(line.key): line for _, line in self.sheet.walk()},
        )

    def _values(self) -> Iterator[tuple[Place, PastedHead, str]]:
        """Every pasted value in a column that is not left out; a short row has fewer."""
        for place in self.places:
            for head in self.heads:
                if not head.is_left_out and head.place in place.row.cells:
                    yield place, head, place.row.cells[head.place]

    def _costs(self, kinds: Iterable[RowKind]) -> list[str]:
        return [
            text
            for place, head, text in self._values()
            if place.side is Side.COST and place.kind in kinds and head.column
        ]

    def _line(self, place: Place) -> Line:
        """A new line with what was read for it."""
        amounts, unread = {}, {}
        for head in self.heads:
            text = place.row.cells.get(head.place, "")
            if is_typed(place, head.column):
                found = self.judge.read(place, text)
                if not isinstance(found, Read):
                    unread[head.column] = text[:LONGEST]
                elif found.kr is not None:
                    amounts[head.column] = found.kr
        label = place.label[:LONGEST_LABEL]
        return Line(key=UUID(place.key), label=label, amounts=amounts, unread=unread)

    def _openings(self) -> Mapping[str, int]:
        """The opening equity that the range gives, by column."""
        found = {
            head.column: self.judge.read(place, text)
            for place, head, text in self._values()
            if place.key == ComputedRow.OPENING_EQUITY
        }
        return {
            column: read.kr
            for column, read in found.items()
            if isinstance(read, Read) and read.kr is not None
        }

    def _rows(self, after: Sheet, opened: set[str]) -> tuple[PastedRow, ...]:
        reckoned = figures(after)

        def cell(place: Place, head: PastedHead) -> PastedCell:
            text = place.row.cells.get(head.place)
            if text is None:
                return PastedCell(column=head.column, text="", state=State.EMPTY)
            judged = self.judge.cell(place, head.column, text, reckoned)
            if place.key == ComputedRow.OPENING_EQUITY and head.column in opened:
                return replace(judged, state=State.NEW, current="")
            return judged

        shown = [head for head in self.heads if not head.is_left_out]
        return tuple(
            PastedRow(
                name=place.row.name,
                kind=place.kind,
                key=place.key,
                label=place.label,
                side=place.side,
                cells=()
                if place.kind is RowKind.HEADING
                else tuple(cell(place, head) for head in shown),
            )
            for place in self.places
        )

    def _printed(self, rows: Iterable[PastedRow]) -> tuple[Printed, ...]:
        """The values that the budget reckons otherwise; of a row pasted twice the last ones."""
        found = {
            (row.key, cell.column): Printed(
                row=row.key, column=cell.column, amount=cell.kr, source=self.source
            )
            for row in rows
            for cell in row.cells
            if cell.state is State.DIFFERS and cell.kr is not None
        }
        return tuple(found.values())

    def _remarks(self, rows: Sequence[PastedRow]) -> Iterator[str]:
        yield from sentences.about_columns(self.heads)
        if self.table.has_names and not self.table.heads:
            yield sentences.about_start(self.heads)
        yield sentences.about_unit(self.table.unit, self.sheet.unit)
        yield sentences.about_signs(self.judge.signs, self._corrections(rows))
        yield from sentences.about_rows(rows)
        if self.asked_to is not None and self.added_to is None:
            yield from self._cannot_add()

    def _corrections(self, rows: Iterable[PastedRow]) -> int:
        """How many costs are read as corrections without being typed as such."""
        signs = self.judge.signs
        if signs.style is CostSign.NEGATIVE and not signs.is_inverted:
            return 0
        cells = (
            cell
            for row in rows
            if row.side is Side.COST and row.kind in TYPED
            for cell in row.cells
        )
        return sum(cell.kr is not None and cell.kr < 0 for cell in cells)

    def _cannot_add(self) -> Iterator[str]:
        for _, line in self.sheet.walk():
            if line.key == self.asked_to:
                yield sentences.cannot_add(line_label(line))
