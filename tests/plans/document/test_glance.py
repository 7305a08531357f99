"""A plan's money at a glance."""

from dataclasses import replace

from budgets.arithmetic import figures
from plans.document.glance import Glance, glance
from tests import factories
from tests.plans.document.checks.plans import example


def test_each_kind_of_member_has_its_sum_and_so_has_the_plan() -> None:
    content = example("vastra-ostergotland-2025")
    assert content.budget is not None
    found = glance(content, figures(content.budget))
    assert [(name, amount.replace("\u00a0", " ")) for name, amount in found.parties] == [
        ("Staten", "4 322 000 kr"),
        ("Regionen", "2 161 000 kr"),
        ("Kommunerna", "2 161 000 kr"),
    ]
    assert [(what, kr.replace("\u00a0", " ")) for what, kr in found.facts] == [
        ("från medlemmarna", "8 644 000 kr"),
        ("planerade kostnader", "10 010 000 kr"),
    ]


def test_without_a_budget_there_is_nothing() -> None:
    content = replace(factories.content(), budget=None)
    assert glance(content, None) == Glance(parties=(), facts=())


def test_what_is_not_filled_in_is_left_out() -> None:
    content = factories.content()
    assert content.budget is not None
    found = glance(content, figures(content.budget))
    assert [name for name, _ in found.parties] == ["Kommunen"]
    assert "från medlemmarna" in dict(found.facts)
