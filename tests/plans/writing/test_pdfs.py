import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.writing.pdfs import LOCKED, NOT_A_PDF, fault_of
from tests.factories import pdf


def test_a_pdf_with_a_page_is_right() -> None:
    assert fault_of(pdf()) == ""


def test_a_pdf_with_something_before_it_is_still_one() -> None:
    assert fault_of(b"\n\n" + pdf()) == ""


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        b"%PDF-1.7",
        b"%PDF-1.7\n%%EOF",
        b"<html>%PDF-</html>",
        b" " * 2000 + pdf(),
    ],
)
def test_what_only_looks_like_a_pdf_is_not_one(data: bytes) -> None:
    assert fault_of(data) == NOT_A_PDF


def test_a_locked_pdf_is_told_as_such() -> None:
    assert fault_of(pdf(password="hemligt")) == LOCKED


WHOLE = pdf()


@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=12))
def test_no_damage_makes_it_break(damage: list[tuple[int, int]]) -> None:
    damaged = bytearray(WHOLE)
    for place, byte in damage:
        damaged[place] = byte
    assert fault_of(bytes(damaged)) in {"", NOT_A_PDF, LOCKED}
