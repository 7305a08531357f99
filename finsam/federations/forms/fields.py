"""Fields that the pages about a federation are made of, with their messages."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from finsam.federations.days import day_of
from finsam.federations.money import MAX_DIGITS

NOT_A_DAY = "Skriv datumet som 2023-11-30."
NOT_KRONOR = "Skriv beloppet i hela kronor, till exempel 1 000 000."
SPACES = dict.fromkeys(map(ord, " \u00a0\u2009\u202f"))


class DayField(forms.CharField):
    """A day, typed as people write it."""

    def __init__(self, label: str, *, hint: str = "", required: bool = False) -> None:
        super().__init__(
            label=label,
            help_text=hint,
            required=required,
            widget=forms.TextInput({"class": "input input--year"}),
            error_messages={"required": NOT_A_DAY},
        )

    def to_python(self, value: Any) -> date | None:  # type: ignore[override]
        """The day, None where nothing is written."""
        if isinstance(value, date) or value in self.empty_values:
            return value or None
        try:
            return day_of(str(value))
        except ValueError:
            raise ValidationError(NOT_A_DAY) from None


class KronorField(forms.CharField):
    """An amount in whole kronor, with or without spaces between the thousands."""

    def __init__(self, label: str, *, hint: str = "") -> None:
        super().__init__(
            label=label,
            help_text=hint,
            required=False,
            widget=forms.TextInput({"class": "input input--amount", "inputmode": "numeric"}),
        )

    def to_python(self, value: Any) -> int | None:  # type: ignore[override]
        """The amount in kr, None where nothing is written."""
        digits = "" if value is None else str(value).translate(SPACES).removesuffix("kr")
        if not digits:
            return None
        if not (digits.isascii() and digits.isdigit()) or len(digits) > MAX_DIGITS:
            raise ValidationError(NOT_KRONOR)
        return int(digits)

    def prepare_value(self, value: Any) -> Any:
        """Thousands with a space between them, as they are read."""
        return f"{value:,}".replace(",", "\u00a0") if isinstance(value, int) else value


class NumberField(forms.IntegerField):
    """A whole number between two others."""

    def __init__(
        self, label: str, *, low: int, high: int, hint: str = "", required: bool = True
    ) -> None:
        message = f"Skriv ett heltal från {low} till {high}."
        super().__init__(
            label=label,
            help_text=hint,
            required=required,
            min_value=low,
            max_value=high,
            widget=forms.TextInput({"class": "input input--year", "inputmode": "numeric"}),
            error_messages=dict.fromkeys(
                ["required", "invalid", "min_value", "max_value"], message
            ),
        )


def line(label: str, longest: int, *, hint: str = "", missing: str = "") -> forms.CharField:
    """A field of one line; it must be filled in if `missing` says what is missing."""
    return forms.CharField(
        label=label,
        max_length=longest,
        help_text=hint,
        required=bool(missing),
        widget=forms.TextInput({"class": "input"}),
        error_messages={"required": missing, "max_length": f"Skriv högst {longest} tecken."},
    )


def address(label: str, *, hint: str = "") -> forms.EmailField:
    """An e-mail address, or none."""
    return forms.EmailField(
        label=label,
        help_text=hint,
        required=False,
        widget=forms.EmailInput({"class": "input"}),
        error_messages={"invalid": "Skriv e-postadressen som namn@kommun.se."},
    )


def web_address(label: str, *, hint: str = "") -> forms.URLField:
    """A page's address, or none; what is written without https:// gets it."""
    return forms.URLField(
        label=label,
        help_text=hint,
        required=False,
        max_length=200,
        assume_scheme="https",
        widget=forms.TextInput({"class": "input", "inputmode": "url"}),
        error_messages={
            "invalid": "Skriv adressen som https://www.kommun.se.",
            "max_length": "Skriv högst 200 tecken.",
        },
    )


def choice(label: str, choices: Any, *, hint: str = "", required: bool = True) -> forms.ChoiceField:
    """One of several, in a list that folds out."""
    return forms.ChoiceField(
        label=label,
        choices=choices,
        help_text=hint,
        required=required,
        widget=forms.Select({"class": "input"}),
        error_messages=dict.fromkeys(["required", "invalid_choice"], "Välj något i listan."),
    )
