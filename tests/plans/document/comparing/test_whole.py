"""Two whole plans compared: the hard cases, and what holds of any two."""

from collections import Counter
from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given, settings

from budgets.arithmetic import figures
from budgets.sheet import TOTAL, Column, ColumnKind, Sheet
from goals.content import GoalMap
from plans.document.comparing.change import Change, Kind, Subject
from plans.document.comparing.whole import Comparison
from plans.document.content import Picture, PlanContent
from plans.document.copying import moved_on
from tests.plans.document.comparing.compared import (
    NAMES,
    compared,
    decided,
    example,
    section,
    told,
    with_amount,
    with_line,
    with_section,
    with_sheet,
)
from tests.strategies.plans import plans

SODRA = example("sodra-lappland-2024")
VASTRA = example("vastra-ostergotland-2025")
OPPOSITE = {Kind.ADDED: Kind.REMOVED, Kind.REMOVED: Kind.ADDED}


def cells(sheet: Sheet) -> dict[tuple[str, str], int]:
    """Every typed amount by line and column."""
    found = figures(sheet).lines.items()
    return {
        (line, column): kr
        for line, amounts in found
        for column, kr in amounts.items()
        if column != TOTAL
    }


def applied(comparison: Comparison) -> dict[tuple[str, str], int | None]:
    """The earlier budget's amounts with the changes made, in the later's columns."""
    assert comparison.budget
    followed = comparison.budget.budgets.columns.followed
    amounts: dict[tuple[str, str], int | None] = {
        (line, followed[column]): kr
        for (line, column), kr in cells(comparison.budget.budgets.before).items()
        if column in followed
    }
    gone = {column.name for column in comparison.budget.budgets.columns.removed}
    for change in comparison.budget.amounts:
        if change.column not in gone:
            amounts[change.row, change.column] = change.new
    return {place: kr for place, kr in amounts.items() if kr is not None}


@given(plans())
@settings(max_examples=60)
def test_a_plan_against_itself_has_no_changes(content: PlanContent) -> None:
    comparison = compared(content, content)
    assert comparison.changes == ()
    assert comparison.budget is None or not (
        comparison.budget.amounts or comparison.budget.following
    )


@pytest.mark.parametrize("name", NAMES)
def test_an_example_against_itself_has_no_changes(name: str) -> None:
    assert compared(example(name), example(name)).changes == ()


@given(plans(), plans())
@settings(max_examples=60)
def test_the_figure_changes_made_in_the_earlier_budget_give_the_later(
    before: PlanContent, after: PlanContent
) -> None:
    comparison = compared(before, after)
    if comparison.budget:
        assert applied(comparison) == cells(comparison.budget.budgets.after)


@given(plans(), plans())
@settings(max_examples=60)
def test_what_came_one_way_went_the_other(before: PlanContent, after: PlanContent) -> None:
    there, back = compared(before, after), compared(after, before)
    assert counted(there.changes) == Counter(
        {
            (subject, OPPOSITE.get(kind, kind)): count
            for (subject, kind), count in counted(back.changes).items()
        }
    )


def counted(changes: tuple[Change, ...]) -> Counter[tuple[Subject, Kind]]:
    return Counter((change.subject, change.kind) for change in changes)


def test_the_revised_plan_has_the_esf_of_2025_and_what_follows_from_it() -> None:
    comparison = compared(decided(SODRA), SODRA)
    assert told(comparison.changes) == ["ESF-medel 2025: 0 → 300 tkr (+300 tkr)"]
    assert told(comparison.changes, following=True) == [
        "Summa övrig finansiering 2025: 0 → 300 tkr (+300 tkr)",
        "Summa intäkter 2025: 3 752 → 4 052 tkr (+300 tkr, +8 %)",
        "SF Södra Lappland eget kapital 2026: 1 046 → 1 346 tkr (+300 tkr, +29 %)",
        "Summa medel att disponera 2025: 5 417 → 5 717 tkr (+300 tkr, +6 %)",
        "Summa medel att disponera 2026: 4 798 → 5 098 tkr (+300 tkr, +6 %)",
        "Årets resultat 2025: −619 → −319 tkr (+300 tkr, +48 %)",
        "Utgående eget kapital 2025: 1 046 → 1 346 tkr (+300 tkr, +29 %)",
        "Utgående eget kapital 2026: 727 → 1 027 tkr (+300 tkr, +41 %)",
    ]
    assert {change.section for change in comparison.changes} == {"Avsnitt 9 Budget"}


