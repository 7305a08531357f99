"""The budget as it is typed: columns, a tree of lines, amounts. No figure here is computed.

Amounts are whole kronor, signed relative to the line's side: a cost of 24 000 kr is 24000,
a correction of it is negative. A missing amount is an empty cell, which is not 0.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID


class Side(StrEnum):
    INCOME = "income"
    COST = "cost"
    FINANCIAL = "financial"


class ColumnKind(StrEnum):
    ACTUAL = "actual"
    FORECAST = "forecast"
    BUDGET = "budget"
    PLAN = "plan"


class Unit(StrEnum):
    KR = "kr"
    TKR = "tkr"


class CostSign(StrEnum):
    POSITIVE = "positive"
    NEGATIVE = "negative"


class Subtotals(StrEnum):
    BEFORE = "before"
    AFTER = "after"


class ComputedRow(StrEnum):
    """A row of the whole budget that is computed and never typed."""

    TOTAL_INCOME = "total_income"
    OPENING_EQUITY = "opening_equity"
    AVAILABLE_FUNDS = "available_funds"
    TOTAL_COSTS = "total_costs"
    RESULT_BEFORE_FINANCIAL = "result_before_financial"
    RESULT = "result"
    CLOSING_EQUITY = "closing_equity"


TOTAL = "total"
"""The name of the computed total column, where a column is named."""

MOST_KRONOR = 10**12
"""The largest amount that a cell holds, in kr, to either side of 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One year and kind. `opening` is the typed opening equity in kr, with where it comes from.

    `opens_from` names the column ("forecast-2015") whose closing this one opens from, needed only
    where several columns show the year before. `copied_from` says what a column moved on from
    another plan starts from: "Plan 2026 i verksamhetsplanen för 2025".
    """

    year: int
    kind: ColumnKind
    opening: int | None = None
    opening_source: str = ""
    opens_from: str = ""
    copied_from: str = ""

    @property
    def name(self) -> str:
        return f"{self.kind}-{self.year}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line with amounts in kr by column name, or a group with lines below it.

    `member` is the key of the member whose contribution the line is, `intervention` the key of
    the intervention that it pays for. `total_label` is what a group's sum row is called. `unread`
    holds by column name what was typed that is no amount, until it is put right.
    """

    key: UUID
    label: str
    activity_code: str = ""
    total_label: str = ""
    comment: str = ""
    member: UUID | None = None
    intervention: UUID | None = None
    amounts: Mapping[str, int] = field(default_factory=dict)
    unread: Mapping[str, str] = field(default_factory=dict)
    lines: tuple["Line", ...] = ()

    @property
    def is_group(self) -> bool:
        return bool(self.lines)

    def walk(self) -> Iterator["Line"]:
        """This line and every line below it, top down."""
        yield self
        for line in self.lines:
            yield from line.walk()


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A figure in kr that the source printed at `row` and `column`, kept beside ours.

    `row` is a line's key or a computed row's name, `column` a column's name or "total".
    `source` says where it was printed, `resolution` how a difference was resolved.
    """

    row: str
    column: str
    amount: int
    source: str = ""
    resolution: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareEntry:
    """One member's figure in the share key (inhabitants, for instance)."""

    member: UUID
    figure: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareKey:
    """What the municipalities' part is split by. `decimals` is how finely percent are printed."""

    basis: str
    source: str = ""
    as_of: date | None = None
    decimals: int = 1
    entries: tuple[ShareEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A whole budget as typed, with how it wants to be shown.

    `computed_rows` says which computed rows are printed and by which label; an empty label is
    the house's own word. `previous_allocation` is the state's allocation the year before, in kr.
    """

    title: str = ""
    unit: Unit = Unit.KR
    cost_sign: CostSign = CostSign.POSITIVE
    subtotals: Subtotals = Subtotals.BEFORE
    has_total_column: bool = False
    total_column_label: str = ""
    computed_rows: Mapping[ComputedRow, str] = field(default_factory=dict)
    previous_allocation: int | None = None
    previous_allocation_source: str = ""
    columns: tuple[Column, ...] = ()
    income: tuple[Line, ...] = ()
    costs: tuple[Line, ...] = ()
    financial: tuple[Line, ...] = ()
    printed: tuple[Printed, ...] = ()
    share_key: ShareKey | None = None

    def roots(self, side: Side) -> tuple[Line, ...]:
        """The top lines of one side."""
        return {Side.INCOME: self.income, Side.COST: self.costs}.get(side, self.financial)

    def negates(self, side: Side | None) -> bool:
        """Whether amounts of a side stand with a minus: costs do, in the negative style."""
        return side is Side.COST and self.cost_sign is CostSign.NEGATIVE

    def walk(self) -> Iterator[tuple[Side, Line]]:
        """Every line with its side, top down, income first."""
        for side in Side:
            for root in self.roots(side):
                for line in root.walk():
                    yield side, line
