"""A whole pasted budget in parts: its sides with their lines and groups, and its computed rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from budgets.arithmetic import FINANCIAL_NET
from budgets.pasting.frames import Frames
from budgets.pasting.headings import computed_row, side_of, summed
from budgets.pasting.names import heard
from budgets.pasting.nodes import Node, Vector, added, less
from budgets.sheet import ComputedRow, Side

_NEXT: dict[str, Side] = {
    ComputedRow.TOTAL_INCOME: Side.COST,
    ComputedRow.AVAILABLE_FUNDS: Side.COST,
    ComputedRow.TOTAL_COSTS: Side.FINANCIAL,
    ComputedRow.RESULT_BEFORE_FINANCIAL: Side.FINANCIAL,
    ComputedRow.RESULT: Side.FINANCIAL,
}
"""Which side begins after a computed row."""

_TOTALS: dict[Side, str] = {
    Side.INCOME: str(ComputedRow.TOTAL_INCOME),
    Side.COST: str(ComputedRow.TOTAL_COSTS),
    Side.FINANCIAL: FINANCIAL_NET,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A pasted row: its number, name and amounts. A heading has no values."""

    row: int
    name: str
    amounts: Vector
    has_values: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What a pasted budget is made of.

    `computed` holds the computed rows by the number of the pasted one, `left` the rows that are
    no part of the budget, `empty` the headings that nothing came below.
    """

    sides: dict[Side, tuple[Node, ...]]
    computed: dict[int, str]
    left: frozenset[int]
    empty: tuple[str, ...]


def outline(items: Sequence[Item], width: int, begins: Side | None = None) -> Outline:
    """Part a whole budget with `width` columns of figures.

    It begins with a side where that is given. A side ends with its total, and where the heading
    of another comes.
    """
    return _Parting(items, width, begins or _first_side(items)).done()


def _first_side(items: Sequence[Item]) -> Side:
    """The side that the first rows are of: costs only where their total is the first."""
    for item in items:
        if not item.has_values and side_of(item.name):
            return Side.INCOME
        row = computed_row(item.name, is_after_costs=False)
        if row:
            return Side.COST if row == ComputedRow.TOTAL_COSTS else Side.INCOME
    return Side.INCOME


@dataclass(slots=True)
class _Parting:
    items: Sequence[Item]
    width: int
    side: Side
    computed: dict[int, str] = field(default_factory=dict)
    left: set[int] = field(default_factory=set)
    sums: list[str] = field(default_factory=list)
    frames: dict[Side, Frames] = field(default_factory=dict)

    def done(self) -> Outline:
        self.sums = [of for item in self.items if (of := summed(item.name))]
        headings = frozenset(heard(item.name) for item in self.items if not item.has_values)
        self.frames = {side: Frames(self.width, self.sums, headings) for side in Side}
        for item in self.items:
            self._come_by(item)
        self._tell_funds_from_income()
        return Outline(
            sides={side: self.frames[side].done(list(self._wholes(side))) for side in Side},
            computed=self.computed,
            left=frozenset(self.left),
            empty=tuple(name for frames in self.frames.values() for name in frames.empty),
        )

    def _come_by(self, item: Item) -> None:
        side = side_of(item.name)
        of = summed(item.name) if item.name else ""
        if of in self.sums:
            self.sums.remove(of)
        if row := computed_row(item.name, self._is_after_costs()):
            self._computed(item, row, side)
        elif not item.has_values:
            self._heading(item, side)
        elif of is None:
            self.frames[self.side].line(_node(item))
        else:
            self._sum(item, of)

    def _computed(self, item: Item, row: str, side: Side | None) -> None:
        """A computed row. A side's own name opens it, where the sum stands before the lines too."""
        if side and summed(item.name) is None and not item.has_values:
            self.side = side
            return
        if side and summed(item.name) is None and self.frames[side].is_empty:
            self.side = side
        elif item.has_values:
            self.side = _NEXT.get(row, self.side)
        self.computed[item.row] = row

    def _heading(self, item: Item, side: Side | None) -> None:
        if side:
            self.side = side
        elif item.name:
            self.frames[self.side].heading(item.name, item.row)

    def _sum(self, item: Item, of: str) -> None:
        """A sum that is no computed row by its name: of a group, or bare and of the whole side."""
        frames, total = self.frames[self.side], _TOTALS[self.side]
        is_whole = not of and not frames.is_empty
        if is_whole and frames.whole == item.amounts:
            self._computed(item, total, None)
        elif not frames.sum(of, _node(item)):
            if is_whole and total not in self.computed.values():
                self._computed(item, total, None)
            else:
                self.left.add(item.row)

    def _is_after_costs(self) -> bool:
        return not self.frames[Side.COST].is_empty or (
            ComputedRow.TOTAL_COSTS in self.computed.values()
        )

    def _tell_funds_from_income(self) -> None:
        """What is called the sum of income is available funds where equity is part of it."""
        income, opening = (
            self._amounts(row) for row in (ComputedRow.TOTAL_INCOME, ComputedRow.OPENING_EQUITY)
        )
        if income is None or opening is None or not any(opening):
            return
        nodes = self.frames[Side.INCOME].done([less(income, opening)])
        if added(nodes, self.width) == less(income, opening):
            for row, name in self.computed.items():
                if name == ComputedRow.TOTAL_INCOME:
                    self.computed[row] = str(ComputedRow.AVAILABLE_FUNDS)

    def _wholes(self, side: Side) -> Iterator[Vector]:
        """What a side's nodes together may be known to be."""
        total = self._amounts(_TOTALS[side])
        if total is not None:
            yield total
        opening = self._amounts(ComputedRow.OPENING_EQUITY)
        funds = self._amounts(ComputedRow.AVAILABLE_FUNDS)
        if side is Side.INCOME and funds is not None:
            yield less(funds, opening or (0,) * self.width)
        before = self._amounts(ComputedRow.RESULT_BEFORE_FINANCIAL)
        result = self._amounts(ComputedRow.RESULT)
        if side is Side.FINANCIAL and before is not None and result is not None:
            yield less(result, before)

    def _amounts(self, row: str) -> Vector | None:
        """What was pasted for a computed row, None where nothing was."""
        found = (n for n, name in self.computed.items() if name == row)
        amounts = {item.row: item.amounts for item in self.items if item.has_values}
        return next((amounts[n] for n in found if n in amounts), None)


def _node(item: Item) -> Node:
    return Node(name=item.name, amounts=item.amounts, row=item.row)
