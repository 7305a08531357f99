from dataclasses import replace
from pathlib import Path

import pytest

from finsam.members.models import Member
from plans.document.copying import moved_on
from plans.document.fileformat import content_of, plan_bytes
from plans.document.loading import load_content
from plans.document.skeleton import skeleton
from plans.models import Plan, Section
from plans.writing.importing import import_plan
from plans.writing.starting import start_from, start_from_template
from plans.writing.years import YearOutside, YearTaken
from tests import factories

pytestmark = pytest.mark.django_db

EXAMPLES = Path(__file__).parents[3] / "plans" / "examples"


def stored(plan: Plan) -> bytes:
    return plan_bytes(load_content(Plan.objects.get(pk=plan.pk), with_picture_data=True))


@pytest.mark.parametrize("file", sorted(EXAMPLES.glob("*.json")), ids=lambda file: file.stem)
def test_an_example_is_started_from_and_left_as_it_was(file: Path) -> None:
    source = content_of(file.read_bytes())
    before = import_plan(source).plan
    after = start_from(plan=before, year=source.year + 1)
    assert stored(before) == file.read_bytes()
    assert stored(after) == plan_bytes(moved_on(source, source.year + 1))


def test_the_new_plan_has_rows_of_its_own_with_the_keys_of_the_old() -> None:
    before = factories.decided_plan()
    after = start_from(plan=before, year=2026)
    assert (after.goal_map_id, after.budget_id) != (before.goal_map_id, before.budget_id)
    assert after.status == Plan.Status.DRAFT
    keys = [set(plan.sections.values_list("key", flat=True)) for plan in (before, after)]
    assert keys[0] == keys[1]
    Section.objects.filter(plan=after).update(heading="Nytt")
    assert not before.sections.filter(heading="Nytt").exists()


def test_the_template_is_written_as_it_is() -> None:
    federation = factories.federation(default_unit="tkr")
    for name, kind in (("Försäkringskassan", "state_agency"), ("Bergs kommun", "municipality")):
        factories.member(federation, name, kind)
    plan = start_from_template(federation=federation, year=2026)
    content = load_content(plan)
    assert content == skeleton(content.federation, content.members, 2026)
    assert [str(line.member) for line in plan.budget.lines.exclude(member=None)] == [  # type: ignore[union-attr]
        "Försäkringskassan",
        "Bergs kommun",
    ]


def test_a_year_that_has_a_plan_is_refused_and_nothing_is_left_behind() -> None:
    plan = factories.draft_plan()
    factories.draft_plan(year=2026)
    before = stored(plan)
    with pytest.raises(YearTaken, match="Förbundet har redan en plan för 2026"):
        start_from(plan=plan, year=2026)
    with pytest.raises(YearTaken):
        start_from_template(federation=plan.federation, year=2026)
    assert Plan.objects.count() == 2
    assert stored(plan) == before


def test_a_year_whose_plan_is_filed_is_refused() -> None:
    plan = factories.draft_plan()
    factories.filed_plan(plan.federation, 2026)
    with pytest.raises(YearTaken, match="Planen för 2026 finns redan som PDF"):
        start_from(plan=plan, year=2026)


@pytest.mark.parametrize("year", [2003, 2101])
def test_a_year_outside_the_laws_time_is_refused(year: int) -> None:
    with pytest.raises(YearOutside, match="Skriv ett år från 2004 till 2100"):
        start_from(plan=factories.draft_plan(), year=year)
    assert Plan.objects.count() == 1


def test_another_federation_may_have_the_year() -> None:
    factories.draft_plan("slattbygden", 2026)
    assert start_from(plan=factories.draft_plan(), year=2026).federation.slug == "fjallbygden"


def test_a_member_who_has_left_before_the_year_has_no_line_in_the_template() -> None:
    federation = factories.federation()
    factories.member(federation, "Bergs kommun")
    Member.objects.update(left_on="2024-12-31")
    plan = start_from_template(federation=federation, year=2026)
    content = load_content(plan)
    assert content.budget
    assert not any(line.member for _, line in content.budget.walk())
    stayed = replace(content.members[0], left_on=None)
    assert stayed.name == "Bergs kommun"
