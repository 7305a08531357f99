"""Those who can appoint: somebody always can, once somebody could."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from finsam.federations.models import Federation
from finsam.members.access import roles_on, seats_on
from finsam.members.models import BoardSeat, Role


class LastAppointer(Exception):
    """Without this person nobody in the federation could invite anybody."""


def appointers(federation: Federation, on: date | None = None) -> set[int]:
    """The accounts of the chiefs and of the chair of a day (today) that may sign in. Two queries.

    Administrators are not counted: they come from outside.
    """
    day = on or timezone.localdate()
    chiefs = roles_on(day).filter(federation=federation, kind=Role.Kind.CHIEF)
    chairs = seats_on(day).filter(member__federation=federation, office=BoardSeat.Office.CHAIR)
    return {
        user
        for rows in (chiefs, chairs)
        for user in rows.filter(user__is_active=True).values_list("user", flat=True)
    }


@contextmanager
def keeping_an_appointer(federation: Federation) -> Iterator[None]:
    """A transaction for what takes something away from somebody, one at a time.

    Two who take away at once wait for each other at the federation's row. Raises LastAppointer,
    and nothing is taken, where it would leave nobody who can appoint, today or tomorrow: a last day
    that is today's takes as much away.
    """
    today = timezone.localdate()
    with transaction.atomic():
        lock(federation)
        days = [day for day in (today, today + timedelta(1)) if appointers(federation, day)]
        yield
        if not all(appointers(federation, day) for day in days):
            raise LastAppointer


def lock(federation: Federation) -> None:
    """Wait for others who change who is in the federation."""
    Federation.objects.select_for_update().only("pk").get(pk=federation.pk)