def test_a_section_that_moved_is_one_change_and_takes_no_other_with_it() -> None:
    first, *others = SODRA.sections
    moved = replace(SODRA, sections=(*others, first))
    assert told(compared(SODRA, moved).changes) == [
        "Avsnitt 9 Inledning är flyttat. Det stod i planen"
    ]


def test_a_section_moved_into_another_says_where_it_stood() -> None:
    below = section(SODRA, "Planerade insatser 2024")
    home = next(each for each in SODRA.sections if below in each.sections)
    without = with_section(
        SODRA, home.heading, sections=tuple(s for s in home.sections if s != below)
    )
    moved = with_section(without, "Vision", sections=(below,))
    assert told(compared(SODRA, moved).changes) == [
        "Avsnittet Planerade insatser 2024 är flyttat. "
        "Det stod i Avsnitt 4 Verksamhetsinriktning 2024"
    ]


def test_sections_that_came_and_went_are_told_where_they_stand() -> None:
    new = replace(section(SODRA, "Vision"), key=UUID(int=1), heading="Framtid", html="<p>Ny</p>")
    kept = tuple(each for each in SODRA.sections if each.heading != "Målgrupper")
    comparison = compared(SODRA, replace(SODRA, sections=(*kept, new)))
    assert told(comparison.changes) == [
        "Avsnitt 3 Målgrupper är borttaget",
        "Avsnitt 9 Framtid är nytt",
    ]
    assert [section.shown.read.heading for section in comparison.sections.sections][:4] == [
        "Inledning", "Uppdrag och arbetsorganisation", "Målgrupper", "Verksamhetsinriktning 2024",
    ]  # fmt: skip


def test_a_paragraph_that_was_split_has_no_words_marked() -> None:
    whole = with_section(SODRA, "Vision", html="<p>Vi ses ofta. Vi talar om unga.</p>")
    split = with_section(SODRA, "Vision", html="<p>Vi ses ofta.</p><p>Vi talar om unga.</p>")
    [change] = compared(whole, split).changes
    assert change.passage == "<p>Vi ses ofta. <ins></ins></p><p>Vi talar om unga.</p>"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>Vi  ses&nbsp;ofta.</p>", "<p>Vi ses ofta. </p>"),
        ("<p>Vi ses.</p><p></p><p>Nu.</p>", "<p>Vi ses.</p><p>Nu.</p>"),
        (
            "<ul><li><p>Ett</p></li> <li><p>Två</p></li></ul>",
            "<ul><li><p>Ett</p></li><li><p>Två</p></li></ul>",
        ),
    ],
)
def test_spaces_are_no_change(before: str, after: str) -> None:
    comparison = compared(*(with_section(SODRA, "Vision", html=html) for html in (before, after)))
    assert comparison.changes == ()


def table(cell: str) -> str:
    return f"<table><tbody><tr><td><p>Unga</p></td><td><p>{cell}</p></td></tr></tbody></table>"


def test_a_table_cell_is_marked_in_its_place() -> None:
    before, after = (with_section(SODRA, "Vision", html=table(cell)) for cell in ("12", "14"))
    [change] = compared(before, after).changes
    assert change.passage == table("<del>12</del><ins>14</ins>")
    assert change.sentence == "Texten i avsnitt 5 Vision är ändrad"


def test_a_footnote_is_marked_within_itself() -> None:
    text = '<p>Vi ses<span class="footnote">Enligt {}.</span> ofta.</p>'
    texts = (text.format("lagen"), text.format("avtalet"))
    [change] = compared(*(with_section(SODRA, "Vision", html=each) for each in texts)).changes
    assert change.passage == text.format("<del>lagen</del><ins>avtalet</ins>")


