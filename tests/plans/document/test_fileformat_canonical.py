import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam.federations.profile import FederationProfile
from goals.content import Goal, GoalMap, Intervention, Level, Perspective
from plans.document.content import Decision, DecisionKind, Picture, PlanContent
from plans.document.fileformat import content_of, plan_bytes
from plans.document.fileformat.canonical import decimal_text
from tests.strategies.plans import PNG, key

EXAMPLES = Path(__file__).parents[3] / "plans" / "examples"
PLAN = PlanContent(
    federation=FederationProfile(
        slug="fjallbygden", name="Fjällbygden", short_name="Fjäll", accent="#1b4c68"
    ),
    members=(),
    year=2025,
    title="Verksamhetsplan – ”år” 2025",
)


@pytest.mark.parametrize("file", sorted(EXAMPLES.glob("*.json")), ids=lambda file: file.stem)
def test_the_examples_are_canonical(file: Path) -> None:
    assert plan_bytes(content_of(file.read_bytes())) == file.read_bytes()


def test_a_file_is_readable_text_with_sorted_names_and_one_final_newline() -> None:
    text = plan_bytes(PLAN).decode()
    assert '\n  "title": "Verksamhetsplan – ”år” 2025",\n  "year": 2025\n}\n' in text
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def test_order_and_spaces_of_a_file_make_no_difference() -> None:
    tree = json.loads(plan_bytes(PLAN))
    shuffled = json.dumps(dict(reversed(tree.items()))).encode()
    assert plan_bytes(content_of(shuffled)) == plan_bytes(PLAN)


def test_what_has_a_default_may_be_left_out() -> None:
    named = ("federation", "members", "year", "title", "format")
    tree = json.loads(plan_bytes(PLAN))
    assert content_of(json.dumps({name: tree[name] for name in named}).encode()) == PLAN


def test_decisions_stand_by_day_and_pictures_by_key() -> None:
    first = Decision(kind=DecisionKind.DECIDED, decided_on=date(2024, 11, 28))
    then = Decision(kind=DecisionKind.REVISED, decided_on=date(2025, 3, 21))
    one, other = (
        Picture(key=key(name), media_type="image/png", alt="Bild", data=PNG) for name in "ab"
    )
    plan = replace(PLAN, decisions=(then, first), pictures=(one, other))
    turned = replace(PLAN, decisions=(first, then), pictures=(other, one))
    assert plan_bytes(plan) == plan_bytes(turned)


def test_an_interventions_goals_stand_in_the_order_of_the_map() -> None:
    goals = tuple(Goal(key=key(name), text=name) for name in "abc")
    way = Intervention(
        key=key("way"), name="Vägen", level=Level.INDIVIDUAL,
        goals=(goals[2].key, goals[0].key, goals[2].key),
    )  # fmt: skip
    home = Perspective(key=key("home"), goals=goals)
    plan = replace(PLAN, goal_map=GoalMap(perspectives=(home,), interventions=(way,)))
    [read] = content_of(plan_bytes(plan)).goal_map.interventions
    assert read.goals == (goals[0].key, goals[2].key)


@pytest.mark.parametrize(
    ("number", "text"),
    [("70", "70"), ("70.00", "70"), ("7E+1", "70"), ("0.50", "0.5"), ("-0", "0"), ("-2.5", "-2.5")],
)
def test_a_decimal_has_no_more_digits_than_it_needs(number: str, text: str) -> None:
    assert decimal_text(Decimal(number)) == text


@given(st.decimals(-(10**11), 10**11, places=3))
def test_a_decimal_keeps_its_value(number: Decimal) -> None:
    assert Decimal(decimal_text(number)) == number
