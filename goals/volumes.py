"""Planned volumes of interventions, added up per unit. Units are never added together."""

from collections.abc import Iterable, Mapping

from goals.content import Intervention, Level

NO_BREAK = "\u00a0"


def totals(interventions: Iterable[Intervention], level: Level | None = None) -> dict[str, int]:
    """The sum of the planned volumes by unit, in the order the units are first seen.

    Only of one level, if one is given. An intervention without a volume counts in no unit.
    """
    sums: dict[str, int] = {}
    for intervention in interventions:
        if intervention.volume is not None and level in (None, intervention.level):
            unit = intervention.volume_unit
            sums[unit] = sums.get(unit, 0) + intervention.volume
    return sums


def sentence(sums: Mapping[str, int]) -> str:
    """The sums as words: "410 deltagare, 50 möten, 200 kontakter"."""
    return ", ".join(_amount(volume, unit) for unit, volume in sums.items())


def _amount(volume: int, unit: str) -> str:
    number = f"{volume:,}".replace(",", NO_BREAK)
    return f"{number}{NO_BREAK}{unit}" if unit else number
