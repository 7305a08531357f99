"""Lines added, moved and removed: the order is whole, and nothing is lost in a sum."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from budgets.editing import lines
from budgets.models import Budget, BudgetAmount
from budgets.outline import DEEPEST_LINES
from budgets.reading import sheet_of
from budgets.refusals import HasAmounts, IntoItself, TooDeep
from budgets.sheet import Line, Printed
from finsam.editions import Gone
from tests.budgets.sheets import key_of
from tests.budgets.trees import COST, INCOME, amounts, assert_sound, budget, line, outline

pytestmark = pytest.mark.django_db

A, B, C, D, E = (key_of(name) for name in "ABCDE")
NOWHERE = UUID(int=0)


def small(**fields: Any) -> Budget:
    """Income A; costs B, which holds C and D, and E with an amount."""
    costs = (line("B", line("C"), line("D")), line("E", amounts=amounts(5)))
    return budget(income=(line("A"),), costs=costs, **fields)


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ({"side": COST}, "A | B(C D) E Ny | "),
        ({"side": INCOME}, "A Ny | B(C D) E | "),
        ({"parent": B}, "A | B(C D Ny) E | "),
        ({"after": C}, "A | B(C Ny D) E | "),
        ({"after": B}, "A | B(C D) Ny E | "),
        ({"parent": C}, "A | B(C(Ny) D) E | "),
    ],
)
def test_a_line_is_added_in_its_place(where: dict[str, Any], expected: str) -> None:
    found = small()
    row = lines.add_line(found, label="Ny", **where)
    assert (outline(found), row.label) == (expected, "Ny")
    assert_sound(found)


def test_a_group_comes_with_a_line_below_it() -> None:
    found = small()
    group = lines.add_group(found, label="Grupp", line_label="Rad", after=B)
    assert outline(found) == "A | B(C D) Grupp(Rad) E | "
    assert group.label == "Grupp"
    assert_sound(found)


def test_a_line_with_amounts_has_none_below_it() -> None:
    found = small()
    with pytest.raises(HasAmounts) as refused:
        lines.add_line(found, label="Ny", parent=E)
    assert refused.value.label == "E"


def test_a_line_with_text_that_is_no_amount_has_none_below_it() -> None:
    found = budget(costs=(line("E", unread={"budget-2025": "fem"}),))
    with pytest.raises(HasAmounts):
        lines.add_line(found, label="Ny", parent=E)


def test_a_line_whose_cells_were_emptied_may_have_lines_below_it() -> None:
    found = small()
    BudgetAmount.objects.filter(line__key=E).update(amount=None)
    lines.add_line(found, label="Ny", parent=E)
    assert outline(found) == "A | B(C D) E(Ny) | "
    assert not BudgetAmount.objects.filter(line__budget=found).exists()


def deep() -> tuple[Budget, UUID]:
    """Eight levels of lines, and the key of the last."""
    chain = line("8")
    for level in range(DEEPEST_LINES - 1, 0, -1):
        chain = line(str(level), chain)
    return budget(costs=(chain,)), key_of("8")


def test_lines_nest_to_eight_levels() -> None:
    found, last = deep()
    with pytest.raises(TooDeep):
        lines.add_line(found, label="9", parent=last)


VERBS: dict[str, Callable[..., Any]] = {
    "add below": lambda found, key: lines.add_line(found, label="Ny", parent=key),
    "add after": lambda found, key: lines.add_line(found, label="Ny", after=key),
    "add a group": lambda found, key: lines.add_group(found, label="", line_label="", after=key),
    "shift": lambda found, key: lines.shift_line(found, key=key, steps=1),
    "indent": lambda found, key: lines.indent_line(found, key=key),
    "outdent": lambda found, key: lines.outdent_line(found, key=key),
    "move": lambda found, key: lines.move_line(found, key=key, side=COST),
    "move there": lambda found, key: lines.move_line(found, key=A, parent=key),
    "remove": lambda found, key: lines.remove_line(found, key=key),
}


@pytest.mark.parametrize("verb", VERBS)
def test_what_another_budget_holds_is_gone(verb: str) -> None:
    found = small()
    with pytest.raises(Gone):
        VERBS[verb](found, NOWHERE)
    assert outline(found) == "A | B(C D) E | "


def test_a_budget_that_has_been_removed_is_gone() -> None:
    found = small()
    Budget.objects.filter(pk=found.pk).delete()
    with pytest.raises(Gone):
        lines.shift_line(found, key=A, steps=1)


@pytest.mark.parametrize(
    ("key", "steps", "expected"),
    [
        (E, -1, "A | E B(C D) | "),
        (B, 1, "A | E B(C D) | "),
        (C, 1, "A | B(D C) E | "),
        (C, -1, "A | B(C D) E | "),
        (E, 5, "A | B(C D) E | "),
        (A, 1, "A | B(C D) E | "),
    ],
)
def test_a_line_moves_among_those_it_stands_with(key: UUID, steps: int, expected: str) -> None:
    found = small()
    moved = lines.shift_line(found, key=key, steps=steps)
    assert outline(found) == expected
    assert moved.is_elsewhere == (expected != "A | B(C D) E | ")
    assert_sound(found)


def test_a_line_goes_in_below_the_one_before_it() -> None:
    found = small()
    moved = lines.indent_line(found, key=E)
    assert outline(found) == "A | B(C D E) | "
    assert moved.before == {"side": "cost", "parent": None, "position": 1}
    assert moved.after == {"side": "cost", "parent": str(B), "position": 2}
    assert_sound(found)


def test_the_first_line_has_none_to_go_in_below() -> None:
    found = small()
    assert not lines.indent_line(found, key=C).is_elsewhere
    assert outline(found) == "A | B(C D) E | "


def test_a_line_does_not_go_in_below_one_with_amounts() -> None:
    found = small()
    lines.add_line(found, label="Ny", side=COST)
    with pytest.raises(HasAmounts):
        lines.indent_line(found, key=found.lines.get(label="Ny").key)


def test_a_line_goes_out_after_the_one_it_stood_below() -> None:
    found = small()
    moved = lines.outdent_line(found, key=C)
    assert outline(found) == "A | B(D) C E | "
    assert moved.after == {"side": "cost", "parent": None, "position": 1}
    assert found.lines.get(key=C).side == "cost"
    assert_sound(found)


def test_a_top_line_stays_where_it_is() -> None:
    found = small()
    assert not lines.outdent_line(found, key=E).is_elsewhere


@pytest.mark.parametrize(
    ("key", "where", "expected"),
    [
        (B, {"side": INCOME}, "A B(C D) | E | "),
        (B, {"side": INCOME, "position": 0}, "B(C D) A | E | "),
        (A, {"parent": B, "position": 1}, " | B(C A D) E | "),
        (C, {"side": COST}, "A | B(D) E C | "),
        (E, {"parent": A}, "A(E) | B(C D) | "),
    ],
)
def test_a_line_moves_to_another_place(key: UUID, where: dict[str, Any], expected: str) -> None:
    found = small()
    lines.move_line(found, key=key, **where)
    assert outline(found) == expected
    assert_sound(found)


@pytest.mark.parametrize("home", [B, C])
def test_a_line_does_not_move_below_itself_or_its_own(home: UUID) -> None:
    found = small()
    with pytest.raises(IntoItself):
        lines.move_line(found, key=B, parent=home)
    assert outline(found) == "A | B(C D) E | "


def test_a_line_does_not_move_below_one_with_amounts() -> None:
    found = small()
    with pytest.raises(HasAmounts):
        lines.move_line(found, key=C, parent=E)


def test_a_removed_line_takes_all_below_it_along_and_says_what_it_was() -> None:
    found = small(printed=(Printed(row=str(C), column="budget-2025", amount=7, source="Tabellen"),))
    tree = next(one for _, one in sheet_of(found).walk() if one.key == B)
    removed = lines.remove_line(found, key=B)
    assert outline(found) == "A | E | "
    assert removed.tree == tree
    assert removed.place == {"side": "cost", "parent": None, "position": 0}
    assert [kept.printed.amount for kept in removed.printed] == [7]
    assert not found.printed.exists()
    assert_sound(found)


def large(count: int) -> Budget:
    """A group with so many lines, one below each, between two others."""
    below = (line(str(n), line(f"{n}.1", amounts=amounts(n))) for n in range(count))
    return budget(costs=(line("A"), line("B", *below, line("C")), line("D")))


CHANGES: dict[str, Callable[[Budget], Any]] = {
    "add": lambda found: lines.add_line(found, label="Ny", after=A),
    "add a group": lambda found: lines.add_group(found, label="", line_label="", after=A),
    "shift": lambda found: lines.shift_line(found, key=D, steps=-1),
    "indent": lambda found: lines.indent_line(found, key=B),
    "outdent": lambda found: lines.outdent_line(found, key=key_of("0")),
    "move": lambda found: lines.move_line(found, key=B, side=INCOME),
    "remove": lambda found: lines.remove_line(found, key=B),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_takes_as_many_queries_in_a_large_budget(change: str) -> None:
    def queries(count: int) -> int:
        with transaction.atomic():
            found = large(count)
            with CaptureQueriesContext(connection) as captured:
                CHANGES[change](found)
            transaction.set_rollback(True)
        return len(captured)

    assert queries(1) == queries(200)


def test_what_is_written_in_a_line_stays_when_it_moves() -> None:
    found = budget(costs=(replace(line("A"), comment="Sagt"), line("B")))
    lines.shift_line(found, key=A, steps=1)
    [_, moved] = sheet_of(found).costs
    assert moved == Line(key=A, label="A", comment="Sagt")
