"""Generated budgets: any columns, any tree of lines, cells empty or not."""

from collections.abc import Mapping
from itertools import count

from hypothesis import strategies as st

from budgets.sheet import Column, ColumnKind, ComputedRow, CostSign, Line, Sheet, Subtotals, Unit
from tests.budgets.sheets import key_of

AMOUNTS = st.integers(-9_999_999, 9_999_999)

_numbers = count()


def columns() -> st.SearchStrategy[tuple[Column, ...]]:
    one = st.builds(
        Column,
        year=st.integers(2020, 2023),
        kind=st.sampled_from(ColumnKind),
        opening=st.none() | AMOUNTS,
        opens_from=st.just("") | st.sampled_from(["budget-2020", "actual-2021", "plan-2022"]),
    )
    return st.lists(one, max_size=5, unique_by=lambda column: column.name).map(tuple)


def _leaf(amounts: Mapping[str, int]) -> Line:
    number = next(_numbers)
    return Line(key=key_of(f"leaf {number}"), label=f"Rad {number}", amounts=amounts)


def _group(lines: list[Line]) -> Line:
    number = next(_numbers)
    return Line(key=key_of(f"group {number}"), label=f"Grupp {number}", lines=tuple(lines))


def lines(names: list[str]) -> st.SearchStrategy[tuple[Line, ...]]:
    cells = st.dictionaries(st.sampled_from(names), AMOUNTS) if names else st.just({})
    tree = st.recursive(
        cells.map(_leaf),
        lambda below: st.lists(below, min_size=1, max_size=3).map(_group),
        max_leaves=8,
    )
    return st.lists(tree, max_size=3).map(tuple)


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    own = draw(columns())
    below = lines([column.name for column in own])
    shown = draw(st.sets(st.sampled_from(ComputedRow)))
    return Sheet(
        unit=draw(st.sampled_from(Unit)),
        cost_sign=draw(st.sampled_from(CostSign)),
        subtotals=draw(st.sampled_from(Subtotals)),
        has_total_column=draw(st.booleans()),
        computed_rows=dict.fromkeys(shown, ""),
        columns=own,
        income=draw(below),
        costs=draw(below),
        financial=draw(below),
    )
