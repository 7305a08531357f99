"""Who may sit where when: the pure rules."""

from datetime import date

import pytest

from finsam.members.house.board import Term, clashes, next_period, shared_day

D = date


def term(holder: str, starts: date | None, ends: date | None, **more: bool | int) -> Term:
    return Term(holder=holder, starts_on=starts, ends_on=ends, **more)  # type: ignore[arg-type]


def test_two_chairs_on_the_same_day_are_told_with_the_day() -> None:
    one = term("Siv", D(2023, 1, 1), D(2026, 12, 31), is_chair=True)
    other = term("Ulf", D(2026, 12, 31), None, is_chair=True)
    assert clashes([one, other]) == [
        "Två är ordförande den 2026-12-31: Siv och Ulf. "
        "Låt den enas uppdrag sluta dagen innan den andras börjar."
    ]


def test_one_after_the_other_is_no_clash() -> None:
    one = term("Siv", None, D(2026, 12, 31), is_chair=True)
    other = term("Siv", D(2027, 1, 1), None, is_chair=True)
    assert clashes([one, other]) == []


def test_nobody_has_two_regular_seats() -> None:
    said = "siv  SJÖ sitter på två ordinarie platser samtidigt. En person kan bara ha en röst."
    assert clashes([term("siv  SJÖ", None, None), term("Siv Sjö", None, None)]) == [said]


def test_nobody_has_two_regular_seats_by_another_name_on_the_same_account() -> None:
    one, other = term("S. Sjö", None, None, account=1), term("Siv Sjö", None, None, account=1)
    assert len(clashes([one, other])) == 1


def test_a_deputy_may_be_regular_elsewhere_and_vacant_seats_are_many() -> None:
    deputy = term("Siv", None, None, is_regular=False)
    assert clashes([term("Siv", None, None), deputy, *[term("", None, None)] * 2]) == []


@pytest.mark.parametrize(
    ("one", "other", "day"),
    [
        ((None, None), (None, None), D.min),
        ((D(2024, 1, 1), None), (None, D(2024, 1, 1)), D(2024, 1, 1)),
        ((D(2024, 1, 2), None), (None, D(2024, 1, 1)), None),
    ],
)
def test_the_first_day_that_two_terms_share(
    one: tuple[date | None, date | None],
    other: tuple[date | None, date | None],
    day: date | None,
) -> None:
    assert shared_day(term("A", *one), term("B", *other)) == day


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ([D(2026, 12, 31), None, D(2025, 1, 1)], (D(2027, 1, 1), D(2030, 12, 31))),
        ([], (D(2027, 1, 1), D(2030, 12, 31))),
        ([D(2028, 2, 28)], (D(2028, 2, 29), D(2032, 2, 29))),
    ],
)
def test_a_new_period_begins_where_the_present_one_ends(
    ends: list[date | None], expected: tuple[date, date]
) -> None:
    assert next_period(ends, D(2026, 6, 1)) == expected
