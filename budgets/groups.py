"""The rows of a printed budget that belong together, which a page does not willingly part."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from budgets.layout import RowKind
from budgets.rows import Row

HEADS = (RowKind.HEADING, RowKind.GROUP)
"""What opens a group, and is kept with what follows."""

CLOSINGS = (RowKind.SUM, RowKind.COMPUTED)
"""What closes a group: the sums below it."""


def groups(rows: Sequence[Row]) -> Iterator[tuple[Row, ...]]:
    """The same rows in order: a head with the lines below it and the sums that close them.

    Lines that no group holds are one too, as far as they stand side by side.
    """
    starts = [0, *(index for index, pair in enumerate(pairwise(rows), 1) if _parts(*pair))]
    for start, end in pairwise([*starts, len(rows)]):
        if start < end:
            yield tuple(rows[start:end])


def _parts(before: Row, row: Row) -> bool:
    if before.kind in HEADS or row.kind in CLOSINGS:
        return False
    return row.kind in HEADS or before.kind in CLOSINGS or row.level < before.level
