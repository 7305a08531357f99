"""Who sits in the board when, and what cannot be so. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

DAY = timedelta(days=1)
YEARS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A seat from a day to a day; None is from the beginning, or without an end.

    `account` is the id of the account that is tied to it.
    """

    holder: str
    is_regular: bool = True
    is_chair: bool = False
    account: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None


def clashes(terms: Sequence[Term]) -> list[str]:
    """What cannot be so: two chairs, or one person in two regular seats, on the same day."""
    pairs = [(one, other) for one, other in combinations(terms, 2) if shared_day(one, other)]
    chairs = [_two_chairs(one, other) for one, other in pairs if one.is_chair and other.is_chair]
    twice = [_twice(one, other) for one, other in pairs if _is_twice(one, other)]
    return list(dict.fromkeys([*chairs, *twice]))


def shared_day(one: Term, other: Term) -> date | None:
    """The first day on which both are held, None where there is none."""
    start = max(one.starts_on or date.min, other.starts_on or date.min)
    end = min(one.ends_on or date.max, other.ends_on or date.max)
    return start if start <= end else None


def next_period(ends: Iterable[date | None], today: date) -> tuple[date, date]:
    """The mandate period to propose: four years from the day after the present one's last day.

    From the next turn of the year where that is not known, or is past.
    """
    known = [end for end in ends if end and end >= today]
    start = max(known) + DAY if known else date(today.year + 1, 1, 1)
    return start, _years_on(start) - DAY


def _years_on(day: date) -> date:
    is_leap_day = (day.month, day.day) == (2, 29)
    return date(day.year + YEARS, 3, 1) if is_leap_day else day.replace(year=day.year + YEARS)


def _is_twice(one: Term, other: Term) -> bool:
    if not (one.is_regular and other.is_regular):
        return False
    same_account = one.account is not None and one.account == other.account
    return same_account or (bool(one.holder) and _name(one) == _name(other))


def _name(term: Term) -> str:
    return " ".join(term.holder.split()).casefold()


def _two_chairs(one: Term, other: Term) -> str:
    return (
        f"Två är ordförande {_when(one, other)}: {one.holder or 'vakant'} och "
        f"{other.holder or 'vakant'}. Låt den enas uppdrag sluta dagen innan den andras börjar."
    )


def _twice(one: Term, other: Term) -> str:
    holder = one.holder or other.holder
    return (
        f"{holder} sitter på två ordinarie platser {_when(one, other)}. "
        "En person kan bara ha en röst."
    )


def _when(one: Term, other: Term) -> str:
    day = shared_day(one, other)
    return "samtidigt" if day in (None, date.min) else f"den {day}"
