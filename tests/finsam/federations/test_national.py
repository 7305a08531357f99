from datetime import date
from decimal import Decimal

from finsam.federations.national import NationalNumber, NationalRules, RuleCode


def half(percent: str, valid_from: date) -> NationalNumber:
    return NationalNumber(
        code=RuleCode.STATE_SHARE, percent=Decimal(percent), source="5 §", valid_from=valid_from
    )


OLD = half("50", date(2004, 1, 1))
NEW = half("40", date(2026, 7, 1))
RULES = NationalRules([NEW, OLD])


def test_a_number_is_in_force_from_its_day_until_the_next_one() -> None:
    days = [date(2004, 1, 1), date(2026, 6, 30), date(2026, 7, 1), date(2090, 1, 1)]
    assert [RULES.valid_on(RuleCode.STATE_SHARE, day) for day in days] == [OLD, OLD, NEW, NEW]


def test_before_the_first_day_there_is_none() -> None:
    assert RULES.valid_on(RuleCode.STATE_SHARE, date(2003, 12, 31)) is None


def test_a_number_that_nobody_has_written_is_none() -> None:
    assert RULES.valid_on(RuleCode.REGION_SHARE, date(2025, 1, 1)) is None
