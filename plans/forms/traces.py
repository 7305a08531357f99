from typing import Any

from django import forms

from finsam.federations.forms.fields import DayField
from finsam.traces.models import TraceQuerySet
from plans.telling.groups import KINDS, Group


class TraceFilterForm(forms.Form):
    """Which traces to show: about what, and from which day to which. Nothing chosen is all."""

    slag = forms.ChoiceField(
        label="Gäller",
        required=False,
        choices=[("", "Allt"), *Group.choices],
        widget=forms.Select({"class": "input"}),
        error_messages={"invalid_choice": "Välj något i listan."},
    )
    fran = DayField("Från och med")
    till = DayField("Till och med")

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
