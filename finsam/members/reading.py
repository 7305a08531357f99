"""Members and their seats as the profiles that plans carry."""

from collections import defaultdict
from collections.abc import Iterable

from finsam.federations.models import Federation
from finsam.members.models import BoardSeat, Member
from finsam.members.profile import MemberKind, MemberProfile, Seat, SeatKind


def members_of(federation: Federation) -> tuple[MemberProfile, ...]:
    """The federation's members in their order, each with its seats. Two queries."""
    seats: dict[int, list[Seat]] = defaultdict(list)
    for seat in BoardSeat.objects.filter(member__federation=federation):
        seats[seat.member_id].append(_seat(seat))
    members = Member.objects.filter(federation=federation)
    return tuple(_member(member, seats[member.pk]) for member in members)


def profiles_of(federations: Iterable[Federation]) -> dict[int, list[MemberProfile]]:
    """Many federations' members without their seats, by the federations' ids. One query."""
    profiles: dict[int, list[MemberProfile]] = defaultdict(list)
    for member in Member.objects.filter(federation__in=federations):
        profiles[member.federation_id].append(_member(member, []))
    return profiles


def _member(member: Member, seats: list[Seat]) -> MemberProfile:
    return MemberProfile(
        key=member.key,
        name=member.name,
        kind=MemberKind(member.kind),
        short_name=member.short_name,
        official_address=member.official_address,
        joined_on=member.joined_on,
        left_on=member.left_on,
        seats=tuple(seats),
    )


def _seat(seat: BoardSeat) -> Seat:
    return Seat(
        kind=SeatKind(seat.kind),
        holder=seat.holder,
        starts_on=seat.starts_on,
        ends_on=seat.ends_on,
    )
