"""The members of the federation and their seats in the board."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from finsam.members.profile import MemberKind, MemberProfile, Seat, SeatKind
from plans.document.content import PlanContent

KINDS = {
    MemberKind.MUNICIPALITY: "Kommuner",
    MemberKind.REGION: "Region",
    MemberKind.STATE_AGENCY: "Statliga myndigheter",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    name: str
    regular: int
    deputies: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberGroup:
    name: str
    members: tuple[MemberRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationView:
    """The members of the plan's year by kind, with how many seats each has."""

    groups: tuple[MemberGroup, ...]
    regular: int
    deputies: int


def organisation_view(content: PlanContent) -> OrganisationView:
    """Who is a member and how the seats are shared, in the plan's own year."""
    members = members_in(content)
    rows = {member.key: _row(member, content.year) for member in members}
    groups = tuple(
        MemberGroup(
            name=_group_name(kind, [member.name for member in members if member.kind is kind]),
            members=tuple(rows[member.key] for member in members if member.kind is kind),
        )
        for kind in KINDS
    )
    return OrganisationView(
        groups=tuple(group for group in groups if group.members),
        regular=sum(row.regular for row in rows.values()),
        deputies=sum(row.deputies for row in rows.values()),
    )


def members_in(content: PlanContent) -> Sequence[MemberProfile]:
    """The organisations that are members at any time in the plan's year."""
    return [
        member
        for member in content.members
        if (member.joined_on is None or member.joined_on.year <= content.year)
        and (member.left_on is None or member.left_on.year >= content.year)
    ]


def are_county_councils(kind: MemberKind, names: Sequence[str]) -> bool:
    """Whether all of these regions call themselves landsting, as regions did before 2019."""
    is_region = kind is MemberKind.REGION and bool(names)
    return is_region and all("landsting" in name.casefold() for name in names)


def _group_name(kind: MemberKind, names: Sequence[str]) -> str:
    return "Landsting" if are_county_councils(kind, names) else KINDS[kind]


def _row(member: MemberProfile, year: int) -> MemberRow:
    return MemberRow(
        name=member.name,
        regular=_held([seat for seat in member.seats if seat.kind is SeatKind.REGULAR], year),
        deputies=_held([seat for seat in member.seats if seat.kind is SeatKind.DEPUTY], year),
    )


def _held(seats: Sequence[Seat], year: int) -> int:
    """How many of these are held at once in the year, at most: who takes over is not one more."""
    starts = [seat.starts_on for seat in seats if seat.starts_on and seat.starts_on.year == year]
    return max(sum(_is_held(seat, day) for seat in seats) for day in (date(year, 1, 1), *starts))


def _is_held(seat: Seat, day: date) -> bool:
    has_begun = seat.starts_on is None or seat.starts_on <= day
    return has_begun and (seat.ends_on is None or seat.ends_on >= day)
