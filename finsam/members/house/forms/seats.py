from datetime import date
from typing import Any, cast

from django import forms

from finsam.federations.forms.fields import DayField, NumberField, choice, line
from finsam.federations.forms.shown import ShownForm
from finsam.federations.models import Federation
from finsam.members.house.forms.held import HeldForm
from finsam.members.models import BoardSeat, Member

ORDER = "Ersättarnas inträdesordning. Lämna tomt för ordinarie."
WHO_APPOINTS = "Vem som är ordförande ändras av förbundschefen eller ordföranden."
ONLY_REGULAR = "Bara en ordinarie ledamot kan vara ordförande eller vice."


class SeatForm(HeldForm, forms.ModelForm[BoardSeat]):
    """One seat in the board."""

    member = forms.ModelChoiceField(
        Member.objects.none(),
        label="Medlem",
        empty_label="Välj",
        widget=forms.Select({"class": "input"}),
        error_messages=dict.fromkeys(["required", "invalid_choice"], "Välj en medlem."),
    )
    kind = choice("Plats", BoardSeat.Kind)
    holder = line("Innehavare", 120, hint="Tomt om platsen är vakant.")
    office = choice("Uppdrag", BoardSeat.Office, hint=WHO_APPOINTS, required=False)
    position = NumberField("Inträder som nummer", low=0, high=99, hint=ORDER, required=False)
    starts_on = DayField("Från", hint="Tomt om du inte vet.")
    ends_on = DayField("Till", hint="Tomt om du inte vet.")

    class Meta:
        model = BoardSeat
        fields = ("member", "kind", "holder", "office", "position", "starts_on", "ends_on")

    def __init__(self, federation: Federation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        members = cast(forms.ModelChoiceField, self.fields["member"])
        members.queryset = federation.members.all()
        if self.instance.kind == BoardSeat.Kind.REGULAR and not self.instance.position:
            self.initial["position"] = None

    def clean(self) -> dict[str, Any]:
        """Only a regular seat has an office."""
        values = super().clean()
        if values.get("office") and values.get("kind") == BoardSeat.Kind.DEPUTY:
            self.add_error("office", ONLY_REGULAR)
        if "position" in values:
            values["position"] = values["position"] or 0
        return values


class EndSeatForm(ShownForm):
    """The last day of a seat, and who has it from the day after."""

    ends_on = DayField("Sista dag", required=True)
    successor = line("Efterträdare", 120, hint="Tomt om platsen blir vakant.")
    tells_each_field = False

    def __init__(self, seat: BoardSeat, *args: Any, **kwargs: Any) -> None:
        shown = (seat.holder, seat.office, seat.starts_on, seat.ends_on)
        super().__init__(*args, stands=shown, **kwargs)
        self.seat = seat

    def clean_ends_on(self) -> date:
        """A day within the seat's time."""
        day: date = self.cleaned_data["ends_on"]
        if self.seat.starts_on and day < self.seat.starts_on:
            raise forms.ValidationError(
                f"Uppdraget började {self.seat.starts_on}. Skriv en senare dag."
            )
        if self.seat.ends_on and day > self.seat.ends_on:
            raise forms.ValidationError(f"Uppdraget slutar redan {self.seat.ends_on}.")
        return day
