import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from budgets.arithmetic import figures
from budgets.pasting import PasteRefused, proposal
from budgets.pasting.grouping import DEEPEST
from budgets.pasting.preview import RowKind, State
from budgets.pasting.proposing import NO_COLUMNS, NO_ROWS, NOT_EMPTY, TOO_MANY
from budgets.sheet import (
    ComputedRow,
    CostSign,
    Line,
    Printed,
    Sheet,
    Side,
    Subtotals,
    Unit,
)
from tests.budgets.pasting.pasted import copied, row, states
from tests.budgets.pasting.plans import (
    ANGE,
    SKELLEFTEA_NORSJO,
    SODRA_LAPPLAND,
    VASTRA_OSTERGOTLAND,
)
from tests.budgets.sheets import (
    ange,
    column,
    skelleftea_norsjo,
    sodra_lappland,
    vastra_ostergotland,
)
from tests.budgets.strategies import sheets

ONE = Sheet(columns=(column("budget", 2025),))


def tree(lines: tuple[Line, ...]) -> list[object]:
    """The labels, each group's with those of what is below it."""
    return [[line.label, *tree(line.lines)] if line.is_group else line.label for line in lines]


def shape(sheet: Sheet) -> list[object]:
    """All that is typed, without keys."""

    def lines(below: tuple[Line, ...]) -> list[object]:
        return [(line.label, dict(line.amounts), lines(line.lines)) for line in below]

    return [lines(sheet.roots(side)) for side in Side]


def row_of(sheet: Sheet, name: str) -> list[int | None]:
    found = figures(sheet)
    return [found.amount(name, each.name) for each in sheet.columns]


def test_sodra_lapplands_four_columns_with_sums_before_their_lines() -> None:
    found = proposal(SODRA_LAPPLAND, Sheet(unit=Unit.TKR))
    sheet = found.sheet
    assert [each.name for each in sheet.columns] == [
        "budget-2023", "budget-2024", "plan-2025", "plan-2026",
    ]  # fmt: skip
    assert tree(sheet.income) == [
        [
            "Finansiering från medlemmar", "Lycksele kommun", "Malå kommun", "Åsele kommun",
            "Storuman kommun", "Vilhelmina kommun", "Sorsele kommun", "Dorotea kommun",
            "Region Västerbotten", "Försäkringskassan",
        ],
        ["Övrig finansiering", "ESF medel"],
    ]  # fmt: skip
    assert [each[0] if isinstance(each, list) else each for each in tree(sheet.costs)] == [
        "Styrelsen", "Kansli och administration -personal", "Lokalkostnader",
        "Övriga administrativa kostnader", "Projektkostnader",
    ]  # fmt: skip
    assert tree(sheet.costs)[1:3] == [
        ["Kansli och administration -personal", "Förbundschef"],
        ["Lokalkostnader", "Hyra kontor"],
    ]
    assert row_of(sheet, "opening_equity") == [2_670_000, 2_096_000, 1_665_000, 1_346_000]
    assert row_of(sheet, "total_costs") == [4_326_000, 4_483_000, 4_371_000, 4_071_000]
    assert row_of(sheet, "closing_equity") == [2_096_000, 1_665_000, 1_346_000, 1_027_000]
    assert (sheet.subtotals, sheet.cost_sign, sheet.printed) == (
        Subtotals.BEFORE,
        CostSign.POSITIVE,
        (),
    )
    assert sheet.computed_rows == {
        ComputedRow.OPENING_EQUITY: "SF södra Lappland eget kapital",
        ComputedRow.AVAILABLE_FUNDS: "",
        ComputedRow.TOTAL_COSTS: "",
    }
    assert found.summary == "Budgeten får 28 rader i 7 grupper. 113 belopp klistras in."
    assert found.remarks == ()


