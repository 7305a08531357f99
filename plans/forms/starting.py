from collections.abc import Iterable

from django import forms

from plans.document.copying import plan_name
from plans.document.fileformat.rules.limits import YEARS

TEMPLATE = "mall"
"""The choice of the template; the other choices are the years of plans."""

NOT_A_YEAR = f"Skriv ett år från {YEARS[0]} till {YEARS[1]}, med fyra siffror."


class YearField(forms.IntegerField):
    """A year of plans, typed with four figures."""

    def __init__(self, label: str) -> None:
        super().__init__(
            label=label,
            min_value=YEARS[0],
            max_value=YEARS[1],
            widget=forms.TextInput({"class": "input input--year", "inputmode": "numeric"}),
            error_messages=dict.fromkeys(
                ["required", "invalid", "min_value", "max_value"], NOT_A_YEAR
            ),
        )


class StartForm(forms.Form):
    """Which year a new plan is for, and what it starts from."""

    year = YearField("Vilket år gäller planen?")
    start = forms.ChoiceField(
        label="Vad ska planen börja från?",
        error_messages=dict.fromkeys(
            ["required", "invalid_choice"], "Välj vad planen ska börja från."
        ),
    )

    def __init__(self, years: Iterable[int], data: object = None, **initial: object) -> None:
        super().__init__(data, initial=initial)  # type: ignore[arg-type]
        choices = [(str(year), plan_name(year)) for year in years]
        self.fields["start"].choices = [*choices, (TEMPLATE, "mallen")]  # type: ignore[attr-defined]
