from datetime import date
from hashlib import sha256

import pytest
from django.db import IntegrityError, transaction

from finsam.federations.models import Federation
from plans.models import FiledPlan
from plans.writing.filing import PdfFile, file_plan, remove_filed
from plans.writing.years import YearOutside, YearTaken
from tests import factories

pytestmark = pytest.mark.django_db


def filed(year: int = 2019) -> FiledPlan:
    federation = Federation.objects.first() or factories.federation()
    return file_plan(
        federation=federation,
        year=year,
        title="Verksamhetsplan",
        file=PdfFile(name="plan.pdf", data=b"%PDF-1.7"),
        decided_on=date(2018, 11, 28),
        minutes_paragraph="42",
    )


def test_the_file_is_kept_to_the_byte_with_its_checksum() -> None:
    kept = FiledPlan.objects.get(pk=filed().pk)
    assert bytes(kept.pdf) == b"%PDF-1.7"
    assert (kept.sha256, kept.file_name) == (sha256(b"%PDF-1.7").hexdigest(), "plan.pdf")


def test_a_year_is_filed_once() -> None:
    filed()
    with pytest.raises(YearTaken, match="finns redan som PDF"):
        filed()
    assert FiledPlan.objects.count() == 1


def test_a_year_with_a_plan_of_ours_is_not_filed() -> None:
    factories.draft_plan(year=2019)
    with pytest.raises(YearTaken, match="Förbundet har redan en plan för 2019"):
        filed()


def test_a_year_outside_the_laws_time_is_not_filed() -> None:
    with pytest.raises(YearOutside):
        filed(1999)


def test_one_that_is_removed_is_gone() -> None:
    remove_filed(filed=filed())
    assert not FiledPlan.objects.exists()


def test_the_database_keeps_one_a_year_with_title_and_checksum() -> None:
    federation = factories.federation()
    factories.filed_plan(federation)
    for fields in ({"year": 2019}, {"year": 1999}, {"year": 2020, "title": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            factories.filed_plan(federation, **fields)
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.filed_plan(federation, 2021, sha256="")
