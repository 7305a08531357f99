import time

import pytest

from budgets.pasting.blocks import EMPTY, TOO_LARGE, PasteRefused, block


def test_rows_are_parted_by_lines_and_cells_by_tabs() -> None:
    assert block("a\t1\nb\t2") == (("a", "1"), ("b", "2"))


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\n\n", "\n\t\t\n", "\r\n \t \r\n"])
def test_what_is_empty_at_the_end_is_nothing(end: str) -> None:
    assert block(f"a\t1{end}") == (("a", "1"),)


def test_windows_and_old_mac_lines_are_lines_too() -> None:
    assert block("a\t1\r\nb\t2\r\n") == block("a\t1\rb\t2\r") == (("a", "1"), ("b", "2"))


def test_an_empty_row_between_others_keeps_its_place() -> None:
    assert block("1\n\n2") == (("1",), ("",), ("2",))


def test_a_quoted_cell_holds_tabs_lines_and_quotation_marks() -> None:
    assert block('"Budget\n2024"\t"en ""bra"" rad"\t"a\tb"\n5\t6\t7') == (
        ("Budget\n2024", 'en "bra" rad', "a\tb"),
        ("5", "6", "7"),
    )


def test_a_lone_quotation_mark_is_one() -> None:
    assert block('"Ånge\t5\nNorsjö\t6') == (('"Ånge', "5"), ("Norsjö", "6"))


@pytest.mark.parametrize("text", ["", "\n", "\t\t\n\t\t", "  "])
def test_nothing_is_refused(text: str) -> None:
    with pytest.raises(PasteRefused) as refused:
        block(text)
    assert str(refused.value) == EMPTY


@pytest.mark.parametrize(
    "text",
    ["5\t" * 100_000, "5\n" * 100_000, "\n" * 6_000, "x" * 1_000_001, '"' + "x" * 500_000 + '"'],
)
def test_too_much_is_refused_at_once(text: str) -> None:
    start = time.process_time()
    with pytest.raises(PasteRefused) as refused:
        block(text)
    assert str(refused.value) == TOO_LARGE
    assert time.process_time() - start < 1
