"""A member's answer, by its link or registered by the office, and samråd held elsewhere."""

from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.db.models import Max
from django.utils import timezone

from finsam.federations.forms.fields import DayField, choice, line
from plans.deciding.consulting.answering import Said
from plans.deciding.consulting.holding import Held
from plans.forms.fields import NOT_YET
from plans.forms.pdfs import checked_pdf, pdf_field
from plans.models import Consultation, ConsultationAnswer, Plan
from plans.writing.filing import PdfFile

Stance, Way = ConsultationAnswer.Stance, ConsultationAnswer.Way
LONGEST = 20_000
NO_STANCE = "Välj ingen erinran eller synpunkter."
NO_REMARKS = "Skriv synpunkterna, eller bifoga dem som PDF."
STANCES = ((Stance.NO_OBJECTION, "Ingen erinran"), (Stance.REMARKS, "Synpunkter"))
WAYS = tuple((way.value, way.label.capitalize()) for way in (Way.LETTER, Way.MAIL, Way.MEETING))


class AnswerForm(forms.Form):
    """What a member says. `edition` is the number of the answer that this one is written over."""

    stance = forms.ChoiceField(
        label="Svar",
        choices=STANCES,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(["required", "invalid_choice"], NO_STANCE),
    )
    text = forms.CharField(
        label="Synpunkter",
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea({"class": "input", "rows": 6}),
        error_messages={"max_length": "Skriv högst 20 000 tecken, eller bifoga en PDF."},
    )
    file = pdf_field("Bifoga en PDF", "Till exempel yttrandet. Högst 30 MB.", required=False)
    keeps_file = forms.BooleanField(required=False)
    edition = forms.IntegerField(required=False, widget=forms.HiddenInput)
    answered_by = line("Namn", 120, missing="Skriv ditt namn.")
    title = line("Befattning", 120, missing="Skriv din befattning, till exempel kommundirektör.")

    def __init__(
        self, *args: Any, standing: ConsultationAnswer | None = None, **kwargs: Any
    ) -> None:
        self.standing = standing
        super().__init__(*args, **{"initial": _initial(standing)} | kwargs)
        if standing is None or not standing.file_name:
            del self.fields["keeps_file"]
        else:
            self.fields["keeps_file"].label = f"Behåll {standing.file_name}"

    def clean_file(self) -> PdfFile | None:
        return checked_pdf(self.cleaned_data["file"])

    def clean_edition(self) -> int:
        """What the page had; without it nothing matches."""
        edition = self.cleaned_data["edition"]
        return -1 if edition is None else int(edition)

    def clean(self) -> dict[str, Any]:
        """Remarks are said, in words or in a file."""
        values = super().clean() or {}
        has_file = values.get("file") or values.get("keeps_file") or "file" in self.errors
        says = bool(values.get("text") or has_file or "text" in self.errors)
        if values.get("stance") == Stance.REMARKS and not says:
            self.add_error("text", NO_REMARKS)
        return values

    def said(self) -> Said:
        """The answer, once it is found right."""
        values = self.cleaned_data
        return Said(
            stance=values["stance"],
            text=values["text"],
            answered_by=values["answered_by"],
            title=values["title"],
            file=values["file"],
            keeps_file=values.get("keeps_file", False),
        )


class RegisterForm(AnswerForm):
    """An answer that came to the office: also how, which day, and under which number."""

    way = choice("Hur kom svaret?", (("", "Välj"), *WAYS))
    received_on = DayField("Kom in", hint="Till exempel 2023-11-14.", required=True)
    registry_number = line("Diarienummer", 60, hint="Frivilligt.")
    field_order = ("way", "received_on", "registry_number", "stance", "text", "file")

    def __init__(self, *args: Any, consultation: Consultation, **kwargs: Any) -> None:
        self.consultation = consultation
        super().__init__(*args, **kwargs)
        for name in ("answered_by", "title"):
            self.fields[name].required = False
            self.fields[name].help_text = "Vem som svarade, om det är känt."

    def clean_received_on(self) -> date:
        """A day that has been, and not before the members were asked."""
        day: date = self.cleaned_data["received_on"]
        began = self.consultation.opened_on
        if day > (today := timezone.localdate()):
            raise forms.ValidationError(NOT_YET.format(today))
        if day < began:
            raise forms.ValidationError(
                f"Samrådet började {began}. Svaret kan inte ha kommit före det."
            )
        return day

    def said_to_office(self, registered_by: str) -> Said:
        """The answer with how it came, once it is found right."""
        values = self.cleaned_data
        return replace(
            self.said(),
            way=values["way"],
            received_on=values["received_on"],
            registry_number=values["registry_number"],
            registered_by=registered_by[:160],
        )


MOST_YEARS = 2
"""So long before its year a plan may have been the matter of a samråd."""


class HeldForm(forms.Form):
    """Samråd that was held elsewhere."""

    how = forms.CharField(
        label="Hur och var hölls det?",
        max_length=2000,
        help_text="Till exempel: på medlemsmötet i Storuman, med alla medlemmar på plats.",
        widget=forms.Textarea({"class": "input", "rows": 4}),
        error_messages={
            "required": "Skriv hur och var samrådet hölls.",
            "max_length": "Skriv högst 2000 tecken.",
        },
    )
    held_on = DayField("Dag", hint="Till exempel 2023-11-02.", required=True)
    registry_number = line("Diarienummer", 60, hint="Frivilligt.")

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plan = plan

    def clean_held_on(self) -> date:
        """A day that has been, since the last decision and not years before the plan's."""
        day: date = self.cleaned_data["held_on"]
        decided = self.plan.decisions.aggregate(last=Max("decided_on"))["last"]
        if decided and day < decided:
            raise forms.ValidationError(
                f"Planen beslutades {decided}. Samråd om en revidering hålls inte före det."
            )
        if day.year < self.plan.year - MOST_YEARS:
            raise forms.ValidationError(
                f"Dagen är mer än {MOST_YEARS} år före planens år. Skriv en senare dag."
            )
        if day > (today := timezone.localdate()):
            raise forms.ValidationError(NOT_YET.format(today))
        return day

    def held(self) -> Held:
        """What is told, once it is found right."""
        values = self.cleaned_data
        return Held(
            how=values["how"],
            held_on=values["held_on"],
            registry_number=values["registry_number"],
        )


def _initial(standing: ConsultationAnswer | None) -> dict[str, Any]:
    """What the member has answered, to go on from."""
    if standing is None:
        return {"edition": 0}
    names = ("stance", "text", "answered_by", "title", "edition", "registry_number")
    return {name: getattr(standing, name) for name in names} | {"keeps_file": True}
