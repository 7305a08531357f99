"""The template: a plan with headings, questions and an empty budget."""

import pytest

from budgets.sheet import ComputedRow, CostSign, Side, Unit
from finsam.federations.profile import Defaults, FederationProfile
from finsam.members.profile import MemberKind, MemberProfile
from goals.content import GoalLayout
from plans.document.content import GoalsBlock, PlanContent
from plans.document.document import document_of
from plans.document.fileformat import canonical, content_of, plan_bytes
from plans.document.fileformat.rules import rule_faults
from plans.document.skeleton import skeleton
from plans.exports.pdf import render_pdf
from tests.factories import key

FEDERATION = FederationProfile(
    slug="fjallbygden",
    name="Samordningsförbundet Fjällbygden",
    short_name="Fjällbygden",
    accent="#1b4c68",
    defaults=Defaults(unit="tkr", cost_sign="negative", goal_layout="scorecard", numbering_depth=2),
)


def member(name: str, kind: MemberKind) -> MemberProfile:
    return MemberProfile(key=key(name), name=name, kind=kind)


MEMBERS = (
    member("Arbetsförmedlingen", MemberKind.STATE_AGENCY),
    member("Bergs kommun", MemberKind.MUNICIPALITY),
    member("Försäkringskassan", MemberKind.STATE_AGENCY),
    member("Region Fjäll", MemberKind.REGION),
    member("Dals kommun", MemberKind.MUNICIPALITY),
)


def plan(*members: MemberProfile, year: int = 2026) -> PlanContent:
    return skeleton(FEDERATION, members, year)


def labels(content: PlanContent, side: Side) -> list[str]:
    assert content.budget
    return [line.label for found, line in content.budget.walk() if found is side]


@pytest.mark.parametrize("members", [MEMBERS, (), MEMBERS[:1]])
def test_it_is_a_whole_plan(members: tuple[MemberProfile, ...]) -> None:
    content = plan(*members)
    assert rule_faults(content) == []
    assert content_of(plan_bytes(content)) == canonical(content)


def test_its_headings_are_those_that_the_plans_have_in_common() -> None:
    assert [section.heading for section in plan(*MEMBERS).walk()] == [
        "Inledning",
        "Uppdrag och organisation",
        "Organisation",
        "Målgrupper",
        "Vision",
        "Mål och målkarta",
        "Verksamhetens inriktning",
        "Insatser",
        "Uppföljning",
        "Budget",
        "Medlemmarnas bidrag",
    ]


def test_every_heading_asks_something_in_slanted_text() -> None:
    for section in plan(*MEMBERS).walk():
        assert section.html.startswith("<p><em>")
        assert section.html.endswith("?</em></p>")


def test_the_budget_is_for_the_year_and_the_two_after_it_without_amounts() -> None:
    sheet = plan(*MEMBERS).budget
    assert sheet
    assert [column.name for column in sheet.columns] == ["budget-2026", "plan-2027", "plan-2028"]
    assert not any(line.amounts for _, line in sheet.walk())
    assert {*sheet.computed_rows} >= {ComputedRow.OPENING_EQUITY, ComputedRow.CLOSING_EQUITY}


def test_one_line_is_the_states_then_come_regions_and_municipalities() -> None:
    assert labels(plan(*MEMBERS), Side.INCOME) == [
        "Medlemmarnas bidrag",
        "Försäkringskassan",
        "Region Fjäll",
        "Bergs kommun",
        "Dals kommun",
        "Övriga intäkter",
    ]


def test_costs_stand_in_the_groups_that_are_advised() -> None:
    sheet = plan(*MEMBERS).budget
    assert sheet
    assert [line.label for line in sheet.costs] == [
        "Styrelse",
        "Kansli och administration",
        "Revision",
        "Insatser",
    ]


def test_it_follows_the_federations_own_manner() -> None:
    content = plan(*MEMBERS)
    [goals] = [s.block for s in content.walk() if isinstance(s.block, GoalsBlock)]
    assert content.budget
    assert (content.budget.unit, content.budget.cost_sign) == (Unit.TKR, CostSign.NEGATIVE)
    assert (goals.layout, content.numbering_depth) == (GoalLayout.SCORECARD, 2)


def test_in_the_last_year_of_plans_there_is_no_column_after_it() -> None:
    sheet = plan(*MEMBERS, year=2100).budget
    assert sheet
    assert [column.name for column in sheet.columns] == ["budget-2100"]


def test_it_can_be_printed_as_it_is() -> None:
    assert render_pdf(document_of(plan(*MEMBERS))).startswith(b"%PDF")
