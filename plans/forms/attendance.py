"""Who was at the meeting: a row for each seat that somebody holds."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from django import forms

from finsam.members.models import BoardSeat
from plans.deciding.recording import name_of
from plans.document.record import ATTENDED, Attendee, with_service
from plans.forms.fields import select

IN_ORDER, NOT_SERVING = "auto", "no"
NOBODY = "Minst en måste ha deltagit i beslutet. Ange vilka som var med."


class SeatRow(NamedTuple):
    """A seat's fields. `serves` is a deputy's."""

    seat: BoardSeat
    attended: forms.BoundField
    serves: forms.BoundField | None
    conflict: forms.BoundField


class AttendanceForm(forms.Form):
    """A part of a form: for each seat whether its holder was there, for whom, and jäv."""

    seats: list[BoardSeat]

    def add_seats(self, seats: list[BoardSeat], known: Mapping[int, Attendee]) -> None:
        """The fields of the seats; `known` is what was said before, by their keys."""
        self.seats = seats
        for seat in seats:
            self.fields |= _seat_fields(seat, seats, known.get(seat.pk))

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

    def attendance(self, values: Mapping[str, Any]) -> tuple[Attendee, ...]:
        """Who was there, out of the form's values. Adds what is wrong to its errors."""
        seats = {str(seat.pk): seat for seat in self.seats}
        found = [_attendee(seat, seats, values) for seat in self.seats]
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


def _attendee(
    seat: BoardSeat, seats: Mapping[str, BoardSeat], values: Mapping[str, Any]
) -> Attendee:
    regular = seats.get(values.get(f"serves_{seat.pk}", ""))
    return Attendee(
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


def _seat_fields(
    seat: BoardSeat, seats: list[BoardSeat], known: Attendee | None
) -> dict[str, forms.Field]:
    is_deputy = seat.kind == BoardSeat.Kind.DEPUTY
    choices = list(ATTENDED.items())
    missing = f"Ange om {name_of(seat)} var med."
    attended = select(name_of(seat), choices, known.attended if known else "present")
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
        fields[f"serves_{seat.pk}"] = select(
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
