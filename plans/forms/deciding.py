"""What the office fills in about a decision that was taken at a table."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from django import forms
from django.utils import timezone

from finsam.federations.forms.fields import DayField
from finsam.members.models import BoardSeat
from plans.deciding.differing import differs
from plans.deciding.parts import open_subjects
from plans.deciding.recording import Said, handed_out, kind_of_next, name_of, seats_held
from plans.document.record import (
    ATTENDED,
    OUTCOMES,
    Attendee,
    Outcome,
    Resolution,
    attendees_of,
    outcome_of,
    resolutions_of,
    with_service,
)
from plans.models import Decision, DecisionRecord, Plan

AS_IT_WAS, CHANGED = "as", "changed"
WHAT = (
    (AS_IT_WAS, "Planen som styrelsen fick den"),
    (CHANGED, "Planen med styrelsens ändringar, som arbetsexemplaret är nu"),
)
IN_ORDER, NOT_SERVING = "auto", "no"
MOST_ROWS = 20
BLANK_ROWS = 2
CHOOSE = "Välj något."
NO_CHANGES = (
    "Arbetsexemplaret säger samma sak som versionen. Skriv in styrelsens ändringar i planen först, "
    "eller välj planen som styrelsen fick den."
)
NOBODY = "Minst en måste ha deltagit i beslutet. Ange vilka som var med."
NO_RESOLUTION = "Skriv minst en att-sats."
NO_REFERRAL = "Skriv vad som behöver ändras."
ALL_REJECTED = (
    "Alla att-satser fick avslag, så ingenting är beslutat. Välj återremiss om planen går tillbaka."
)


class SeatRow(NamedTuple):
    """A seat's fields. `serves` is a deputy's."""

    seat: BoardSeat
    attended: forms.BoundField
    serves: forms.BoundField | None
    conflict: forms.BoundField


def _text(label: str, hint: str = "", longest: int = 4000, rows: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        max_length=longest,
        widget=forms.Textarea({"class": "input", "rows": rows}),
        error_messages={"max_length": f"Skriv högst {longest} tecken."},
    )


def _select(
    label: str, choices: Any, initial: str = "", required: bool = True
) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=choices,
        initial=initial,
        required=required,
        widget=forms.Select({"class": "input"}),
        error_messages=dict.fromkeys(["required", "invalid_choice"], CHOOSE),
    )


class RecordForm(forms.Form):
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
    others = _text("Övriga som var med", "En på varje rad, med uppdrag.")
    reservations = _text("Reservationer", "Vem som reserverade sig, och mot vad.")
    referral = _text("Skäl för återremiss", "Bara om en att-sats återremitterades.")

    def __init__(self, data: Any = None, *, plan: Plan, record: DecisionRecord | None) -> None:
        self.plan, self.record = plan, record
        self.versions = handed_out(plan)
        super().__init__(data, initial=_initial(record))
        self.fields["version"] = _select(
            "Version som styrelsen hade",
            [(str(v.number), v.label) for v in self.versions],
            str(record.version) if record else "",
        )
        self.subjects = open_subjects(plan)
        if self.subjects != [Decision.Subject.BOTH]:
            self.fields["subject"] = _select(
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
        self.seats = seats_held(plan.federation, self._day())
        known = {a.seat: a for a in attendees_of(record.attendance)} if record else {}
        for seat in self.seats:
            self.fields |= _seat_fields(seat, self.seats, known.get(seat.pk))
        self.count = self._row_count()
        given = (
            resolutions_of(record.resolutions) if record else (Resolution(text=_proposal(plan)),)
        )
        for number in range(self.count):
            said = given[number] if number < len(given) else None
            self.fields |= _row_fields(number, said)
        self.fields["decided_on"].widget.attrs["list"] = "meetings"

    def seat_rows(self) -> Iterator[SeatRow]:
        """The seats with their fields, in the federation's order."""
        for seat in self.seats:
            name = f"serves_{seat.pk}"
            yield SeatRow(
                seat,
                self[f"seat_{seat.pk}"],
                self[name] if name in self.fields else None,
                self[f"conflict_{seat.pk}"],
            )

    def resolution_rows(self) -> Iterator[tuple[int, forms.BoundField, forms.BoundField]]:
        """Number, text and outcome of each att-sats."""
        for number in range(self.count):
            yield number + 1, self[f"text_{number}"], self[f"outcome_{number}"]

    def clean_decided_on(self) -> date:
        """A day that has been, and not before what it must come after."""
        day: date = self.cleaned_data["decided_on"]
        today = timezone.localdate()
        if day > today:
            raise forms.ValidationError(
                f"Dagen har inte varit än. Skriv {today} eller en tidigare dag."
            )
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
        values["attendance"] = self._attendance(values)
        values["resolutions"] = self._resolutions(values)
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
            referral=values["referral"] if self._is_referral(values["resolutions"]) else "",
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

    def _attendance(self, values: Mapping[str, Any]) -> tuple[Attendee, ...]:
        seats = {str(seat.pk): seat for seat in self.seats}
        found = []
        for seat in self.seats:
            served = values.get(f"serves_{seat.pk}", "")
            regular = seats.get(served)
            found.append(
                Attendee(
                    seat=seat.pk,
                    name=name_of(seat),
                    member=seat.member.name,
                    office=seat.get_office_display() if seat.office else "",
                    is_deputy=seat.kind == BoardSeat.Kind.DEPUTY,
                    attended=values.get(f"seat_{seat.pk}") or "absent",
                    serves_for=regular.pk if regular else 0,
                    serves_for_name=name_of(regular) if regular else "",
                    has_conflict=bool(values.get(f"conflict_{seat.pk}")),
                )
            )
        self._clean_service(found)
        # Who was not there serves for nobody, whatever stands in the list.
        found = [one if one.is_there else replace(one, serves_for=0) for one in found]
        waiting = [s.pk for s in self.seats if values.get(f"serves_{s.pk}") == IN_ORDER]
        attendance = with_service(found, waiting)
        if not self.errors and not any(one.decides for one in attendance):
            self.add_error(None, NOBODY)
        return attendance

    def _clean_service(self, found: list[Attendee]) -> None:
        by_seat = {one.seat: one for one in found}
        taken: set[int] = set()
        for one in found:
            if not one.is_there or not one.serves_for:
                continue
            regular = by_seat[one.serves_for]
            if regular.is_there and not regular.has_conflict:
                self.add_error(f"serves_{one.seat}", f"{regular.name} var själv med.")
            elif one.serves_for in taken:
                self.add_error(
                    f"serves_{one.seat}", f"Någon annan tjänstgör redan för {regular.name}."
                )
            taken.add(one.serves_for)

    def _resolutions(self, values: Mapping[str, Any]) -> tuple[Resolution, ...]:
        found = []
        for number in range(self.count):
            text, outcome = values.get(f"text_{number}"), values.get(f"outcome_{number}")
            if text and outcome:
                found.append(Resolution(text=_without_att(text), outcome=outcome))
            elif text and f"outcome_{number}" not in self.errors:
                self.add_error(f"outcome_{number}", "Välj bifall, avslag eller återremiss.")
        if not any(values.get(f"text_{number}") for number in range(self.count)):
            self.add_error("text_0", NO_RESOLUTION)
        elif found and outcome_of(found) == Outcome.REJECTED:
            self.add_error("outcome_0", ALL_REJECTED)
        if self._is_referral(found) and not values.get("referral"):
            self.add_error("referral", NO_REFERRAL)
        return tuple(found)

    def _is_referral(self, resolutions: Any) -> bool:
        return outcome_of(resolutions) == Outcome.REFERRED_BACK

    def _day(self) -> date:
        """The day whose board is asked about: what is written, if it is a day."""
        try:
            written = DayField("").clean(self.data.get("decided_on"))
        except forms.ValidationError:
            written = None
        if isinstance(written, date):
            return written
        return self.record.decided_on if self.record else timezone.localdate()

    def _row_count(self) -> int:
        if self.is_bound:
            rows = sum(1 for name in self.data if name.startswith("text_"))
            return max(1, min(rows, MOST_ROWS))
        used = len(self.record.resolutions) if self.record else 1
        return min(used + BLANK_ROWS, MOST_ROWS)


