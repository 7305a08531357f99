"""One plan a year: a year that is free is claimed by whoever starts or files a plan for it."""

from finsam.federations.models import Federation
from plans.document.fileformat.rules.limits import YEARS
from plans.models import FiledPlan, Plan


class YearTaken(Exception):
    """The federation has a plan for the year already; the reason in Swedish."""


class YearOutside(Exception):
    """There is no plan for such a year; the reason in Swedish."""


def claim_year(federation: Federation, year: int) -> None:
    """Make sure, to the end of the transaction, that the federation has no plan for the year.

    Two who want the same year wait for each other at the federation's row. Raises YearTaken and
    YearOutside.
    """
    Federation.objects.select_for_update().only("pk").get(pk=federation.pk)
    check_year(federation, year)


def check_year(federation: Federation, year: int) -> None:
    """Make sure that the federation has no plan for the year right now. Two queries.

    Raises YearTaken and YearOutside.
    """
    first, last = YEARS
    if not first <= year <= last:
        raise YearOutside(f"Skriv ett år från {first} till {last}.")
    if Plan.objects.filter(federation=federation, year=year).exists():
        raise YearTaken(f"Förbundet har redan en plan för {year}. Välj ett annat år.")
    if FiledPlan.objects.filter(federation=federation, year=year).exists():
        raise YearTaken(
            f"Planen för {year} finns redan som PDF bland tidigare planer. "
            "Välj ett annat år, eller ta bort den först."
        )