def test_anges_negative_costs_and_equity_that_is_called_income() -> None:
    found = proposal(ANGE, Sheet(), source="planen för 2022")
    sheet = found.sheet
    assert tree(sheet.income) == [
        [
            "Parternas insats", "Försäkringskassan/Arbetsförmedlingen", "Ånge kommun",
            "Region Västernorrland",
        ],
    ]  # fmt: skip
    assert sheet.income[0].total_label == "Parternas insats"
    assert [line.label for line in sheet.costs] == ["Kansli-/administrativa kostnader", "Insatser"]
    assert [row_of(sheet, str(line.key)) for line in sheet.costs] == [[444_500], [1_127_500]]
    assert row_of(sheet, "available_funds") == [1_722_000]
    assert row_of(sheet, "total_costs") == [1_572_000]
    assert row_of(sheet, "closing_equity") == [150_000]
    assert (sheet.columns[0].opening, sheet.columns[0].opening_source) == (
        250_000,
        "planen för 2022",
    )
    assert (sheet.subtotals, sheet.cost_sign) == (Subtotals.AFTER, CostSign.NEGATIVE)
    assert sheet.computed_rows == {
        ComputedRow.OPENING_EQUITY: "Eget kapital",
        ComputedRow.AVAILABLE_FUNDS: "Summa intäkter",
        ComputedRow.TOTAL_COSTS: "Summa totala kostnader",
        ComputedRow.CLOSING_EQUITY: "Prognos eget kapital",
    }
    assert sheet.printed == ()
    assert found.remarks == ("Kostnaderna visas med minus, som i det inklistrade.",)


def test_vastra_ostergotlands_two_tables_with_codes_of_activities() -> None:
    sheet = proposal(VASTRA_OSTERGOTLAND, ONE).sheet
    assert [line.label for line in sheet.income][:2] == ["Staten genom FK", "Region Östergötland"]
    assert [(line.label, line.activity_code) for line in sheet.costs][:2] == [
        ("Kansli", "1.0"),
        ("Nätverk", "2.4.1"),
    ]
    assert (row_of(sheet, "total_income"), row_of(sheet, "total_costs")) == (
        [8_644_000],
        [10_010_000],
    )
    assert sheet.computed_rows == {
        ComputedRow.TOTAL_INCOME: "Totalt",
        ComputedRow.TOTAL_COSTS: "Totalt",
    }
    assert sheet.printed == ()


def test_skelleftea_norsjos_six_columns_with_heads_on_two_rows() -> None:
    found = proposal(SKELLEFTEA_NORSJO, Sheet())
    sheet = found.sheet
    assert [each.name for each in sheet.columns] == [
        "actual-2014", "forecast-2015", "budget-2016", "plan-2017", "plan-2018",
    ]  # fmt: skip
    assert (sheet.unit, sheet.has_total_column, sheet.total_column_label) == (
        Unit.TKR,
        True,
        "2014-2018 Totalt",
    )
    assert [each[0] if isinstance(each, list) else each for each in tree(sheet.costs)] == [
        "Verksamhetskostnader", "Verksamhetsnära kostnader", "Kansli-/administrativa kostnader",
    ]  # fmt: skip
    assert [line.label for line in sheet.financial] == ["Finansiella intäkter"]
    assert figures(sheet).amount("total_costs", "total") == 35_269_000
    assert row_of(sheet, "closing_equity") == [2_192_000, 2_900_000, 645_000, 0, 0]
    assert sheet.columns[0].opening == 3_759_000
    assert sheet.printed == ()
    assert found.remarks == (
        "Ingående eget kapital för Utfall 2014, 3\u00a0759\u00a0tkr, "
        "är räknat baklänges ur det utgående.",
    )


@pytest.mark.parametrize("plan", [sodra_lappland, skelleftea_norsjo, ange, vastra_ostergotland])
def test_a_plan_copied_whole_becomes_the_same_plan(plan: Callable[[], Sheet]) -> None:
    sheet = plan()
    found = proposal(copied(sheet), Sheet(columns=sheet.columns)).sheet
    assert shape(found) == shape(sheet)
    assert figures(found).rows == figures(sheet).rows
    assert (found.unit, found.cost_sign, found.printed) == (sheet.unit, sheet.cost_sign, ())
    assert set(found.computed_rows) == set(sheet.computed_rows)


def depth(lines: tuple[Line, ...]) -> int:
    return 1 + max((depth(line.lines) for line in lines), default=0) if lines else 0


def filled(sheet: Sheet) -> Sheet:
    """The sheet with an amount above 0 in every cell, and its income and costs summed."""
    names = [each.name for each in sheet.columns]

    def line(old: Line) -> Line:
        amounts = {} if old.lines else {n: abs(old.amounts.get(n, 0)) + 1 for n in names}
        return replace(old, amounts=amounts, lines=tuple(map(line, old.lines)))

    return replace(
        sheet,
        computed_rows={ComputedRow.TOTAL_INCOME: "", ComputedRow.TOTAL_COSTS: ""},
        income=tuple(map(line, sheet.income)),
        costs=tuple(map(line, sheet.costs)),
        financial=(),
    )