def _initial(record: DecisionRecord | None) -> dict[str, Any]:
    if record is None:
        return {"decided_on": timezone.localdate()}
    names = ("decided_on", "meeting", "others", "reservations", "referral")
    return {name: getattr(record, name) for name in names}


def _proposal(plan: Plan) -> str:
    word = "revidera" if kind_of_next(plan) == Decision.Kind.REVISED else "fastställa"
    return f"{word} {plan.title}" + (" med budget" if plan.budget_id else "")


def _without_att(text: str) -> str:
    return text.strip().removeprefix("att ").strip()


def _seat_fields(
    seat: BoardSeat, seats: list[BoardSeat], known: Attendee | None
) -> dict[str, forms.Field]:
    is_deputy = seat.kind == BoardSeat.Kind.DEPUTY
    choices = list(ATTENDED.items())
    missing = f"Ange om {name_of(seat)} var med."
    attended = _select(name_of(seat), choices, known.attended if known else "present")
    if known is None and is_deputy:
        attended.initial = "absent"
    attended.error_messages["required"] = missing
    fields: dict[str, forms.Field] = {f"seat_{seat.pk}": attended}
    if is_deputy:
        regulars = [s for s in seats if s.kind == BoardSeat.Kind.REGULAR]
        serving = [
            (IN_ORDER, "tjänstgör i ordning för den som är borta"),
            (NOT_SERVING, "tjänstgör inte"),
            *((str(s.pk), f"tjänstgör för {name_of(s)}") for s in regulars),
        ]
        fields[f"serves_{seat.pk}"] = _select(
            f"{name_of(seat)} tjänstgör", serving, _served(known), required=False
        )
    fields[f"conflict_{seat.pk}"] = forms.BooleanField(
        label="Jäv", required=False, initial=bool(known and known.has_conflict)
    )
    return fields


def _served(known: Attendee | None) -> str:
    if known is None or not known.is_there:
        return IN_ORDER
    return str(known.serves_for) if known.serves_for else NOT_SERVING


def _row_fields(number: int, said: Resolution | None) -> dict[str, forms.Field]:
    text = _text(f"Att-sats {number + 1}", longest=1000, rows=2)
    text.initial = said.text if said else ""
    outcomes = [("", "Välj"), *OUTCOMES.items()]
    initial = said.outcome if said else ""
    outcome = _select(f"Utfall av att-sats {number + 1}", outcomes, initial, required=False)
    return {f"text_{number}": text, f"outcome_{number}": outcome}
