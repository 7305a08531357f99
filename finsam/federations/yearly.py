"""A federation's year from its own rules: what falls on which day. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

AHEAD = timedelta(days=366)
"""How far ahead the year is told."""

AUTUMN = (8, 1)
"""From here the meetings of a year can be the one that decides about the next year's plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A day on which the board meets, and what is noted about it."""

    held_on: date
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOfYear:
    """A day that returns each year, as "11-30", with what it is called and where it stands."""

    month_day: str
    source: str
    is_own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Yearly:
    """What a federation's year is told from. The days before a meeting and of samråd are days."""

    papers_days: int
    consultation_days: int
    decision_day: DayOfYear | None
    annual_report: DayOfYear | None
    meetings: Sequence[Meeting] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """Something that falls on a day."""

    day: date
    what: str
    source: str = ""


def milestones(yearly: Yearly, today: date) -> tuple[Milestone, ...]:
    """What falls on which day from today on and for a year, the nearest first.

    What had to be done before the meeting that decides is told also when its day has passed.
    """
    last = next_of(yearly.decision_day, today)
    found = [*_meetings(yearly, today), *_before_meeting(yearly, deciding(yearly.meetings, last))]
    if last and yearly.decision_day:
        day = yearly.decision_day
        which = "Sista dag" if day.is_own else "Rekommenderad sista dag"
        what = f"{which} för beslut om planen {last.year + 1}"
        found.append(Milestone(day=last, what=what, source=day.source))
    report = next_of(yearly.annual_report, today)
    if report and yearly.annual_report:
        what = f"Årsredovisningen för {report.year - 1} ska vara klar"
        found.append(Milestone(day=report, what=what, source=yearly.annual_report.source))
    return tuple(sorted(found, key=lambda one: one.day))


def next_of(day: DayOfYear | None, today: date) -> date | None:
    """When a day of the year is next: today or later. The 29th of February is the 28th at need."""
    if day is None:
        return None
    this = _in_year(day.month_day, today.year)
    return this if this >= today else _in_year(day.month_day, today.year + 1)


def deciding(meetings: Iterable[Meeting], last: date | None) -> date | None:
    """The meeting that decides about the next year's plan: the last one in the autumn until the
    last day for it."""
    if last is None:
        return None
    autumn = date(last.year, *AUTUMN)
    return max((m.held_on for m in meetings if autumn <= m.held_on <= last), default=None)


def _meetings(yearly: Yearly, today: date) -> Iterable[Milestone]:
    for meeting in yearly.meetings:
        if today <= meeting.held_on <= today + AHEAD:
            said = f"Styrelsemöte, {meeting.note}" if meeting.note else "Styrelsemöte"
            yield Milestone(day=meeting.held_on, what=said)


def _before_meeting(yearly: Yearly, meeting: date | None) -> Iterable[Milestone]:
    if meeting is None:
        return
    papers = meeting - timedelta(days=yearly.papers_days)
    source = f"{yearly.papers_days} dagar före mötet {meeting}"
    yield Milestone(day=papers, what="Handlingarna till styrelsen skickas", source=source)
    consulted = papers - timedelta(days=yearly.consultation_days)
    source = f"{yearly.consultation_days} dagar före handlingarna"
    yield Milestone(day=consulted, what="Samrådet börjar senast", source=source)


def _in_year(month_day: str, year: int) -> date:
    month, day = map(int, month_day.split("-"))
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month, day - 1)
