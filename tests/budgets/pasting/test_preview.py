import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgets import layout
from budgets.pasting import Focus, PasteRefused, preview
from budgets.pasting.blocks import TOO_LARGE
from budgets.pasting.places import NO_FOCUS
from budgets.pasting.preview import Counts, Opened, PastedCell, RowKind, State, Write
from budgets.sheet import CostSign, Line, Printed, Sheet, Side, Unit
from tests.budgets.pasting.pasted import amounts, emptied, row, states
from tests.budgets.sheets import (
    ange,
    column,
    group,
    key_of,
    line,
    skelleftea_norsjo,
    sodra_lappland,
)

COLUMNS = (column("budget", 2024), column("plan", 2025))


def small(**more: object) -> Sheet:
    """A budget of four lines, in kr."""

    def typed(path: str, label: str, *kr: int | None) -> Line:
        return line(path, label, COLUMNS, kr)

    return Sheet(
        columns=COLUMNS,
        income=(typed("staten", "Staten", 100, 100),),
        costs=(
            group("kansli", "Kansli", typed("arvoden", "Arvoden", 20, None)),
            group(
                "insatser",
                "Insatser",
                typed("natverk", "Nätverk", 30, 30),
                typed("resor", "Resor", None, None),
            ),
        ),
        **more,  # type: ignore[arg-type]
    )


def test_each_value_says_what_it_does() -> None:
    found = preview(
        "\tBudget 2024\tPlan 2025\nArvoden\t20\t25\nNätverk\t35\t-\nResor\t4oo\t", small()
    )
    assert found.rows[0].cells == (
        PastedCell(
            column="budget-2024", text="20", state=State.SAME, kr=20, understood="20", current="20"
        ),
        PastedCell(column="plan-2025", text="25", state=State.NEW, kr=25, understood="25"),
    )
    assert states(found.rows[1]) == [State.CHANGED, State.EMPTIED]
    assert states(found.rows[2]) == [State.UNREAD, State.EMPTY]
    assert found.rows[2].cells[0].why == (
        "”4oo” är inte ett belopp. Skriv hela kronor, till exempel 1\u00a0400."
    )
    assert found.counts == Counts(new=1, changed=1, emptied=1, same=1, unread=1, empty=1)
    assert found.summary == (
        "2 belopp klistras in, varav 1 ersätter det som står där. 1 cell töms. "
        "1 är som förut. 1 gick inte att läsa."
    )


def test_what_is_written_is_what_changes_and_what_could_not_be_read() -> None:
    found = preview(
        "\tBudget 2024\tPlan 2025\nArvoden\t20\t25\nNätverk\t35\t-\nResor\t4oo\t", small()
    )
    assert found.writes == (
        Write(line=key_of("arvoden"), column="plan-2025", kr=25),
        Write(line=key_of("natverk"), column="budget-2024", kr=35),
        Write(line=key_of("natverk"), column="plan-2025"),
        Write(line=key_of("resor"), column="budget-2024", unread="4oo"),
    )
    assert amounts(found.after) == {
        "Staten": {"budget-2024": 100, "plan-2025": 100},
        "Arvoden": {"budget-2024": 20, "plan-2025": 25},
        "Nätverk": {"budget-2024": 35},
    }
    assert found.after.costs[1].lines[1].unread == {"budget-2024": "4oo"}


def test_an_amount_puts_right_what_could_not_be_read() -> None:
    first = preview("\tBudget 2024\nResor\t4oo\n", small())
    found = preview("\tBudget 2024\nResor\t400\n", first.after)
    (cell,) = found.rows[0].cells
    assert (cell.state, cell.current, cell.understood) == (State.CHANGED, "4oo", "400")
    assert found.after.costs[1].lines[1].unread == {}


def test_an_amount_that_may_be_two_is_asked_about() -> None:
    (cell,) = preview("\tBudget 2024\nResor\t9.999", small(unit=Unit.TKR)).rows[0].cells
    assert (cell.state, cell.readings) == (State.UNREAD, ("9\u00a0999", "9,999"))


def test_a_sum_is_compared_with_what_the_budget_gives_after_the_paste() -> None:
    text = (
        "\tBudget 2024\nArvoden\t25\nKansli\t25\nInsatser\t31\n"
        "Summa kostnader\t55\nSumma intäkter\t"
    )
    found = preview(text, small(), source="kommunens tabell")
    assert [(each.kind, states(each)) for each in found.rows] == [
        (RowKind.LINE, [State.CHANGED]),
        (RowKind.GROUP, [State.AGREES]),
        (RowKind.GROUP, [State.DIFFERS]),
        (RowKind.COMPUTED, [State.AGREES]),
        (RowKind.HEADING, []),
    ]
    assert (row(found, "Insatser").cells[0].current, found.counts.differs) == ("30", 1)
    assert found.printed == (
        Printed(
            row=str(key_of("insatser")),
            column="budget-2024",
            amount=31,
            source="kommunens tabell",
        ),
    )
    assert found.summary.endswith(" 1 inklistrad summa stämmer inte med budgetens.")


