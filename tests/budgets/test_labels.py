from dataclasses import replace
from uuid import UUID

import pytest

from budgets.labels import (
    column_label,
    computed_label,
    inside_sentence,
    line_label,
    sum_label,
    total_column_label,
)
from budgets.sheet import ComputedRow, Line, Sheet
from tests.budgets.sheets import column

KEY = UUID(int=1)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("actual", "Utfall 2014"),
        ("forecast", "Prognos 2014"),
        ("budget", "Budget 2014"),
        ("plan", "Plan 2014"),
    ],
)
def test_a_column_is_called_by_its_kind_and_year(kind: str, text: str) -> None:
    assert column_label(column(kind, 2014)) == text


def test_the_total_column_has_a_name_of_the_house_or_its_own() -> None:
    assert total_column_label(Sheet()) == "Totalt"
    assert total_column_label(Sheet(total_column_label="2014–2018")) == "2014–2018"


def test_a_computed_row_has_a_name_of_the_house_or_its_own() -> None:
    sheet = Sheet(computed_rows={ComputedRow.RESULT: "", ComputedRow.CLOSING_EQUITY: "Kvar"})
    assert computed_label(sheet, ComputedRow.RESULT) == "Årets resultat"
    assert computed_label(sheet, ComputedRow.CLOSING_EQUITY) == "Kvar"


def test_a_line_is_called_by_its_label_and_activity_code() -> None:
    assert line_label(Line(key=KEY, label="Nätverk", activity_code="2.4.1")) == "Nätverk 2.4.1"
    assert line_label(Line(key=KEY, label="Nätverk")) == "Nätverk"


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("Kansli och administration", "Summa kansli och administration"),
        ("Kansli/adm", "Summa kansli/adm"),
        ("Övriga kostnader", "Summa övriga kostnader"),
        ("ESF-projekt", "Summa ESF-projekt"),
        ("SIKT 2.0", "Summa SIKT 2.0"),
        ("B och C", "Summa B och C"),
        ("", "Summa "),
    ],
)
def test_a_sum_is_called_by_its_group(label: str, text: str) -> None:
    assert sum_label(Line(key=KEY, label=label)) == text


def test_the_sum_of_what_has_a_name_keeps_its_capital() -> None:
    named = Line(key=KEY, label="Försäkringskassan", member=KEY)
    assert sum_label(named) == "Summa Försäkringskassan"
    paid = Line(key=KEY, label="Ångemodellen", intervention=KEY)
    assert sum_label(paid) == "Summa Ångemodellen"


def test_a_groups_own_name_for_its_sum_is_used() -> None:
    group = replace(Line(key=KEY, label="Kansli"), total_label="Kansliet totalt")
    assert sum_label(group) == "Kansliet totalt"


@pytest.mark.parametrize(
    ("words", "inside"),
    [
        ("Antal invånare", "antal invånare"),
        ("SCB:s folkmängd", "SCB:s folkmängd"),
        ("E", "E"),
        ("", ""),
    ],
)
def test_words_stand_inside_a_sentence_with_a_small_letter_but_for_abbreviations(
    words: str, inside: str
) -> None:
    assert inside_sentence(words) == inside
