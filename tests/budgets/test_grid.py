"""The sheet to write in: its rows, what may be typed, what is computed and how it is known."""

from dataclasses import replace
from uuid import UUID

from hypothesis import given

from budgets.arithmetic import figures
from budgets.earlier import earlier_columns
from budgets.grid import Grid, GridCell, GridMaker, GridRow
from budgets.layout import RowKind
from budgets.sheet import ComputedRow, CostSign, Line, Sheet, Subtotals, Unit
from tests.budgets.sheets import ange, column, group, key_of, line, sodra_lappland
from tests.budgets.strategies import sheets

COLUMNS = (
    column("budget", 2024, opening=100_000, opening_source="bokslut 2023"),
    column("plan", 2025),
)


def small(**more: object) -> Sheet:
    rent = line("rent", "Hyra", COLUMNS, (35_000, 36_500))
    staff = line("staff", "Lön", COLUMNS, (500_000, None))
    grant = line("grant", "Bidrag", COLUMNS, (500_000, 600_000))
    return Sheet(
        columns=COLUMNS,
        income=(grant,),
        costs=(group("office", "Kansli", rent, staff),),
        **more,  # type: ignore[arg-type]
    )


def made(sheet: Sheet, **more: object) -> Grid:
    return GridMaker(sheet=sheet, figures=figures(sheet), **more).grid()  # type: ignore[arg-type]


def rows(grid: Grid) -> list[tuple[RowKind, int, str, list[str]]]:
    return [
        (row.kind, row.level, row.label, [cell.text for cell in row.cells]) for row in grid.walk()
    ]


def cell(grid: Grid, row: str | UUID, column: str) -> GridCell:
    [found] = [
        one
        for each in grid.walk()
        for one in each.cells
        if each.key == str(row) and one.column == column
    ]
    return found


def test_every_row_of_the_whole_stands_there_whatever_is_printed() -> None:
    assert rows(made(small())) == [
        (RowKind.LINE, 0, "Bidrag", ["500\u00a0000", "600\u00a0000"]),
        (RowKind.COMPUTED, 0, "Intäkter utan eget kapital", ["500\u00a0000", "600\u00a0000"]),
        (RowKind.GROUP, 0, "Kansli", ["535\u00a0000", "36\u00a0500"]),
        (RowKind.LINE, 1, "Hyra", ["35\u00a0000", "36\u00a0500"]),
        (RowKind.LINE, 1, "Lön", ["500\u00a0000", ""]),
        (RowKind.COMPUTED, 0, "Summa kostnader", ["535\u00a0000", "36\u00a0500"]),
        (RowKind.COMPUTED, 0, "Årets resultat", ["\u221235\u00a0000", "563\u00a0500"]),
        (RowKind.COMPUTED, 0, "Ingående eget kapital", ["100\u00a0000", "65\u00a0000"]),
        (RowKind.COMPUTED, 0, "Summa medel att disponera", ["600\u00a0000", "665\u00a0000"]),
        (RowKind.COMPUTED, 0, "Utgående eget kapital", ["65\u00a0000", "628\u00a0500"]),
    ]


def test_sums_after_their_lines_leave_a_heading_that_can_be_renamed() -> None:
    grid = made(small(subtotals=Subtotals.AFTER))
    costs = [(row.kind, row.label, row.line is not None) for row in grid.parts[2].rows]
    assert costs == [
        (RowKind.HEADING, "Kansli", True),
        (RowKind.LINE, "Hyra", True),
        (RowKind.LINE, "Lön", True),
        (RowKind.SUM, "Summa kansli", False),
    ]


def test_amounts_stand_exactly_in_thousands_and_with_the_sign_of_costs() -> None:
    grid = made(small(unit=Unit.TKR, cost_sign=CostSign.NEGATIVE))
    assert cell(grid, key_of("rent"), "plan-2025").text == "\u221236,5"
    assert cell(grid, key_of("office"), "plan-2025").text == "\u221236,5"
    assert cell(grid, key_of("rent"), "plan-2025").name == "Hyra, Plan 2025, tkr"


def test_an_opening_says_how_it_is_known() -> None:
    grid = made(small())
    notes = [one.note for one in _row(grid, ComputedRow.OPENING_EQUITY).cells]
    assert notes == ["bokslut 2023", "Från Budget 2024"]


