"""What stands under a section's text in two plans, in words."""

from collections.abc import Iterator, Mapping, Sequence

from goals.content import GoalLayout
from plans.document.blocks.interventions import LEVELS
from plans.document.comparing.words import Field
from plans.document.content import Block, BudgetBlock, GoalsBlock, InterventionsBlock

KINDS = {
    "text": "bara text",
    "goals": "målen",
    "budget": "budgeten",
    "interventions": "insatserna",
    "contributions": "medlemmarnas bidrag",
    "organisation": "medlemmar och platser i styrelsen",
}
LAYOUTS = {
    GoalLayout.TABLE: "tabell",
    GoalLayout.SCORECARD: "styrkort",
    GoalLayout.PER_GOAL: "en tabell för varje mål",
    GoalLayout.LIST: "lista",
}


def option_fields(
    before: Block,
    after: Block,
    names: Mapping[object, str],
    columns: Mapping[str, str],
) -> Iterator[Field]:
    """What the section shows and how, as fields before and after.

    `names` calls perspectives, budget lines and columns by their names; `columns` gives the later
    name of each earlier column.
    """
    yield Field("visar", KINDS[before.kind], KINDS[after.kind])
    match before, after:
        case GoalsBlock(), GoalsBlock():
            yield Field("form", LAYOUTS[before.layout], LAYOUTS[after.layout])
            yield _of("perspektiv", before.perspective, after.perspective, names)
            yield Field("ord", _labels(before), _labels(after))
        case BudgetBlock(), BudgetBlock():
            yield from _budget(before, after, names, columns)
        case InterventionsBlock(), InterventionsBlock():
            levels = (LEVELS[each.level] if each.level else "alla" for each in (before, after))
            yield Field("insatser", *levels)


def _budget(
    before: BudgetBlock, after: BudgetBlock, names: Mapping[object, str], columns: Mapping[str, str]
) -> Iterator[Field]:
    yield Field("nivåer av rader", *(str(each.depth or "alla") for each in (before, after)))
    yield _of("del av budgeten", before.branch, after.branch, names)
    was = sorted(columns.get(name, name) for name in before.columns)
    yield Field("kolumner", _columns(was, names), _columns(sorted(after.columns), names))
    yield Field("diagram", *("ja" if each.has_chart else "nej" for each in (before, after)))


def _columns(columns: Sequence[str], names: Mapping[object, str]) -> str:
    return ", ".join(names.get(column, column) for column in columns) or "alla"


def _of(label: str, before: object, after: object, names: Mapping[object, str]) -> Field:
    was, now = (names.get(key, "hela") if key else "hela" for key in (before, after))
    return Field(label, was, now)


def _labels(block: GoalsBlock) -> str:
    labels = block.labels
    words = (labels.goal, labels.child_goals, labels.activities, labels.indicators)
    return ", ".join(filter(None, (*words, labels.responsible)))
