"""Amounts of money in the database: whole kronor, one currency."""

from typing import Any

from django.db import models
from django.db.models import Q
from djmoney.models.fields import MoneyField

MAX_DIGITS = 13
"""Amounts go to 10^12 kr, far above any federation's."""


def amount_field(label: str, **options: Any) -> MoneyField:
    """A column of whole kronor; the one currency is SEK."""
    return MoneyField(
        label, max_digits=MAX_DIGITS, decimal_places=0, default_currency="SEK", **options
    )


def in_sek(field: str, name: str) -> models.CheckConstraint:
    """The column of money is in SEK, or empty."""
    return models.CheckConstraint(
        condition=Q(**{f"{field}__isnull": True}) | Q(**{f"{field}_currency": "SEK"}), name=name
    )


def kronor(money: Any) -> int | None:
    """A money column's value in whole kr, None where it is empty."""
    return None if money is None else int(money.amount)
