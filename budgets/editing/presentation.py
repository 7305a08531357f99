"""How a budget wants to be shown, and what the state allocated the year before."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from budgets.models import Budget
from budgets.ordering import lock
from budgets.sheet import ComputedRow
from finsam.federations.money import kronor

PRESENTATION = (
    "unit",
    "cost_sign",
    "subtotals",
    "has_total_column",
    "total_column_label",
    "computed_rows",
    "previous_allocation",
    "previous_allocation_source",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Presented:
    """Only what changed, before and after; amounts in kr."""

    before: Mapping[str, Any]
    after: Mapping[str, Any]


def set_presentation(budget: Budget, **values: Any) -> Presented:
    """Set some of `PRESENTATION`; `previous_allocation` in kr.

    `computed_rows` is which computed rows are printed, with their own labels, empty for the
    house's. The budget that is given stands as it became. Raises Gone, and ValueError for what is
    no name or no computed row.
    """
    unknown = set(values) - set(PRESENTATION)
    if unknown:
        raise ValueError(f"no presentation: {', '.join(sorted(unknown))}")
    lock(budget)
    budget.refresh_from_db()
    if "computed_rows" in values:
        values["computed_rows"] = _rows(values["computed_rows"])
    before = {name: _plain(getattr(budget, name)) for name in values}
    changed = [name for name, value in values.items() if before[name] != _plain(value)]
    for name in changed:
        setattr(budget, name, values[name])
    if changed:
        budget.save(update_fields=changed)
    return Presented(
        before={name: before[name] for name in changed},
        after={name: _plain(getattr(budget, name)) for name in changed},
    )


def _rows(labels: Mapping[str, str]) -> dict[str, str]:
    """Which computed rows are printed, in the house's order."""
    rows = {ComputedRow(row): label for row, label in labels.items()}
    return {str(row): rows[row] for row in ComputedRow if row in rows}


def _plain(value: Any) -> Any:
    """An amount of money in kr, a choice as text; the rest as it is."""
    if hasattr(value, "amount"):
        return kronor(value)
    return str(value) if isinstance(value, str) else value
