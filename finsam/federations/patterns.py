"""How an address and a day of the year are written, in forms, files and the database alike."""

import re
from datetime import date

PLAIN_SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
"""Small letters, figures and single hyphens."""

MONTH_AND_DAY = re.compile(r"\d\d-\d\d")


def is_month_and_day(text: str) -> bool:
    """Whether a text is a month and a day of it: "11-30"."""
    try:
        # A leap year, so that 29 February is a day.
        return bool(MONTH_AND_DAY.fullmatch(text) and date.fromisoformat(f"2024-{text}"))
    except ValueError:
        return False
