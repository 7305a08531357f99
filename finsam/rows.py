"""Rows brought into line with what a document says: each found by its key, never by its number."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar
from uuid import UUID

from django.db import models

Row = TypeVar("Row", bound=models.Model)
Values = Mapping[str, Any]
BATCH = 1000


def upsert(model: type[Row], unique: Sequence[str], values: Iterable[Values]) -> list[Row]:
    """Create or update rows by the columns that are unique together; returns them with their pk.

    Only the named values are updated: what a document does not carry stays.
    """
    wanted = list(values)
    if not wanted:
        return []
    rows = [model(**row) for row in wanted]
    return model._base_manager.bulk_create(
        rows,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=unique,
        update_fields=_updated(model, set(wanted[0]) - set(unique)),
    )


def upsert_tree(
    model: type[Row],
    unique: Sequence[str],
    roots: Iterable[Any],
    children: str,
    values: Callable[[Any, Row | None], Values],
) -> dict[UUID, Row]:
    """Upsert things that nest, level by level, so that a parent is there before its children.

    `children` names what is below a thing, `values` gives its row's values from it and the row of
    its parent. Returns the rows by the things' keys.
    """
    rows: dict[UUID, Row] = {}
    level: list[tuple[Row | None, Any]] = [(None, root) for root in roots]
    while level:
        made = upsert(model, unique, (values(thing, parent) for parent, thing in level))
        above = list(zip(made, (thing for _, thing in level), strict=True))
        rows |= {thing.key: row for row, thing in above}
        level = [(row, below) for row, thing in above for below in getattr(thing, children)]
    return rows


def delete_others(rows: "models.QuerySet[Any]", keys: Iterable[UUID]) -> None:
    """Delete the rows whose key is none of these."""
    rows.exclude(key__in=list(keys)).delete()


def _updated(model: type[models.Model], names: set[str]) -> list[str]:
    """The columns of these values; an amount of money has its currency beside it."""
    columns = {field.name for field in model._meta.concrete_fields}
    return sorted((names | {f"{name}_currency" for name in names}) & columns)
