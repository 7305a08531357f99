"""What may be asked of the budget's sheet: rows and columns added, moved, removed, taken back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID

from django.http import Http404, QueryDict
from django.shortcuts import get_object_or_404

from budgets import refusals
from budgets.sheet import Side
from finsam.editions import Gone
from finsam.members.models import User
from plans.models import Change, Plan
from plans.views.given import number
from plans.writing import budget_columns, budget_lines, budget_printed
from plans.writing.budget_pasting import newest
from plans.writing.budget_shown import Cited, ShownAlone
from plans.writing.restoring import CannotRestore, undo

NEW_LINE = "Ny rad"
NEW_GROUP = "Ny grupp"
MISSING = "Rad som saknades"
MOVED = "Raden är flyttad."
STAYS = "Raden står kvar, den kan inte flyttas längre åt det hållet."
ADDED = "Raden är tillagd."


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What was done. `words` say it; `is_notice` where they stand to be read, and it was refused.

    `change` is the way back, which stands as a button where it `is_offered`. `new` is the key of a
    line that was added. `step` is undo or redo where it took something back, `at` the row
    or column where the hands go on.
    """

    words: str = ""
    more: str = ""
    change: Change | None = None
    new: str = ""
    is_notice: bool = False
    is_offered: bool = False
    step: str = "done"
    at: str = ""


Act = Callable[[Plan, str, QueryDict, User], Done]


ARRANGES = frozenset({"appendix"})
"""What adds sections to the plan."""

TAKES_BACK = frozenset({"undo", "redo"})


def do(plan: Plan, asked: str, given: QueryDict, *, by: User) -> Done:
    """Do what is asked, "up/KEY"; a refusal is said. Raises Http404 for what nobody can ask."""
    name, _, key = asked.replace("\0", "").partition("/")
    if name not in ACTS:
        raise Http404
    before = newest(plan)
    try:
        done = ACTS[name](plan, key, given, by)
    except Gone:
        return _refused("Raden eller kolumnen finns inte längre.", "Någon har tagit bort den.")
    except CannotRestore as error:
        return _refused("Det gick inte att göra ogjort.", str(error))
    except ShownAlone as shown:
        return _refused(
            f"Raden visas för sig i avsnittet {shown}.",
            "Ta bort avsnittet, eller ändra vad det visar, och försök igen.",
        )
    except Cited as cited:
        return _refused(
            f"Texten i {cited} visar en siffra därifrån.",
            "Ta bort siffran ur texten och försök igen.",
        )
    except refusals.Refusal as error:
        return _refused(*refusal_words(error))
    return done_since(plan, done, before, by)


def done_since(plan: Plan, done: Done, before: int, by: User) -> Done:
    """What was done, with its way back: the person's change after that one."""
    change = plan.changes.filter(pk__gt=before, person=by).order_by("-pk").first()
    return replace(done, change=change, is_offered=done.is_offered and change is not None)


def refusal_words(error: refusals.Refusal) -> tuple[str, str]:
    """Why something cannot be, and what to do instead."""
    if isinstance(error, refusals.HasAmounts):
        name = f"”{error.label}”" if error.label else "Raden"
        return (
            f"{name} har egna belopp och kan inte få rader under sig.",
            "Lägg till en grupp i stället, eller töm radens belopp först.",
        )
    return REFUSALS.get(type(error), ("Det går inte.", "Ingenting är ändrat."))


REFUSALS: dict[type[refusals.Refusal], tuple[str, str]] = {
    refusals.IntoItself: ("En rad kan inte stå under sig själv.", "Välj en annan plats."),
    refusals.TooDeep: ("Raderna kan inte stå i fler nivåer än åtta.", "Välj en annan plats."),
    refusals.Exists: ("Det finns redan en kolumn för det året och slaget.", "Välj ett annat."),
    refusals.TooManyColumns: (
        "Budgeten har redan så många kolumner som den kan ha.",
        "Ta bort någon av dem först.",
    ),
    refusals.YearOutside: ("Det året kan inte ha en budget.", "Skriv ett annat år."),
}


def _add(plan: Plan, key: str, given: QueryDict, by: User) -> Done:
    if key not in [*Side]:
        raise Http404
    row = budget_lines.add_line(plan, label=NEW_LINE, side=Side(key), by=by)
    return Done(words=ADDED, new=str(row.key))


def _add_group(plan: Plan, key: str, given: QueryDict, by: User) -> Done:
    if key not in [*Side]:
        raise Http404
    row = budget_lines.add_group(plan, label=NEW_GROUP, line_label=NEW_LINE, side=Side(key), by=by)
    return Done(words="Gruppen är tillagd, med en rad.", new=str(row.key))


def _add_after(plan: Plan, key: str, given: QueryDict, by: User) -> Done:
    row = budget_lines.add_line(plan, label=NEW_LINE, after=_key(key), by=by)
    return Done(words=ADDED, new=str(row.key))


def _add_below(plan: Plan, key: str, given: QueryDict, by: User) -> Done:
    row = budget_lines.add_line(plan, label=NEW_LINE, parent=_key(key), by=by)
    return Done(words=ADDED, new=str(row.key))


