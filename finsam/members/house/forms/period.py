"""A whole new mandate period of the board in one table."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms

from finsam.federations.forms.fields import DayField, NumberField, choice, line
from finsam.federations.forms.shown import ShownForm
from finsam.members.models import BoardSeat, Member

Kind = BoardSeat.Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A seat that is proposed for a member, and the prefix of its fields."""

    member: Member
    kind: Kind
    number: int

    @property
    def prefix(self) -> str:
        return f"{self.member.key}-{self.kind}-{self.number}"

    @property
    def name(self) -> str:
        """What the row is called: "Bergs kommun, ersättare"."""
        return f"{self.member.name}, {self.kind.label}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRow:
    """A row with its fields; `office` is a regular seat's, `order` a deputy's."""

    row: Row
    holder: forms.BoundField
    office: forms.BoundField | None
    order: forms.BoundField | None


class PeriodForm(ShownForm):
    """From a day to a day: a holder for each seat, or nobody."""

    starts_on = DayField("Från", required=True)
    ends_on = DayField("Till", required=True)
    ends_earlier = forms.BooleanField(
        label="Avsluta de platser som annars går vidare, dagen innan",
        required=False,
        initial=True,
    )
    tells_each_field = False

    def __init__(self, rows: Sequence[Row], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seat_rows = rows
        for row in rows:
            self.fields |= _fields(row)

    def clean(self) -> dict[str, Any]:
        """A period ends after it has begun."""
        values = super().clean()
        starts, ends = values.get("starts_on"), values.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", "Perioden kan inte sluta innan den har börjat.")
        return values

    def shown_rows(self) -> list[ShownRow]:
        """The table's rows."""
        return [
            ShownRow(
                row=row,
                holder=self[f"{row.prefix}-holder"],
                office=self[f"{row.prefix}-office"] if row.kind == Kind.REGULAR else None,
                order=self[f"{row.prefix}-order"] if row.kind == Kind.DEPUTY else None,
            )
            for row in self.seat_rows
        ]

    def seats(self) -> list[BoardSeat]:
        """The seats of the period, not yet saved."""
        return [self._seat(row) for row in self.seat_rows]

    def _seat(self, row: Row) -> BoardSeat:
        said = self.cleaned_data
        return BoardSeat(
            member=row.member,
            kind=row.kind,
            holder=said[f"{row.prefix}-holder"],
            office=said.get(f"{row.prefix}-office") or "",
            position=said.get(f"{row.prefix}-order") or 0,
            starts_on=said["starts_on"],
            ends_on=said["ends_on"],
        )


def rows_for(members: Iterable[Member], present: Iterable[BoardSeat], day: date) -> list[Row]:
    """A regular seat and a deputy for each member (10 § of 2003:1210), or as many as now."""
    held = Counter((seat.member_id, seat.kind) for seat in present)
    return [
        Row(member=member, kind=kind, number=number)
        for member in members
        if member.left_on is None or member.left_on >= day
        for kind in (Kind.REGULAR, Kind.DEPUTY)
        for number in range(max(1, held[member.pk, kind]))
    ]


def _fields(row: Row) -> dict[str, forms.Field]:
    fields: dict[str, forms.Field] = {f"{row.prefix}-holder": line(f"Innehavare, {row.name}", 120)}
    if row.kind == Kind.REGULAR:
        label = f"Uppdrag, {row.name}"
        fields[f"{row.prefix}-office"] = choice(label, BoardSeat.Office, required=False)
    else:
        number = NumberField(f"Inträder som nummer, {row.name}", low=1, high=99, required=False)
        fields[f"{row.prefix}-order"] = number
    return fields
