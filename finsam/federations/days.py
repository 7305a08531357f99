"""Days as people write them."""

import re
from datetime import date

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})(?P<dash>-?)(?P<month>\d\d)(?P=dash)(?P<day>\d\d)")
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})[ /-](?P<year>\d{4})")
_DAY_AND_MONTH = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})")


def day_of(text: str) -> date:
    """The day of "2024-01-31", "20240131" or "31/1 2024". Raises ValueError for anything else."""
    text = " ".join(text.split())
    found = _YEAR_FIRST.fullmatch(text) or _DAY_FIRST.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no day")
    day = date(int(found["year"]), int(found["month"]), int(found["day"]))
    if not EARLIEST <= day <= LATEST:
        raise ValueError(f"{day} is not from our time")
    return day


def month_and_day(text: str) -> str:
    """A day of the year as it is stored, "11-30", also where it is written "30/11"."""
    found = _DAY_AND_MONTH.fullmatch(text.strip())
    return f"{int(found['month']):02}-{int(found['day']):02}" if found else text.strip()
