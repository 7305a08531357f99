import pytest
from django.core.exceptions import ValidationError

from finsam.federations.shapes import (
    validate_decision_day,
    validate_disabled_checks,
    validate_equity_steps,
)


@pytest.mark.parametrize(
    "steps",
    [[], [{"above": 0, "percent": 20}], [{"above": 0, "percent": 20}, {"above": 7, "percent": 0}]],
)
def test_steps_that_plans_can_read_pass(steps: object) -> None:
    validate_equity_steps(steps)


@pytest.mark.parametrize(
    "steps",
    [
        None,
        {},
        "20 %",
        [20],
        [{"above": 0}],
        [{"above": 0, "percent": 20, "to": 1}],
        [{"above": "0", "percent": 20}],
        [{"above": 0, "percent": 20.5}],
        [{"above": -1, "percent": 20}],
        [{"above": 0, "percent": 101}],
        [{"above": True, "percent": 20}],
    ],
)
def test_other_steps_are_refused_with_an_example(steps: object) -> None:
    with pytest.raises(ValidationError, match="Skriv stegen som"):
        validate_equity_steps(steps)


def test_checks_are_turned_off_with_a_line_each() -> None:
    validate_disabled_checks({"shares": "Ny kommun 2025."})


@pytest.mark.parametrize("checks", [None, [], ["shares"], {"shares": True}, {"shares": None}])
def test_other_ways_of_turning_off_are_refused(checks: object) -> None:
    with pytest.raises(ValidationError, match="Skriv kontrollerna som"):
        validate_disabled_checks(checks)


@pytest.mark.parametrize("day", ["11-30", "02-29", "01-01"])
def test_a_day_is_a_month_and_a_day(day: str) -> None:
    validate_decision_day(day)


@pytest.mark.parametrize("day", ["11-31", "13-01", "1-1", "30/11", "30 november", "11-30 "])
def test_other_days_are_refused(day: str) -> None:
    with pytest.raises(ValidationError, match="Skriv dagen som 11-30"):
        validate_decision_day(day)
