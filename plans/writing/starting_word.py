"""A new plan from what was read in a Word file and approved."""

from collections.abc import Sequence

from django.db import transaction

from finsam.federations.models import Federation
from finsam.federations.reading import profile_of
from finsam.members.reading import members_of
from plans.document.content import Picture, PlanContent, Section
from plans.document.fileformat import content_of, plan_bytes
from plans.models import Plan
from plans.writing.importing import create_plan
from plans.writing.years import claim_year


@transaction.atomic
def start_from_word(
    *,
    federation: Federation,
    year: int,
    title: str,
    sections: Sequence[Section],
    pictures: Sequence[Picture] = (),
) -> Plan:
    """A draft with these sections, an empty goal map and no budget, its sections numbered.

    Pictures that no section shows are left out. Raises YearTaken and YearOutside, and FileFaults
    where what was given breaks a rule of plan files; nothing is stored then.
    """
    claim_year(federation, year)
    profile = profile_of(federation)
    content = PlanContent(
        federation=profile,
        members=members_of(federation),
        year=year,
        title=title,
        numbering_depth=max(1, profile.defaults.numbering_depth),
        sections=tuple(sections),
        pictures=_shown(pictures, sections),
    )
    return create_plan(federation, content_of(plan_bytes(content)))


def _shown(pictures: Sequence[Picture], sections: Sequence[Section]) -> tuple[Picture, ...]:
    texts = [below.html for section in sections for below in section.walk()]
    return tuple(one for one in pictures if any(str(one.key) in html for html in texts))
