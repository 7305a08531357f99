"""What was removed from a budget comes back, and the order is whole whatever is done."""

from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from budgets.editing import columns, lines
from budgets.models import Budget, BudgetAmount
from budgets.ordering import column_name
from budgets.outline import DEEPEST_LINES
from budgets.reading import sheet_of
from budgets.refusals import Exists, Refusal
from budgets.returning import put_back_column, put_back_line
from budgets.sheet import ColumnKind, Line, Printed, Sheet, Side
from budgets.writing import write_sheet
from finsam.editions import Gone
from finsam.members.models import Member
from goals.models import Intervention
from tests.budgets import sheets
from tests.budgets.sheets import key_of
from tests.budgets.test_reading import REAL, stored
from tests.budgets.trees import COST, INCOME, amounts, assert_sound, budget, line, outline

pytestmark = pytest.mark.django_db

A, B, C = (key_of(name) for name in "ABC")


def known() -> tuple[dict[UUID, Member], dict[UUID, Intervention]]:
    members = {member.key: member for member in Member.objects.all()}
    return members, {one.key: one for one in Intervention.objects.all()}


def put_back(found: Budget, removed: lines.RemovedLine) -> None:
    put_back_line(found, removed, *known())


@pytest.mark.parametrize("make", REAL)
def test_every_line_of_a_real_budget_comes_back_as_it_was(make: Any) -> None:
    sheet = make()
    found = stored(sheet)
    for _, one in sheet.walk():
        removed = lines.remove_line(found, key=one.key)
        put_back(found, removed)
        assert sheet_of(found) == sheet
    assert_sound(found)


@pytest.mark.parametrize("make", REAL)
def test_every_column_of_a_real_budget_comes_back_as_it_was(make: Any) -> None:
    sheet = make()
    found = stored(sheet)
    for column in sheet.columns:
        put_back_column(found, columns.remove_column(found, name=column.name))
        assert sheet_of(found) == sheet
    assert_sound(found)


def test_a_line_comes_back_with_its_member_its_insats_and_all_that_is_said_of_it() -> None:
    own = Line(
        key=A,
        label="A",
        activity_code="2.1",
        total_label="Summa A",
        comment="Sagt",
        member=key_of("Berg"),
        intervention=key_of("Steg"),
        unread={"plan-2026": "fem"},
        amounts=amounts(5),
    )
    found = budget(costs=(own, line("B")))
    before = sheet_of(found)
    put_back(found, lines.remove_line(found, key=A))
    assert sheet_of(found) == before


def test_an_insats_that_is_gone_is_left_out() -> None:
    found = budget(costs=(replace(line("A"), intervention=key_of("Steg")),))
    removed = lines.remove_line(found, key=A)
    put_back_line(found, removed, {}, {})
    assert sheet_of(found).costs == (line("A"),)


def test_what_comes_back_is_no_edition_that_anybody_had() -> None:
    found = budget(costs=(line("A", amounts=amounts(5)),))
    found.lines.update(edition=2, label_edition=4)
    BudgetAmount.objects.update(edition=3)
    put_back(found, lines.remove_line(found, key=A))
    row = found.lines.get()
    assert (row.edition, row.label_edition, row.amounts.get().edition) == (5, 5, 5)
    put_back_column(found, columns.remove_column(found, name="budget-2025"))
    column = found.columns.get(kind="budget")
    assert (column.edition, column.amounts.get().edition) == (6, 6)


def test_what_is_there_again_does_not_come_back_twice() -> None:
    found = budget(costs=(line("A"), line("B")))
    removed = lines.remove_line(found, key=A)
    gone = columns.remove_column(found, name="budget-2025")
    put_back(found, removed)
    put_back_column(found, gone)
    with pytest.raises(Exists):
        put_back(found, removed)
    with pytest.raises(Exists):
        put_back_column(found, gone)
    assert outline(found) == " | A B | "


def test_a_line_without_the_one_above_it_stands_last_on_its_side() -> None:
    found = budget(income=(line("I"),), costs=(line("A", line("B")), line("C")))
    removed = lines.remove_line(found, key=B)
    lines.remove_line(found, key=A)
    put_back(found, removed)
    assert outline(found) == "I | C B | "
    assert_sound(found)


def test_a_line_whose_line_above_has_amounts_by_now_stands_after_it() -> None:
    found = budget(costs=(line("A", line("B")), line("C")))
    removed = lines.remove_line(found, key=B)
    column = found.columns.get(kind="budget")
    BudgetAmount.objects.create(line=found.lines.get(key=A), column=column, amount=5)
    put_back(found, removed)
    assert outline(found) == " | A B C | "
    assert_sound(found)


