import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from finsam.federations.colour import HEX, readable_accent
from finsam.federations.forms.fields import DayField, address, line, web_address
from finsam.federations.forms.shown import ShownForm
from finsam.federations.models import Federation

NUMBER = re.compile(r"(\d{6})-?(\d{4})")
NOT_A_NUMBER = "Skriv organisationsnumret med tio siffror, till exempel 222000-1404."
NOT_A_COLOUR = "Skriv färgen som #1b4c68."


class IdentityForm(ShownForm, forms.ModelForm[Federation]):
    """Who the federation is and how it looks. Its address in the product is not changed here."""

    name = line("Namn", 200, missing="Skriv förbundets namn.")
    short_name = line("Kort namn", 80, missing="Skriv ett kort namn.")
    organisation_number = line("Organisationsnummer", 20)
    seat = line("Säte", 80)
    email = address("E-post")
    website = web_address("Webbplats")
    established_on = DayField("Bildat")
    statutes = forms.CharField(
        label="Förbundsordning",
        help_text="Det som förbundsordningen säger, som vanlig text. Tomma rader skiljer stycken.",
        required=False,
        max_length=100_000,
        widget=forms.Textarea({"class": "input input--long", "rows": 12}),
        error_messages={"max_length": "Skriv högst 100 000 tecken."},
    )
    accent = forms.CharField(
        label="Färg",
        help_text="Sidhuvud, knappar och omslag får den.",
        widget=forms.TextInput({"class": "input input--colour", "type": "color"}),
        error_messages={"required": NOT_A_COLOUR},
    )
    accent_written = forms.CharField(
        label="Färg som kod",
        help_text="Om du har den i en profilhandbok, till exempel #1b4c68. Den går före.",
        required=False,
        widget=forms.TextInput({"class": "input input--year"}),
    )
    has_cover_band = forms.BooleanField(
        label="Medlemmarnas andelar som ett band på omslaget", required=False
    )

    class Meta:
        model = Federation
        fields = (
            "name",
            "short_name",
            "organisation_number",
            "seat",
            "email",
            "website",
            "established_on",
            "statutes",
            "accent",
            "has_cover_band",
        )

    is_darkened = False
    field_order = (*Meta.fields[:-1], "accent_written", "has_cover_band")

    def clean_organisation_number(self) -> str:
        """Ten figures with the hyphen in its place."""
        typed: str = self.cleaned_data["organisation_number"]
        found = NUMBER.fullmatch(typed.replace(" ", ""))
        if typed and not found:
            raise ValidationError(NOT_A_NUMBER)
        return f"{found[1]}-{found[2]}" if found else ""

    def clean_accent(self) -> str:
        """The colour, so dark that white text shows on it."""
        return self._readable(self.cleaned_data["accent"])

    def clean_accent_written(self) -> str:
        """The colour that was written, empty where none was."""
        written: str = self.cleaned_data["accent_written"]
        return self._readable(written) if written else ""

    def clean(self) -> dict[str, Any]:
        """A written colour goes before the chosen one."""
        values = super().clean()
        if values.get("accent_written"):
            values["accent"] = values["accent_written"]
        return values

    def _readable(self, colour: str) -> str:
        colour = "#" + colour.strip().lower().removeprefix("#")
        if not HEX.fullmatch(colour):
            raise ValidationError(NOT_A_COLOUR)
        readable, self.is_darkened = readable_accent(colour)
        return readable
