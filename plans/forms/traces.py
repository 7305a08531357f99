from typing import Any

from django import forms

from finsam.traces.models import TraceQuerySet
from plans.telling.groups import KINDS, Group


def _day(label: str) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        input_formats=["%Y-%m-%d"],
        widget=forms.TextInput({"class": "input", "inputmode": "numeric"}),
        error_messages={"invalid": "Skriv datumet som 2025-11-30."},
    )


class TraceFilterForm(forms.Form):
    """Which traces to show: about what, and from which day to which. Nothing chosen is all."""

    slag = forms.ChoiceField(
        label="Gäller",
        required=False,
        choices=[("", "Allt"), *Group.choices],
        widget=forms.Select({"class": "input"}),
        error_messages={"invalid_choice": "Välj något i listan."},
    )
    fran = _day("Från och med")
    till = _day("Till och med")

    def clean(self) -> dict[str, Any]:
        """The days in their order."""
        values = super().clean() or {}
        first, last = values.get("fran"), values.get("till")
        if first and last and last < first:
            self.add_error("till", "Den sista dagen är före den första. Byt plats på dem.")
        return values

    def among(self, traces: TraceQuerySet) -> TraceQuerySet:
        """Those of the traces that are asked for; what could not be read is not asked."""
        asked = getattr(self, "cleaned_data", {})
        if asked.get("slag"):
            traces = traces.kinds(KINDS[Group(asked["slag"])])
        if asked.get("fran"):
            traces = traces.since(asked["fran"])
        return traces.until(asked["till"]) if asked.get("till") else traces
