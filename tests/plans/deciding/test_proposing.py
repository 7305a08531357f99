"""What is proposed to the board, and as the minutes have it."""

import pytest

from plans.deciding.proposing import (
    for_minutes,
    proposals_of,
    usual_matter,
    usual_proposal,
    without_att,
)
from plans.models import Plan
from tests import factories


def test_the_minutes_have_one_att_on_each_line() -> None:
    said = for_minutes(["fastställa planen,", "ge kansliet rätt att rätta skrivfel."])
    assert said == (
        "Styrelsen beslutar\natt fastställa planen,\natt ge kansliet rätt att rätta skrivfel."
    )


@pytest.mark.parametrize("typed", ["fastställa", " att fastställa ", "att  fastställa"])
def test_an_att_is_stored_without_its_att(typed: str) -> None:
    assert without_att(typed) == "fastställa"


@pytest.mark.parametrize("typed", ["", "att", " att "])
def test_an_att_alone_is_nothing(typed: str) -> None:
    assert without_att(typed) == ""


@pytest.mark.django_db
def test_a_first_plan_is_settled_and_a_decided_one_revised() -> None:
    plan = factories.draft_plan()
    assert usual_proposal(plan) == f"fastställa {plan.title} med budget"
    assert usual_matter(plan) == "Verksamhetsplan och budget 2025"
    factories.decide(plan)
    assert usual_proposal(plan) == f"revidera {plan.title} med budget"
    assert usual_matter(plan) == "Revidering av verksamhetsplan och budget 2025"


@pytest.mark.django_db
def test_without_a_budget_none_is_named() -> None:
    plan = factories.draft_plan()
    Plan.objects.update(budget=None)
    plan.refresh_from_db()
    assert usual_proposal(plan) == f"fastställa {plan.title}"
    assert usual_matter(plan) == "Verksamhetsplan 2025"


@pytest.mark.django_db
def test_what_the_newest_papers_proposed_counts_until_it_is_decided() -> None:
    plan = factories.draft_plan()
    for texts in (["avslå"], ["fastställa", "ge i uppdrag"]):
        factories.papers(factories.version(plan, "board"), proposals=texts)
    assert proposals_of(plan) == ("fastställa", "ge i uppdrag")
    factories.version(plan, "decided")
    factories.decide(plan)
    assert proposals_of(plan) == (usual_proposal(plan),)
