"""Pictures of the text: what a text shows is its own plan's."""

import re
from uuid import UUID

from plans.models import Picture, Plan

PICTURE = re.compile(r'<img data-picture="([^"]*)"[^>]*>')


def with_own_pictures(plan: Plan, html: str) -> str:
    """The text with no other pictures than the plan's own.

    Text that is copied from another plan of the federation brings its pictures with it; what is
    no picture of the federation's goes. No query for a text without pictures.
    """
    wanted = {UUID(key) for key in PICTURE.findall(html)}
    if not wanted:
        return html
    known = set(plan.pictures.filter(key__in=wanted).values_list("key", flat=True))
    if wanted - known:
        known |= _brought(plan, wanted - known)
    return PICTURE.sub(lambda found: found[0] if UUID(found[1]) in known else "", html)


def _brought(plan: Plan, keys: set[UUID]) -> set[UUID]:
    """Copies of the federation's other plans' pictures, one of each key."""
    others = Picture.objects.filter(plan__federation=plan.federation_id, key__in=keys)
    copies = {
        found.key: Picture(
            plan=plan, key=found.key, media_type=found.media_type, alt=found.alt, data=found.data
        )
        for found in others
    }
    Picture.objects.bulk_create(copies.values(), ignore_conflicts=True)
    return set(copies)
