"""What somebody holds from a day to a day, perhaps with an account tied to it."""

from typing import Any

from django import forms

from finsam.federations.forms.shown import ShownForm

TAKE_BACK = "Återkalla inbjudan under Personer innan du skriver någon annan."
ENDS_TOO_SOON = "Uppdraget kan inte sluta innan det har börjat."


class HeldForm(ShownForm):
    """A seat or an auditor's term. The account is its holder's, and stays only with the holder."""

    same_person = forms.BooleanField(
        label="Det är samma person, namnet är bara rättat",
        help_text="Annars följer inte kontot med till den nya.",
        required=False,
    )
    instance: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.user_id is None:
            del self.fields["same_person"]

    def clean(self) -> dict[str, Any]:
        """It ends after it has begun."""
        values = super().clean()
        starts, ends = values.get("starts_on"), values.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", ENDS_TOO_SOON)
        if "holder" in self.changed_data and not values.get("same_person"):
            self.instance.user = None
            self._refuse_another_than_invited()
        return values

    def _refuse_another_than_invited(self) -> None:
        """Whoever is invited would be given what is by now another's."""
        waiting = self.instance.pk and self.instance.invitations.open().select_related("user")
        first = waiting.first() if waiting else None
        if first is not None:
            self.add_error("holder", f"{first.user} är inbjuden. {TAKE_BACK}")
