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


class SeatOffice(StrEnum):
    NONE = ""
    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A seat in the board. `holder` is the elected person's name; empty is vacant or not told."""

    kind: SeatKind = SeatKind.REGULAR
    office: SeatOffice = SeatOffice.NONE
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
