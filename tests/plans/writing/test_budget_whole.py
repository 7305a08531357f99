"""Whatever is done to a plan's budget, the plan is whole, and all of it can be taken back."""

from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from budgets.ordering import column_name
from budgets.refusals import Refusal
from budgets.sheet import Column, ColumnKind, Line, Printed, Sheet, Side
from finsam.editions import Gone
from finsam.members.models import User
from plans.document.content import Block, BudgetBlock, PlanContent, Section, TextBlock
from plans.document.fileformat import content_of, plan_bytes
from plans.document.loading import load_content
from plans.models import Plan
from plans.writing import budget, budget_columns, budget_lines, budget_printed
from plans.writing.budget_lines import budget_of
from plans.writing.budget_shown import Cited, ShownAlone
from plans.writing.cells import fill_in
from plans.writing.importing import import_plan
from plans.writing.restoring import undo
from tests import factories
from tests.factories import key

pytestmark = pytest.mark.django_db

NOW, NEXT = "budget-2025", "plan-2026"
NUMBER = st.integers(0, 30)
DEEDS = st.lists(
    st.tuples(
        st.sampled_from(
            ["add", "add_group", "shift", "indent", "outdent", "move", "to_side", "remove"]
            + ["fill", "add_column", "shift_column", "rename", "remove_column", "look", "accept"]
            + ["tie", "pay"]
        ),
        NUMBER,
        NUMBER,
    ),
    max_size=12,
)


def figure(row: object, column: str) -> str:
    return f'<p><span data-figure="{row}/{column}"></span></p>'


def written() -> PlanContent:
    """A plan whose texts show figures of its budget, and a section that shows a group of it."""
    sheet = Sheet(
        columns=(
            Column(year=2025, kind=ColumnKind.BUDGET, opening=5, opening_source="bokslut"),
            Column(year=2026, kind=ColumnKind.PLAN, opens_from=NOW),
        ),
        income=(Line(key=key("A"), label="A", amounts={NOW: 7}, member=key("Berg")),),
        costs=(
            Line(
                key=key("B"),
                label="B",
                lines=(
                    Line(key=key("C"), label="C", amounts={NOW: 1, NEXT: 2}),
                    Line(key=key("D"), label="D", unread={NEXT: "x"}, intervention=key("insats")),
                ),
            ),
            Line(key=key("E"), label="E"),
        ),
        printed=(
            Printed(row=str(key("C")), column=NOW, amount=9, source="Tabellen"),
            Printed(row="result", column=NEXT, amount=9, source="Tabellen"),
        ),
    )
    content = factories.content()
    blocks: dict[str, tuple[str, Block]] = {
        "Inledning": (figure(key("C"), NEXT), TextBlock()),
        "Budget": (figure("result", NOW), BudgetBlock(columns=(NOW, NEXT))),
        "Kansli": ("", BudgetBlock(branch=key("B"))),
    }
    sections = (
        Section(key=key(name), heading=name, html=html, block=block)
        for name, (html, block) in blocks.items()
    )
    return replace(content, sections=tuple(sections), budget=sheet)


def stands(plan: Plan) -> PlanContent:
    """The plan as it is; its file can always be read back."""
    content = load_content(Plan.objects.get(pk=plan.pk), with_picture_data=True)
    assert content_of(plan_bytes(content)) == content
    return content