def test_a_sum_in_tkr_agrees_where_it_prints_alike() -> None:
    costs = (group("g", "Kansli", line("a", "Arvoden", COLUMNS, (1_400, 1_600))),)
    sheet = Sheet(columns=COLUMNS, costs=costs)
    found = preview("tkr\tBudget 2024\tPlan 2025\nKansli\t1\t1\n", sheet)
    assert states(found.rows[0]) == [State.AGREES, State.DIFFERS]


def test_a_total_column_is_compared_and_never_written() -> None:
    sheet = small(has_total_column=True)
    found = preview("\tBudget 2024\tPlan 2025\tSumma\nNätverk\t1\t2\t4\nStaten\t\t\t200", sheet)
    assert states(found.rows[0]) == [State.CHANGED, State.CHANGED, State.DIFFERS]
    assert found.printed[0] == Printed(
        row=str(key_of("natverk")), column="total", amount=4, source="den inklistrade tabellen"
    )
    assert found.writes[-2:] == (
        Write(line=key_of("staten"), column="budget-2024"),
        Write(line=key_of("staten"), column="plan-2025"),
    )


def test_columns_come_by_their_heads_in_any_order() -> None:
    found = preview("\tPlan 2025\t2024\nResor\t5\t4", small())
    assert amounts(found.after)["Resor"] == {"plan-2025": 5, "budget-2024": 4}
    assert found.remarks == ()


def test_columns_that_are_none_are_named_and_left_out() -> None:
    text = "\tBudget 2024\tNot\tUtfall 2023\tTotalt\tBudget 2024\t\nResor\t5\t1\t6\t7\t8\t9"
    found = preview(text, small())
    assert amounts(found.after)["Resor"] == {"budget-2024": 5}
    assert states(found.rows) == [State.NEW]
    assert found.remarks == (
        "Kolumnen ”Not” klistras inte in: den finns inte i budgeten.",
        "Kolumnen ”Utfall 2023” klistras inte in: den finns inte i budgeten.",
        "Kolumnen ”Totalt” klistras inte in: budgeten har ingen summakolumn.",
        "Kolumnen ”Budget 2024” klistras inte in: Budget 2024 står två gånger.",
        "En kolumn klistras inte in: den har ingen rubrik.",
    )


def test_a_year_with_several_columns_is_not_guessed() -> None:
    columns = (column("forecast", 2024), column("budget", 2024))
    sheet = Sheet(columns=columns, costs=(line("r", "Resor", columns, (None, None)),))
    found = preview("Rad\t2024\nResor\t5", sheet)
    assert found.writes == ()
    assert found.remarks == (
        "Kolumnen ”2024” klistras inte in: den kan vara flera av budgetens kolumner.",
    )


def test_last_years_plan_for_a_year_is_this_years_budget_for_it() -> None:
    found = preview("\tPlan 2024\tPlan 2025\nResor\t5\t6", small())
    assert amounts(found.after)["Resor"] == {"budget-2024": 5, "plan-2025": 6}
    assert found.remarks == ("Kolumnen ”Plan 2024” klistras in i Budget 2024.",)
    outcome = preview("\tUtfall 2024\nResor\t5", small())
    assert outcome.writes == ()


def test_columns_without_heads_begin_in_the_first_or_in_the_focused_one() -> None:
    found = preview("Resor\t5\t6", small())
    assert amounts(found.after)["Resor"] == {"budget-2024": 5, "plan-2025": 6}
    assert found.remarks == (
        "Kolumnrubriker saknas. Beloppen läggs från Budget 2024 och åt höger.",
    )
    focused = preview("Resor\t5\t6", small(), focus=Focus(row="", column="plan-2025"))
    assert amounts(focused.after)["Resor"] == {"plan-2025": 5}
    assert states(focused.rows) == [State.NEW, State.OUTSIDE]


