"""Two people who change a budget's structure at once come one after the other."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, transaction

from budgets.cells import Cell, fill
from budgets.editing import columns, lines
from budgets.models import Budget, BudgetAmount
from budgets.ordering import lock
from budgets.refusals import Exists, HasAmounts, IntoItself, Refusal
from budgets.sheet import ColumnKind, Side
from finsam.editions import Gone
from tests.budgets.sheets import key_of
from tests.budgets.trees import assert_sound, budget, line, outline

pytestmark = pytest.mark.django_db(transaction=True)

A, B, C = (key_of(name) for name in "ABC")
Deed = Callable[[], object]


def at_once(*deeds: Deed) -> list[type[Exception] | None]:
    """What became of each when all are done at the same time, each on a connection of its own."""
    together = Barrier(len(deeds))

    def done(deed: Deed) -> type[Exception] | None:
        try:
            together.wait()
            with transaction.atomic():
                deed()
        except (Refusal, Gone) as refused:
            return type(refused)
        finally:
            connection.close()
        return None

    with ThreadPoolExecutor(len(deeds)) as people:
        return list(people.map(done, deeds))


def filled(found: Budget) -> Deed:
    """Somebody types 5 where line A meets budget 2025."""

    def deed() -> None:
        lock(found)
        fill(found, [Cell(line=A, column="budget-2025", amount=5)])

    return deed


def counted(refused: Iterable[type[Exception] | None]) -> set[type[Exception] | None]:
    return set(refused)


def test_of_two_lines_that_move_into_each_other_one_does() -> None:
    found = budget(costs=(line("A"), line("B")))
    refused = at_once(
        lambda: lines.move_line(found, key=A, parent=B),
        lambda: lines.move_line(found, key=B, parent=A),
    )
    assert counted(refused) == {None, IntoItself}
    assert outline(found) in {" | B(A) | ", " | A(B) | "}
    assert_sound(found)


def test_lines_that_many_move_at_once_keep_one_order() -> None:
    found = budget(costs=(line("A"), line("B"), line("C")))
    refused = at_once(
        lambda: lines.shift_line(found, key=A, steps=2),
        lambda: lines.indent_line(found, key=B),
        lambda: lines.move_line(found, key=C, side=Side.INCOME),
        lambda: lines.add_group(found, label="G", line_label="R", side=Side.COST),
        lambda: lines.add_line(found, label="Ny", after=C),
    )
    assert counted(refused) == {None}
    assert found.lines.count() == 6
    assert_sound(found)


def test_a_line_that_is_removed_while_it_moves_moves_first_or_is_gone() -> None:
    found = budget(costs=(line("A"), line("B")))
    refused = at_once(
        lambda: lines.remove_line(found, key=A), lambda: lines.move_line(found, key=A, parent=B)
    )
    assert refused[0] is None
    assert refused[1] in {None, Gone}
    assert outline(found) == " | B | "


def test_an_amount_and_a_line_below_it_never_meet() -> None:
    found = budget(costs=(line("A"),))
    refused = at_once(filled(found), lambda: lines.add_line(found, label="Ny", parent=A))
    assert counted(refused) in [{None, HasAmounts}, {None, Gone}]
    assert BudgetAmount.objects.count() + found.lines.count() == 2


def test_a_column_that_is_removed_while_another_types_in_it_is_filled_first_or_gone() -> None:
    found = budget(costs=(line("A"),))
    refused = at_once(filled(found), lambda: columns.remove_column(found, name="budget-2025"))
    assert refused[1] is None
    assert refused[0] in {None, Gone}
    assert not BudgetAmount.objects.exists()


def test_a_column_that_is_removed_while_another_edits_it_is_edited_first_or_gone() -> None:
    found = budget()
    refused = at_once(
        lambda: columns.remove_column(found, name="plan-2026"),
        lambda: columns.edit_column(
            found, "plan-2026", edition=1, year=2026, kind=ColumnKind.PLAN, opening=5
        ),
    )
    assert refused[0] is None
    assert refused[1] in {None, Gone}
    assert [column.year for column in found.columns.all()] == [2025]


def test_of_two_columns_for_one_year_and_kind_one_is_added() -> None:
    found = budget()
    refused = at_once(
        *[lambda: columns.add_column(found, year=2027, kind=ColumnKind.PLAN) for _ in range(2)]
    )
    assert counted(refused) == {None, Exists}
    assert_sound(found)
