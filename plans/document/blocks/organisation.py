"""The members of the federation and their seats in the board."""

from collections.abc import Sequence
from dataclasses import dataclass

from finsam.members.profile import MemberKind, MemberProfile, SeatKind
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
    rows = {member.key: _row(member) for member in members}
    groups = tuple(
        MemberGroup(
            name=name,
            members=tuple(rows[member.key] for member in members if member.kind == kind),
        )
        for kind, name in KINDS.items()
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


def _row(member: MemberProfile) -> MemberRow:
    kinds = [seat.kind for seat in member.seats]
    return MemberRow(
        name=member.name,
        regular=kinds.count(SeatKind.REGULAR),
        deputies=kinds.count(SeatKind.DEPUTY),
    )
