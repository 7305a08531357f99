"""What the office fills in about a decision that was taken at a table."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from finsam.federations.forms.fields import DayField
from plans.deciding.differing import differs
from plans.deciding.parts import open_subjects
from plans.deciding.proposing import proposals_of
from plans.deciding.recording import Said, handed_out, kind_of_next, seats_held
from plans.document.record import Resolution, attendees_of, resolutions_of
from plans.forms.attendance import AttendanceForm
from plans.forms.fields import CHOOSE, NOT_YET, select, text_area
from plans.forms.resolutions import ResolutionsForm, is_referral
from plans.models import Decision, DecisionRecord, Plan

AS_IT_WAS, CHANGED = "as", "changed"
WHAT = (
    (AS_IT_WAS, "Planen som styrelsen fick den"),
    (CHANGED, "Planen med styrelsens ändringar, som arbetsexemplaret är nu"),
)
NO_CHANGES = (
    "Arbetsexemplaret säger samma sak som versionen. Skriv in styrelsens ändringar i planen först, "
    "eller välj planen som styrelsen fick den."
)


class RecordForm(AttendanceForm, ResolutionsForm):
    """Day, what was decided on, who was there, and what became of each att-sats."""

    decided_on = DayField("Sammanträdets dag", hint="Till exempel 2023-11-30.", required=True)
    meeting = forms.CharField(
        label="Sammanträdet",
        required=False,
        max_length=200,
        help_text="Frivilligt, till exempel Styrelsemöte i Storuman kl. 13.00.",
        widget=forms.TextInput({"class": "input"}),
        error_messages={"max_length": "Skriv högst 200 tecken."},
    )
    others = text_area("Övriga som var med", "En på varje rad, med uppdrag.")
    reservations = text_area("Reservationer", "Vem som reserverade sig, och mot vad.")
    referral = text_area("Skäl för återremiss", "Bara om en att-sats återremitterades.")

    def __init__(self, data: Any = None, *, plan: Plan, record: DecisionRecord | None) -> None:
        self.plan, self.record = plan, record
        self.versions = handed_out(plan)
        super().__init__(data, initial=_initial(record))
        self.fields["version"] = select(
            "Version som styrelsen hade",
            [(str(v.number), v.label) for v in self.versions],
            str(record.version) if record else "",
        )
        self.subjects = open_subjects(plan)
        if self.subjects != [Decision.Subject.BOTH]:
            self.fields["subject"] = select(
                "Vad gäller beslutet?",
                [(one, str(Decision.Subject(one).label).capitalize()) for one in self.subjects],
                record.subject if record else self.subjects[0],
            )
        self.fields["what"] = forms.ChoiceField(
            label="Vad beslutade styrelsen om?",
            choices=WHAT,
            initial=CHANGED if record and record.with_changes else AS_IT_WAS,
            widget=forms.RadioSelect,
            error_messages=dict.fromkeys(["required", "invalid_choice"], CHOOSE),
        )
        known = {a.seat: a for a in attendees_of(record.attendance)} if record else {}
        self.add_seats(seats_held(plan.federation, self._day()), known)
        self.add_rows(_given(plan, record), is_decided=record is not None)
        self.fields["decided_on"].widget.attrs["list"] = "meetings"

    def clean_decided_on(self) -> date:
        """A day that has been, and not before what it must come after."""
        day: date = self.cleaned_data["decided_on"]
        today = timezone.localdate()
        if day > today:
            raise forms.ValidationError(NOT_YET.format(today))
        for decision in self.plan.decisions.all():
            if day < decision.decided_on:
                raise forms.ValidationError(
                    f"Ett beslut om planen fattades {decision.decided_on}. "
                    "Det här kan inte vara före det."
                )
        return day

    def clean(self) -> dict[str, Any]:
        """What holds between the fields."""
        values = super().clean() or {}
        self._clean_version(values)
        self._clean_once_a_day(values)
        values["attendance"] = self.attendance(values)
        values["resolutions"] = self.resolutions(values)
        return values

    def said(self) -> Said:
        """What was filled in, once it is found right."""
        values = self.cleaned_data
        return Said(
            subject=values.get("subject") or Decision.Subject.BOTH,
            decided_on=values["decided_on"],
            meeting=values["meeting"],
            version=int(values["version"]),
            with_changes=values["what"] == CHANGED,
            attendance=values["attendance"],
            others=values["others"],
            reservations=values["reservations"],
            resolutions=values["resolutions"],
            referral=values["referral"] if is_referral(values["resolutions"]) else "",
        )

    def _clean_version(self, values: Mapping[str, Any]) -> None:
        version = next((v for v in self.versions if str(v.number) == values.get("version")), None)
        if version is None:
            return
        sent, day = timezone.localdate(version.made_at), values.get("decided_on")
        if day and day < sent:
            self.add_error(
                "decided_on",
                f"Versionen skickades {sent}. Beslutet kan inte ha fattats före det.",
            )
        if values.get("what") == CHANGED and not differs(self.plan, version):
            self.add_error("what", NO_CHANGES)

    def _clean_once_a_day(self, values: Mapping[str, Any]) -> None:
        kind, subject = kind_of_next(self.plan), values.get("subject") or Decision.Subject.BOTH
        same = self.plan.decisions.filter(kind=kind, subject=subject)
        if values.get("decided_on") in same.values_list("decided_on", flat=True):
            self.add_error("decided_on", "En revidering är redan beslutad den dagen.")

    def _day(self) -> date:
        """The day whose board is asked about: what is written, if it is a day."""
        try:
            written = DayField("").clean(self.data.get("decided_on"))
        except forms.ValidationError:
            written = None
        if isinstance(written, date):
            return written
        return self.record.decided_on if self.record else timezone.localdate()


def _initial(record: DecisionRecord | None) -> dict[str, Any]:
    if record is None:
        return {"decided_on": timezone.localdate()}
    names = ("decided_on", "meeting", "others", "reservations", "referral")
    return {name: getattr(record, name) for name in names}


def _given(plan: Plan, record: DecisionRecord | None) -> tuple[Resolution, ...]:
    """The att-satser that the form begins with: what is filled in, else what was proposed."""
    if record:
        return resolutions_of(record.resolutions)
    return tuple(Resolution(text=text) for text in proposals_of(plan))