def test_a_picture_that_was_replaced_is_removed_and_added() -> None:
    first, second = (
        f'<img alt="{alt}" data-picture="{UUID(int=n)}">'
        for n, alt in ((1, "Karta"), (2, "Ny karta"))
    )
    before, after = (
        replace(
            with_section(SODRA, "Vision", html=html),
            pictures=(Picture(key=UUID(int=n), media_type="image/png", alt=""),),
        )
        for n, html in ((1, first), (2, second))
    )
    [change] = compared(before, after).changes
    assert change.passage == f"<del>{first}</del><ins>{second}</ins>"


def test_another_alternative_text_is_a_change_of_the_picture() -> None:
    picture = '<img alt="{}" data-picture="00000000-0000-0000-0000-000000000001">'
    texts = (picture.format("Karta"), picture.format("Karta över länet"))
    [change] = compared(*(with_section(SODRA, "Vision", html=each) for each in texts)).changes
    assert change.passage == f"<del>{texts[0]}</del><ins>{texts[1]}</ins>"


def test_what_a_section_shows_is_told_in_words() -> None:
    text = section(SODRA, "Vision").block
    assert told(compared(SODRA, with_section(SODRA, "Mål/Målkarta", block=text)).changes) == [
        "Avsnitt 6 Mål/Målkarta, under texten, visar: målen → bara text"
    ]


def test_an_appendix_is_called_by_its_own_name() -> None:
    last = VASTRA.sections[-1]
    without = replace(VASTRA, sections=VASTRA.sections[:-1])
    assert told(compared(without, VASTRA).changes)[0] == f"Bilaga 3 {last.heading} är ny"


def test_a_renamed_goal_is_the_same_goal() -> None:
    perspective, *others = SODRA.goal_map.perspectives
    first = perspective.goals[0]
    goals = (replace(first, text=f"{first.text} i länet"), *perspective.goals[1:])
    goal_map = replace(SODRA.goal_map, perspectives=(replace(perspective, goals=goals), *others))
    [change] = compared(SODRA, replace(SODRA, goal_map=goal_map)).changes
    assert (change.subject, change.kind) == (Subject.GOAL, Kind.CHANGED)
    assert "<ins> i länet</ins>" in change.html
    assert change.section == "Avsnitt 6 Mål/Målkarta"


def test_a_goal_in_another_perspective_has_moved() -> None:
    first, second, *others = SODRA.goal_map.perspectives
    goal, *rest = first.goals
    perspectives = (
        replace(first, goals=tuple(rest)),
        replace(second, goals=(*second.goals, goal)),
        *others,
    )
    moved = replace(SODRA, goal_map=replace(SODRA.goal_map, perspectives=perspectives))
    [change] = compared(SODRA, moved).changes
    assert change.kind is Kind.MOVED
    assert change.sentence.endswith(
        f"från perspektivet ”{first.name}” till perspektivet ”{second.name}”"
    )


def test_a_goal_that_came_brings_its_activities_and_measures_without_more_words() -> None:
    first, *others = SODRA.goal_map.perspectives
    fewer = replace(SODRA.goal_map, perspectives=(replace(first, goals=first.goals[1:]), *others))
    [change] = compared(replace(SODRA, goal_map=fewer), SODRA).changes
    assert (change.subject, change.kind) == (Subject.GOAL, Kind.ADDED)


def test_insatser_begin_end_and_change() -> None:
    first, second, *others = VASTRA.goal_map.interventions
    new = replace(first, key=UUID(int=1), name="Ny väg", volume=12, volume_unit="deltagare")
    after = replace(
        VASTRA.goal_map,
        interventions=(replace(second, volume=60, owner="Motala"), *others, new),
    )
    found = compared(VASTRA, replace(VASTRA, goal_map=after)).changes
    said = [text for text in told(found) if "målet" not in text]
    assert said[:2] == [
        f"Insatsen ”{first.name}” finns inte längre i planen",
        "Ny insats: Ny väg, 12 deltagare",
    ]
    assert said[2] == f"Insatsen ”{second.name}”, volym: 50 möten → 60 möten"


