"""Last year's text as a beginning: found, and made fit for another plan."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Q

from budgets.arithmetic import figures
from budgets.reading import sheet_of
from plans.document.figures import FigureTexts
from plans.document.html.sanitise import sanitise
from plans.document.html.tree import parsed, written
from plans.models import Picture, Plan, Section


def earlier_sections(plan: Plan, sections: Iterable[Any]) -> Mapping[UUID, Section]:
    """What the plan before this one wrote in each of these sections, where it wrote something.

    By the section's key, otherwise by its heading. One query. A section has `key` and `heading`.
    """
    wanted = list(sections)
    before = Plan.objects.filter(federation=plan.federation_id, year__lt=plan.year)
    same = Q(key__in=[one.key for one in wanted]) | Q(heading__in=[one.heading for one in wanted])
    found = list(
        Section.objects.filter(same, plan__in=before.order_by("-year").values("pk")[:1])
        .exclude(html="")
        .select_related("plan__budget__share_key")
        .order_by("position", "pk")
    )
    by_heading = {one.heading: one for one in reversed(found)}
    by_key = {one.key: one for one in found}
    both = {one.key: by_key.get(one.key) or by_heading.get(one.heading) for one in wanted}
    return {key: one for key, one in both.items() if one is not None}


def carried_text(earlier: Section, plan: Plan) -> str:
    """A text of an earlier plan for this one: its pictures come along, its figures as words.

    A figure stays a figure only where this plan's budget has that very row and column.
    """
    if "data-picture" in earlier.html:
        _bring_pictures(earlier, plan)
    return _worded(earlier, plan) if "data-figure" in earlier.html else earlier.html


def _bring_pictures(earlier: Section, plan: Plan) -> None:
    pictures = parsed(earlier.html).iterfind(".//img[@data-picture]")
    keys = [UUID(img.get("data-picture")) for img in pictures]
    here = set(plan.pictures.filter(key__in=keys).values_list("key", flat=True))
    Picture.objects.bulk_create(
        Picture(plan=plan, key=one.key, media_type=one.media_type, alt=one.alt, data=one.data)
        for one in earlier.plan.pictures.filter(key__in=keys)
        if one.key not in here
    )


def _worded(earlier: Section, plan: Plan) -> str:
    here, there = _figures(plan), _figures(earlier.plan)
    root = parsed(earlier.html)
    for span in root.iterfind(".//span[@data-figure]"):
        name = span.get("data-figure", "")
        if here(name) is None:
            span.text = there(name) or ""
            del span.attrib["data-figure"]
    return sanitise(written(root))


def _figures(plan: Plan) -> FigureTexts:
    sheet = None if plan.budget is None else sheet_of(plan.budget)
    return FigureTexts(sheet, None if sheet is None else figures(sheet))
