"""Two budgets against each other: presentation, columns, lines and every figure."""

from collections.abc import Iterator
from dataclasses import dataclass

from budgets.arithmetic import figures
from budgets.sheet import ComputedRow, Sheet
from plans.document.comparing.change import Change, Kind, Subject
from plans.document.comparing.columns import matched_columns
from plans.document.comparing.figures import (
    BudgetLine,
    Budgets,
    computed_figures,
    typed_figures,
)
from plans.document.comparing.lines import Names, line_changes, placed_lines
from plans.document.comparing.money import FigureChange
from plans.document.comparing.openings import is_typed_change, opening_changes
from plans.document.comparing.places import Matched, matched_places
from plans.document.comparing.presentation import column_changes, presentation_changes


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetComparison:
    """Every change of the budget in words, and every figure that is another.

    `amounts` are typed, `following` computed. `is_new` and `is_gone`: one plan has no budget.
    """

    budgets: Budgets
    lines: Matched[BudgetLine]
    amounts: tuple[FigureChange, ...]
    following: tuple[FigureChange, ...]
    changes: tuple[Change, ...]
    is_new: bool = False
    is_gone: bool = False


def compared_budgets(
    before: Sheet | None, after: Sheet | None, names: Names
) -> BudgetComparison | None:
    """The comparison; None where neither plan has a budget. `names`: of members and insatser."""
    if before is None and after is None:
        return None
    old, new = before or Sheet(), after or Sheet()
    shown = after or old
    budgets = Budgets(
        before=old,
        after=new if after else Sheet(unit=shown.unit, cost_sign=shown.cost_sign),
        old=figures(old),
        new=figures(new),
        columns=matched_columns(old, new),
    )
    lines = matched_places(placed_lines(old), placed_lines(new))
    amounts = typed_figures(budgets, lines)
    following = computed_figures(budgets, lines)
    both = before is not None and after is not None
    return BudgetComparison(
        budgets=budgets,
        lines=lines,
        amounts=amounts,
        following=following,
        changes=(
            tuple(_changes(budgets, lines, amounts, following, names))
            if both
            else (_whole(is_new=after is not None),)
        ),
        is_new=before is None,
        is_gone=after is None,
    )


def _whole(*, is_new: bool) -> Change:
    return Change(
        subject=Subject.BUDGET,
        kind=Kind.ADDED if is_new else Kind.REMOVED,
        sentence="Planen har fått en budget" if is_new else "Planen har inte längre någon budget",
    )


def _changes(
    budgets: Budgets,
    lines: Matched[BudgetLine],
    amounts: tuple[FigureChange, ...],
    following: tuple[FigureChange, ...],
    names: Names,
) -> Iterator[Change]:
    yield from presentation_changes(budgets.before, budgets.after, names)
    yield from column_changes(budgets.columns)
    yield from opening_changes(budgets)
    yield from line_changes(budgets, lines, names)
    typed = {new.name for old, new in budgets.columns.pairs if is_typed_change(old, new)}
    for change in (*amounts, *following):
        is_told = change.row == ComputedRow.OPENING_EQUITY and change.column in typed
        if change.is_listed and not is_told:
            yield _figure(change)


def _figure(change: FigureChange) -> Change:
    return Change(
        subject=Subject.COMPUTED if change.follows else Subject.AMOUNT,
        kind=Kind.CHANGED,
        key=change.row,
        sentence=change.sentence,
        old=change.old_text,
        new=change.new_text,
        follows=change.follows,
    )