def test_a_line_that_moved_between_groups_keeps_its_figures() -> None:
    assert SODRA.budget
    line = next(line for _, line in SODRA.budget.walk() if line.label == "Hyra kontor")
    without = with_line(SODRA, "Hyra kontor", lambda _: None)
    moved = with_line(
        without, "Styrelsen", lambda group: replace(group, lines=(*group.lines, line))
    )
    comparison = compared(SODRA, moved)
    assert told(comparison.changes)[0] == (
        "Raden ”Hyra kontor” är flyttad från ”Lokalkostnader” till ”Styrelsen”"
    )
    assert comparison.budget
    assert all(change.row != str(line.key) for change in comparison.budget.amounts)


def test_a_new_line_is_told_with_its_amounts() -> None:
    without = with_line(SODRA, "ESF-medel", lambda _: None)
    said = told(compared(without, SODRA).changes)
    assert said == [
        "Ny rad under ”Övrig finansiering”: ESF-medel, 0 tkr 2023, 300 tkr 2024, 300 tkr 2025, "
        "0 tkr 2026"
    ]


def test_a_renamed_line_and_an_emptied_cell() -> None:
    renamed = with_line(SODRA, "ESF-medel", lambda line: replace(line, label="Medel från ESF"))
    after = with_amount(renamed, "Medel från ESF", "plan-2026", None)
    assert told(compared(SODRA, after).changes) == [
        "Raden ”ESF-medel” heter nu ”Medel från ESF”",
        "Medel från ESF 2026: 0 tkr → inget belopp",
    ]


def test_an_added_column_is_one_change() -> None:
    column = Column(year=2027, kind=ColumnKind.PLAN)
    after = with_sheet(SODRA, lambda sheet: replace(sheet, columns=(*sheet.columns, column)))
    assert told(compared(SODRA, after).changes) == ["Kolumnen Plan 2027 är ny"]


def test_an_opening_that_was_computed_and_is_typed() -> None:
    def typed(sheet: Sheet) -> Sheet:
        columns = tuple(
            replace(c, opening=2_000_000) if c.name == "budget-2024" else c for c in sheet.columns
        )
        return replace(sheet, columns=columns)

    comparison = compared(SODRA, with_sheet(SODRA, typed))
    assert told(comparison.changes) == [
        "SF Södra Lappland eget kapital 2024 är inskrivet, 2 000 tkr. "
        "Det räknades fram förut: 2 096 tkr"
    ]
    following = told(comparison.changes, following=True)
    assert "Utgående eget kapital 2024: 1 665 → 1 569 tkr (−96 tkr, −6 %)" in following


def test_last_years_plan_against_this_years() -> None:
    comparison = compared(SODRA, moved_on(SODRA, 2025))
    assert told(comparison.changes) == [
        "Titeln är ändrad",
        "Underrubriken är ändrad",
        "Budgetens rubrik är ändrad",
        "Kolumnen Budget 2023 är borttagen",
        "Kolumnen Plan 2027 är ny",
        "Kolumnen Plan 2025 är nu Budget 2025",
        "SF Södra Lappland eget kapital 2024 är inskrivet, 2 096 tkr. "
        "Det räknades fram förut: 2 096 tkr",
    ]
    assert comparison.budget
    assert comparison.budget.amounts and all(
        change.column in ("budget-2023", "plan-2027") for change in comparison.budget.amounts
    )


def test_a_plan_that_got_a_budget_says_so_once() -> None:
    before = replace(SODRA, budget=None)
    said = [change.sentence for change in compared(before, SODRA).changes if not change.follows]
    assert said.count("Planen har fått en budget") == 1
    assert not [each for each in compared(before, SODRA).changes if each.subject is Subject.AMOUNT]


def test_a_plan_that_lost_everything_has_only_things_that_are_gone() -> None:
    bare = replace(SODRA, sections=(), goal_map=GoalMap(), budget=None)
    changes = [change for change in compared(SODRA, bare).changes if not change.follows]
    assert {change.kind for change in changes if change.subject is not Subject.GOAL_MAP} == {
        Kind.REMOVED
    }
    assert changes[-1].sentence == "Planen har inte längre någon budget"
