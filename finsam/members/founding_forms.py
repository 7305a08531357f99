from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.utils.text import slugify

from finsam.federations.models import Federation
from finsam.federations.profile import RESERVED_SLUGS
from finsam.members.founding import NewMember
from finsam.members.models import Member

Kind = Member.Kind
ADDRESS_TAKEN = "Adressen är upptagen. Skriv en annan."
SLUG_LENGTH = 60
ROWS: tuple[tuple[str, Kind], ...] = (
    ("Försäkringskassan", Kind.STATE_AGENCY),
    ("Arbetsförmedlingen", Kind.STATE_AGENCY),
    ("", Kind.REGION),
    *(("", Kind.MUNICIPALITY) for _ in range(13)),
)
"""What the page begins with: who is always a member (3 § of 2003:1210), and room for the rest."""
MOST_ROWS = 60
PREFIX = "samordningsförbundet "


class FederationForm(forms.ModelForm[Federation]):
    """A new federation's names, address, seat and unit."""

    class Meta:
        model = Federation
        fields = ("name", "short_name", "slug", "seat", "default_unit")
        labels: Mapping[str, str] = {
            "name": "Förbundets namn",
            "short_name": "Kort namn",
            "slug": "Adress i tjänsten",
            "seat": "Säte",
            "default_unit": "Budgeten visas i",
        }
        help_texts: Mapping[str, str] = {
            "name": "Hela namnet, till exempel Samordningsförbundet Fjällbygden.",
            "short_name": "Det som står i sidhuvudet, till exempel Fjällbygden.",
            "slug": "Förbundets del av webbadressen. Lämna tomt så görs den av det korta namnet.",
            "seat": "Lämna tomt om du inte vet.",
        }
        widgets: Mapping[str, forms.Widget] = {
            "name": forms.TextInput({"class": "input"}),
            "short_name": forms.TextInput({"class": "input"}),
            "slug": forms.TextInput({"class": "input"}),
            "seat": forms.TextInput({"class": "input"}),
            "default_unit": forms.Select({"class": "input input--year"}),
        }
        error_messages: Mapping[str, Mapping[str, str]] = {
            "name": {"required": "Skriv förbundets namn."},
            "short_name": {"required": "Skriv ett kort namn."},
            "slug": {
                "invalid": "Skriv med a–z, 0–9 och enkla bindestreck.",
                "unique": ADDRESS_TAKEN,
            },
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["slug"].required = False

    def clean_slug(self) -> str:
        """The address that was typed, otherwise one made of the short name or the name."""
        typed: str = self.cleaned_data["slug"]
        name = self.cleaned_data.get("short_name") or self.cleaned_data.get("name") or ""
        slug = typed or slugify(_bare(name))[:SLUG_LENGTH].strip("-")
        if slug in RESERVED_SLUGS:
            raise forms.ValidationError("Adressen används redan av tjänsten. Välj en annan.")
        if not slug and name:
            raise forms.ValidationError("Skriv en adress med a–z, 0–9 och enkla bindestreck.")
        return slug


def _bare(name: str) -> str:
    return name[len(PREFIX) :] if name.lower().startswith(PREFIX) else name


class MemberRow(forms.Form):
    """One member organisation; a row without a name is no member."""

    name = forms.CharField(
        label="Namn",
        required=False,
        max_length=200,
        widget=forms.TextInput({"class": "input"}),
        error_messages={"max_length": "Skriv högst 200 tecken."},
    )
    kind = forms.ChoiceField(
        label="Slag",
        choices=Kind.choices,
        required=False,
        widget=forms.Select({"class": "input"}),
        error_messages={"invalid_choice": "Välj vad för slags medlem det är."},
    )

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if values.get("name") and "kind" in values and not values["kind"]:
            self.add_error("kind", "Välj vad för slags medlem det är.")
        return values


class MemberRows(forms.BaseFormSet[MemberRow]):
    """All the members together."""

    def clean(self) -> None:
        """Each member once; the state and a region or a municipality are there (3 §)."""
        if any(self.errors):
            return
        self._refuse_twice()
        kinds = {member.kind for member in self.members()}
        if Kind.STATE_AGENCY not in kinds:
            raise forms.ValidationError(
                "Lägg till minst en statlig myndighet: Försäkringskassan och Arbetsförmedlingen "
                "är medlemmar i alla samordningsförbund."
            )
        if not kinds & {Kind.REGION, Kind.MUNICIPALITY}:
            raise forms.ValidationError("Lägg till minst en region eller kommun.")

    def members(self) -> list[NewMember]:
        """The rows that have a name, in order."""
        return [
            NewMember(name=row.cleaned_data["name"], kind=row.cleaned_data["kind"])
            for row in self.forms
            if row.cleaned_data.get("name")
        ]

    def _refuse_twice(self) -> None:
        seen: set[str] = set()
        for row in self.forms:
            name = row.cleaned_data.get("name", "").casefold()
            if name and name in seen:
                row.add_error("name", "Medlemmen står redan i en rad ovanför.")
            seen.add(name)


_ROWS = forms.formset_factory(
    MemberRow,
    formset=MemberRows,
    extra=0,
    max_num=MOST_ROWS,
    absolute_max=MOST_ROWS,
    validate_max=True,
)


def member_rows(data: Any = None) -> MemberRows:
    """The rows as they were sent, or as the page begins with them."""
    initial = [{"name": name, "kind": kind} for name, kind in ROWS]
    return cast(MemberRows, _ROWS(data, initial=initial, prefix="members"))
