"""Plans to compare: the examples, edited in one place."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from budgets.sheet import Line, Sheet
from plans.document.comparing.change import Change
from plans.document.comparing.whole import Comparison, compare
from plans.document.content import PlanContent, Section
from plans.document.document import document_of
from plans.document.fileformat import content_of

EXAMPLES = Path(__file__).parents[4] / "plans" / "examples"
NAMES = sorted(file.stem for file in EXAMPLES.glob("*.json"))


def example(name: str) -> PlanContent:
    return content_of((EXAMPLES / f"{name}.json").read_bytes())


def compared(before: PlanContent, after: PlanContent) -> Comparison:
    return compare(document_of(before), document_of(after))


def told(changes: tuple[Change, ...], *, following: bool = False) -> list[str]:
    """The sentences, with plain spaces; those of what follows only where it is asked for."""
    shown = (change for change in changes if change.follows is following)
    return [change.sentence.replace("\u00a0", " ") for change in shown]


def section(content: PlanContent, heading: str) -> Section:
    found = (each for root in content.sections for each in root.walk())
    return next(each for each in found if each.heading == heading)


def with_section(content: PlanContent, heading: str, **changes: Any) -> PlanContent:
    """The plan with the section of that heading changed."""

    def edited(one: Section) -> Section:
        own = replace(one, sections=tuple(map(edited, one.sections)))
        return replace(own, **changes) if one.heading == heading else own

    return replace(content, sections=tuple(map(edited, content.sections)))


def with_sheet(content: PlanContent, edit: Callable[[Sheet], Sheet]) -> PlanContent:
    assert content.budget
    return replace(content, budget=edit(content.budget))


def with_line(content: PlanContent, label: str, edit: Callable[[Line], Line | None]) -> PlanContent:
    """The plan with each budget line of that label edited, or taken out where the edit is None."""

    def edited(lines: tuple[Line, ...]) -> Iterator[Line]:
        for line in lines:
            kept = edit(line) if line.label == label else line
            if kept:
                yield replace(kept, lines=tuple(edited(kept.lines)))

    def whole(sheet: Sheet) -> Sheet:
        return replace(
            sheet,
            income=tuple(edited(sheet.income)),
            costs=tuple(edited(sheet.costs)),
            financial=tuple(edited(sheet.financial)),
        )

    return with_sheet(content, whole)


def with_amount(content: PlanContent, label: str, column: str, kr: int | None) -> PlanContent:
    """The plan with one typed amount another, or empty."""

    def edit(line: Line) -> Line:
        others = {name: each for name, each in line.amounts.items() if name != column}
        return replace(line, amounts=others if kr is None else {**others, column: kr})

    return with_line(content, label, edit)


def decided(content: PlanContent) -> PlanContent:
    """Södra Lappland's plan as it was decided: without the ESF-medel of 2025."""
    earlier = with_amount(content, "ESF-medel", "plan-2025", 0)
    return replace(earlier, decisions=content.decisions[:1])
