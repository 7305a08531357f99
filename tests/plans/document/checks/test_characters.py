from dataclasses import replace
from datetime import date

import pytest

from budgets.sheet import Line, ShareKey
from finsam.members.profile import Seat
from goals.content import Activity, Goal, GoalLabels, GoalMap, Indicator, Intervention, Level
from goals.content import Perspective as GoalPerspective
from plans.document.checks import Severity
from plans.document.checks.characters import check
from plans.document.content import Decision, DecisionKind, GoalsBlock, PlanContent, Section
from plans.document.document import document_of
from tests.plans.document.checks.plans import BASIS, BERG, FAIR, found, key, with_budget


def with_section(**changes: object) -> PlanContent:
    section = Section(key=key("aim"), heading="Syfte")
    return replace(FAIR, sections=(replace(section, **changes),))  # type: ignore[arg-type]


def with_goal(**changes: object) -> PlanContent:
    goal = replace(Goal(key=key("goal"), text="Samverkan"), **changes)  # type: ignore[arg-type]
    perspective = GoalPerspective(key=key("perspective"), name="Individen", goals=(goal,))
    return replace(FAIR, goal_map=GoalMap(perspectives=(perspective,)))


def with_intervention(**changes: object) -> PlanContent:
    insats = Intervention(key=key("insats"), name="Försteg", level=Level.INDIVIDUAL)
    changed = replace(insats, **changes)  # type: ignore[arg-type]
    return replace(FAIR, goal_map=GoalMap(interventions=(changed,)))


def measured(**changes: object) -> PlanContent:
    indicator = Indicator(key=key("indicator"), sentence="Enkät")
    return with_goal(indicators=(replace(indicator, **changes),))  # type: ignore[arg-type]


DECIDED = Decision(kind=DecisionKind.DECIDED, decided_on=date(2024, 11, 28))
LINE = Line(key=key("line"), label="Hyra")


def test_one_character_is_named_with_its_number_and_place() -> None:
    [finding] = found(check, with_section(html="<p>Stöd → arbete → studier</p>"))
    assert finding.severity is Severity.WARN
    assert finding.place == f"text/{key('aim')}"
    assert finding.message == (
        "Tecknet → (U+2192) finns inte i dokumentets typsnitt. Det står i avsnitt 1 Syfte. "
        "Byt ut det: det syns inte som du har skrivit i PDF:en."
    )


def test_several_are_named_once_each_in_one_finding() -> None:
    [finding] = found(check, with_section(heading="☑ Klart", html="<p>☑ √ ☑</p><p>Δ</p>"))
    assert finding.message == (
        "Tecknen ☑ (U+2611), √ (U+221A) och Δ (U+0394) finns inte i dokumentets typsnitt. "
        "De står i avsnitt 1 ☑ Klart. "
        "Byt ut dem: de syns inte som du har skrivit i PDF:en."
    )


@pytest.mark.parametrize(
    ("plan", "place"),
    [
        (replace(FAIR, title="→"), "cover"),
        (replace(FAIR, subtitle="→"), "cover"),
        (replace(FAIR, federation=replace(FAIR.federation, name="→")), "cover"),
        (replace(FAIR, decisions=(replace(DECIDED, registry_number="→"),)), "cover"),
        (with_section(heading="→"), f"text/{key('aim')}"),
        (with_section(block=GoalsBlock(labels=GoalLabels(goal="→"))), f"text/{key('aim')}"),
        (replace(FAIR, members=(replace(BERG, name="→"),)), f"members/{BERG.key}"),
        (replace(FAIR, members=(replace(BERG, seats=(Seat(holder="→"),)),)), f"members/{BERG.key}"),
        (replace(FAIR, goal_map=GoalMap(vision="→")), "goals"),
        (with_goal(text="→"), f"goals/{key('goal')}"),
        (with_goal(responsible=("→",)), f"goals/{key('goal')}"),
        (with_goal(activities=(Activity(key=key("a"), text="→"),)), f"goals/{key('goal')}"),
        (with_goal(goals=(Goal(key=key("child"), text="→"),)), f"goals/{key('child')}"),
        (measured(sentence="→"), f"goals/{key('goal')}"),
        (measured(method="→"), f"goals/{key('goal')}"),
        (with_intervention(name="→"), f"interventions/{key('insats')}"),
        (with_intervention(html="<p>→</p>"), f"interventions/{key('insats')}"),
        (with_budget(title="→"), "budget"),
        (with_budget(share_key=ShareKey(basis="→")), "budget"),
        (with_budget(costs=(replace(LINE, label="→"),)), f"budget/{LINE.key}"),
        (with_budget(costs=(replace(LINE, comment="→"),)), f"budget/{LINE.key}"),
    ],
)
def test_every_text_of_the_plan_is_read(plan: PlanContent, place: str) -> None:
    assert [finding.place for finding in found(check, plan)] == [place]


def test_spaces_marks_and_line_ends_need_no_shape() -> None:
    assert found(check, with_section(heading="a\u2003b\u200dc\ufe0fd\te\u00adf\u2028")) == []


def test_an_accent_typed_apart_joins_its_letter() -> None:
    assert found(check, with_section(heading="A\u030ar")) == []


def test_what_has_no_face_is_named_by_its_number() -> None:
    [finding] = found(check, with_section(heading="\uf0b7 x\u0335"))
    assert finding.fact == "Tecknen U+F0B7 och U+0335 finns inte i dokumentets typsnitt."


def test_markup_and_addresses_are_not_text() -> None:
    html = '<p><a href="https://exempel.se/→">Mer &amp; mer</a></p>'
    [finding] = found(check, with_section(html=html))
    assert finding.fact == "Tecknet & (U+0026) finns inte i dokumentets typsnitt."


def test_a_plan_of_known_characters_is_in_order() -> None:
    assert list(check(document_of(FAIR), BASIS)) == []
