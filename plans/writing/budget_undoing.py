"""Taking back what was done to a budget: its cells, lines, columns, how it is shown."""

from collections.abc import Callable, Mapping

from budgets import refusals
from budgets.models import BudgetLine
from budgets.ordering import column_name
from finsam.editions import Gone, Stale
from finsam.members.models import User
from plans.models import Change, Plan
from plans.writing import budget, budget_columns, budget_lines, budget_printed
from plans.writing.budget import BUDGET
from plans.writing.budget_columns import COLUMN
from plans.writing.budget_lines import LINE
from plans.writing.budget_pasting import PASTE, as_one, newest
from plans.writing.budget_printed import PRINTED
from plans.writing.budget_shown import Cited, ShownAlone
from plans.writing.cells import CELLS, ChangedSince, bring_back

Action = Change.Action
BUDGET_KINDS = frozenset({BUDGET, LINE, "line_name", COLUMN, PRINTED, CELLS, PASTE})


class CannotUndo(Exception):
    """Why what was done to the budget cannot be taken back, in Swedish."""


def undo_in_budget(plan: Plan, change: Change, by: User) -> None:
    """Make the budget as it was before a change. Needs a transaction. Raises CannotUndo, Gone."""
    way = WAYS.get((change.kind, change.action))
    if change.action == Action.ADDED and _is_others(plan, change, by):
        raise CannotUndo("Någon annan har skrivit i det sedan dess, och det står kvar.")
    if way is None:
        raise CannotUndo("Det här kan inte göras ogjort. Ändra det i budgeten i stället.")
    try:
        way(plan, change, by)
    except ChangedSince:
        raise CannotUndo("Beloppen är ändrade sedan dess och står kvar.") from None
    except (refusals.Refusal, Stale):
        raise CannotUndo("Budgeten är ändrad sedan dess, så att det inte får plats.") from None
    except ShownAlone as shown:
        raise CannotUndo(f"Raden visas för sig i {shown}.") from None
    except Cited as cited:
        raise CannotUndo(f"Texten i {cited} visar en siffra därifrån. Ta bort den först.") from None


def _is_others(plan: Plan, change: Change, by: User) -> bool:
    """Whether somebody else has written since in what the change added. Two queries."""
    later = plan.changes.filter(pk__gt=change.pk, kind__in=BUDGET_KINDS).exclude(person=by)
    if change.kind == BUDGET:
        return later.exists()
    keys = {str(change.key)}
    if change.kind == LINE:
        below = BudgetLine.objects.filter(budget=plan.budget_id, parent__key=change.key)
        keys |= {str(key) for key in below.values_list("key", flat=True)}
    name = (change.after or {}).get("name")
    return any(
        str(one.key) in keys or cell["line"] in keys or cell["column"] == name
        for one in later
        for cell in (one.after or {}).get(CELLS) or [{"line": "", "column": ""}]
    )


def _cells(plan: Plan, change: Change, by: User) -> None:
    bring_back(plan, change, by=by)


def _remove_line(plan: Plan, change: Change, by: User) -> None:
    budget_lines.remove_line(plan, key=change.key, by=by)


def _put_back_line(plan: Plan, change: Change, by: User) -> None:
    budget_lines.put_back_line(plan, change.before or {}, by=by)


def _move_line_back(plan: Plan, change: Change, by: User) -> None:
    budget_lines.put_line_in_place(plan, key=change.key, place=change.before or {}, by=by)


def _tie_back(plan: Plan, change: Change, by: User) -> None:
    key = (change.before or {})["member"]
    known = plan.federation.members.filter(key=key).exists() if key else True
    if not known:
        raise Gone
    budget_lines.tie_line(plan, key=change.key, member=key, by=by)


def _remove_column(plan: Plan, change: Change, by: User) -> None:
    row = budget_columns.column_known_by(plan, change.key)
    budget_columns.remove_column(plan, name=column_name(row), by=by)


def _put_back_column(plan: Plan, change: Change, by: User) -> None:
    budget_columns.put_back_column(plan, change.before or {}, by=by)


def _move_column_back(plan: Plan, change: Change, by: User) -> None:
    row = budget_columns.column_known_by(plan, change.key)
    steps = (change.before or {})["at"] - row.position
    budget_columns.shift_column(plan, name=column_name(row), steps=steps, by=by)


def _edit_column_back(plan: Plan, change: Change, by: User) -> None:
    budget_columns.edit_back(plan, change, by=by)


def _remove_budget(plan: Plan, change: Change, by: User) -> None:
    budget.remove_budget(plan, by=by)


def _put_back_budget(plan: Plan, change: Change, by: User) -> None:
    budget.put_back_budget(plan, change.before or {}, by=by)


def _present_back(plan: Plan, change: Change, by: User) -> None:
    budget.set_presentation(plan, by=by, **(change.before or {}))


def _exchange_printed(plan: Plan, change: Change, by: User) -> None:
    kept, forgotten = (change.before or {})[PRINTED], (change.after or {})[PRINTED]
    budget_printed.exchange_printed(plan, forgotten, kept, by=by)


def _paste_back(plan: Plan, change: Change, by: User) -> None:
    """Take back each part of a paste, the last first; that is one change again."""
    before = newest(plan)
    for part in plan.changes.filter(pk__in=(change.after or {})["changes"]).order_by("-pk"):
        undo_in_budget(plan, part, by)
    as_one(plan, before, by)


WAYS: Mapping[tuple[str, str], Callable[[Plan, Change, User], None]] = {
    (CELLS, Action.EDITED): _cells,
    (LINE, Action.ADDED): _remove_line,
    (LINE, Action.REMOVED): _put_back_line,
    (LINE, Action.MOVED): _move_line_back,
    (LINE, Action.EDITED): _tie_back,
    (COLUMN, Action.ADDED): _remove_column,
    (COLUMN, Action.REMOVED): _put_back_column,
    (COLUMN, Action.MOVED): _move_column_back,
    (COLUMN, Action.EDITED): _edit_column_back,
    (BUDGET, Action.ADDED): _remove_budget,
    (BUDGET, Action.REMOVED): _put_back_budget,
    (BUDGET, Action.EDITED): _present_back,
    (PRINTED, Action.EDITED): _exchange_printed,
    (PASTE, Action.EDITED): _paste_back,
}
"""How each kind of change is taken back."""
