"""Half a page of what is new: money, insatser, goals, and how many sections changed."""

from collections.abc import Iterator
from dataclasses import dataclass

from budgets.labels import column_label, computed_label
from budgets.sheet import Column, ComputedRow, Side
from plans.document.band import column_of
from plans.document.comparing.budget import BudgetComparison
from plans.document.comparing.change import Change, Kind, Subject
from plans.document.comparing.money import NOTHING, FigureChange
from plans.document.comparing.whole import Comparison

ROWS = (
    ComputedRow.TOTAL_INCOME,
    ComputedRow.TOTAL_COSTS,
    ComputedRow.RESULT,
    ComputedRow.CLOSING_EQUITY,
)
MOST = 5
"""So many goals, and figures of other years, are told one by one on half a page."""

NEGATED = ComputedRow.TOTAL_COSTS


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyNews:
    """One figure of the plan's own year, as text; `difference` is empty where it is the same."""

    label: str
    old: str
    new: str
    difference: str
    percent: str
    is_changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What is new in a plan.

    `money` is that of the plan's own year in `unit`, `old_column` and `column` are its columns in
    the two plans; `elsewhere` says what changed in the same rows in other years. `begun`, `ended`
    and `changed` are names of insatser, `goals` a change for each goal or measure that changed, and
    `more_goals` how many more did.
    `section_count` is how many sections changed, `count` how many changes there are in all, but
    for those that follow of others.
    """

    old_column: str
    column: str
    unit: str
    money: tuple[MoneyNews, ...]
    elsewhere: tuple[str, ...]
    begun: tuple[str, ...]
    ended: tuple[str, ...]
    changed: tuple[str, ...]
    goals: tuple[Change, ...]
    more_goals: int
    section_count: int
    count: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is new."""
        return not self.count


def news(comparison: Comparison) -> News:
    """What a reader wants to know first."""
    old, new = _own_columns(comparison)
    budget = comparison.budget
    insatser = comparison.interventions.matched
    goals = tuple(_goals(comparison))
    touched = _keys(comparison, Subject.INTERVENTION, Kind.CHANGED)
    return News(
        old_column=column_label(old) if old else "",
        column=column_label(new) if new else "",
        unit="" if budget is None else str(budget.budgets.after.unit),
        money=tuple(_money(budget, old, new)) if budget and new else (),
        elsewhere=tuple(_elsewhere(budget, new))[:MOST] if budget else (),
        begun=tuple(each.item.name for each in insatser.added),
        ended=tuple(each.item.name for each in insatser.removed),
        changed=tuple(each.item.name for _, each in insatser.kept if str(each.key) in touched),
        goals=goals[:MOST],
        more_goals=len(goals[MOST:]),
        section_count=sum(any(_is_own(each) for each in found) for found in _sections(comparison)),
        count=sum(not change.follows for change in comparison.changes),
    )


def _sections(comparison: Comparison) -> Iterator[tuple[Change, ...]]:
    return iter(comparison.sections.changes.values())


def _is_own(change: Change) -> bool:
    return not change.follows


def _goals(comparison: Comparison) -> Iterator[Change]:
    """The changes of goals and what measures them, one for each goal or indicator."""
    told = set()
    for change in comparison.goals.changes:
        is_goal = change.subject in (Subject.GOAL, Subject.INDICATOR)
        if is_goal and change.kind is not Kind.MOVED and change.key not in told:
            told.add(change.key)
            yield change


def _keys(comparison: Comparison, subject: Subject, kind: Kind) -> set[str]:
    return {
        change.key
        for change in comparison.changes
        if change.subject is subject and change.kind is kind and not change.follows
    }


def _own_columns(comparison: Comparison) -> tuple[Column | None, Column | None]:
    """The later plan's own column, and its like before; else the earlier plan's own."""
    budget = comparison.budget
    if budget is None:
        return None, None
    budgets = budget.budgets
    own = column_of(budgets.after, comparison.after.content.year)
    for old, new in budgets.columns.pairs:
        if new.name == own:
            return old, new
    earlier = column_of(budgets.before, comparison.before.content.year)
    was = next((each for each in budgets.before.columns if each.name == earlier), None)
    now = next((each for each in budgets.after.columns if each.name == own), None)
    return was, now


def _money(budget: BudgetComparison, old: Column | None, new: Column) -> Iterator[MoneyNews]:
    budgets = budget.budgets
    for row in ROWS:
        change = FigureChange(
            row=row,
            column=new.name,
            label=computed_label(budgets.after, row),
            old=budgets.old.amount(row, old.name) if old else None,
            new=budgets.new.amount(row, new.name),
            unit=budgets.after.unit,
            negate=row is NEGATED and budgets.after.negates(Side.COST),
        )
        if change.old is not None or change.new is not None:
            yield _news(change)


def _elsewhere(budget: BudgetComparison, own: Column | None) -> Iterator[str]:
    for change in budget.following:
        is_told = change.row in ROWS and change.row != ComputedRow.RESULT
        if is_told and (own is None or change.column != own.name):
            yield change.sentence


def _news(change: FigureChange) -> MoneyNews:
    is_changed = change.old != change.new
    return MoneyNews(
        label=change.label,
        old="" if change.old is None else change.old_text,
        new=NOTHING if change.new is None else change.new_text,
        difference=change.difference if is_changed else "",
        percent=change.percent if is_changed else "",
        is_changed=is_changed,
    )
