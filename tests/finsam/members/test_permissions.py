"""The table of permissions: how it is read, that it is whole, and its page for proof-reading."""

import os
from itertools import product
from pathlib import Path

import pytest

from finsam.members.permissions import (
    ANY,
    FORBIDDEN,
    REFUSALS,
    RULES,
    STATES,
    TABLE,
    Action,
    Party,
    decide,
)
from tests.finsam.members.permissions_page import page

PAGE = Path(__file__).parents[3] / "docs" / "permissions.md"
WORKING = ("draft", "consultation", "review")


def test_the_page_says_what_the_table_says() -> None:
    if os.environ.get("WRITE_DOCS"):
        PAGE.write_text(page())
    assert PAGE.read_text() == page()


def test_every_party_has_a_column_and_every_action_a_row() -> None:
    assert TABLE.split()[2 : 2 + len(Party)] == list(Party)
    assert {action for action, _ in RULES} == set(Action)


def test_a_row_for_a_plan_that_is_worked_on_is_one_for_each_of_its_states() -> None:
    assert all((Action.WRITE_TEXT, state) in RULES for state in WORKING)
    assert set(STATES) - {"working"} == {ANY, *WORKING, "decided"}


def test_every_action_has_a_reason_to_refuse_it() -> None:
    assert set(REFUSALS) == set(Action)
    assert all(not v and v.reason.endswith(".") and v.fact for v in REFUSALS.values())


def test_nobody_may_what_stands_in_no_row() -> None:
    refused = decide(Action.WRITE_BUDGET, Party, "decided", is_shared=True)
    assert refused == REFUSALS[Action.WRITE_BUDGET]


@pytest.mark.parametrize("state", WORKING)
def test_a_draft_is_read_by_those_it_is_shared_with(state: str) -> None:
    others = set(Party) - {Party.ADMINISTRATOR, Party.CHIEF, Party.STAFF}
    for party in others:
        assert decide(Action.READ_PLAN, [party], state) == REFUSALS[Action.READ_PLAN]
        assert decide(Action.READ_PLAN, [party], state, is_shared=True)


def test_rights_are_a_union() -> None:
    assert not decide(Action.SEE_TRACES, [Party.MEMBER])
    assert decide(Action.SEE_TRACES, [Party.MEMBER, Party.AUDITOR])


def test_what_one_role_forbids_is_forbidden_and_said_to_those_who_could_otherwise() -> None:
    assert decide(Action.EDIT_FEDERATION, [Party.CHIEF, Party.AUDITOR]) == FORBIDDEN
    assert decide(Action.EDIT_FEDERATION, [Party.AUDITOR]) == REFUSALS[Action.EDIT_FEDERATION]
    shared = decide(Action.WRITE_TEXT, [Party.BOARD, Party.AUDITOR], "draft", is_shared=True)
    assert shared == FORBIDDEN


def test_who_is_nothing_may_nothing() -> None:
    for action, state in product(Action, (ANY, *WORKING, "decided")):
        assert not decide(action, [], state, is_shared=True)


def test_an_administrator_may_everything_that_somebody_may_but_what_is_the_boards() -> None:
    for (action, state), row in RULES.items():
        if action in (Action.APPROVE_DECISION, Action.ANNOUNCE_MOTION, Action.STATE_OPINION):
            continue
        assert decide(action, [Party.ADMINISTRATOR], state) or not any(row)