@given(sheets())
def test_any_budget_with_named_sums_is_proposed_as_it_was(drawn: Sheet) -> None:
    sheet = replace(filled(drawn), subtotals=Subtotals.AFTER)
    assume(sheet.columns and (sheet.income or sheet.costs))
    found = proposal(copied(sheet), Sheet()).sheet
    assert shape(found) == shape(sheet)
    assert found.printed == ()


@given(sheets())
def test_whatever_is_told_by_figures_alone_adds_up(drawn: Sheet) -> None:
    sheet = replace(filled(drawn), subtotals=Subtotals.BEFORE)
    assume(sheet.columns and (sheet.income or sheet.costs))
    assume(max(depth(sheet.income), depth(sheet.costs)) <= DEEPEST + 1)
    found = proposal(copied(sheet), Sheet()).sheet
    assert found.printed == ()
    for name in ("total_income", "total_costs"):
        assert figures(found).cells(name) == figures(sheet).cells(name)


def test_a_heading_with_nothing_below_it_is_told() -> None:
    found = proposal("Kostnader\t2025\nSärskilt\t\nKansli\t\nArvoden\t5\nSumma kansli\t5", ONE)
    assert tree(found.sheet.costs) == [["Kansli", "Arvoden"]]
    assert (
        found.remarks[-1]
        == "Alla belopp är under 50\u00a0000\u00a0kr. Är tabellen i tusental? Välj då tkr."
    )
    assert "Rubriken ”Särskilt” har inga rader och togs inte med." in found.remarks


def test_a_sum_without_heading_gathers_the_lines_before_it() -> None:
    text = (
        "Kostnader\t2025\nResor\t1\nArvoden\t5\nLön\t6\nSumma kansli\t11\nInsatser\t7\nTotalt\t19"
    )
    found = proposal(text, ONE)
    assert tree(found.sheet.costs) == ["Resor", ["Kansli", "Arvoden", "Lön"], "Insatser"]
    assert found.sheet.printed == ()


def test_a_sum_that_is_wrong_is_printed_beside_ours() -> None:
    text = "Kostnader\t2025\nKansli\t\nArvoden\t5\nLön\t6\nSumma kansli\t12\nSumma kostnader\t12"
    found = proposal(text, ONE, source="bilagan")
    (kansli,) = found.sheet.costs
    assert found.sheet.printed == (
        Printed(row=str(kansli.key), column="budget-2025", amount=12, source="bilagan"),
        Printed(row="total_costs", column="budget-2025", amount=12, source="bilagan"),
    )
    assert states(row(found.preview, "Summa kansli")) == [State.DIFFERS]


def test_the_first_side_is_told_by_its_total_or_by_who_pastes() -> None:
    costs = proposal("Rad\t2025\nArvoden\t5\nSumma kostnader\t5", ONE).sheet
    assert (tree(costs.income), tree(costs.costs)) == ([], ["Arvoden"])
    unsaid = proposal("Rad\tBudget 2025\nArvoden\t5", ONE).sheet
    assert (tree(unsaid.income), tree(unsaid.costs)) == (["Arvoden"], [])
    said = proposal("Rad\tBudget 2025\nArvoden\t5", ONE, begins=Side.COST).sheet
    assert (tree(said.income), tree(said.costs)) == ([], ["Arvoden"])


def test_a_sides_sum_may_stand_in_its_heading() -> None:
    found = proposal("Rad\t2025\nIntäkter\t5\nStaten\t5\nKostnader\t7\nArvoden\t4\nLön\t3", ONE)
    assert (tree(found.sheet.income), tree(found.sheet.costs)) == (["Staten"], ["Arvoden", "Lön"])
    assert found.sheet.printed == ()
    assert row(found.preview, "Kostnader").kind is RowKind.COMPUTED


def test_what_cannot_be_read_is_kept_with_its_cell() -> None:
    found = proposal("Kostnader\tBudget 2025\nArvoden\t4oo\nLön\t5", ONE)
    assert found.sheet.costs[0].unread == {"budget-2025": "4oo"}
    assert found.summary.endswith("1 belopp klistras in. 1 gick inte att läsa.")


