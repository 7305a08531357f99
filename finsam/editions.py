"""Saving what several people may write at once: nobody overwrites what they have not seen.

Each thing that is edited has an *edition*, a number that every save counts up. A save says which
edition it was written on; the comparison and the save are one UPDATE.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What stands now, as which edition, and what stood before."""

    edition: int
    before: Values
    after: Values

    @property
    def is_changed(self) -> bool:
        return self.before != self.after


class Stale(Exception):
    """Somebody else has saved since: what stands now, and its edition."""

    def __init__(self, edition: int, current: Values) -> None:
        super().__init__(f"edition {edition} stands")
        self.edition = edition
        self.current = current


class Gone(Exception):
    """What should be saved has been removed."""


def save(
    rows: "QuerySet[Any]", values: Values, *, edition: int, counted_in: str = "edition"
) -> Saved:
    """Save the values in the one row of `rows` if it still is that edition. Two queries.

    The same values again are no change, whatever the edition: a request that is repeated after
    its answer was lost does no harm. Raises Stale, and Gone where there is no row.
    """
    number, current = standing(rows, values, counted_in)
    if current == dict(values):
        return Saved(edition=number, before=current, after=current)
    if number != edition or not _update(rows, values, edition, counted_in):
        raise Stale(*standing(rows, values, counted_in))
    return Saved(edition=edition + 1, before=current, after=dict(values))


def standing(
    rows: "QuerySet[Any]", names: Mapping[str, Any] | tuple[str, ...], counted_in: str = "edition"
) -> tuple[int, dict[str, Any]]:
    """The edition that stands, and its values of these names. Raises Gone."""
    row = rows.values(counted_in, *names).first()
    if row is None:
        raise Gone
    return row[counted_in], {name: row[name] for name in names}


def _update(rows: "QuerySet[Any]", values: Values, edition: int, counted_in: str) -> int:
    """How many rows were that edition, and now are the next: one or none."""
    same = rows.filter(**{counted_in: edition}).order_by()
    return same.update(**values, **{counted_in: F(counted_in) + 1})