def test_an_opening_that_nobody_knows_says_so() -> None:
    grid = made(replace(small(), columns=(column("budget", 2024), column("plan", 2025))))
    opening = _row(grid, ComputedRow.OPENING_EQUITY).cells
    assert [(one.text, one.note) for one in opening] == [("–", "Okänt")] * 2


def test_equity_below_zero_is_said_in_words() -> None:
    columns = (column("budget", 2024, opening=0), column("plan", 2025))
    closing = made(replace(small(), columns=columns)).balance.cells[0]
    assert (closing.text, closing.is_negative, closing.note) == (
        "\u221235\u00a0000",
        True,
        "Negativt eget kapital",
    )


def test_a_cell_that_is_no_amount_says_why_and_what_it_may_have_meant() -> None:
    rent = Line(key=key_of("rent"), label="Hyra", unread={"budget-2024": "9.999"})
    found = cell(
        made(replace(small(), costs=(rent,), unit=Unit.TKR)), key_of("rent"), "budget-2024"
    )
    assert (found.text, found.readings) == ("9.999", ("9\u00a0999", "9,999"))
    assert found.why


def test_only_lines_without_lines_below_them_are_typed_in() -> None:
    sheet = small()
    typed = {one.id for row in made(sheet).walk() for one in row.cells if one.is_typed}
    assert typed == {
        f"c-{key_of(path)}-{name}"
        for path in ("rent", "staff", "grant")
        for name in ("budget-2024", "plan-2025")
    }


def test_editions_stand_in_their_cells_and_names() -> None:
    rent = key_of("rent")
    grid = made(small(), editions={(rent, "plan-2025"): 4}, label_editions={rent: 7})
    assert cell(grid, rent, "plan-2025").edition == 4
    assert cell(grid, rent, "budget-2024").edition == 0
    assert next(row.edition for row in grid.walk() if row.key == str(rent)) == 7


def test_each_cell_can_be_compared_with_the_year_before() -> None:
    sheet = small()
    earlier = earlier_columns(sheet, figures(sheet))
    grid = made(sheet, earlier=earlier)
    compared = {
        path: (one.earlier, one.difference)
        for path in ("rent", "staff", "grant", "office")
        for one in [cell(grid, key_of(path), "plan-2025")]
    }
    assert compared == {
        "rent": ("35\u00a0000", "+1\u00a0500"),
        "staff": ("500\u00a0000", ""),
        "grant": ("500\u00a0000", "+100\u00a0000"),
        "office": ("535\u00a0000", "\u2212498\u00a0500"),
    }
    assert cell(grid, key_of("rent"), "budget-2024").earlier == ""


def test_a_column_without_a_year_before_is_compared_with_last_years_plan() -> None:
    this = replace(small(), columns=(column("budget", 2025),))
    last = small()
    earlier = earlier_columns(this, figures(this), (last, figures(last)))
    assert earlier["budget-2025"].label == "Budget 2024 i förra planen"
    assert earlier["budget-2025"].amount(str(key_of("rent"))) == 35_000


def test_what_a_change_led_to_is_said() -> None:
    sheet = sodra_lappland()
    said = GridMaker(sheet=sheet, figures=figures(sheet)).said("budget-2024")
    assert said == "Årets resultat −431 tkr, utgående eget kapital 1 665 tkr.".replace(
        "1 665", "1\u00a0665"
    ).replace(" tkr", "\u00a0tkr")


def test_what_the_plan_does_not_print_is_marked() -> None:
    printed = {row.key: row.is_printed for row in made(ange()).walk() if row.line is None}
    assert printed[ComputedRow.CLOSING_EQUITY]
    assert not printed[ComputedRow.TOTAL_INCOME]


@given(sheets())
def test_every_row_has_as_many_cells_as_there_are_heads_or_none(sheet: Sheet) -> None:
    grid = made(sheet)
    widths = {len(row.cells) for row in grid.walk() if row.kind is not RowKind.HEADING}
    assert widths == {len(grid.heads)}


@given(sheets())
def test_no_two_cells_are_called_the_same(sheet: Sheet) -> None:
    ids = [one.id for row in made(sheet).walk() for one in row.cells]
    assert len(ids) == len(set(ids))


def _row(grid: Grid, key: str) -> GridRow:
    [found] = [row for row in grid.walk() if row.key == key]
    return found