def test_values_alone_come_from_the_focused_cell_right_and_down() -> None:
    focus = Focus(row=str(key_of("arvoden")), column="budget-2024")
    found = preview("1\t2\t3\n50\t\n5\t6\n7\t8\n9\t9", small(), focus=focus)
    assert [(each.kind, each.label) for each in found.rows] == [
        (RowKind.LINE, "Arvoden"),
        (RowKind.GROUP, "Insatser"),
        (RowKind.LINE, "Nätverk"),
        (RowKind.LINE, "Resor"),
        (RowKind.UNKNOWN, ""),
    ]
    assert [states(each) for each in found.rows] == [
        [State.CHANGED, State.NEW, State.OUTSIDE],
        [State.DIFFERS, State.EMPTY, State.EMPTY],
        [State.CHANGED, State.CHANGED, State.EMPTY],
        [State.NEW, State.NEW, State.EMPTY],
        [State.OUTSIDE, State.OUTSIDE, State.EMPTY],
    ]
    assert amounts(found.after)["Nätverk"] == {"budget-2024": 5, "plan-2025": 6}
    assert found.summary == (
        "6 belopp klistras in, varav 3 ersätter det som står där. "
        "3 har ingen plats i budgeten och klistras inte in. "
        "1 inklistrad summa stämmer inte med budgetens."
    )


def test_the_visible_rows_may_be_in_another_order() -> None:
    sheet = small()
    rows = [each for each in layout.whole(sheet) if each.kind is layout.RowKind.LINE][::-1]
    focus = Focus(row=str(key_of("resor")), column="budget-2024")
    found = preview("1\n2", sheet, focus=focus, rows=rows)
    assert [each.label for each in found.rows] == ["Resor", "Nätverk"]


def test_a_group_with_its_sum_below_is_pasted_to_at_its_sum() -> None:
    sheet = ange()
    focus = Focus(row=str(key_of("office")), column="budget-2022")
    found = preview("-444500\n5", sheet, focus=focus)
    assert [(each.kind, states(each)) for each in found.rows] == [
        (RowKind.GROUP, [State.AGREES]),
        (RowKind.UNKNOWN, [State.OUTSIDE]),
    ]


def test_an_empty_cell_among_values_alone_empties_as_in_excel() -> None:
    focus = Focus(row=str(key_of("natverk")), column="budget-2024")
    assert states(preview("\t5\n\n7", small(), focus=focus).rows)[:2] == [
        State.EMPTIED,
        State.CHANGED,
    ]


def test_values_alone_need_a_place_to_begin() -> None:
    for focus in (None, Focus(row="", column=""), Focus(row="gone", column="budget-2024")):
        with pytest.raises(PasteRefused) as refused:
            preview("1\t2", small(), focus=focus)
        assert str(refused.value) == NO_FOCUS


@pytest.mark.parametrize(
    "name",
    ["arvoden", "ARVODEN:", "- Arvoden", " Arvoden ", "Arvoden.", "Arvoden 2.4.1", "2.4.1 Arvoden"],
)
def test_a_row_is_found_however_its_name_is_written(name: str) -> None:
    found = preview(f"\tBudget 2024\n{name}\t5\n", small())
    assert found.rows[0].key == str(key_of("arvoden"))


def test_a_code_of_the_budget_is_not_another_code() -> None:
    first = replace(line("a", "Nätverk", COLUMNS, (1, 1)), activity_code="2.4.1")
    second = replace(line("b", "Nätverk", COLUMNS, (2, 2)), activity_code="2.4.2")
    sheet = Sheet(columns=COLUMNS, costs=(first, second))
    found = preview(
        "\t2024\t2025\nNätverk 2.4.2\t5\t5\nNätverk 9.9\t1\t1\n2.4.1 Nätverk\t3\t3", sheet
    )
    assert [each.key for each in found.rows] == [str(key_of("b")), "", str(key_of("a"))]


def test_the_same_name_twice_is_matched_by_the_group_that_it_stands_below() -> None:
    sheet = sodra_lappland()
    for text in (
        "\t2023\t2024\nÖvriga administrativa kostnader\t\t\nÖvrigt\t5\t6",
        "\t2023\t2024\nInformation\t1\t1\nÖvrigt\t5\t6",
        "\t2023\t2024\nÖvrigt\t5\t6\nSumma övriga administrativa kostnader\t1\t1",
    ):
        assert row(preview(text, sheet), "Övrigt").key == str(key_of("other/Övrigt"))
    twice = preview("\t2023\t2024\nÖvrigt\t5\t6\nÖvrigt\t7\t8\nÖvrigt\t9\t9", sheet)
    assert [each.key for each in twice.rows] == [
        str(key_of("board/Övrigt")),
        str(key_of("other/Övrigt")),
        "",
    ]


