"""How the columns of two budgets open: typed or computed, and where that comes from."""

from collections.abc import Iterator

from budgets.formatting import with_unit
from budgets.labels import column_label, computed_label
from budgets.sheet import Column, ComputedRow
from plans.document.comparing.change import Change, Kind, Subject
from plans.document.comparing.columns import column_words
from plans.document.comparing.figures import Budgets
from plans.document.comparing.words import Field, field_changes

ROW = ComputedRow.OPENING_EQUITY


def opening_changes(budgets: Budgets) -> Iterator[Change]:
    """What somebody has changed of the opening equity: its being typed, its value, its source."""
    for old, new in budgets.columns.pairs:
        name = f"{computed_label(budgets.after, ROW)} {column_words(budgets.after, new)}"
        yield from _value(budgets, old, new, name)
        yield from field_changes(Subject.COLUMN, new.name, name, *_fields(budgets, old, new))


def is_typed_change(old: Column, new: Column) -> bool:
    """Whether the typed value is another, or is there in one of them only."""
    return old.opening != new.opening


def _value(budgets: Budgets, old: Column, new: Column, name: str) -> Iterator[Change]:
    if is_typed_change(old, new):
        was = with_unit(budgets.old.amount(ROW, old.name), budgets.after.unit)
        now = with_unit(budgets.new.amount(ROW, new.name), budgets.after.unit)
        yield Change(
            subject=Subject.AMOUNT,
            kind=Kind.CHANGED,
            key=ROW,
            sentence=_sentence(old, new, name, was, now),
            old=was,
            new=now,
        )


def _sentence(old: Column, new: Column, name: str, was: str, now: str) -> str:
    if old.opening is None:
        return f"{name} är inskrivet, {now}. Det räknades fram förut: {was}"
    if new.opening is None:
        return f"{name} räknas fram, {now}. Det var inskrivet förut: {was}"
    return f"{name} är inskrivet, {now}. Det var {was}"


def _fields(budgets: Budgets, old: Column, new: Column) -> Iterator[Field]:
    if old.opening is not None and new.opening is not None:
        yield Field("källa", old.opening_source, new.opening_source)
    yield Field("följer på", _opens_from(budgets, old, is_old=True), _opens_from(budgets, new))


def _opens_from(budgets: Budgets, column: Column, *, is_old: bool = False) -> str:
    """The label that the named column has now, so that a column moved on is the same."""
    followed = budgets.columns.followed
    name = followed.get(column.opens_from, column.opens_from) if is_old else column.opens_from
    sheets = (budgets.after, budgets.before)
    labels = (column_label(c) for sheet in sheets for c in sheet.columns if c.name == name)
    return next(labels, name)
