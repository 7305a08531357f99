"""Every text that somebody has written into a plan, with its place and that place in words."""

from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass

from budgets.labels import line_label
from budgets.sheet import Sheet
from goals.content import GoalMap
from plans.document.content import GoalsBlock, PlanContent
from plans.document.html.tree import parsed, text_of
from plans.document.outline import Heading, headings, section_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The words of one unit, and where in the plan they stand: "i avsnitt 4 Vision"."""

    place: str
    where: str
    words: tuple[str, ...]


def texts(content: PlanContent) -> Iterator[Text]:
    """The plan's texts: the cover's, the sections', the goals', the insatser's, the budget's."""
    yield from _cover(content)
    yield from (_section(heading) for heading in headings(content))
    yield from _members(content)
    yield from _goals(content.goal_map)
    yield from _interventions(content.goal_map)
    if content.budget is not None:
        yield from _budget(content.budget)


def _cover(content: PlanContent) -> Iterator[Text]:
    decisions = [(d.minutes_paragraph, d.registry_number, d.note) for d in content.decisions]
    yield Text(
        place="cover",
        where="på omslaget",
        words=(
            content.title,
            content.subtitle,
            content.federation.name,
            content.federation.short_name,
            *(word for words in decisions for word in words),
        ),
    )


def _section(heading: Heading) -> Text:
    section = heading.section
    block = section.block
    labels: Sequence[str] = astuple(block.labels) if isinstance(block, GoalsBlock) else ()
    return Text(
        place=f"text/{section.key}",
        where=f"i {section_name(heading)}",
        words=(section.heading, _plain(section.html), *labels),
    )


def _members(content: PlanContent) -> Iterator[Text]:
    for member in content.members:
        holders = (seat.holder for seat in member.seats)
        yield Text(
            place=f"members/{member.key}",
            where=f"hos medlemmen {member.name}",
            words=(member.name, member.short_name, *holders),
        )


def _goals(goal_map: GoalMap) -> Iterator[Text]:
    yield Text(
        place="goals",
        where="i målkartans vision eller strategi",
        words=(goal_map.vision, goal_map.strategy),
    )
    for perspective in goal_map.perspectives:
        yield Text(
            place=f"goals/{perspective.key}",
            where=f"i perspektivet {perspective.name}",
            words=(perspective.name,),
        )
    for goal in goal_map.walk():
        measures = [(i.sentence, i.unit, i.method, i.frequency) for i in goal.indicators]
        yield Text(
            place=f"goals/{goal.key}",
            where=f"i målet {goal.heading or goal.text}",
            words=(
                goal.heading,
                goal.text,
                *goal.responsible,
                *(activity.text for activity in goal.activities),
                *(word for words in measures for word in words),
            ),
        )


def _interventions(goal_map: GoalMap) -> Iterator[Text]:
    for found in goal_map.interventions:
        yield Text(
            place=f"interventions/{found.key}",
            where=f"i insatsen {found.name}",
            words=(found.name, found.owner, _plain(found.html), found.volume_unit),
        )


def _budget(sheet: Sheet) -> Iterator[Text]:
    key = sheet.share_key
    sources = [column.opening_source for column in sheet.columns]
    printed = [word for p in sheet.printed for word in (p.source, p.resolution)]
    yield Text(
        place="budget",
        where="i budgetens rubriker och anmärkningar",
        words=(
            sheet.title,
            sheet.total_column_label,
            sheet.previous_allocation_source,
            *sheet.computed_rows.values(),
            *sources,
            *printed,
            *((key.basis, key.source) if key else ()),
        ),
    )
    for _, line in sheet.walk():
        yield Text(
            place=f"budget/{line.key}",
            where=f"i budgetraden {line_label(line)}",
            words=(line.label, line.activity_code, line.total_label, line.comment),
        )


def _plain(html: str) -> str:
    return text_of(parsed(html)) if html else ""
