"""Generated budgets: any columns, any tree of lines, cells empty or not."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from hypothesis import strategies as st

from budgets.sheet import Column, ColumnKind, ComputedRow, CostSign, Line, Sheet, Subtotals, Unit
from tests.budgets.sheets import key_of

AMOUNTS = st.integers(-9_999_999, 9_999_999)


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
    return Line(key=key_of(""), label="", amounts=amounts)


def _group(lines: list[Line]) -> Line:
    return Line(key=key_of(""), label="", lines=tuple(lines))


def _numbered(lines: Iterable[Line], path: str) -> tuple[Line, ...]:
    """The same lines, each with a key and a label of its own: its place in the tree."""
    return tuple(
        replace(
            line,
            key=key_of(f"{path}/{place}"),
            label=f"Rad {path}/{place}",
            lines=_numbered(line.lines, f"{path}/{place}"),
        )
        for place, line in enumerate(lines)
    )


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
        income=_numbered(draw(below), "income"),
        costs=_numbered(draw(below), "costs"),
        financial=_numbered(draw(below), "financial"),
    )
