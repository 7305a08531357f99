"""The functions as text."""

from plans.exports.xlsx.functions import MOST, balance, or_empty, sum_or_empty, sums


def test_a_sum_is_empty_where_nothing_is_a_number() -> None:
    assert sum_or_empty(["B5:B9", "B12"]) == 'IF(COUNT(B5:B9,B12)=0,"",SUM(B5:B9,B12))'


def test_what_is_more_than_a_function_takes_is_parted() -> None:
    cells = [f"B{row}" for row in range(5, 5 + 2 * (MOST + 1), 2)]
    first, second = sums(cells)
    assert (first.count(",") + 1, second) == (MOST, f"SUM({cells[-1]})")
    assert sum_or_empty(cells).count("+") == 2


def test_the_sum_of_no_cells_is_no_term() -> None:
    assert sums([]) == []


def test_a_cell_is_taken_empty_where_it_is_empty() -> None:
    assert or_empty("'Budget'!B7") == "IF('Budget'!B7=\"\",\"\",'Budget'!B7)"
    assert or_empty("B7", "B7+B9") == 'IF(B7="","",B7+B9)'


def test_terms_are_added_and_taken_away() -> None:
    assert balance(["B12"], ["B30", "SUM(B32:B33)"]) == "B12-B30-SUM(B32:B33)"
    assert balance([], ["B30"]) == "-B30"
    assert balance([], []) == ""
