from dataclasses import replace
from uuid import UUID

from budgets.arithmetic import figures
from budgets.contributions import contribution_lines, contributions
from budgets.sheet import Line, Sheet
from tests.budgets.sheets import column, group, key_of, line

COLUMNS = (column("budget", 2024), column("budget", 2025))
STATE, TOWN = key_of("state"), key_of("town")


def paid(path: str, member: UUID | None, *amounts: int | None) -> Line:
    return replace(line(path, path, COLUMNS, amounts), member=member)


def of_2025(*income: Line) -> dict[UUID, int]:
    sheet = Sheet(columns=COLUMNS, income=income)
    return contributions(sheet, figures(sheet), "budget-2025")


def test_a_member_pays_what_stands_on_its_line_in_the_column() -> None:
    assert of_2025(paid("s", STATE, 1, 500), paid("t", TOWN, 2, 250)) == {STATE: 500, TOWN: 250}


def test_several_lines_of_a_member_are_added() -> None:
    assert of_2025(paid("a", TOWN, None, 200), paid("b", TOWN, None, 50)) == {TOWN: 250}


def test_a_repayment_is_taken_off_and_stays_negative_alone() -> None:
    assert of_2025(paid("a", TOWN, None, 200), paid("b", TOWN, None, -250)) == {TOWN: -50}


def test_an_empty_cell_is_no_contribution_and_a_nought_is_one() -> None:
    assert of_2025(paid("s", STATE, 500, None), paid("t", TOWN, 250, 0)) == {TOWN: 0}


def test_other_income_is_nobodys_contribution() -> None:
    assert of_2025(paid("esf", None, 300, 300)) == {}


def test_costs_that_are_tied_to_a_member_are_no_contribution() -> None:
    sheet = Sheet(columns=COLUMNS, costs=(paid("rent", TOWN, 35, 35),))
    assert contributions(sheet, figures(sheet), "budget-2025") == {}


def test_a_group_that_is_a_members_counts_once_with_all_below_it() -> None:
    below = (paid("fee", TOWN, 1, 200), paid("extra", None, 1, 50))
    assert of_2025(replace(group("town", "Berg", *below), member=TOWN)) == {TOWN: 250}


def test_lines_are_found_at_any_depth_in_their_order() -> None:
    members = group("members", "Medlemmar", paid("s", STATE, 1, 1), group("x", "Kommuner"))
    towns = group("towns", "Kommuner", paid("t", TOWN, 1, 1))
    found = contribution_lines((members, group("all", "Alla", towns)))
    assert [each.label for each in found] == ["s", "t"]


def test_a_column_that_is_not_there_has_none() -> None:
    sheet = Sheet(columns=COLUMNS, income=(paid("s", STATE, 1, 1),))
    assert contributions(sheet, figures(sheet), "") == {}
