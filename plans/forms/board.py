"""What is written before the board's meeting: the missiv, a yrkande, a statement."""

from collections.abc import Iterator
from typing import Any

from django import forms

from finsam.federations.forms.fields import DayField, line
from plans.deciding.missives import Written
from plans.deciding.proposing import without_att
from plans.forms.fields import CHOOSE, text_area
from plans.forms.resolutions import NO_RESOLUTION, row_count
from plans.models import Missive, Statement

NO_MATTER = "Skriv vad ärendet heter."
NO_MOTION = "Skriv vad du tänker yrka."
NO_MOTIVATION = "Skriv vad som behöver ändras innan du lämnar återremiss."
LONGEST = 4000
NEWER = (
    "En rättad version har kommit sedan du öppnade sidan. Läs den först. Det du skrev står kvar."
)


class MissiveForm(forms.Form):
    """Ärende, bakgrund, att-satser and the meeting."""

    matter = line("Ärende", 300, missing=NO_MATTER)
    meeting_on = DayField(
        "Styrelsens möte", hint="Välj en av förbundets mötesdagar eller skriv en, som 2023-11-30."
    )
    background = text_area(
        "Bakgrund", "Frivilligt. En tom rad börjar ett nytt stycke.", longest=20_000, rows=10
    )

    def __init__(self, data: Any = None, *, missive: Missive) -> None:
        names = ("matter", "background", "meeting_on")
        super().__init__(data, initial={name: getattr(missive, name) for name in names})
        self.fields["meeting_on"].widget.attrs["list"] = "meetings"
        self.count = row_count(self, len(missive.proposals))
        for number in range(self.count):
            field = text_area(f"Att-sats {number + 1}", longest=1000, rows=2)
            field.initial = "".join(missive.proposals[number : number + 1])
            self.fields[f"text_{number}"] = field

    def proposal_rows(self) -> Iterator[forms.BoundField]:
        """The field of each att-sats."""
        for number in range(self.count):
            yield self[f"text_{number}"]

    def clean(self) -> dict[str, Any]:
        """At least one att-sats."""
        values = super().clean() or {}
        texts = [without_att(values.get(f"text_{number}", "")) for number in range(self.count)]
        values["proposals"] = [" ".join(text.split()) for text in texts if text]
        if not values["proposals"] and "text_0" not in self.errors:
            self.add_error("text_0", NO_RESOLUTION)
        return values

    def written(self) -> Written:
        """What was written, once it is found right."""
        values = self.cleaned_data
        return Written(
            matter=values["matter"],
            background=values["background"],
            proposals=values["proposals"],
            meeting_on=values["meeting_on"],
        )


class OfVersionForm(forms.Form):
    """What is said of the version that was read: of another it is not said unread."""

    def __init__(self, *args: Any, newest: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.newest = newest

    def clean(self) -> dict[str, Any]:
        """The version that the page showed is still the newest."""
        values = super().clean() or {}
        if self.data.get("version", str(self.newest)) != str(self.newest):
            raise forms.ValidationError(NEWER)
        return values


class MotionForm(OfVersionForm):
    """What somebody of the board means to propose at the meeting."""

    text = forms.CharField(
        label="Jag tänker yrka",
        max_length=LONGEST,
        widget=forms.Textarea({"class": "input", "rows": 5}),
        help_text="Till exempel: att 50 tkr flyttas från administration till insatser.",
        error_messages={"required": NO_MOTION, "max_length": f"Skriv högst {LONGEST} tecken."},
    )


class StatementForm(OfVersionForm):
    """A formal statement; what is to be sent back says why."""

    stance = forms.ChoiceField(
        label="Ditt yttrande",
        choices=[(one.value, one.label.capitalize()) for one in Statement.Stance],
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(["required", "invalid_choice"], CHOOSE),
    )
    motivation = text_area("Motivering", "Frivillig, men krävs vid återremiss.", longest=LONGEST)

    def clean(self) -> dict[str, Any]:
        """Återremiss only with a motivation."""
        values = super().clean()
        is_referral = values.get("stance") == Statement.Stance.REFER_BACK
        if is_referral and "motivation" not in self.errors and not values.get("motivation"):
            self.add_error("motivation", NO_MOTIVATION)
        return values
