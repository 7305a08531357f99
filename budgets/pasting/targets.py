"""The rows of a budget that pasted rows may be, by what they are called."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from budgets.arithmetic import FINANCIAL_NET
from budgets.labels import computed_label, line_label, sum_label
from budgets.pasting.names import code_of, heard, without_code
from budgets.pasting.synonyms import ROWS
from budgets.sheet import ComputedRow, Line, Sheet, Side


class Role(StrEnum):
    """A group opens above its lines and is closed by its sum below them."""

    LINE = "line"
    OPENING = "opening"
    CLOSING = "closing"
    COMPUTED = "computed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A row that may be pasted to. `key` is a line's as text, or a computed row's name.

    `parent` is the key of the group that it stands below, or its side at the top; a computed row
    has none. `place` is its order in the budget.
    """

    key: str
    role: Role
    label: str
    side: Side | None = None
    parent: str = ""
    place: int = 0

    @property
    def before(self) -> str:
        """The group that a row just before this one stands in, as far as this one tells."""
        return self.key if self.role is Role.CLOSING else self.parent

    @property
    def after(self) -> str:
        """The group that a row just after this one stands in, as far as this one tells."""
        return self.key if self.role is Role.OPENING else self.parent


_AFTER_LINES: dict[Side, tuple[str, ...]] = {
    Side.INCOME: (
        ComputedRow.TOTAL_INCOME,
        ComputedRow.OPENING_EQUITY,
        ComputedRow.AVAILABLE_FUNDS,
    ),
    Side.COST: (ComputedRow.TOTAL_COSTS, ComputedRow.RESULT_BEFORE_FINANCIAL),
    Side.FINANCIAL: (FINANCIAL_NET, ComputedRow.RESULT, ComputedRow.CLOSING_EQUITY),
}
_SIDES: dict[str, Side] = {
    ComputedRow.TOTAL_INCOME: Side.INCOME,
    ComputedRow.TOTAL_COSTS: Side.COST,
}


class Targets:
    """A budget's rows by name: first what they are called there, then what they may be called."""

    def __init__(self, sheet: Sheet) -> None:
        self.all = tuple(replace(each, place=n) for n, each in enumerate(_walk(sheet)))
        self.exact: dict[str, list[Target]] = defaultdict(list)
        self.uncoded: dict[str, list[Target]] = defaultdict(list)
        lines = {str(line.key): line for _, line in sheet.walk()}
        for target in self.all:
            if target.role is Role.COMPUTED:
                is_shown = target.key in sheet.computed_rows
                self._add(self.exact, target, [target.label] * is_shown)
            else:
                line = lines[target.key]
                self._add(self.exact, target, _names(target, line))
                self._add(self.uncoded, target, [] if line.activity_code else [line.label])
        self.computed = {each.key: each for each in self.all if each.role is Role.COMPUTED}

    def called(self, name: str) -> list[Target]:
        """The rows that a name may be, in the budget's order; the surest kind of likeness only."""
        said = heard(name)
        if found := self.exact.get(said):
            return found
        if code_of(name) and (found := self.uncoded.get(heard(without_code(name)))):
            return found
        return [self.computed[key] for key in ROWS.get(said, ())]

    def has(self, name: str) -> bool:
        """Whether some row has the name."""
        return bool(self.called(name))

    def _add(self, index: dict[str, list[Target]], target: Target, names: Iterable[str]) -> None:
        for name in {heard(name) for name in names} - {""}:
            index[name].append(target)


def _names(target: Target, line: Line) -> list[str]:
    """A group is closed by the names of its sum, and a line or the top of a group has its own."""
    if target.role is Role.CLOSING:
        return [sum_label(line), f"Summa {line.label}", f"Summa {line_label(line)}"]
    return [line.label, line_label(line), f"{line.activity_code} {line.label}"]


def _walk(sheet: Sheet) -> Iterator[Target]:
    """Every row in the budget's order, each group both as what opens and as what closes it."""
    labels = {str(row): computed_label(sheet, row) for row in ComputedRow}
    for side in Side:
        for line in sheet.roots(side):
            yield from _line(line, side, side)
        for row in _AFTER_LINES[side]:
            label = labels.get(row, "Finansnetto")
            yield Target(key=row, role=Role.COMPUTED, label=label, side=_SIDES.get(row))


def _line(line: Line, side: Side, parent: str) -> Iterator[Target]:
    key, label = str(line.key), line_label(line)
    role = Role.OPENING if line.is_group else Role.LINE
    yield Target(key=key, role=role, label=label, side=side, parent=parent)
    if line.is_group:
        for child in line.lines:
            yield from _line(child, side, key)
        label = sum_label(line)
        yield Target(key=key, role=Role.CLOSING, label=label, side=side, parent=parent)
