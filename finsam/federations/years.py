"""Federations' years, out of their rules, their meetings and the days that guidance names."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from finsam.federations import models
from finsam.federations.yearly import DayOfYear, Meeting, Milestone, Yearly, milestones

Code = models.NationalDay.Code
OWN_RULE = "Förbundets regler"


def years_of(
    federations: Iterable[models.Federation], today: date
) -> dict[int, tuple[Milestone, ...]]:
    """What falls on which day for each federation, by its primary key. Two queries."""
    federations = list(federations)
    meetings: dict[int, list[Meeting]] = defaultdict(list)
    for row in models.Meeting.objects.filter(federation__in=federations):
        meetings[row.federation_id].append(Meeting(held_on=row.held_on, note=row.note))
    days = _national_days(today)
    return {f.pk: milestones(_yearly(f, meetings[f.pk], days), today) for f in federations}


def _yearly(
    federation: models.Federation, meetings: list[Meeting], days: dict[str, DayOfYear]
) -> Yearly:
    own = federation.decision_day
    source = federation.decision_day_source or OWN_RULE
    return Yearly(
        papers_days=federation.papers_days,
        consultation_days=federation.consultation_days,
        decision_day=DayOfYear(month_day=own, source=source, is_own=True)
        if own
        else days.get(Code.DECISION),
        annual_report=days.get(Code.ANNUAL_REPORT),
        meetings=meetings,
    )


def _national_days(today: date) -> dict[str, DayOfYear]:
    """The days that are valid, by what they are for."""
    rows = models.NationalDay.objects.filter(valid_from__lte=today).order_by("valid_from")
    return {row.code: DayOfYear(month_day=row.month_day, source=row.source) for row in rows}