def test_a_line_whose_line_above_stands_too_deep_by_now_comes_back_higher_up() -> None:
    chain = line(str(DEEPEST_LINES - 1))
    for level in range(DEEPEST_LINES - 2, 0, -1):
        chain = line(str(level), chain)
    found = budget(costs=(chain, line("A", line("B", line("C", line("D"))))))
    removed = lines.remove_line(found, key=B)
    lines.move_line(found, key=A, parent=key_of(str(DEEPEST_LINES - 2)))
    put_back(found, removed)
    assert sheet_of(found).costs[-1] == line("B", line("C", line("D")))
    assert_sound(found)


def test_amounts_come_back_in_a_column_that_is_called_otherwise_now() -> None:
    found = budget(costs=(line("A", amounts=amounts(5, 7)),))
    removed = lines.remove_line(found, key=A)
    columns.edit_column(found, "budget-2025", edition=1, year=2025, kind=ColumnKind.ACTUAL)
    columns.remove_column(found, name="plan-2026")
    put_back(found, removed)
    assert sheet_of(found).costs == (line("A", amounts={"actual-2025": 5}),)


def test_amounts_of_a_line_that_is_gone_or_a_group_by_now_stay_away() -> None:
    found = budget(costs=(line("A", amounts=amounts(5)), line("B", amounts=amounts(6))))
    gone = columns.remove_column(found, name="budget-2025")
    lines.remove_line(found, key=A)
    lines.add_line(found, label="C", parent=B)
    put_back_column(found, gone)
    [group] = sheet_of(found).costs
    assert (group.amounts, group.lines[0].amounts) == ({}, {})


def test_a_column_opens_again_from_what_is_there() -> None:
    own = (sheets.column("budget", 2025), sheets.column("forecast", 2025))
    third = sheets.column("plan", 2026, opens_from="budget-2025")
    found = budget(columns=(*own, third))
    later = columns.remove_column(found, name="plan-2026")
    before = columns.remove_column(found, name="budget-2025")
    put_back_column(found, later)
    assert sheet_of(found).columns[-1].opens_from == ""
    put_back_column(found, before)
    put_back_column(found, columns.remove_column(found, name="forecast-2025"))
    assert [column.name for column in sheet_of(found).columns] == [
        "budget-2025",
        "forecast-2025",
        "plan-2026",
    ]


def test_what_a_source_printed_comes_back_in_its_order() -> None:
    printed = tuple(
        Printed(row=str(key), column=name, amount=7)
        for key in (A, B)
        for name in ("budget-2025", "plan-2026")
    )
    found = budget(costs=(line("A"), line("B")), printed=printed)
    put_back(found, lines.remove_line(found, key=A))
    put_back_column(found, columns.remove_column(found, name="budget-2025"))
    assert sheet_of(found).printed == printed


@pytest.mark.parametrize("what", ["line", "column"])
def test_coming_back_takes_as_many_queries_in_a_large_budget(what: str) -> None:
    def queries(count: int) -> int:
        with transaction.atomic():
            below = (line(str(n), amounts=amounts(n, n)) for n in range(count))
            found = budget(costs=(line("A", *below), line("B")))
            gone: Any
            if what == "line":
                gone = lines.remove_line(found, key=A)
            else:
                gone = columns.remove_column(found, name="budget-2025")
            members = known()
            with CaptureQueriesContext(connection) as captured:
                if what == "line":
                    put_back_line(found, gone, *members)
                else:
                    put_back_column(found, gone)
            transaction.set_rollback(True)
        return len(captured)

    assert queries(1) == queries(200)


NUMBER = st.integers(0, 30)
DEEDS = st.lists(
    st.tuples(
        st.sampled_from(
            ["add", "add_group", "shift", "indent", "outdent", "move", "to_side", "remove", "undo"]
            + ["fill", "add_column", "shift_column", "rename", "remove_column", "undo_column"]
        ),
        NUMBER,
        NUMBER,
    ),
    max_size=25,
)


