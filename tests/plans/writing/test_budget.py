"""The budget's structure changed in a plan: recorded, taken back, and taken back again."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from budgets import refusals
from budgets.models import BudgetLine
from budgets.reading import sheet_of
from budgets.sheet import Column, ColumnKind, Line, Printed, Sheet, Side
from finsam.editions import Gone, Stale
from finsam.members.models import User
from plans.document.content import BudgetBlock, Section
from plans.document.loading import load_content
from plans.models import Change, Plan
from plans.writing import budget, budget_columns, budget_lines, budget_printed
from plans.writing.budget_shown import Cited, ShownAlone
from plans.writing.cells import fill_in
from plans.writing.importing import import_plan
from plans.writing.restoring import CannotRestore, undo
from tests import factories

pytestmark = pytest.mark.django_db

NOW, NEXT = "budget-2025", "plan-2026"
OFFICE, RENT, STAFF = map(factories.key, ("office", "rent", "staff"))
GRANT, OTHER = map(factories.key, ("grant", "other"))
TEXT = factories.key("text")


def sheet() -> Sheet:
    rent = Line(key=RENT, label="Hyra", amounts={NOW: 35_000, NEXT: 36_000}, comment="Nytt avtal")
    staff = Line(key=STAFF, label="Lön", unread={NOW: "7oo"})
    return Sheet(
        columns=(
            Column(year=2025, kind=ColumnKind.BUDGET, opening=100_000, opening_source="bokslut"),
            Column(year=2026, kind=ColumnKind.PLAN, opens_from=NOW),
        ),
        income=(Line(key=GRANT, label="Bidrag", amounts={NOW: 500_000}),),
        costs=(
            Line(key=OFFICE, label="Kansli", lines=(rent, staff)),
            Line(key=OTHER, label="Övrigt", amounts={NEXT: 1_000}),
        ),
        printed=(Printed(row=str(OFFICE), column=NOW, amount=40_000, source="Excelarket"),),
    )


@pytest.fixture
def plan() -> Plan:
    content = factories.content()
    sections = (
        Section(
            key=TEXT,
            heading="Ekonomi",
            html=f'<p><span data-figure="total_costs/{NEXT}"></span></p>',
            block=BudgetBlock(columns=(NEXT,)),
        ),
    )
    return import_plan(replace(content, sections=sections, budget=sheet())).plan


@pytest.fixture
def me() -> User:
    return factories.person()


def stands(plan: Plan) -> Sheet:
    assert plan.budget
    plan.budget.refresh_from_db()
    return sheet_of(plan.budget)


def labels(plan: Plan) -> str:
    def said(lines: tuple[Line, ...]) -> str:
        return " ".join(f"{x.label}({said(x.lines)})" if x.lines else x.label for x in lines)

    found = stands(plan)
    return " | ".join(map(said, (found.income, found.costs, found.financial)))


def columns(plan: Plan) -> list[str]:
    return [column.name for column in stands(plan).columns]


def latest(plan: Plan) -> Change:
    return plan.changes.order_by("-pk")[0]


VERBS: dict[str, Callable[[Plan, User], object]] = {
    "a line": lambda plan, me: budget_lines.add_line(plan, label="Ny", side=Side.COST, by=me),
    "a line after": lambda plan, me: budget_lines.add_line(plan, label="Ny", after=RENT, by=me),
    "a line below": lambda plan, me: budget_lines.add_line(plan, label="Ny", parent=OFFICE, by=me),
    "a group": lambda plan, me: budget_lines.add_group(
        plan, label="Grupp", line_label="Ny", side=Side.INCOME, by=me
    ),
    "a step": lambda plan, me: budget_lines.shift_line(plan, key=STAFF, steps=-1, by=me),
    "out": lambda plan, me: budget_lines.outdent_line(plan, key=STAFF, by=me),
    "elsewhere": lambda plan, me: budget_lines.move_line(plan, key=OFFICE, side=Side.INCOME, by=me),
    "in": lambda plan, me: budget_lines.indent_line(plan, key=OTHER, by=me),
    "a removed line": lambda plan, me: budget_lines.remove_line(plan, key=RENT, by=me),
    "a removed group": lambda plan, me: budget_lines.remove_line(plan, key=OFFICE, by=me),
    "a column": lambda plan, me: budget_columns.add_column(
        plan, year=2027, kind=ColumnKind.PLAN, copy=NEXT, by=me
    ),
    "a moved column": lambda plan, me: budget_columns.shift_column(
        plan, name=NEXT, steps=-1, by=me
    ),
    "a removed column": lambda plan, me: budget_columns.remove_column(plan, name=NOW, by=me),
    "another column": lambda plan, me: edit(plan, me, opening=250_000, opening_source="prognos"),
    "another kind": lambda plan, me: edit(plan, me, kind=ColumnKind.FORECAST),
    "a look": lambda plan, me: budget.set_presentation(
        plan, by=me, unit="tkr", cost_sign="negative", computed_rows={"result": "Resultat"}
    ),
    "a source": lambda plan, me: budget_printed.accept_printed(
        plan, row=str(OFFICE), column=NOW, source="Excelarket", by=me
    ),
    "all sources": lambda plan, me: budget_printed.accept_all(plan, by=me),
}


def edit(plan: Plan, me: User, **values: object) -> None:
    known = {"year": 2025, "kind": ColumnKind.BUDGET, "opening": 100_000}
    more = {"opening_source": "bokslut", "opens_from": ""}
    budget_columns.edit_column(plan, NOW, edition=1, by=me, **(known | more | values))


@pytest.mark.parametrize("verb", VERBS)
def test_whatever_is_done_is_undone_and_done_again(plan: Plan, me: User, verb: str) -> None:
    before = stands(plan)
    VERBS[verb](plan, me)
    done = stands(plan)
    assert done != before
    undo(plan, latest(plan), by=me)
    assert stands(plan) == before
    undo(plan, latest(plan), by=me)
    assert stands(plan) == done


@pytest.mark.parametrize("verb", VERBS)
def test_each_is_one_change_with_who_did_it(plan: Plan, me: User, verb: str) -> None:
    VERBS[verb](plan, me)
    assert [change.person for change in plan.changes.all()] == [me]


def test_a_group_has_a_line_to_begin_with(plan: Plan, me: User) -> None:
    VERBS["a group"](plan, me)
    assert labels(plan) == "Bidrag Grupp(Ny) | Kansli(Hyra Lön) Övrigt | "


def test_nothing_goes_below_a_line_with_amounts(plan: Plan, me: User) -> None:
    with pytest.raises(refusals.HasAmounts):
        budget_lines.add_line(plan, label="Ny", parent=OTHER, by=me)
    assert not plan.changes.exists()


def test_a_line_is_not_moved_into_its_own_child(plan: Plan, me: User) -> None:
    child = budget_lines.add_group(plan, label="A", line_label="B", side=Side.COST, by=me)
    [below] = BudgetLine.objects.filter(parent=child)
    with pytest.raises(refusals.IntoItself):
        budget_lines.move_line(plan, key=child.key, parent=below.key, by=me)


def test_a_renamed_column_is_renamed_wherever_the_plan_says_it(plan: Plan, me: User) -> None:
    edition = plan.sections.get(key=TEXT).edition
    budget_columns.edit_column(
        plan, NEXT, edition=1, year=2026, kind=ColumnKind.BUDGET, by=me, opens_from=NOW
    )
    section = plan.sections.get(key=TEXT)
    assert section.options["columns"] == ["budget-2026"]
    assert section.html == '<p><span data-figure="total_costs/budget-2026"></span></p>'
    assert section.edition == edition + 1
    undo(plan, latest(plan), by=me)
    section.refresh_from_db()
    assert (section.options["columns"], f"/{NEXT}" in section.html) == ([NEXT], True)


def test_the_column_that_was_added_is_taken_back_whatever_it_is_called(
    plan: Plan, me: User
) -> None:
    budget_columns.add_column(plan, year=2027, kind=ColumnKind.PLAN, by=me)
    added = latest(plan)
    budget_columns.shift_column(plan, name="plan-2027", steps=-1, by=me)
    moved = latest(plan)
    budget_columns.edit_column(
        plan, "plan-2027", edition=1, year=2027, kind=ColumnKind.BUDGET, by=me
    )
    budget_columns.add_column(plan, year=2027, kind=ColumnKind.PLAN, by=me)
    undo(plan, moved, by=me)
    assert columns(plan) == [NOW, NEXT, "budget-2027", "plan-2027"]
    undo(plan, added, by=me)
    assert columns(plan) == [NOW, NEXT, "plan-2027"]


def test_what_was_said_of_a_column_comes_back_whatever_it_is_called(plan: Plan, me: User) -> None:
    edit(plan, me, opening=250_000)
    said = latest(plan)
    budget_columns.edit_column(
        plan, NOW, edition=2, year=2025, kind=ColumnKind.ACTUAL, opening=250_000, by=me
    )
    undo(plan, said, by=me)
    [first, _] = stands(plan).columns
    assert (first.name, first.opening) == ("actual-2025", 100_000)


def test_what_a_section_shows_since_a_column_went_stays(plan: Plan, me: User) -> None:
    plan.sections.update(html="")
    budget_columns.remove_column(plan, name=NEXT, by=me)
    removed = latest(plan)
    plan.sections.update(options={"columns": [NOW]})
    undo(plan, removed, by=me)
    assert plan.sections.get(key=TEXT).options["columns"] == [NOW]


def test_a_section_that_showed_a_removed_column_shows_the_others(plan: Plan, me: User) -> None:
    section = plan.sections.get(key=TEXT)
    plan.sections.filter(pk=section.pk).update(html="")
    budget_columns.remove_column(plan, name=NEXT, by=me)
    assert plan.sections.get(key=TEXT).options["columns"] == []
    undo(plan, latest(plan), by=me)
    assert plan.sections.get(key=TEXT).options["columns"] == [NEXT]


def test_a_column_whose_figure_stands_in_a_text_stays(plan: Plan, me: User) -> None:
    with pytest.raises(Cited) as refused:
        budget_columns.remove_column(plan, name=NEXT, by=me)
    assert (refused.value.names, NEXT in columns(plan)) == (["Ekonomi"], True)


def test_a_line_whose_figure_stands_in_an_insats_stays(plan: Plan, me: User) -> None:
    html = f'<p><span data-figure="{RENT}/{NOW}"></span></p>'
    plan.goal_map.interventions.update(html=html)
    for key in (RENT, OFFICE):
        with pytest.raises(Cited):
            budget_lines.remove_line(plan, key=key, by=me)
    assert labels(plan) == "Bidrag | Kansli(Hyra Lön) Övrigt | "


def test_what_is_added_and_stands_in_a_text_since_is_not_taken_back(plan: Plan, me: User) -> None:
    row = budget_lines.add_line(plan, label="Ny", side=Side.COST, by=me)
    html = f'<p><span data-figure="{row.key}/{NOW}"></span></p>'
    plan.goal_map.interventions.update(html=html)
    with pytest.raises(CannotRestore, match="visar en siffra"):
        undo(plan, latest(plan), by=me)


def test_the_last_line_of_a_group_that_is_shown_alone_stays(plan: Plan, me: User) -> None:
    budget_lines.add_appendix(plan, key=OFFICE, by=me)
    budget_lines.remove_line(plan, key=STAFF, by=me)
    for verb in (
        lambda: budget_lines.remove_line(plan, key=RENT, by=me),
        lambda: budget_lines.outdent_line(plan, key=RENT, by=me),
        lambda: budget_lines.move_line(plan, key=RENT, side=Side.INCOME, by=me),
    ):
        with pytest.raises(ShownAlone):
            verb()
    assert labels(plan) == "Bidrag | Kansli(Hyra) Övrigt | "


def test_a_column_that_somebody_else_has_edited_is_not_overwritten(plan: Plan, me: User) -> None:
    edit(plan, me, opening=1)
    with pytest.raises(Stale):
        edit(plan, me, opening=2)


def test_a_group_that_is_an_appendix_of_its_own_stays(plan: Plan, me: User) -> None:
    section = budget_lines.add_appendix(plan, key=OFFICE, by=me)
    section.refresh_from_db()
    assert (section.heading, section.is_appendix) == ("Kansli", True)
    with pytest.raises(ShownAlone) as refused:
        budget_lines.remove_line(plan, key=OFFICE, by=me)
    assert str(refused.value) == "Kansli"
    assert labels(plan) == "Bidrag | Kansli(Hyra Lön) Övrigt | "


def test_a_line_that_was_missing_makes_the_sum_the_sources(plan: Plan, me: User) -> None:
    budget_printed.add_missing(
        plan, row=str(OFFICE), column=NOW, source="Excelarket", label="Saknad", by=me
    )
    added = stands(plan).costs[0].lines[-1]
    assert (added.label, added.amounts) == ("Saknad", {NOW: 5_000})
    assert budget_printed.accept_all(plan, by=me) == 0


def test_no_line_is_missing_where_nothing_differs(plan: Plan, me: User) -> None:
    with pytest.raises(Gone):
        budget_printed.add_missing(plan, row=str(RENT), column=NOW, source="", label="x", by=me)


def test_a_line_is_tied_to_a_member_and_to_what_it_pays_for(plan: Plan, me: User) -> None:
    member, insats = factories.key("Berg"), factories.key("insats")
    budget_lines.tie_line(plan, key=RENT, member=member, intervention=insats, by=me)
    rent = stands(plan).costs[0].lines[0]
    assert (rent.member, rent.intervention) == (member, insats)
    tied = plan.changes.get(kind="line")
    undo(plan, tied, by=me)
    assert stands(plan).costs[0].lines[0].member is None
    budget_lines.tie_line(plan, key=RENT, intervention=None, by=me)
    assert stands(plan).costs[0].lines[0].intervention is None


def test_what_is_in_the_way_of_undoing_is_said(plan: Plan, me: User) -> None:
    budget_lines.move_line(plan, key=STAFF, side=Side.COST, by=me)
    moved = latest(plan)
    budget_lines.remove_line(plan, key=RENT, by=me)
    fill_in(plan, line=OFFICE, column=NOW, kr=7, by=me)
    with pytest.raises(CannotRestore, match="ändrad sedan dess"):
        undo(plan, moved, by=me)


def test_what_others_wrote_in_what_was_added_is_not_undone(plan: Plan, me: User) -> None:
    row = budget_lines.add_line(plan, label="Ny", side=Side.COST, by=me)
    added = latest(plan)
    fill_in(plan, line=row.key, column=NOW, kr=7, by=factories.person(email="b@berg.se"))
    with pytest.raises(CannotRestore, match="Någon annan har skrivit i det"):
        undo(plan, added, by=me)
    assert "Ny" in labels(plan)


def test_what_somebody_said_of_a_column_since_is_not_undone(plan: Plan, me: User) -> None:
    edit(plan, me, opening=1)
    edited = latest(plan)
    budget_columns.edit_column(
        plan, NOW, edition=2, by=me, year=2025, kind=ColumnKind.BUDGET, opening=2,
        opening_source="bokslut",
    )  # fmt: skip
    with pytest.raises(CannotRestore):
        undo(plan, edited, by=me)
    assert stands(plan).columns[0].opening == 2


def test_a_plan_begins_with_a_budget_of_its_members_and_the_usual_groups(me: User) -> None:
    plan = import_plan(replace(factories.content(), budget=None)).plan
    budget.begin_budget(plan, by=me)
    begun = stands(plan)
    assert [column.name for column in begun.columns] == [NOW, NEXT, "plan-2027"]
    assert [line.label for line in begun.costs] == [
        "Styrelse",
        "Kansli och administration",
        "Revision",
        "Insatser",
    ]
    with pytest.raises(refusals.Exists):
        budget.begin_budget(plan, by=me)


def test_a_budget_that_was_begun_is_taken_back_and_begun_again(me: User) -> None:
    plan = import_plan(replace(factories.content(), budget=None)).plan
    budget.begin_budget(plan, by=me)
    begun = load_content(plan)
    undo(plan, latest(plan), by=me)
    assert load_content(Plan.objects.get(pk=plan.pk)).budget is None
    undo(plan, latest(plan), by=me)
    assert load_content(Plan.objects.get(pk=plan.pk)) == begun


def test_a_removed_budget_comes_back_with_all_that_was_in_it(plan: Plan, me: User) -> None:
    plan.sections.update(html="")
    budget_lines.tie_line(
        plan, key=RENT, member=factories.key("Berg"), intervention=factories.key("insats"), by=me
    )
    assert plan.budget
    plan.budget.lines.update(label_edition=7)
    numbers = list(plan.budget.columns.values_list("pk", flat=True))
    before = load_content(plan)
    budget.remove_budget(plan, by=me)
    gone = load_content(Plan.objects.get(pk=plan.pk))
    blocks = [section.block for section in gone.sections]
    assert (gone.budget, blocks, plan.budget) == (None, [BudgetBlock()], None)
    back = budget.put_back_budget(plan, latest(plan).before or {}, by=me)
    assert load_content(Plan.objects.get(pk=plan.pk)) == before
    assert list(back.columns.values_list("pk", flat=True)) == numbers
    assert set(back.lines.values_list("edition", "label_edition")) == {(8, 8)}
    with pytest.raises(refusals.Exists):
        budget.put_back_budget(plan, latest(plan).before or {}, by=me)


def test_a_removed_budget_comes_back_without_who_and_what_is_gone(plan: Plan, me: User) -> None:
    plan.sections.update(html="")
    ties = {"member": factories.key("Berg"), "intervention": factories.key("insats")}
    budget_lines.tie_line(plan, key=RENT, by=me, **ties)
    removed = budget.remove_budget(plan, by=me)
    plan.goal_map.interventions.all().delete()
    plan.federation.members.all().delete()
    undo(plan, removed, by=me)
    rent = stands(Plan.objects.get(pk=plan.pk)).costs[0].lines[0]
    assert (rent.label, rent.member, rent.intervention) == ("Hyra", None, None)


def test_a_budget_that_is_shown_in_part_stays(plan: Plan, me: User) -> None:
    with pytest.raises(Cited):
        budget.remove_budget(plan, by=me)
    plan.sections.update(html="")
    budget_lines.add_appendix(plan, key=OFFICE, by=me)
    with pytest.raises(ShownAlone):
        budget.remove_budget(plan, by=me)
    assert labels(Plan.objects.get(pk=plan.pk)) == "Bidrag | Kansli(Hyra Lön) Övrigt | "


def test_a_section_shows_the_budget(plan: Plan, me: User) -> None:
    budget.add_budget_section(plan, by=me)
    shown = [s.heading for s in load_content(plan).walk() if isinstance(s.block, BudgetBlock)]
    assert shown == ["Ekonomi", "Budget"]


@pytest.mark.parametrize(
    "verb",
    [
        lambda plan, me: budget_lines.add_line(plan, label="x", side=Side.COST, by=me),
        lambda plan, me: budget_columns.remove_column(plan, name=NOW, by=me),
        lambda plan, me: budget.set_presentation(plan, unit="kr", by=me),
        lambda plan, me: budget_printed.accept_all(plan, by=me),
    ],
)
def test_without_a_budget_there_is_nothing_to_change(
    me: User, verb: Callable[[Plan, User], object]
) -> None:
    plan = import_plan(replace(factories.content(), budget=None)).plan
    with pytest.raises(Gone):
        verb(plan, me)
