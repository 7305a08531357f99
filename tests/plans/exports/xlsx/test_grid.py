"""Where rows and columns stand."""

from budgets.layout import PlacedRow, RowKind
from plans.exports.xlsx.grid import grid_of

ROWS = (
    PlacedRow(kind=RowKind.HEADING, key="group", label="Kansli"),
    *(PlacedRow(kind=RowKind.LINE, key=key, label=key) for key in ("a", "b", "c", "d")),
    PlacedRow(kind=RowKind.SUM, key="group", label="Summa"),
)
GRID = grid_of("Mål 'och' medel", ("budget-2024", "plan-2025"), ROWS)


def test_a_group_stands_where_its_sum_is() -> None:
    assert GRID.cell("group", "budget-2024") == "B10"


def test_another_tab_names_the_tab() -> None:
    assert GRID.far("a", "plan-2025") == "'Mål ''och'' medel'!C6"


def test_neighbours_are_one_range() -> None:
    assert GRID.down(["a", "b", "d", "group"], "plan-2025") == ["C6:C7", "C9:C10"]
    assert GRID.down(["c"], "plan-2025") == ["C8"]
    assert GRID.down([], "plan-2025") == []


def test_a_row_goes_from_its_first_column_to_its_last() -> None:
    assert GRID.across("a", ["budget-2024", "plan-2025"]) == "B6:C6"
    assert GRID.across("a", ["plan-2025"]) == "C6"


def test_it_holds_what_it_shows() -> None:
    places = [("a", "plan-2025"), ("a", "plan-2026"), ("x", "plan-2025")]
    assert [GRID.holds(*place) for place in places] == [True, False, False]
