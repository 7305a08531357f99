"""The day it is, for a journey that takes months."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from zoneinfo import ZoneInfo

import time_machine

HERE = ZoneInfo("Europe/Stockholm")


@contextmanager
def on(day: str, at: str = "09:00") -> Iterator[None]:
    """It is that day at that time, in the server too, and the clock goes on from there."""
    moment = datetime.fromisoformat(f"{day}T{at}").replace(tzinfo=HERE)
    with time_machine.travel(moment, tick=True):
        yield