class Hands:
    """Somebody who does one thing after the other in a budget, and may undo the last removal."""

    def __init__(self, found: Budget) -> None:
        self.budget = found
        self.bin: list[lines.RemovedLine] = []
        self.columns: list[columns.RemovedColumn] = []

    def do(self, deed: str, one: int, other: int) -> None:
        before = sheet_of(self.budget)
        try:
            getattr(self, deed)(one, other)
        except (Refusal, Gone):
            assert sheet_of(self.budget) == before

    def line(self, number: int) -> UUID:
        keys = list(self.budget.lines.values_list("key", flat=True))
        return keys[number % len(keys)] if keys else uuid4()

    def column(self, number: int) -> str:
        names = [column_name(row) for row in self.budget.columns.all()]
        return names[number % len(names)] if names else "plan-2099"

    def add(self, one: int, other: int) -> None:
        where: dict[str, Any] = {"parent" if other % 2 else "after": self.line(one)}
        lines.add_line(self.budget, label="Rad", **(where if other % 3 else {"side": COST}))

    def add_group(self, one: int, other: int) -> None:
        side = list(Side)[other % 3]
        lines.add_group(self.budget, label="Grupp", line_label="Rad", side=side)

    def shift(self, one: int, other: int) -> None:
        lines.shift_line(self.budget, key=self.line(one), steps=other % 5 - 2)

    def indent(self, one: int, other: int) -> None:
        lines.indent_line(self.budget, key=self.line(one))

    def outdent(self, one: int, other: int) -> None:
        lines.outdent_line(self.budget, key=self.line(one))

    def move(self, one: int, other: int) -> None:
        lines.move_line(self.budget, key=self.line(one), parent=self.line(other))

    def to_side(self, one: int, other: int) -> None:
        side = list(Side)[other % 3]
        lines.move_line(self.budget, key=self.line(one), side=side, position=other % 4)

    def remove(self, one: int, other: int) -> None:
        self.bin.append(lines.remove_line(self.budget, key=self.line(one)))

    def undo(self, one: int, other: int) -> None:
        if self.bin:
            put_back_line(self.budget, self.bin.pop(), *known())

    def fill(self, one: int, other: int) -> None:
        row = self.budget.lines.filter(key=self.line(one), lines=None).first()
        column = self.budget.columns.all()[other % 2 : other % 2 + 1].first()
        if row is not None and column is not None:
            BudgetAmount.objects.update_or_create(
                line=row, column=column, defaults={"amount": other if other % 3 else None}
            )

    def add_column(self, one: int, other: int) -> None:
        kind = list(ColumnKind)[one % 4]
        copy = self.column(one) if other % 2 else None
        columns.add_column(self.budget, year=2024 + other % 4, kind=kind, copy=copy)

    def shift_column(self, one: int, other: int) -> None:
        columns.shift_column(self.budget, name=self.column(one), steps=other % 5 - 2)

    def rename(self, one: int, other: int) -> None:
        name = self.column(one)
        rows = {column_name(row): row.edition for row in self.budget.columns.all()}
        columns.edit_column(
            self.budget,
            name,
            edition=rows.get(name, 0),
            year=2024 + other % 4,
            kind=list(ColumnKind)[other % 3],
            opens_from=self.column(other),
        )

    def remove_column(self, one: int, other: int) -> None:
        self.columns.append(columns.remove_column(self.budget, name=self.column(one)))

    def undo_column(self, one: int, other: int) -> None:
        if self.columns:
            put_back_column(self.budget, self.columns.pop())


def assert_true(sheet: Sheet) -> None:
    """No sum has amounts of its own, no lines nest too deep, columns open from the year before."""
    assert not any(one.is_group and (one.amounts or one.unread) for _, one in sheet.walk())
    roots = (root for side in Side for root in sheet.roots(side))
    assert max(map(_height, roots), default=0) <= DEEPEST_LINES
    years = {column.name: column.year for column in sheet.columns}
    opened = [column for column in sheet.columns if column.opens_from]
    assert all(years[column.opens_from] == column.year - 1 for column in opened)


def _height(root: Line) -> int:
    return 1 + max(map(_height, root.lines), default=0)


@given(deeds=DEEDS)
@settings(max_examples=60)
def test_whatever_is_done_the_budget_is_whole(deeds: list[tuple[str, int, int]]) -> None:
    with transaction.atomic():
        start = budget(
            income=(line("A", amounts=amounts(1)),),
            costs=(line("B", line("C", amounts=amounts(2, 3))),),
        )
        hands = Hands(start)
        for deed in deeds:
            hands.do(*deed)
        assert_sound(start)
        sheet = sheet_of(start)
        assert_true(sheet)
        again = Budget()
        write_sheet(sheet, again, *known())
        assert sheet_of(again) == sheet
        connection.check_constraints()
        transaction.set_rollback(True)


def test_two_sides_have_one_order() -> None:
    found = budget(income=(line("A"),), costs=(line("B"),))
    lines.move_line(found, key=B, side=INCOME, position=0)
    assert outline(found) == "B A |  | "
    assert_sound(found)
