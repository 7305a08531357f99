"""Fields that the forms about a decision are made of."""

from typing import Any

from django import forms

CHOOSE = "Välj något."
NOT_YET = "Dagen har inte varit än. Skriv {} eller en tidigare dag."


def text_area(label: str, hint: str = "", longest: int = 4000, rows: int = 3) -> forms.CharField:
    """A text of several lines, or none."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        max_length=longest,
        widget=forms.Textarea({"class": "input", "rows": rows}),
        error_messages={"max_length": f"Skriv högst {longest} tecken."},
    )


def select(label: str, choices: Any, initial: str = "", required: bool = True) -> forms.ChoiceField:
    """One of several, in a list that folds out."""
    return forms.ChoiceField(
        label=label,
        choices=choices,
        initial=initial,
        required=required,
        widget=forms.Select({"class": "input"}),
        error_messages=dict.fromkeys(["required", "invalid_choice"], CHOOSE),
    )
