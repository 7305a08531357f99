"""CSV files that open in Excel in Swedish, and in which no text is a formula."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.exports.csvfile import BOM, FORMULA, csv_bytes


def read(data: bytes) -> list[list[str]]:
    text = data.decode()
    assert text.startswith(BOM)
    return list(csv.reader(StringIO(text[1:], newline=""), delimiter=";"))


def test_semicolons_stand_between_and_nothing_is_empty() -> None:
    data = csv_bytes(["Namn", "Tal"], [["Åre; norra", 7], [None, -3]])
    assert data == '\ufeffNamn;Tal\r\n"Åre; norra";7\r\n;-3\r\n'.encode()


@pytest.mark.parametrize("text", ["=1+1", "+46", "-a", "@SUM(A1)", "\t=1", " =1", "＝1"])
def test_what_would_be_a_formula_is_text(text: str) -> None:
    assert read(csv_bytes(["a"], [[text]]))[1] == [f"'{text}"]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4))
def test_any_text_is_read_again_and_is_no_formula(cells: list[str]) -> None:
    [_, row] = read(csv_bytes(["x"] * len(cells), [cells]))
    for cell, found in zip(cells, row, strict=True):
        assert found in (cell, f"'{cell}")
        assert not found.lstrip(" \n").startswith(FORMULA)