def _up(plan: Plan, key: str, given: QueryDict, by: User) -> Done:
    return _moved(budget_lines.shift_line(plan, key=_key(key), steps=-1, by=by).is_elsewhere)


def _down(plan: Plan, key: str, given: QueryDict, by: User) -> Done:
    return _moved(budget_lines.shift_line(plan, key=_key(key), steps=1, by=by).is_elsewhere)


def _in(plan: Plan, key: str, given: QueryDict, by: User) -> Done:
    return _moved(budget_lines.indent_line(plan, key=_key(key), by=by).is_elsewhere)


def _out(plan: Plan, key: str, given: QueryDict, by: User) -> Done:
    return _moved(budget_lines.outdent_line(plan, key=_key(key), by=by).is_elsewhere)


def _move(plan: Plan, key: str, given: QueryDict, by: User) -> Done:
    """To a side, or last below another line."""
    to = given.get("to", "")
    if not to:
        return _refused("Raden står kvar.", "Välj var den ska stå.")
    side, parent = (Side(to), None) if to in [*Side] else (None, _key(to))
    moved = budget_lines.move_line(plan, key=_key(key), side=side, parent=parent, by=by)
    return _moved(moved.is_elsewhere)


def _remove(plan: Plan, key: str, given: QueryDict, by: User) -> Done:
    budget_lines.remove_line(plan, key=_key(key), by=by)
    return Done(words="Raden är borttagen.", is_offered=True)


def _appendix(plan: Plan, key: str, given: QueryDict, by: User) -> Done:
    shown = plan.sections.filter(kind="budget", options__branch=str(_key(key))).first()
    if shown is not None:
        return _refused(f"Gruppen visas redan för sig, i avsnittet {shown.heading}.")
    section = budget_lines.add_appendix(plan, key=_key(key), by=by)
    return Done(words=f"{section.heading} är tillagd som bilaga.", is_offered=True)


def _column_left(plan: Plan, name: str, given: QueryDict, by: User) -> Done:
    return _shifted(budget_columns.shift_column(plan, name=name, steps=-1, by=by).is_elsewhere)


def _column_right(plan: Plan, name: str, given: QueryDict, by: User) -> Done:
    return _shifted(budget_columns.shift_column(plan, name=name, steps=1, by=by).is_elsewhere)


def _column_remove(plan: Plan, name: str, given: QueryDict, by: User) -> Done:
    budget_columns.remove_column(plan, name=name, by=by)
    return Done(words="Kolumnen är borttagen.", is_offered=True)


def _accept(plan: Plan, key: str, given: QueryDict, by: User) -> Done:
    row, column, source = _printed(key)
    budget_printed.accept_printed(plan, row=row, column=column, source=source, by=by)
    return Done(words="Planens summa gäller. Källans siffra är glömd.", is_offered=True)


def _accept_all(plan: Plan, key: str, given: QueryDict, by: User) -> Done:
    count = budget_printed.accept_all(plan, by=by)
    if not count:
        return Done(words="Summorna är redan godkända.", is_notice=True)
    return Done(words="Planens summor gäller. Källans siffror är glömda.", is_offered=True)


def _missing(plan: Plan, key: str, given: QueryDict, by: User) -> Done:
    row, column, source = _printed(key)
    line = budget_printed.add_missing(
        plan, row=row, column=column, source=source, label=MISSING, by=by
    )
    return Done(words="Raden är tillagd med skillnaden. Skriv vad den heter.", new=str(line.key))


def _undo(plan: Plan, key: str, given: QueryDict, by: User) -> Done:
    change = get_object_or_404(plan.changes, pk=number(key))
    undo(plan, change, by=by)
    return Done(words=f"Det är gjort ogjort: {change.name}.", step="undo")


def _redo(plan: Plan, key: str, given: QueryDict, by: User) -> Done:
    change = get_object_or_404(plan.changes, pk=number(key))
    undo(plan, change, by=by)
    return Done(words=f"Det är gjort igen: {change.name}.", step="redo")


ACTS: dict[str, Act] = {
    "add": _add,
    "add_group": _add_group,
    "after": _add_after,
    "below": _add_below,
    "up": _up,
    "down": _down,
    "in": _in,
    "out": _out,
    "move": _move,
    "remove": _remove,
    "appendix": _appendix,
    "column_left": _column_left,
    "column_right": _column_right,
    "column_remove": _column_remove,
    "accept": _accept,
    "accept_all": _accept_all,
    "missing": _missing,
    "undo": _undo,
    "redo": _redo,
}


def _moved(is_elsewhere: bool) -> Done:
    return Done(words=MOVED if is_elsewhere else STAYS)


def _shifted(is_elsewhere: bool) -> Done:
    return Done(words="Kolumnen är flyttad." if is_elsewhere else "Kolumnen står redan ytterst.")


def _refused(words: str, more: str = "") -> Done:
    return Done(words=words, more=more, is_notice=True)


def _printed(key: str) -> tuple[str, str, str]:
    """The row, column and source of a printed figure."""
    row, _, rest = key.partition("/")
    column, _, source = rest.partition("/")
    return row, column, source


def _key(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Http404 from None
