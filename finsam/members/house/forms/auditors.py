from django import forms

from finsam.federations.forms.fields import DayField, address, line
from finsam.members.house.forms.held import HeldForm
from finsam.members.models import Auditor


class AuditorForm(HeldForm, forms.ModelForm[Auditor]):
    """An auditor, by whom appointed, and from when to when."""

    holder = line("Namn", 120, missing="Skriv revisorns namn.")
    appointed_by = line(
        "Utsedd av", 200, hint="Den medlem, eller de medlemmar, som revisorn är för."
    )
    official_address = address("E-post för handlingar")
    starts_on = DayField("Från", hint="Tomt om du inte vet.")
    ends_on = DayField("Till", hint="Tomt så länge uppdraget går vidare.")

    class Meta:
        model = Auditor
        fields = ("holder", "appointed_by", "official_address", "starts_on", "ends_on")
