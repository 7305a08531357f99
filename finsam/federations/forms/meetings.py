from typing import Any, cast

from django import forms

from finsam.federations.forms.fields import DayField, line
from finsam.federations.models import Federation, Meeting

ROWS = 6


class MeetingRow(forms.Form):
    """A day on which the board meets; a row without a day is no meeting."""

    held_on = DayField("Dag")
    note = line("Anmärkning", 120)

    def clean(self) -> dict[str, Any]:
        """A remark alone is no meeting."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if values.get("note") and "held_on" in values and not values["held_on"]:
            self.add_error("held_on", "Skriv mötets dag.")
        return values


class MeetingRows(forms.BaseFormSet[MeetingRow]):
    """Days to add, each once."""

    taken: frozenset[Any] = frozenset()

    def clean(self) -> None:
        """A day that is there already, or twice here, is said beside it."""
        seen = set(self.taken)
        for row in self.forms:
            day = row.cleaned_data.get("held_on") if row.is_valid() else None
            if day and day in seen:
                row.add_error("held_on", f"Mötet {day} finns redan.")
            seen.add(day)

    def meetings(self, federation: Federation) -> list[Meeting]:
        """What was filled in, not yet saved."""
        return [
            Meeting(
                federation=federation,
                held_on=row.cleaned_data["held_on"],
                note=row.cleaned_data["note"],
            )
            for row in self.forms
            if row.cleaned_data.get("held_on")
        ]


_ROWS = forms.formset_factory(
    MeetingRow, formset=MeetingRows, extra=ROWS, max_num=ROWS, absolute_max=ROWS
)


def meeting_rows(federation: Federation, data: Any = None) -> MeetingRows:
    """Empty rows, or what was sent, beside the days that the federation has."""
    rows = cast(MeetingRows, _ROWS(data, prefix="meetings"))
    rows.taken = frozenset(federation.meetings.values_list("held_on", flat=True))
    return rows
