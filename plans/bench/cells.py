"""A cell of a large budget saved and everything recomputed, through the whole of the product."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median
from uuid import UUID, uuid5

from django.db import connection
from django.test.utils import CaptureQueriesContext

from budgets.sheet import Column, ColumnKind, Line, Sheet
from plans.bench.clock import timed
from plans.bench.subjects import Subject, borrowed
from plans.document.content import PlanContent

FIRST_YEAR = 2024
GROUP = 10
"""How many lines stand in a group."""

ROOT = UUID("1b0b5d1c-4f0f-4a43-b4de-2ad6ab9c2d67")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """A budget of so many lines and columns: ms and queries of one cell's save, KB of its answer.

    `page_ms` is the whole sheet's page.
    """

    lines: int
    columns: int
    ms: float
    queries: int
    size: int
    page_ms: float


def filled(content: PlanContent, lines: Sequence[int], columns: int, count: int) -> list[Filling]:
    """Save a cell `count` times in budgets of so many lines."""
    return [_measured(content, number, columns, count) for number in lines]


def budget(lines: int, columns: int) -> Sheet:
    """A budget with every cell filled in, its costs in groups of ten lines. Pure."""
    heads = tuple(
        Column(year=FIRST_YEAR + number, kind=ColumnKind.PLAN, opening=None if number else 0)
        for number in range(columns)
    )
    amounts = {column.name: 1000 * number for number, column in enumerate(heads, 1)}
    rows = [
        Line(key=uuid5(ROOT, f"line {number}"), label=f"Rad {number}", amounts=amounts)
        for number in range(lines)
    ]
    groups = tuple(
        Line(
            key=uuid5(ROOT, f"group {at}"), label=f"Grupp {at}", lines=tuple(rows[at : at + GROUP])
        )
        for at in range(0, lines, GROUP)
    )
    return Sheet(columns=heads, costs=groups)


def _measured(content: PlanContent, lines: int, columns: int, count: int) -> Filling:
    sheet = budget(lines, columns)
    # The plan's own budget gives way to the large one, and its sections to nothing that is in it.
    large = replace(content, budget=sheet, sections=(), members=content.members)
    with borrowed(large) as subject:
        first = sheet.costs[0].lines[0].key
        save = _Saves(subject, f"{first}/{sheet.columns[0].name}/spara/")
        save()
        ms = median(timed(save)[0] for _ in range(count))
        with CaptureQueriesContext(connection) as captured:
            size = len(save())
        queries = len(captured)
        address = f"{subject.plan.get_absolute_url()}budget/"
        page_ms = median(timed(lambda: subject.client.get(address))[0] for _ in range(3))
    return Filling(lines=lines, columns=columns, ms=ms, queries=queries, size=size, page_ms=page_ms)


class _Saves:
    """Saves another amount in the same cell each time."""

    def __init__(self, subject: Subject, cell: str) -> None:
        self.client = subject.client
        self.address = f"{subject.plan.get_absolute_url()}budget/{cell}"
        self.edition = 1

    def __call__(self) -> bytes:
        values = {"value": str(self.edition), "edition": self.edition}
        response = self.client.post(self.address, values)
        if response.status_code != 200:
            raise RuntimeError(f"{self.address} answers {response.status_code}")
        self.edition += 1
        return response.content