def test_a_line_and_a_group_elsewhere_may_be_called_the_same() -> None:
    found = preview("\t2014\t2015\nÖvriga intäkter\t1\t1\nImprove\t\t2", skelleftea_norsjo())
    assert found.rows[1].key == str(key_of("income/Improve"))
    found = preview("\t2014\t2015\nImprove\t3\t2\nRätt väg ut\t1\t1", skelleftea_norsjo())
    assert found.rows[0].key == str(key_of("decided/Improve"))


def test_a_name_with_nothing_beside_it_takes_nothing_away() -> None:
    found = preview("\tBudget 2024\nNätverk\t\nKansli\t\nResor\t5", small())
    assert [each.kind for each in found.rows] == [RowKind.HEADING, RowKind.HEADING, RowKind.LINE]
    assert len(found.writes) == 1


def test_rows_that_the_budget_lacks_are_named() -> None:
    text = "\tBudget 2024\nResor\t5\n" + "".join(f"Rad {n}\t{n}\n" for n in range(1, 8))
    found = preview(text, small())
    assert [each.kind for each in found.rows[1:]] == [RowKind.UNKNOWN] * 7
    assert (found.added, found.counts.outside) == ((), 7)
    assert found.remarks == (
        "7 rader saknas i budgeten: ”Rad 1”, ”Rad 2”, ”Rad 3”, ”Rad 4”, ”Rad 5” och 2 till.",
    )


def test_rows_that_the_budget_lacks_may_be_added_to_a_group_or_a_side() -> None:
    text = "\tBudget 2024\tPlan 2025\nEl\t5\toklart\nSumma annat\t7\t8\n\t1\t2\nVärme\t6\t"
    found = preview(text, small(), add_to=key_of("kansli"))
    assert [each.kind for each in found.rows] == [
        RowKind.ADDED,
        RowKind.UNKNOWN,
        RowKind.UNKNOWN,
        RowKind.ADDED,
    ]
    kansli = found.after.costs[0]
    assert [each.label for each in kansli.lines] == ["Arvoden", "El", "Värme"]
    assert kansli.lines[1:] == found.added
    assert (found.added[0].amounts, found.added[0].unread) == (
        {"budget-2024": 5},
        {"plan-2025": "oklart"},
    )
    assert found.remarks == (
        "2 nya rader: ”El” och ”Värme”.",
        "1 rad saknas i budgeten: ”Summa annat”.",
    )
    side = preview(text, small(), add_to=Side.INCOME)
    assert [each.label for each in side.after.income] == ["Staten", "El", "Värme"]


def test_rows_are_not_added_below_a_line_with_amounts_of_its_own() -> None:
    found = preview("\tBudget 2024\nEl\t5", small(), add_to=key_of("natverk"))
    assert (found.added, found.added_to, found.after) == ((), None, small())
    assert found.remarks == (
        "1 rad saknas i budgeten: ”El”.",
        "Nya rader kan inte läggas under ”Nätverk”, som har egna belopp.",
    )
    empty = preview("\tBudget 2024\nEl\t5", small(), add_to=key_of("resor"))
    assert [each.label for each in empty.after.costs[1].lines[1].lines] == ["El"]


def test_costs_that_all_stand_with_minus_are_costs() -> None:
    text = "\tBudget 2024\nStaten\t-5\nArvoden\t-25\nNätverk\t0\nSumma kostnader\t-25"
    found = preview(text, small())
    assert (row(found, "Staten").cells[0].kr, row(found, "Arvoden").cells[0].kr) == (-5, 25)
    assert states(row(found, "Summa kostnader")) == [State.AGREES]
    assert found.remarks == ("Kostnaderna stod med minus och lästes som kostnader.",)


def test_a_single_cost_with_minus_among_others_is_a_correction() -> None:
    found = preview("\tBudget 2024\nArvoden\t25\nNätverk\t-5", small())
    assert row(found, "Nätverk").cells[0].understood == "\u22125"
    assert found.remarks == ("1 kostnad med minus läses som en rättelse.",)


def test_negative_sums_say_that_a_cost_without_minus_is_a_correction() -> None:
    text = "\tBudget 2024\nArvoden\t-25\nNätverk\t5\nSumma kostnader\t-20"
    found = preview(text, small())
    assert [row(found, name).cells[0].kr for name in ("Arvoden", "Nätverk")] == [25, -5]
    assert states(row(found, "Summa kostnader")) == [State.AGREES]
    assert found.remarks == (
        "Kostnaderna stod med minus och lästes som kostnader. "
        "1 kostnad utan minus läses som en rättelse.",
    )


