"""How a budget is shown: its title, unit, signs, sums, computed rows and share key."""

from collections.abc import Iterator

from budgets.formatting import grouped
from budgets.labels import COMPUTED_ROWS, column_label, total_column_label
from budgets.sheet import ComputedRow, CostSign, ShareKey, Sheet, Subtotals
from plans.document.comparing.change import Change, Kind, Subject
from plans.document.comparing.columns import Columns
from plans.document.comparing.lines import Names
from plans.document.comparing.words import Field, field_changes, text_change

SIGNS = {CostSign.POSITIVE: "utan minus", CostSign.NEGATIVE: "med minus"}
PLACES = {Subtotals.BEFORE: "före raderna", Subtotals.AFTER: "efter raderna"}


def presentation_changes(before: Sheet, after: Sheet, names: Names) -> Iterator[Change]:
    """Everything of a budget that is neither a column, a line nor a figure."""
    sentence = "Budgetens rubrik är ändrad"
    yield from text_change(Subject.BUDGET, "", sentence, before.title, after.title)
    yield from field_changes(
        Subject.BUDGET,
        "",
        "Budgeten",
        Field("enhet", before.unit, after.unit),
        Field("kostnader skrivs", SIGNS[before.cost_sign], SIGNS[after.cost_sign]),
        Field("summor står", PLACES[before.subtotals], PLACES[after.subtotals]),
        Field("kolumn med summan", _total(before), _total(after)),
        *(_row(row, before, after) for row in ComputedRow),
        *_share_fields(before.share_key, after.share_key, names),
    )


def column_changes(columns: Columns) -> Iterator[Change]:
    """Columns that came, went, or are of another kind now."""
    for column in columns.removed:
        label = column_label(column)
        yield _column(Kind.REMOVED, column.name, f"Kolumnen {label} är borttagen", old=label)
    for column in columns.added:
        label = column_label(column)
        yield _column(Kind.ADDED, column.name, f"Kolumnen {label} är ny", new=label)
    for was, now in columns.pairs:
        if was.kind is not now.kind:
            old, new = column_label(was), column_label(now)
            sentence = f"Kolumnen {old} är nu {new}"
            yield _column(Kind.CHANGED, now.name, sentence, old=old, new=new)


def _column(kind: Kind, name: str, sentence: str, old: str = "", new: str = "") -> Change:
    return Change(subject=Subject.COLUMN, kind=kind, key=name, sentence=sentence, old=old, new=new)


def _total(sheet: Sheet) -> str:
    return total_column_label(sheet) if sheet.has_total_column else ""


def _row(row: ComputedRow, before: Sheet, after: Sheet) -> Field:
    word = COMPUTED_ROWS[row]
    return Field(f"raden {word}", *(_shown(row, sheet) for sheet in (before, after)))


def _shown(row: ComputedRow, sheet: Sheet) -> str:
    if row not in sheet.computed_rows:
        return "visas inte"
    return f"visas som {sheet.computed_rows[row] or COMPUTED_ROWS[row]}"


def _share_fields(before: ShareKey | None, after: ShareKey | None, names: Names) -> Iterator[Field]:
    yield Field("fördelning efter", _basis(before), _basis(after))
    was, now = _entries(before, names), _entries(after, names)
    for name in {**was, **now}:
        yield Field(f"fördelningstal för {name}", was.get(name, ""), now.get(name, ""))


def _basis(key: ShareKey | None) -> str:
    return "" if key is None else key.basis or "tal"


def _entries(key: ShareKey | None, names: Names) -> dict[str, str]:
    entries = () if key is None else key.entries
    return {names.get(each.member, "medlem"): grouped(each.figure) for each in entries}
