from datetime import date
from decimal import Decimal

import pytest

from finsam.federations.national import RuleCode
from finsam.federations.rules import national_rules

pytestmark = pytest.mark.django_db


def test_the_law_has_the_state_pay_half_and_the_others_a_quarter_each() -> None:
    rules = national_rules()
    numbers = [rules.valid_on(code, date(2025, 1, 1)) for code in RuleCode]
    assert [number and number.percent for number in numbers] == [
        Decimal(50),
        Decimal(25),
        Decimal(25),
    ]
    assert {number and number.source for number in numbers} == {
        "5 § lagen (2003:1210) om finansiell samordning av rehabiliteringsinsatser"
    }
