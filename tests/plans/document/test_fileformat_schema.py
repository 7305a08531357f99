from dataclasses import fields
from pathlib import Path

import pytest
from django.conf import settings
from django.db import models

from budgets.models import Budget, BudgetColumn, BudgetLine, PrintedFigure
from budgets.models import ShareKey as ShareKeyRow
from budgets.sheet import Column, Line, Printed, ShareKey, Sheet
from finsam.federations.models import Federation
from finsam.federations.profile import FederationProfile, Rules
from finsam.members import models as people
from finsam.members.profile import MemberProfile, Seat
from goals import content as goals
from goals import models as goal_rows
from plans import models as plan_rows
from plans.document import content
from plans.document.fileformat.rules.limits import LENGTHS, LONGEST_RESPONSIBLE
from plans.document.fileformat.schema import schema_text

ROWS: dict[type, type[models.Model]] = {
    FederationProfile: Federation,
    Rules: Federation,
    MemberProfile: people.Member,
    Seat: people.BoardSeat,
    content.PlanContent: plan_rows.Plan,
    content.Decision: plan_rows.Decision,
    content.Section: plan_rows.Section,
    content.Picture: plan_rows.Picture,
    goals.Perspective: goal_rows.Perspective,
    goals.Goal: goal_rows.Goal,
    goals.Indicator: goal_rows.Indicator,
    goals.Intervention: goal_rows.Intervention,
    Sheet: Budget,
    Column: BudgetColumn,
    Line: BudgetLine,
    Printed: PrintedFigure,
    ShareKey: ShareKeyRow,
}


def test_the_published_schema_is_the_one_that_files_are_held_against() -> None:
    published = Path(settings.BASE_DIR) / "docs" / "plan.schema.json"
    assert published.read_text() == schema_text()


@pytest.mark.parametrize("kind", LENGTHS, ids=lambda kind: kind.__name__)
def test_texts_may_be_as_long_as_their_columns(kind: type) -> None:
    columns = {column.name: column.max_length for column in ROWS[kind]._meta.concrete_fields}
    assert {name: columns[name] for name in LENGTHS[kind]} == LENGTHS[kind]


@pytest.mark.parametrize("kind", ROWS, ids=lambda kind: kind.__name__)
def test_every_column_with_a_length_has_its_limit(kind: type) -> None:
    """But for those of fixed words, colours and days, which have rules of their own."""
    names = {part.name for part in fields(kind)}
    texts = {
        field.name
        for field in ROWS[kind]._meta.concrete_fields
        if isinstance(field, models.CharField) and not field.choices and field.name in names
    }
    ruled = {"accent", "equity_base", "decision_day", "media_type", "opens_from", "row", "column"}
    assert texts - ruled == set(LENGTHS[kind])


def test_a_responsible_has_the_length_of_its_column() -> None:
    column = goal_rows.Goal._meta.get_field("responsible")
    assert column.base_field.max_length == LONGEST_RESPONSIBLE
