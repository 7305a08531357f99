"""What a federation's settings must look like for its plans to be readable."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError

from finsam.federations.patterns import is_month_and_day


def validate_equity_steps(steps: object) -> None:
    """Refuse what is not a list of {"above": kr, "percent": 0 to 100}."""
    if not isinstance(steps, list) or not all(map(_is_step, steps)):
        raise ValidationError('Skriv stegen som [{"above": 0, "percent": 20}].')


def validate_disabled_checks(checks: object) -> None:
    """Refuse what does not map a check's code to the line that says why it is turned off."""
    if not isinstance(checks, Mapping) or not all(isinstance(v, str) for v in checks.values()):
        raise ValidationError('Skriv kontrollerna som {"shares": "Ny kommun 2025."}.')


def validate_decision_day(day: str) -> None:
    """Refuse what is not a month and a day of it."""
    if not is_month_and_day(day):
        raise ValidationError("Skriv dagen som 11-30.")


def _is_step(step: object) -> bool:
    if not isinstance(step, Mapping) or {*step} != {"above", "percent"}:
        return False
    above, percent = step["above"], step["percent"]
    return type(above) is int and type(percent) is int and above >= 0 and 0 <= percent <= 100
