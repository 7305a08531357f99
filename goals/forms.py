"""What is typed about goals and interventions, one form for each unit that is saved by itself."""

from django import forms
from django.contrib.postgres.forms import SimpleArrayField

from goals.models import Activity, Goal, GoalMap, Indicator, Intervention, Perspective

LINES = {"rows": 2}
NUMBER = "Skriv ett tal med siffror, till exempel 70 eller 2,5."
DATE = "Skriv datumet som 2026-01-31."


class GoalMapForm(forms.ModelForm[GoalMap]):
    """Vision, strategy and how the goals are numbered."""

    class Meta:
        model = GoalMap
        fields = ["vision", "strategy", "numbering"]


class PerspectiveForm(forms.ModelForm[Perspective]):
    """A perspective's name; empty where a map has no perspectives."""

    class Meta:
        model = Perspective
        fields = ["name"]
        error_messages = {"name": {"max_length": "Namnet får ha högst 200 tecken."}}


class GoalForm(forms.ModelForm[Goal]):
    """A goal with who answers for it, one name to a line."""

    responsible = SimpleArrayField(
        forms.CharField(max_length=120),
        label="Ansvariga",
        delimiter="\n",
        required=False,
        widget=forms.Textarea(attrs=LINES),
        error_messages={"item_invalid": "Rad %(nth)s: "},
    )

    class Meta:
        model = Goal
        fields = ["heading", "text", "responsible"]
        error_messages = {
            "text": {"required": "Skriv vad målet är."},
            "heading": {"max_length": "Rubriken får ha högst 300 tecken."},
        }

    def clean_responsible(self) -> list[str]:
        """The names, without empty lines."""
        return [name for name in self.cleaned_data["responsible"] if name.strip()]


class ActivityForm(forms.ModelForm[Activity]):
    """What is done for a goal."""

    class Meta:
        model = Activity
        fields = ["text"]
        error_messages = {"text": {"required": "Skriv vad som ska göras."}}


class IndicatorForm(forms.ModelForm[Indicator]):
    """How a goal is measured: the plan's own sentence, and what checks can read beside it."""

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
        localized_fields = ["target"]
        error_messages = {
            "sentence": {"required": "Skriv måttet som en mening."},
            "target": {
                "invalid": NUMBER,
                "max_decimal_places": "Högst tre decimaler.",
                "max_digits": "Talet är för stort.",
                "max_whole_digits": "Talet är för stort.",
            },
        }


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
        error_messages = {
            "name": {"required": "Skriv insatsens namn."},
            "starts_on": {"invalid": DATE},
            "ends_on": {"invalid": DATE},
            "volume": {"invalid": "Skriv ett helt antal med siffror, till exempel 55."},
        }