def test_in_the_negative_style_costs_may_stand_with_or_without_minus() -> None:
    sheet = small(cost_sign=CostSign.NEGATIVE)
    without = preview("\tBudget 2024\nArvoden\t25\nNätverk\t+5", sheet)
    assert [each.cells[0].kr for each in without.rows] == [25, -5]
    assert [each.cells[0].understood for each in without.rows] == ["\u221225", "+5"]
    mixed = preview("\tBudget 2024\nArvoden\t-25\nNätverk\t5", sheet)
    assert [each.cells[0].kr for each in mixed.rows] == [25, -5]
    assert (without.remarks, mixed.remarks) == (
        (),
        ("1 kostnad utan minus läses som en rättelse.",),
    )


def test_a_range_in_another_unit_is_reckoned_over() -> None:
    found = preview("Belopp i tkr\tBudget 2024\nArvoden\t1,5\nNätverk\t700 kr", small())
    assert [each.cells[0].kr for each in found.rows] == [1_500, 700]
    assert found.remarks == ("Det inklistrade är i tkr och räknas om till kr.",)


def test_opening_equity_that_nobody_knows_is_taken_from_the_paste() -> None:
    sheet = replace(emptied(ange()), columns=(column("budget", 2022),))
    text = "\tBudget 2022\nEget kapital\t250 000\nPrognos eget kapital\t250 000"
    found = preview(text, sheet, source="bokslut 2021")
    assert found.openings == (Opened(column="budget-2022", kr=250_000, source="bokslut 2021"),)
    assert found.after.columns[0].opening == 250_000
    assert states(found.rows) == [State.NEW, State.AGREES]
    assert found.printed == ()


def test_opening_equity_that_is_known_is_compared() -> None:
    sheet = sodra_lappland()
    text = "\t2023\t2024\neget kapital (IB)\t2670\t2097"
    found = preview(text, sheet)
    assert states(found.rows) == [State.AGREES, State.DIFFERS]
    assert (found.openings, len(found.printed)) == ((), 1)


def test_only_the_first_opening_is_taken_where_the_rest_follow_from_it() -> None:
    sheet = sodra_lappland()
    bare = replace(sheet, columns=tuple(replace(each, opening=None) for each in sheet.columns))
    found = preview("\t2023\t2024\t2025\neget kapital (IB)\t2670\t2096\t1665", bare)
    assert states(found.rows) == [State.NEW, State.AGREES, State.AGREES]
    assert [one.column for one in found.openings] == ["budget-2023"]


def test_a_row_pasted_twice_gives_one_printed_figure() -> None:
    found = preview("\tBudget 2024\nKansli\t1\nSumma kansli\t2", small())
    assert [each.amount for each in found.printed] == [2]


def test_what_word_and_excel_quote_is_read() -> None:
    text = '"Rad"\t"Budget\n2024"\r\n"Arvoden,\nResor"\t5\r\nResor\t"1 000"\r\n'
    found = preview(text, small())
    assert amounts(found.after)["Resor"] == {"budget-2024": 1_000}


def test_a_value_of_any_length_is_kept_as_far_as_a_cell_holds_it() -> None:
    found = preview(f"\tBudget 2024\nResor\t{'x' * 900}\nArvoden\t5", small())
    assert [len(write.unread) for write in found.writes] == [200, 0]


def test_a_hundred_thousand_cells_are_refused_quickly() -> None:
    start = time.process_time()
    with pytest.raises(PasteRefused) as refused:
        preview("Resor\t5\n" * 50_000, small())
    assert str(refused.value) == TOO_LARGE
    assert time.process_time() - start < 1


def test_as_much_as_is_allowed_is_read_in_a_moment() -> None:
    lines = tuple(line(f"c/{n}", f"Rad {n % 50}", COLUMNS, (1, 2)) for n in range(500))
    text = "\n".join(f"Rad {n % 50}\t{n}\t5\t6\t7" for n in range(999))
    start = time.process_time()
    preview(text, Sheet(columns=COLUMNS, costs=lines))
    assert time.process_time() - start < 3


def test_a_budget_without_columns_or_lines_takes_nothing() -> None:
    found = preview("Resor\t5", Sheet())
    assert (found.writes, found.counts.outside) == ((), 1)


@given(st.text(alphabet='abÖ 0123456789.,-+()\t\n\r"–−kr', max_size=80))
def test_any_text_is_previewed_or_refused(text: str) -> None:
    focus = Focus(row=str(key_of("arvoden")), column="budget-2024")
    try:
        found = preview(text, small(), focus=focus, add_to=key_of("kansli"))
    except PasteRefused as refused:
        assert str(refused).endswith(".")
        return
    width = sum(not head.is_left_out for head in found.heads)
    assert all(len(each.cells) in {0, width} for each in found.rows)
    assert found.summary.endswith(".")
