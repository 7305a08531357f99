"""The lines of two budgets: which came, went, moved, and what is said of those that stayed."""

from collections.abc import Iterator, Mapping
from uuid import UUID

from budgets.formatting import amount_text
from budgets.labels import line_label, sum_label
from budgets.sheet import Line, Sheet, Side
from plans.document.comparing.change import Change, Kind, Subject
from plans.document.comparing.columns import column_words
from plans.document.comparing.figures import BudgetLine, Budgets
from plans.document.comparing.places import Matched, Placed
from plans.document.comparing.words import (
    Field,
    field_changes,
    named,
    quoted,
    same_words,
    text_change,
)

SIDES = {Side.INCOME: "intäkterna", Side.COST: "kostnaderna", Side.FINANCIAL: "de finansiella"}

Names = Mapping[object, str]
"""What members and insatser are called."""


def placed_lines(sheet: Sheet) -> Iterator[Placed[BudgetLine]]:
    """Every line with what it stands below: its group, or its side."""
    for side in Side:
        for root in sheet.roots(side):
            yield Placed(root.key, side, BudgetLine(root, side))
            yield from _below(root, side)


def line_changes(budgets: Budgets, lines: Matched[BudgetLine], names: Names) -> list[Change]:
    """What is not a figure of a line: that it is new or gone, its place, name, ties, comment."""
    homes = _home_names(budgets.before) | _home_names(budgets.after)
    found = [_removed(budgets, each.item) for each in lines.removed]
    found += [_added(budgets, each, homes) for each in lines.added]
    for old, new in lines.kept:
        found += _renamed(old.item.line, new.item.line)
        if new.key in lines.moved:
            found.append(_moved(old, new, homes))
        found += _said(old.item.line, new.item, names)
    return found


def _below(group: Line, side: Side) -> Iterator[Placed[BudgetLine]]:
    for line in group.lines:
        yield Placed(line.key, group.key, BudgetLine(line, side))
        yield from _below(line, side)


def _home_names(sheet: Sheet) -> dict[object, str]:
    names: dict[object, str] = dict(SIDES.items())
    return names | {line.key: quoted(line_label(line)) for _, line in sheet.walk()}


def _added(budgets: Budgets, placed: Placed[BudgetLine], homes: Mapping[object, str]) -> Change:
    found = placed.item
    amounts = _amounts(budgets.after, found)
    sentence = f"Ny rad under {homes[placed.home]}: {found.name}"
    return Change(
        subject=Subject.LINE,
        kind=Kind.ADDED,
        key=str(found.line.key),
        sentence=f"{sentence}, {amounts}" if amounts else sentence,
        new=found.name,
    )


def _removed(budgets: Budgets, found: BudgetLine) -> Change:
    amounts = _amounts(budgets.before, found)
    sentence = f"Raden {quoted(found.name)} är borttagen"
    return Change(
        subject=Subject.LINE,
        kind=Kind.REMOVED,
        key=str(found.line.key),
        sentence=f"{sentence}. Den var {amounts}" if amounts else sentence,
        old=found.name,
    )


def _amounts(sheet: Sheet, found: BudgetLine) -> str:
    """ "300 tkr 2024, 300 tkr 2025"."""
    if found.line.is_group:
        return ""
    negate = sheet.negates(found.side)
    return ", ".join(
        f"{amount_text(found.line.amounts[column.name], sheet.unit, negate)}\u00a0{sheet.unit} "
        f"{column_words(sheet, column)}"
        for column in sheet.columns
        if column.name in found.line.amounts
    )


def _renamed(old: Line, new: Line) -> Iterator[Change]:
    before, after = line_label(old), line_label(new)
    sentence = f"{named('Raden', before)} heter nu {quoted(after)}"
    yield from text_change(Subject.LINE, new.key, sentence, before, after)
    if old.is_group and new.is_group and same_words(before, after):
        was, now = sum_label(old), sum_label(new)
        sentence = f"Summan av {quoted(after)} heter nu {quoted(now)}"
        yield from text_change(Subject.LINE, new.key, sentence, was, now)


def _moved(old: Placed[BudgetLine], new: Placed[BudgetLine], homes: Mapping[object, str]) -> Change:
    name = named("Raden", new.item.name)
    if old.home == new.home:
        sentence = f"{name} har fått en annan plats under {homes[new.home]}"
    else:
        sentence = f"{name} är flyttad från {homes[old.home]} till {homes[new.home]}"
    return Change(
        subject=Subject.LINE,
        kind=Kind.MOVED,
        key=str(new.key),
        sentence=sentence,
        old=homes[old.home],
        new=homes[new.home],
    )


def _said(old: Line, found: BudgetLine, names: Names) -> Iterator[Change]:
    new = found.line
    name = named("Raden", found.name)
    yield from field_changes(
        Subject.LINE,
        new.key,
        name,
        Field("medlem", _name(names, old.member), _name(names, new.member)),
        Field("insats", _name(names, old.intervention), _name(names, new.intervention)),
    )
    sentence = f"Kommentaren till raden {quoted(found.name)} är ändrad"
    yield from text_change(Subject.LINE, new.key, sentence, old.comment, new.comment)


def _name(names: Names, key: UUID | None) -> str:
    return "" if key is None else names.get(key, "namn saknas")