class Hands:
    """Somebody who does one thing after the other to a plan's budget."""

    def __init__(self, plan: Plan, by: User) -> None:
        self.plan = plan
        self.by = by

    def do(self, deed: str, one: int, other: int) -> None:
        before = load_content(self.plan)
        try:
            getattr(self, deed)(one, other)
        except (Refusal, Gone, Cited, ShownAlone):
            assert load_content(Plan.objects.get(pk=self.plan.pk)) == before
        stands(self.plan)

    def line(self, number: int) -> UUID:
        keys = list(budget_of(self.plan).lines.values_list("key", flat=True))
        return keys[number % len(keys)] if keys else uuid4()

    def column(self, number: int) -> str:
        names = [column_name(row) for row in budget_of(self.plan).columns.all()]
        return names[number % len(names)] if names else NOW

    def add(self, one: int, other: int) -> None:
        where: dict[str, Any] = {"parent" if other % 2 else "after": self.line(one)}
        budget_lines.add_line(self.plan, label="Rad", by=self.by, **where)

    def add_group(self, one: int, other: int) -> None:
        side = list(Side)[other % 3]
        budget_lines.add_group(self.plan, label="G", line_label="R", side=side, by=self.by)

    def shift(self, one: int, other: int) -> None:
        budget_lines.shift_line(self.plan, key=self.line(one), steps=other % 5 - 2, by=self.by)

    def indent(self, one: int, other: int) -> None:
        budget_lines.indent_line(self.plan, key=self.line(one), by=self.by)

    def outdent(self, one: int, other: int) -> None:
        budget_lines.outdent_line(self.plan, key=self.line(one), by=self.by)

    def move(self, one: int, other: int) -> None:
        key, parent = self.line(one), self.line(other)
        budget_lines.move_line(self.plan, key=key, parent=parent, by=self.by)

    def to_side(self, one: int, other: int) -> None:
        side = list(Side)[other % 3]
        budget_lines.move_line(
            self.plan, key=self.line(one), side=side, position=other % 4, by=self.by
        )

    def remove(self, one: int, other: int) -> None:
        budget_lines.remove_line(self.plan, key=self.line(one), by=self.by)

    def fill(self, one: int, other: int) -> None:
        line, column = self.line(one), self.column(other)
        fill_in(self.plan, line=line, column=column, kr=other, by=self.by)

    def add_column(self, one: int, other: int) -> None:
        kind = list(ColumnKind)[one % 4]
        copy = self.column(one) if other % 2 else None
        year = 2024 + other % 4
        budget_columns.add_column(self.plan, year=year, kind=kind, copy=copy, by=self.by)

    def shift_column(self, one: int, other: int) -> None:
        steps = other % 5 - 2
        budget_columns.shift_column(self.plan, name=self.column(one), steps=steps, by=self.by)

    def rename(self, one: int, other: int) -> None:
        name = self.column(one)
        rows = {column_name(row): row.edition for row in budget_of(self.plan).columns.all()}
        budget_columns.edit_column(
            self.plan,
            name,
            edition=rows.get(name, 0),
            year=2024 + other % 4,
            kind=list(ColumnKind)[other % 3],
            opening=other if other % 2 else None,
            opens_from=self.column(other),
            by=self.by,
        )

    def remove_column(self, one: int, other: int) -> None:
        budget_columns.remove_column(self.plan, name=self.column(one), by=self.by)

    def look(self, one: int, other: int) -> None:
        budget.set_presentation(
            self.plan,
            unit="tkr" if one % 2 else "kr",
            has_total_column=bool(other % 2),
            previous_allocation=other if other % 3 else None,
            by=self.by,
        )

    def accept(self, one: int, other: int) -> None:
        found = budget_of(self.plan).printed.first()
        if found is not None:
            place = {"row": found.row, "column": found.column, "source": found.source}
            budget_printed.accept_printed(self.plan, by=self.by, **place)

    def tie(self, one: int, other: int) -> None:
        member = key("Berg") if other % 2 else None
        budget_lines.tie_line(self.plan, key=self.line(one), member=member, by=self.by)

    def pay(self, one: int, other: int) -> None:
        paid = key("insats") if other % 2 else None
        budget_lines.tie_line(self.plan, key=self.line(one), intervention=paid, by=self.by)


@given(deeds=DEEDS)
@settings(max_examples=15)
def test_whatever_is_done_the_plan_is_whole_and_all_of_it_is_taken_back(
    deeds: list[tuple[str, int, int]],
) -> None:
    with transaction.atomic():
        plan, anna = import_plan(written()).plan, factories.person()
        before = stands(plan)
        hands = Hands(plan, anna)
        for deed in deeds:
            hands.do(*deed)
        after = stands(plan)
        done = list(plan.changes.order_by("-pk"))
        for change in done:
            undo(Plan.objects.get(pk=plan.pk), change, by=anna)
        assert stands(plan) == before
        undone = plan.changes.exclude(pk__in=[change.pk for change in done]).order_by("-pk")
        for change in list(undone):
            undo(Plan.objects.get(pk=plan.pk), change, by=anna)
        assert stands(plan) == after
        connection.check_constraints()
        transaction.set_rollback(True)
