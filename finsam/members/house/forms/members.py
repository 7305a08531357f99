from typing import Any

from django import forms

from finsam.federations.forms.fields import DayField, address, choice, line
from finsam.federations.forms.shown import ShownForm
from finsam.members.models import Member


class MemberForm(ShownForm, forms.ModelForm[Member]):
    """A member organisation, and where papers and invoices to it go."""

    name = line("Namn", 200, missing="Skriv medlemmens namn.")
    short_name = line("Kort namn", 80, hint="Det som står i tabeller och diagram.")
    kind = choice("Slag", [("", "Välj"), *Member.Kind.choices])
    official_address = address(
        "Officiell adress", hint="Dit handlingar skickas, till exempel registrator@kommun.se."
    )
    invoice_reference = line("Fakturareferens", 60)
    joined_on = DayField("Medlem från", hint="Tomt om medlemmen har varit med sedan början.")
    left_on = DayField("Medlem till", hint="Den sista dagen, om medlemmen lämnar förbundet.")

    class Meta:
        model = Member
        fields = (
            "name",
            "short_name",
            "kind",
            "official_address",
            "invoice_reference",
            "joined_on",
            "left_on",
        )

    def clean(self) -> dict[str, Any]:
        """A member that has not left is there once, and nobody leaves before joining."""
        values = super().clean()
        joined, left = values.get("joined_on"), values.get("left_on")
        if joined and left and left < joined:
            self.add_error("left_on", "Medlemmen kan inte lämna innan den har gått med.")
        if self._is_there_already(values):
            self.add_error("name", "Medlemmen finns redan i förbundet.")
        return values

    def _is_there_already(self, values: dict[str, Any]) -> bool:
        others = Member.objects.filter(federation=self.instance.federation, left_on=None)
        named = others.exclude(pk=self.instance.pk).filter(name__iexact=values.get("name") or "")
        return not values.get("left_on") and named.exists()
