"""What is typed about goals and interventions, one form for each unit that is saved by itself."""

from decimal import Decimal
from typing import Any, cast

from django import forms
from django.contrib.postgres.forms import SimpleArrayField

from goals.models import (
    Activity,
    Goal,
    GoalMap,
    Indicator,
    Intervention,
    InterventionLevel,
    Perspective,
)

LINES = {"rows": 2}
LONGER = {"rows": 3}
NUMBER = "Skriv ett tal med siffror, till exempel 70 eller 2,5."
COUNT = "Skriv ett helt antal med siffror, till exempel 55."
DATE = "Skriv datumet som 2026-01-31."


class TargetField(forms.DecimalField):
    """A number as people write it here: a decimal comma, and spaces where they help the eye."""

    def __init__(self) -> None:
        super().__init__(
            label="Målvärde",
            required=False,
            max_digits=15,
            decimal_places=3,
            localize=True,
            widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
            error_messages={
                "invalid": NUMBER,
                "max_decimal_places": "Högst tre decimaler.",
                "max_digits": "Talet är för stort.",
                "max_whole_digits": "Talet är för stort.",
            },
        )

    def to_python(self, value: Any) -> Any:
        """The number; spaces between its digits say nothing, and a minus may be a real one."""
        return super().to_python("".join(str(value or "").split()).replace("−", "-"))

    def prepare_value(self, value: Any) -> Any:
        """With no more decimals than it has: 70, not 70,000."""
        return value.normalize() + 0 if isinstance(value, Decimal) else value


class GoalMapForm(forms.ModelForm[GoalMap]):
    """Vision, strategy and how the goals are numbered."""

    class Meta:
        model = GoalMap
        fields = ["vision", "strategy", "numbering"]
        widgets = {"vision": forms.Textarea(LONGER), "strategy": forms.Textarea(LONGER)}


class PerspectiveForm(forms.ModelForm[Perspective]):
    """A perspective's name; empty where a map has no perspectives."""

    class Meta:
        model = Perspective
        fields = ["name"]
        error_messages = {"name": {"max_length": "Namnet får ha högst 200 tecken."}}


class GoalForm(forms.ModelForm[Goal]):
    """A goal with who answers for it, one name to a line."""

    responsible = SimpleArrayField(
        forms.CharField(
            max_length=120,
            required=False,
            error_messages={"max_length": "namnet får ha högst 120 tecken."},
        ),
        label="Ansvariga",
        help_text="En på varje rad.",
        delimiter="\n",
        required=False,
        widget=forms.Textarea(attrs=LINES),
        error_messages={"item_invalid": "Rad %(nth)s: "},
    )

    class Meta:
        model = Goal
        fields = ["heading", "text", "responsible"]
        widgets = {"text": forms.Textarea(LONGER)}
        error_messages = {"heading": {"max_length": "Rubriken får ha högst 300 tecken."}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].required = False

    def clean(self) -> dict[str, Any]:
        """A goal says something, in its text or in its heading."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if "text" in cleaned and not (cleaned["text"] or cleaned.get("heading")):
            self.add_error("text", "Skriv vad målet är.")
        return cleaned

    def clean_responsible(self) -> list[str]:
        """The names, without empty lines."""
        return [name for name in self.cleaned_data["responsible"] if name.strip()]


class ActivityForm(forms.ModelForm[Activity]):
    """What is done for a goal."""

    class Meta:
        model = Activity
        fields = ["text"]
        widgets = {"text": forms.Textarea(LINES)}
        error_messages = {"text": {"required": "Skriv vad som ska göras."}}


CHOICES = {
    "comparator": [("", "ingen"), *Indicator.Comparator.choices],
    "volumes_of": [("", "nej"), *InterventionLevel.choices],
}


class IndicatorForm(forms.ModelForm[Indicator]):
    """How a goal is measured: the plan's own sentence, and what checks can read beside it."""

    target = TargetField()

    class Meta:
        model = Indicator
        fields = [
            "sentence",
            "is_qualitative",
            "comparator",
            "target",
            "unit",
            "method",
            "frequency",
            "volumes_of",
        ]
        labels = {"is_qualitative": "Måttet är utan tal"}
        widgets = {"sentence": forms.Textarea(LINES)}
        error_messages = {
            "sentence": {"required": "Skriv måttet som en mening."},
            "unit": {"max_length": "Enheten får ha högst 60 tecken."},
            "method": {"max_length": "Metoden får ha högst 300 tecken."},
            "frequency": {"max_length": "Hur ofta får ha högst 120 tecken."},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in CHOICES.items():
            cast(forms.ChoiceField, self.fields[name]).choices = choices

    def clean(self) -> dict[str, Any]:
        """One target or none; what is wrong is said beside what was chosen."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        has_target = cleaned.get("target") is not None
        if cleaned.get("is_qualitative") and (has_target or cleaned.get("volumes_of")):
            self.add_error("is_qualitative", "Ett mått utan tal har inget målvärde. Ta bort det.")
        elif has_target and cleaned.get("volumes_of"):
            self.add_error("volumes_of", "Målvärdet är antingen ett tal eller insatsernas volym.")
        return cleaned


class InterventionForm(forms.ModelForm[Intervention]):
    """A financed insats."""

    class Meta:
        model = Intervention
        fields = [
            "name",
            "level",
            "owner",
            "html",
            "starts_on",
            "ends_on",
            "volume",
            "volume_unit",
            "is_esf",
            "is_decided",
        ]
        help_texts = {"starts_on": "Som 2026-01-31.", "ends_on": "Som 2026-12-31."}
        labels = {"is_esf": "Med medel från ESF", "is_decided": "Insatsen är beslutad"}
        widgets = {"volume": forms.TextInput(attrs={"inputmode": "numeric"})}
        error_messages = {
            "name": {
                "required": "Skriv insatsens namn.",
                "max_length": "Namnet får ha högst 200 tecken.",
            },
            "owner": {"max_length": "Huvudmannen får ha högst 200 tecken."},
            "starts_on": {"invalid": DATE},
            "ends_on": {"invalid": DATE},
            "volume": {
                "invalid": COUNT,
                "min_value": COUNT,
                "max_value": "Antalet är för stort.",
            },
            "volume_unit": {"max_length": "Enheten får ha högst 60 tecken."},
        }

    def clean_name(self) -> str:
        """The name on one line."""
        return " ".join(self.cleaned_data["name"].split())

    def clean(self) -> dict[str, Any]:
        """An insats does not end before it starts."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = cleaned.get("starts_on"), cleaned.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", "Insatsen kan inte sluta innan den har börjat.")
        return cleaned
