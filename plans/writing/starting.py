"""A new plan: from the plan of another year, or from the template."""

from django.db import transaction

from finsam.federations.models import Federation
from finsam.federations.reading import profile_of
from finsam.members.reading import members_of
from plans.document.copying import moved_on
from plans.document.loading import load_content
from plans.document.skeleton import skeleton
from plans.models import Plan
from plans.writing.importing import create_plan
from plans.writing.years import claim_year


@transaction.atomic
def start_from(*, plan: Plan, year: int) -> Plan:
    """A draft for a year of the plan's own federation, with what the plan holds, moved there.

    Raises YearTaken and YearOutside (`plans.writing.years`), and leaves nothing behind.
    """
    claim_year(plan.federation, year)
    source = load_content(plan, with_picture_data=True)
    return create_plan(plan.federation, moved_on(source, year))


@transaction.atomic
def start_from_template(*, federation: Federation, year: int) -> Plan:
    """A draft for a year with the template's headings, questions and empty budget.

    Raises YearTaken and YearOutside (`plans.writing.years`), and leaves nothing behind.
    """
    claim_year(federation, year)
    source = skeleton(profile_of(federation), members_of(federation), year)
    return create_plan(federation, source)
