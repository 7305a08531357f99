"""Earlier plans as PDF: put in among the federation's plans, and taken out again."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.db import transaction

from finsam.federations.models import Federation
from plans.models import FiledPlan
from plans.writing.years import claim_year


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfFile:
    """A file that has been found to be a PDF."""

    name: str
    data: bytes


@transaction.atomic
def file_plan(
    *,
    federation: Federation,
    year: int,
    title: str,
    file: PdfFile,
    decided_on: date,
    minutes_paragraph: str = "",
    registry_number: str = "",
) -> FiledPlan:
    """Keep an earlier plan as the PDF that it is.

    Raises YearTaken and YearOutside (`plans.writing.years`), and leaves nothing behind.
    """
    claim_year(federation, year)
    return FiledPlan.objects.create(
        federation=federation,
        year=year,
        title=title,
        decided_on=decided_on,
        minutes_paragraph=minutes_paragraph,
        registry_number=registry_number,
        pdf=file.data,
        sha256=sha256(file.data).hexdigest(),
        file_name=file.name,
    )


def remove_filed(*, filed: FiledPlan) -> None:
    """Take an earlier plan's PDF away."""
    filed.delete()
