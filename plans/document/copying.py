"""A new plan from the plan of another year: the same parts with the same keys, moved to its year.

Headings and prose stay word for word: what they say of the old year is the writer's to change.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from budgets.arithmetic import figures
from budgets.contributions import contributions
from budgets.formatting import EMPTY
from budgets.labels import column_label
from budgets.moving import moved, moves
from budgets.sheet import Column, Sheet
from finsam.members.profile import MemberKind
from plans.document.band import column_of
from plans.document.content import Block, BudgetBlock, PlanContent, Section, Status
from plans.document.figures import FigureTexts
from plans.document.html.sanitise import sanitise

YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
SPOKEN_OF = range(-1, 5)
"""The years around its own that a plan's title speaks of."""
FIGURE = re.compile(r'<span data-figure="([^"/]*)/([^"]*)"></span>')

Text = Callable[[str], str]


def moved_on(content: PlanContent, year: int) -> PlanContent:
    """A draft for a year from the plan of another year, everything in it with its own key.

    Budget and plan columns are moved by the difference (`budgets.moving`); outcomes, forecasts,
    printed figures and decisions stay with the old plan. Figures in the text follow their
    columns, and stand as plain text where the column does not follow.
    """
    retold = partial(years_moved, own=content.year, by=year - content.year)
    names = _column_names(content, year)
    text = partial(_text, names=names, figure=_figures(content))
    return replace(
        content,
        year=year,
        title=retold(content.title),
        subtitle=retold(content.subtitle),
        status=Status.DRAFT,
        decisions=(),
        sections=tuple(_section(section, text, names) for section in content.sections),
        goal_map=replace(
            content.goal_map,
            interventions=tuple(
                replace(found, html=text(found.html)) for found in content.goal_map.interventions
            ),
        ),
        budget=None if content.budget is None else _budget(content, content.budget, year, retold),
    )


def plan_name(year: int) -> str:
    """What a plan is called inside a sentence: "verksamhetsplanen för 2025"."""
    return f"verksamhetsplanen för {year}"


def years_moved(text: str, own: int, by: int) -> str:
    """The text with the years around `own` moved: "Plan 2025–2026" becomes "Plan 2026–2027"."""

    def later(found: re.Match[str]) -> str:
        year = int(found[0])
        return str(year + by) if year - own in SPOKEN_OF else found[0]

    return YEAR.sub(later, text)


def _budget(content: PlanContent, sheet: Sheet, year: int, retold: Text) -> Sheet:
    label = sheet.total_column_label
    allocation, source = _allocation(content, sheet, year - 1)
    return replace(
        moved(sheet, year - content.year, plan_name(content.year)),
        title=retold(sheet.title),
        # "2014–2018 Totalt" counts columns that are no longer there.
        total_column_label="" if YEAR.search(label) else label,
        previous_allocation=allocation,
        previous_allocation_source=source,
    )


def _allocation(content: PlanContent, sheet: Sheet, year: int) -> tuple[int | None, str]:
    """What the state pays in the old plan's column of a year, in kr, and where that stands."""
    name = column_of(sheet, year)
    state = {one.key for one in content.members if one.kind is MemberKind.STATE_AGENCY}
    paid = contributions(sheet, figures(sheet), name)
    amounts = [amount for member, amount in paid.items() if member in state]
    if not amounts:
        return None, ""
    label = next(column_label(column) for column in sheet.columns if column.name == name)
    return sum(amounts), f"{label} i {plan_name(content.year)}"


def _column_names(content: PlanContent, year: int) -> Mapping[str, str]:
    """The new name of each old column, empty where it does not follow."""
    columns: tuple[Column, ...] = () if content.budget is None else content.budget.columns
    following = {move.old.name: move.new.name for move in moves(columns, year - content.year)}
    return {column.name: following.get(column.name, "") for column in columns}


def _figures(content: PlanContent) -> FigureTexts:
    sheet = content.budget
    return FigureTexts(sheet, None if sheet is None else figures(sheet))


def _section(section: Section, text: Text, names: Mapping[str, str]) -> Section:
    return replace(
        section,
        html=text(section.html),
        block=_block(section.block, names),
        is_done=False,
        sections=tuple(_section(below, text, names) for below in section.sections),
    )


def _block(block: Block, names: Mapping[str, str]) -> Block:
    if not isinstance(block, BudgetBlock):
        return block
    return replace(block, columns=tuple(names[name] for name in block.columns if names.get(name)))


def _text(html: str, names: Mapping[str, str], figure: FigureTexts) -> str:
    def followed(found: re.Match[str]) -> str:
        row, column = found.groups()
        if names.get(column, column):
            return f'<span data-figure="{row}/{names.get(column, column)}"></span>'
        return figure(f"{row}/{column}") or EMPTY

    retold = FIGURE.sub(followed, html)
    return html if retold == html else sanitise(retold)
