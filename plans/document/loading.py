"""A plan's content read from the database, by a fixed number of queries."""

from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterable

from pydantic import TypeAdapter

from budgets.reading import sheet_of
from finsam.federations.reading import profile_of
from finsam.members.reading import members_of
from goals.reading import goal_map_of
from plans import models
from plans.document.content import (
    Block,
    Decision,
    DecisionKind,
    DecisionSubject,
    Picture,
    PlanContent,
    Section,
    Status,
)

BLOCK: TypeAdapter[Block] = TypeAdapter(Block)


def load_content(plan: models.Plan, *, with_picture_data: bool = False) -> PlanContent:
    """The plan as it stands in the database, in at most 16 queries with the plan's own.

    Pictures' bytes are read only for a file (`with_picture_data`).
    """
    return PlanContent(
        federation=profile_of(plan.federation),
        members=members_of(plan.federation),
        year=plan.year,
        title=plan.title,
        subtitle=plan.subtitle,
        status=Status(plan.status),
        numbering_depth=plan.numbering_depth,
        decisions=decisions_of(plan),
        sections=_sections(plan),
        goal_map=goal_map_of(plan.goal_map),
        budget=None if plan.budget is None else sheet_of(plan.budget),
        pictures=_pictures(plan, with_picture_data),
    )


def decisions_of(plan: models.Plan) -> tuple[Decision, ...]:
    """What has been decided about a plan. One query."""
    return tuple(_decision(row) for row in plan.decisions.all())


def _decision(row: models.Decision) -> Decision:
    return Decision(
        kind=DecisionKind(row.kind),
        decided_on=row.decided_on,
        minutes_paragraph=row.minutes_paragraph,
        registry_number=row.registry_number,
        note=row.note,
        subject=DecisionSubject(row.subject),
    )


def _sections(plan: models.Plan) -> tuple[Section, ...]:
    rows: dict[int | None, list[models.Section]] = defaultdict(list)
    for row in plan.sections.all():
        rows[row.parent_id].append(row)

    def below(parent: int | None) -> tuple[Section, ...]:
        return tuple(_section(row, below(row.pk)) for row in rows[parent])

    return below(None)


def section_tree(row: models.Section, below: Iterable[models.Section] = ()) -> Section:
    """A section with those in it, from their rows."""
    return _section(row, tuple(_section(child, ()) for child in below))


def _section(row: models.Section, sections: tuple[Section, ...]) -> Section:
    return Section(
        key=row.key,
        heading=row.heading,
        html=row.html,
        block=BLOCK.validate_python({"kind": row.kind, **row.options}),
        is_appendix=row.is_appendix,
        is_done=row.is_done,
        sections=sections,
    )


def _pictures(plan: models.Plan, with_data: bool) -> tuple[Picture, ...]:
    rows = plan.pictures.all() if with_data else plan.pictures.defer("data")
    return tuple(
        Picture(
            key=row.key,
            media_type=row.media_type,
            alt=row.alt,
            data=b64encode(bytes(row.data)).decode("ascii") if with_data else "",
        )
        for row in rows
    )
