"""Two whole plans compared."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from budgets.labels import column_label, line_label
from budgets.sheet import Sheet
from plans.document.comparing import parts
from plans.document.comparing.budget import BudgetComparison, compared_budgets
from plans.document.comparing.change import Change, Subject
from plans.document.comparing.facts import Fact, facts
from plans.document.comparing.goals import GoalsComparison, compared_goals
from plans.document.comparing.insatser import InterventionsComparison, compared_interventions
from plans.document.comparing.sections import (
    MergedSection,
    SectionsComparison,
    compared_sections,
)
from plans.document.comparing.texts import Texts
from plans.document.comparing.words import Field, capital, field_changes, text_change
from plans.document.content import PlanContent
from plans.document.document import Document
from plans.document.figures import FigureTexts

BLOCKS = ("goals", "interventions", "budget")
"""The blocks whose data is compared, as a plan mostly has them in order."""

WITHOUT = {"goals": "Mål", "interventions": "Insatser", "budget": "Budget"}
"""What they are called where no section shows them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two plans and what differs. `changes` are all of them in reading order; `facts` are no
    changes of what the plan says: the versions, the members."""

    before: Document
    after: Document
    cover: tuple[Change, ...]
    sections: SectionsComparison
    goals: GoalsComparison
    interventions: InterventionsComparison
    budget: BudgetComparison | None
    texts: Texts
    changes: tuple[Change, ...]
    facts: tuple[Fact, ...]


def compare(before: Document, after: Document) -> Comparison:
    """Compare two plans: versions of one, or those of two years. Linear in their length.

    Everything is matched by its key, columns by year and kind (`matched_columns`).
    """
    old, new = before.content, after.content
    texts = Texts(FigureTexts(old.budget, before.figures), FigureTexts(new.budget, after.figures))
    names = _names(old) | _names(new)
    budget = compared_budgets(old.budget, new.budget, names)
    columns: Mapping[str, str] = {} if budget is None else budget.budgets.columns.followed
    sections = compared_sections(before, after, texts, names, columns)
    goals = compared_goals(old.goal_map, new.goal_map)
    interventions = compared_interventions(old.goal_map, new.goal_map, texts)
    of_blocks = {
        "goals": goals.changes,
        "interventions": interventions.changes,
        "budget": () if budget is None else budget.changes,
    }
    cover = tuple(_cover(old, new))
    return Comparison(
        before=before,
        after=after,
        cover=cover,
        sections=sections,
        goals=goals,
        interventions=interventions,
        budget=budget,
        texts=texts,
        changes=(*cover, *_in_order(sections, of_blocks)),
        facts=facts(before, after),
    )


def block_places(sections: SectionsComparison) -> dict[str, MergedSection]:
    """The first section that shows each kind of block: in the later plan, or else the earlier."""
    found: dict[str, MergedSection] = {}
    for in_later in (True, False):
        for section in sections.walk():
            if (section.after is not None) is in_later:
                found.setdefault(section.shown.stored.block.kind, section)
    return found


def _in_order(
    sections: SectionsComparison, of_blocks: Mapping[str, tuple[Change, ...]]
) -> Iterator[Change]:
    """The changes of each section, with those of the blocks that are seen there first."""
    places = block_places(sections)
    for section in sections.walk():
        own = list(sections.changes[section.key])
        for kind in BLOCKS:
            if places.get(kind) is section:
                own.extend(of_blocks[kind])
        place, name = section.shown.read.anchor, capital(section.shown.name)
        yield from (replace(change, place=place, section=name) for change in own)
    for kind in BLOCKS:
        if kind not in places:
            yield from (replace(change, section=WITHOUT[kind]) for change in of_blocks[kind])


def _cover(before: PlanContent, after: PlanContent) -> Iterator[Change]:
    for change in (
        *text_change(Subject.COVER, "", "Titeln är ändrad", before.title, after.title),
        *text_change(Subject.COVER, "", "Underrubriken är ändrad", before.subtitle, after.subtitle),
        *field_changes(Subject.PLAN, "", "Planen", _numbering(before, after)),
    ):
        yield replace(change, section="Titeln")


def _numbering(before: PlanContent, after: PlanContent) -> Field:
    levels = {0: "inga", 1: "huvudavsnitten", 2: "båda nivåerna"}
    words = (levels.get(each.numbering_depth, "") for each in (before, after))
    return Field("numrerade avsnitt", *words)


def _names(content: PlanContent) -> dict[object, str]:
    """What everything is called that something else refers to."""
    members: dict[object, str] = {each.key: each.name for each in content.members}
    insatser = {each.key: each.name for each in content.goal_map.interventions}
    return members | insatser | parts.home_names(content.goal_map) | _sheet_names(content.budget)


def _sheet_names(sheet: Sheet | None) -> dict[object, str]:
    if sheet is None:
        return {}
    lines: dict[object, str] = {line.key: line_label(line) for _, line in sheet.walk()}
    return lines | {column.name: column_label(column) for column in sheet.columns}
