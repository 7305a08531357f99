"""What a source printed: accepted, explained, and kept again."""

import pytest

from budgets.editing.columns import remove_column
from budgets.editing.printed import accept_printed, explain_printed
from budgets.models import Budget
from budgets.reading import sheet_of
from budgets.refusals import Exists
from budgets.returning import put_back_printed
from budgets.sheet import Printed
from finsam.editions import Gone
from tests.budgets.trees import budget

pytestmark = pytest.mark.django_db

PRINTED = tuple(
    Printed(row="result", column="budget-2025", amount=amount, source=source)
    for amount, source in ((7, "Tabellen"), (8, "Bilagan"))
)
FIRST = {"row": "result", "column": "budget-2025", "source": "Tabellen"}


def small() -> Budget:
    return budget(printed=PRINTED)


def test_an_accepted_figure_is_forgotten_and_can_be_kept_again() -> None:
    found = small()
    kept = accept_printed(found, **FIRST)
    assert (kept.printed, sheet_of(found).printed) == (PRINTED[0], PRINTED[1:])
    put_back_printed(found, kept)
    assert sheet_of(found).printed == PRINTED


def test_a_difference_is_explained() -> None:
    found = small()
    done = explain_printed(found, **FIRST, resolution="En rad saknades.")
    assert (done.before.resolution, done.after.resolution) == ("", "En rad saknades.")
    assert sheet_of(found).printed[0] == done.after


def test_what_is_not_there_is_gone() -> None:
    found = small()
    where = FIRST | {"source": "Protokollet"}
    with pytest.raises(Gone):
        accept_printed(found, **where)
    with pytest.raises(Gone):
        explain_printed(found, **where, resolution="Nej")


def test_a_figure_is_kept_once() -> None:
    found = small()
    kept = accept_printed(found, **FIRST)
    put_back_printed(found, kept)
    with pytest.raises(Exists):
        put_back_printed(found, kept)


def test_a_figure_without_its_column_is_not_kept() -> None:
    found = small()
    kept = accept_printed(found, **FIRST)
    remove_column(found, name="budget-2025")
    with pytest.raises(Gone):
        put_back_printed(found, kept)
