"""The law's and the guidance's numbers as a plan is measured by them, each with its source."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class RuleCode(StrEnum):
    STATE_SHARE = "state_share"
    REGION_SHARE = "region_share"
    MUNICIPAL_SHARE = "municipal_share"


@dataclass(frozen=True, slots=True, kw_only=True)
class NationalNumber:
    """A number in percent with where it comes from, valid from a day until a later one is."""

    code: RuleCode
    percent: Decimal
    source: str
    valid_from: date


class NationalRules:
    """Every number there is, also those of years gone by."""

    def __init__(self, numbers: Iterable[NationalNumber]) -> None:
        self.numbers = sorted(numbers, key=lambda number: number.valid_from)

    def valid_on(self, code: RuleCode, day: date) -> NationalNumber | None:
        """The number that is in force on a day, None where none was yet."""
        begun = [n for n in self.numbers if n.code is code and n.valid_from <= day]
        return begun[-1] if begun else None
