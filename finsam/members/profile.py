"""The member organisations of a federation and their seats in the board."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class MemberKind(StrEnum):
    STATE_AGENCY = "state_agency"
    REGION = "region"
    MUNICIPALITY = "municipality"


class SeatKind(StrEnum):
    REGULAR = "regular"
    DEPUTY = "deputy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A seat in the board. `holder` is the elected person's name; empty is vacant or not told.

    Who is chair is not the plan's to carry: it follows the person through the mandate period.
    """

    kind: SeatKind = SeatKind.REGULAR
    holder: str = ""
    starts_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberProfile:
    key: UUID
    name: str
    kind: MemberKind
    short_name: str = ""
    official_address: str = ""
    joined_on: date | None = None
    left_on: date | None = None
    seats: tuple[Seat, ...] = ()