def test_the_unit_is_the_one_chosen_else_the_one_that_is_said() -> None:
    text = "Kostnader\tBudget 2025\nArvoden\t5"
    assert proposal(text, ONE).sheet.costs[0].amounts == {"budget-2025": 5}
    chosen = proposal(text, ONE, unit=Unit.TKR)
    assert (chosen.sheet.unit, chosen.sheet.costs[0].amounts) == (Unit.TKR, {"budget-2025": 5_000})
    assert chosen.remarks == ()
    said = proposal("Tkr\tBudget 2025\nArvoden\t5", ONE)
    assert (said.sheet.unit, said.sheet.income[0].amounts) == (Unit.TKR, {"budget-2025": 5_000})


def test_columns_of_the_budget_are_kept_and_new_ones_added_by_year() -> None:
    sheet = Sheet(columns=(column("budget", 2025), column("plan", 2026)))
    found = proposal("Kostnader\tUtfall 2023\tBudget 2025\nArvoden\t5\t6", sheet).sheet
    assert [each.name for each in found.columns] == ["actual-2023", "budget-2025", "plan-2026"]
    assert figures(found).amount("total_costs", "actual-2023") == 5


def test_the_look_of_the_source_goes_before_the_budgets_own() -> None:
    sheet = replace(ONE, computed_rows={ComputedRow.RESULT: "", ComputedRow.CLOSING_EQUITY: ""})
    found = proposal("Kostnader\t2025\nArvoden\t5\nSumma kostnader\t5", sheet).sheet
    assert found.computed_rows == {ComputedRow.RESULT: "", ComputedRow.TOTAL_COSTS: ""}


@pytest.mark.parametrize(
    ("text", "sheet", "why"),
    [
        ("Kostnader\t2025\nArvoden\t5", vastra_ostergotland(), NOT_EMPTY),
        ("Arvoden\t5\nLön\t6", Sheet(), NO_COLUMNS),
        ("5\t6\n7\t8", ONE, NO_ROWS),
        ("Arvoden\nLön", ONE, NO_ROWS),
        ("Rad\tBudget 2025\nKansli\t", ONE, NO_ROWS),
        ("Rad\tBudget 2025\n" + "Arvoden\t5\n" * 1_001, ONE, TOO_MANY),
    ],
)
def test_what_is_no_budget_is_refused(text: str, sheet: Sheet, why: str) -> None:
    with pytest.raises(PasteRefused) as refused:
        proposal(text, sheet)
    assert str(refused.value) == why


@pytest.mark.parametrize(
    "rows",
    [
        [f"Rad {n}\t{n % 3}" for n in range(999)],
        [f"Rad {n}\t{n}" if n % 2 else f"Summa grupp {n}\t{n - 1}" for n in range(999)],
        [f"Rad {n}\t" if n % 2 else f"Summa grupp {n}\t{n - 1}" for n in range(998)] + ["El\t5"],
        [f"Grupp {n}\t" if n % 3 == 0 else f"Rad {n}\t1" for n in range(999)],
        [f"Summa {n % 7}\t{n % 2}" if n % 3 == 0 else f"Rad\t{n % 2}" for n in range(999)],
    ],
)
def test_as_many_rows_as_are_allowed_are_parted_in_a_moment(rows: list[str]) -> None:
    start = time.process_time()
    proposal("\n".join(["Rad\tBudget 2025", *rows, "Totalt\t12345"]), ONE)
    assert time.process_time() - start < 5


WORDS = ["Intäkter", "Kostnader", "Summa", "Summa kansli", "Kansli", "Eget kapital", "Resor", ""]


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(["", "5", "-5", "10", "x"]))))
def test_any_table_is_proposed_or_refused_and_no_amount_is_lost(
    rows: list[tuple[str, str]],
) -> None:
    text = "\n".join(["Rad\tBudget 2025", *(f"{name}\t{amount}" for name, amount in rows)])
    try:
        found = proposal(text, ONE)
    except PasteRefused:
        return
    known = {State.NEW, State.UNREAD, State.AGREES, State.DIFFERS, State.OUTSIDE, State.EMPTY}
    pasted = [amount for name, amount in rows if amount]
    assert set(states(found.preview.rows)) <= known
    assert len([state for state in states(found.preview.rows) if state != State.EMPTY]) == len(
        pasted
    )
