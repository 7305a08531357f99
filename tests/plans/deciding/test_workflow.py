"""The workflow's table: whole, and printed for proof-reading."""

import os
from pathlib import Path

import pytest

from finsam.members.permissions import RULES
from plans.deciding.workflow import BEFORE_DECISION, OUT, WORKFLOW, Act, Out, allowed_in
from plans.models import Plan
from plans.views.stepping import ADDRESSES
from tests.plans.deciding.workflow_page import page

PAGE = Path(__file__).parents[3] / "docs" / "workflow.md"


def test_the_page_says_what_the_table_says() -> None:
    if os.environ.get("WRITE_DOCS"):
        PAGE.write_text(page())
    assert PAGE.read_text() == page()


def test_every_step_is_in_the_table_and_has_an_address() -> None:
    assert set(WORKFLOW) == set(Act) == set(ADDRESSES)


def test_whoever_takes_a_step_may_by_the_table_of_permissions() -> None:
    rows = {(step.who, state) for step in WORKFLOW.values() for state in step.before}
    assert rows - set(RULES) == set()


def test_what_goes_out_is_in_its_table_and_somebodys_by_the_table_of_permissions() -> None:
    assert set(OUT) == set(Out)
    actions = {action for action, _ in RULES}
    assert {row.who for row in OUT.values()} - actions == set()


@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize("status", Plan.Status.values)
def test_where_a_step_is_not_taken_the_reason_says_when_it_is(act: Act, status: str) -> None:
    verdict = allowed_in(act, status)
    assert bool(verdict) is (status in WORKFLOW[act].before)
    assert bool(verdict) is (verdict.reason == "")


def test_nothing_but_a_revision_leaves_what_is_decided() -> None:
    leaving = {a for a, s in WORKFLOW.items() if "decided" in s.before and s.after}
    assert leaving == {Act.REVISE}
    entering = {a for a, s in WORKFLOW.items() if s.after == "decided"}
    assert entering == {Act.APPROVE, Act.REGISTER, Act.CANCEL_REVISION}
    assert set(BEFORE_DECISION) == set(Plan.Status.values) - {"decided"}
