"""An empty sheet with the lines, columns and looks of a pasted budget."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID, uuid4

from budgets.labels import COMPUTED_ROWS, sum_label
from budgets.pasting.names import code_of, heard, without_code
from budgets.pasting.nodes import Node
from budgets.pasting.outline import Outline
from budgets.pasting.tables import Table
from budgets.sheet import ColumnKind, ComputedRow, Line, Sheet, Side, Subtotals

LONGEST_LABEL = 200
"""Of a line, and of a group's sum."""
_ORDER = list(ColumnKind)


def with_columns(sheet: Sheet, table: Table) -> Sheet:
    """The sheet with the columns that a table's heads name in full and it lacks, by year."""
    named = [head.column for head in table.heads.values()]
    own = {column.name: column for column in sheet.columns}
    every = {column.name: column for column in named if column} | own
    columns = sorted(every.values(), key=lambda each: (each.year, _ORDER.index(each.kind)))
    totals = [head.text for head in table.heads.values() if head.is_total]
    if totals and not sheet.has_total_column:
        sheet = replace(sheet, has_total_column=True, total_column_label=totals[0][:60])
    if set(every) > set(own):
        sheet = replace(sheet, columns=tuple(columns))
    return sheet


@dataclass(slots=True)
class Structure:
    """Makes lines of an outline's nodes. `keys` and `sides` are those of the pasted rows."""

    names: Sequence[str]
    keys: dict[int, UUID] = field(default_factory=dict)
    sides: dict[int, Side] = field(default_factory=dict)

    def sheet(self, sheet: Sheet, found: Outline) -> Sheet:
        """The sheet with the outline's lines, still empty, and its computed rows."""
        lines = {side: self._lines(nodes, side) for side, nodes in found.sides.items()}
        return replace(
            sheet,
            subtotals=_subtotals(found) or sheet.subtotals,
            computed_rows=self._computed_rows(sheet, found),
            income=lines[Side.INCOME],
            costs=lines[Side.COST],
            financial=lines[Side.FINANCIAL],
        )

    def _lines(self, nodes: Sequence[Node], side: Side) -> tuple[Line, ...]:
        """Lines that all end or begin with an activity code have it for theirs."""
        leaves = [node.name for node in nodes if not node.is_group]
        has_codes = len(leaves) > 1 and all(map(code_of, leaves))
        return tuple(self._line(node, side, has_codes) for node in nodes)

    def _line(self, node: Node, side: Side, has_codes: bool) -> Line:
        key = uuid4()
        for row in (node.row, node.closing):
            if row is not None:
                self.keys[row], self.sides[row] = key, side
        is_coded = has_codes and not node.is_group
        line = Line(
            key=key,
            label=(without_code(node.name) if is_coded else node.name)[:LONGEST_LABEL],
            activity_code=code_of(node.name) if is_coded else "",
            lines=self._lines(node.nodes, side),
        )
        total = node.total_label[:LONGEST_LABEL]
        is_usual = not total or heard(total) == heard(sum_label(line))
        return line if is_usual else replace(line, total_label=total)

    def _computed_rows(self, sheet: Sheet, found: Outline) -> dict[ComputedRow, str]:
        """The source's own computed rows by its own words, and the result where it was shown."""
        own = {row for row in (ComputedRow.RESULT,) if row in sheet.computed_rows}
        rows = dict.fromkeys(own, "")
        for number, name in sorted(found.computed.items()):
            if name in list(ComputedRow):
                row, label = ComputedRow(name), self.names[number]
                is_usual = heard(label) == heard(COMPUTED_ROWS[row])
                rows[row] = "" if is_usual else label[:LONGEST_LABEL]
        return rows


def _subtotals(found: Outline) -> Subtotals | None:
    """Where the source prints sums of groups, None where it prints none."""
    groups = [node for nodes in found.sides.values() for each in nodes for node in each.walk()]
    closed = sum(node.closing is not None for node in groups)
    opened = sum(node.is_group and node.closing is None for node in groups)
    if not closed + opened:
        return None
    return Subtotals.AFTER if closed >= opened else Subtotals.BEFORE
