from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from finsam.federations.yearly import (
    AHEAD,
    DayOfYear,
    Meeting,
    Milestone,
    Yearly,
    deciding,
    milestones,
    next_of,
)

OWN = DayOfYear(month_day="11-30", source="Förbundsordningen 14 §", is_own=True)
REPORT = DayOfYear(month_day="03-31", source="Vägledning")
TODAY = date(2023, 9, 1)


def yearly(*meetings: date, day: DayOfYear | None = OWN) -> Yearly:
    return Yearly(
        papers_days=10,
        consultation_days=21,
        decision_day=day,
        annual_report=REPORT,
        meetings=[Meeting(held_on=one) for one in meetings],
    )


def test_the_year_is_told_from_the_federations_own_rules() -> None:
    told = milestones(yearly(date(2023, 9, 20), date(2023, 11, 30)), TODAY)
    assert [(str(one.day), one.what) for one in told] == [
        ("2023-09-20", "Styrelsemöte"),
        ("2023-10-30", "Samrådet börjar senast"),
        ("2023-11-20", "Handlingarna till styrelsen skickas"),
        ("2023-11-30", "Styrelsemöte"),
        ("2023-11-30", "Sista dag för beslut om planen 2024"),
        ("2024-03-31", "Årsredovisningen för 2023 ska vara klar"),
    ]
    assert told[4].source == "Förbundsordningen 14 §"


def test_a_recommended_day_is_called_so() -> None:
    day = DayOfYear(month_day="11-30", source="Vägledning")
    assert milestones(yearly(day=day), TODAY)[0] == Milestone(
        day=date(2023, 11, 30),
        what="Rekommenderad sista dag för beslut om planen 2024",
        source="Vägledning",
    )


def test_without_a_day_or_a_meeting_nothing_is_made_up() -> None:
    assert [one.what for one in milestones(yearly(day=None), TODAY)] == [
        "Årsredovisningen för 2023 ska vara klar"
    ]


def test_what_should_have_been_done_before_the_meeting_that_decides_is_still_told() -> None:
    told = milestones(yearly(date(2023, 11, 30)), date(2023, 11, 25))
    assert str(told[0].day) == "2023-10-30"


def test_the_meeting_that_decides_is_the_last_in_the_autumn_until_the_day() -> None:
    meetings = [Meeting(held_on=date(2023, *day)) for day in [(5, 2), (9, 1), (11, 28), (12, 5)]]
    assert deciding(meetings, date(2023, 11, 30)) == date(2023, 11, 28)
    assert deciding(meetings[:1], date(2023, 11, 30)) is None


def test_a_day_of_the_year_that_was_yesterday_is_next_year() -> None:
    assert next_of(OWN, date(2023, 11, 30)) == date(2023, 11, 30)
    assert next_of(OWN, date(2023, 12, 1)) == date(2024, 11, 30)
    assert next_of(DayOfYear(month_day="02-29", source=""), TODAY) == date(2024, 2, 29)
    assert next_of(DayOfYear(month_day="02-29", source=""), date(2024, 3, 1)) == date(2025, 2, 28)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.lists(st.integers(-400, 400), max_size=8))
def test_meetings_are_ahead_and_all_stands_in_order(today: date, days: list[int]) -> None:
    told = milestones(yearly(*(today + timedelta(days=one) for one in days)), today)
    assert list(told) == sorted(told, key=lambda one: one.day)
    met = [one.day for one in told if one.what == "Styrelsemöte"]
    assert all(today <= day <= today + AHEAD for day in met)
