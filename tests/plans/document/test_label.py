from dataclasses import replace
from datetime import date

import pytest

from plans.document.content import Decision, DecisionKind, DecisionSubject, Status
from plans.document.label import decision_lines, in_order, is_revised, is_whole, version_label


def decided(day: date, paragraph: str = "", number: str = "") -> Decision:
    return Decision(
        kind=DecisionKind.DECIDED,
        decided_on=day,
        minutes_paragraph=paragraph,
        registry_number=number,
    )


def revised(day: date, paragraph: str = "") -> Decision:
    return Decision(kind=DecisionKind.REVISED, decided_on=day, minutes_paragraph=paragraph)


NOVEMBER, MARCH, JUNE = date(2023, 11, 30), date(2024, 3, 21), date(2024, 6, 4)


@pytest.mark.parametrize("status", [Status.DRAFT, Status.CONSULTATION, Status.REVIEW])
def test_what_is_not_decided_is_a_working_draft_whatever_was_decided_before(
    status: Status,
) -> None:
    assert version_label(status, [decided(NOVEMBER)], word="decided") == "Arbetsutkast"
    assert decision_lines(status, [decided(NOVEMBER)], word="decided") == ("Arbetsutkast",)


def test_a_decided_plan_without_a_recorded_decision_claims_none() -> None:
    assert version_label(Status.DECIDED, [], word="decided") == "Arbetsutkast"


def test_a_decided_plan_is_called_by_its_day() -> None:
    assert (
        version_label(Status.DECIDED, [decided(NOVEMBER)], word="decided") == "Beslutad 2023-11-30"
    )


def test_a_part_that_was_decided_by_itself_is_named() -> None:
    budget = replace(decided(NOVEMBER, "42"), subject=DecisionSubject.BUDGET)
    plan = replace(decided(MARCH), subject=DecisionSubject.PLAN)
    assert decision_lines(Status.DECIDED, [budget], word="adopted") == (
        "Budgeten antagen 2023-11-30, § 42",
    )
    label = version_label(Status.DECIDED, [plan, budget], word="decided")
    assert label == "Budgeten beslutad 2023-11-30, verksamhetsplanen beslutad 2024-03-21"
    assert (is_whole([budget]), is_whole([budget, plan]), is_whole([decided(MARCH)])) == (
        False,
        True,
        True,
    )


def test_every_revision_follows_in_order() -> None:
    label = version_label(
        Status.DECIDED, [revised(JUNE), revised(MARCH), decided(NOVEMBER)], word="decided"
    )
    assert label == "Beslutad 2023-11-30, reviderad 2024-03-21, reviderad 2024-06-04"


@pytest.mark.parametrize(
    ("status", "decisions", "expected"),
    [
        (Status.DECIDED, [revised(MARCH), decided(NOVEMBER)], True),
        (Status.DECIDED, [decided(NOVEMBER)], False),
        (Status.DECIDED, [], False),
        (Status.DRAFT, [decided(NOVEMBER), revised(MARCH)], False),
    ],
)
def test_a_decided_plan_is_revised_by_its_last_decision(
    status: Status, decisions: list[Decision], expected: bool
) -> None:
    assert is_revised(status, decisions) is expected


def test_a_decision_stands_before_a_revision_of_the_same_day() -> None:
    first, second = decided(MARCH), revised(MARCH)
    assert in_order([second, first]) == [first, second]


def test_the_cover_has_a_line_for_each_with_paragraph_and_registry_number() -> None:
    lines = decision_lines(
        Status.DECIDED,
        [revised(MARCH, "12"), decided(NOVEMBER, "78", "2023/14")],
        word="decided",
    )
    assert lines == ("Beslutad 2023-11-30, § 78, dnr 2023/14", "Reviderad 2024-03-21, § 12")


@pytest.mark.parametrize("typed", ["78", "§ 78", "§78", "78 §", " 78 "])
def test_the_paragraph_has_one_sign_however_it_was_typed(typed: str) -> None:
    assert decision_lines(Status.DECIDED, [decided(NOVEMBER, typed)], word="decided") == (
        "Beslutad 2023-11-30, § 78",
    )


@pytest.mark.parametrize(
    ("word", "said"), [("decided", "Beslutad"), ("settled", "Fastställd"), ("adopted", "Antagen")]
)
def test_a_decision_has_the_federations_word_and_a_revision_its_own(word: str, said: str) -> None:
    taken = [decided(NOVEMBER), revised(MARCH)]
    label = version_label(Status.DECIDED, taken, word=word)
    assert label == f"{said} 2023-11-30, reviderad 2024-03-21"
