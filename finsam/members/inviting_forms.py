from typing import Any, cast

from django import forms

from finsam.federations.models import Federation
from finsam.members.targets import Target, choices, targets_in

NOT_A_TARGET = "Välj i listan vad personen bjuds in som."


class InviteForm(forms.Form):
    """Whom to invite, and as what; a seat's or a term's own name may be left out."""

    target = forms.TypedChoiceField(
        label="Som",
        widget=forms.Select({"class": "input"}),
        error_messages={"required": NOT_A_TARGET, "invalid_choice": NOT_A_TARGET},
    )
    name = forms.CharField(
        label="Namn",
        required=False,
        max_length=120,
        help_text="Kan lämnas tomt när platsen eller uppdraget redan har ett namn.",
        widget=forms.TextInput({"class": "input", "autocomplete": "off"}),
        error_messages={"max_length": "Skriv högst 120 tecken."},
    )
    email = forms.EmailField(
        label="E-post",
        max_length=254,
        help_text="Flera personer kan ha samma adress, till exempel en gemensam brevlåda.",
        widget=forms.EmailInput({"class": "input", "autocomplete": "off"}),
        error_messages={
            "required": "Skriv personens e-postadress.",
            "invalid": "Skriv adressen som namn@kommun.se.",
            "max_length": "Skriv högst 254 tecken.",
        },
    )

    def __init__(self, federation: Federation, data: Any = None, chosen: str = "") -> None:
        """`chosen` is the code of what the page begins with, if there is such a target."""
        groups = targets_in(federation)
        self.targets = {each.code: each for _, targets in groups for each in targets}
        begun = self.targets.get(chosen)
        super().__init__(data, initial={"target": chosen, "name": begun.holder} if begun else None)
        field = cast(forms.TypedChoiceField, self.fields["target"])
        field.choices = [("", "Välj"), *choices(groups)]
        field.coerce = self.targets.__getitem__

    def clean_email(self) -> str:
        """In small letters, as accounts have it."""
        return str(self.cleaned_data["email"]).lower()

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        target: Target | None = values.get("target") or None
        name = " ".join(values.get("name", "").split()) or (target.holder if target else "")
        if not name and "name" not in self.errors:
            self.add_error("name", "Skriv personens namn.")
        return values | {"name": name}
