"""What somebody can be invited to in a federation, in words, and as a choice in a form."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils import timezone
from django.utils.text import capfirst

from finsam.federations.models import Federation
from finsam.members.models import Auditor, BoardSeat, Invitation, Member, Role

ROLES = (
    Role.Kind.CHIEF,
    Role.Kind.STAFF,
    Role.Kind.ECONOMIST,
    Role.Kind.PREPARATION,
    Role.Kind.BOARD,
    Role.Kind.AUDITOR,
)
"""The roles that are for no member."""

AMONG: Mapping[str, str] = {
    Role.Kind.STAFF: "i kansliet",
    Role.Kind.BOARD: "i styrelsen",
    Role.Kind.PREPARATION: "i beredningsgruppen",
}
"""Roles that one has together with others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A role (for a member, where it is a member's), a seat in the board or an auditor's term."""

    role: str = ""
    member: Member | None = None
    seat: BoardSeat | None = None
    term: Auditor | None = None

    @property
    def code(self) -> str:
        """Its name in a form, the same from one request to the next."""
        if self.seat is not None:
            return f"plats-{self.seat.pk}"
        if self.term is not None:
            return f"uppdrag-{self.term.pk}"
        return f"medlem-{self.member.pk}" if self.member else self.role

    @property
    def words(self) -> str:
        """What one becomes: "medlemsrepresentant för Bergs kommun"."""
        if self.seat is not None:
            return seat_words(self.seat)
        if self.term is not None:
            return "revisor"
        label = str(Role.Kind(self.role).label)
        return f"{label} för {self.member}" if self.member else label

    @property
    def as_words(self) -> str:
        """How one is in the federation: "som ekonom", "i kansliet"."""
        return AMONG.get(self.role) or f"som {self.words}"

    @property
    def holder(self) -> str:
        """The name of whoever has the seat or the term, if it is known."""
        held = self.seat or self.term
        return held.holder if held else ""

    @property
    def ends_on(self) -> date | None:
        """The last day of the seat or the term, or its member's last day, if there is one."""
        member = self.seat.member if self.seat else self.member
        held = self.seat or self.term
        days = (held.ends_on if held else None, member.left_on if member else None)
        return min((day for day in days if day is not None), default=None)


def target_of(invitation: Invitation) -> Target:
    """What an invitation is to. No query where it was read with its targets."""
    return Target(
        role=invitation.role,
        member=invitation.member,
        seat=invitation.seat,
        term=invitation.term,
    )


def seat_words(seat: BoardSeat) -> str:
    """What a seat is: "ordförande i styrelsen för Bergs kommun"."""
    name = seat.get_office_display() if seat.office else seat.get_kind_display()
    return f"{name} i styrelsen för {seat.member}"


def targets_in(federation: Federation) -> list[tuple[str, list[Target]]]:
    """All that somebody can be invited to today, by group. Three queries.

    A seat or a term is there if it is of today or to come and has no account yet.
    """
    day = timezone.localdate()
    return [
        ("Roll", [Target(role=role) for role in ROLES]),
        ("Medlemsrepresentant", [*_for_members(federation, day)]),
        ("Plats i styrelsen", [Target(seat=seat) for seat in free_seats(federation, day)]),
        ("Uppdrag som revisor", [Target(term=term) for term in free_terms(federation, day)]),
    ]


def free_seats(federation: Federation, day: date) -> Iterable[BoardSeat]:
    """Seats without an account that are not over, in the members' order."""
    seats = BoardSeat.objects.filter(
        _stays(day, "member__left_on"), _stays(day), member__federation=federation, user=None
    )
    return seats.select_related("member").order_by("member__position", "position", "pk")


def free_terms(federation: Federation, day: date) -> Iterable[Auditor]:
    """Auditors' terms without an account that are not over."""
    return Auditor.objects.filter(_stays(day), federation=federation, user=None)


def choices(groups: Sequence[tuple[str, list[Target]]]) -> list[tuple[str, list[tuple[str, str]]]]:
    """The targets as a form's choices; a seat and a term with whose they are and when."""
    return [
        (name, [(target.code, _choice(target)) for target in targets])
        for name, targets in groups
        if targets
    ]


def period(held: BoardSeat | Auditor) -> str:
    """From when to when: "2023-01-01–2026-12-31", "från 2023-01-01", "till 2026-12-31" or ""."""
    if held.starts_on and held.ends_on:
        return f"{held.starts_on}–{held.ends_on}"
    if held.starts_on:
        return f"från {held.starts_on}"
    return f"till {held.ends_on}" if held.ends_on else ""


def _choice(target: Target) -> str:
    held = target.seat or target.term
    more = [target.holder or "ännu ingen", period(held)] if held else []
    return ", ".join(filter(None, [capfirst(target.words), *more]))


def _for_members(federation: Federation, day: date) -> Iterable[Target]:
    for member in federation.members.filter(_stays(day, "left_on")):
        yield Target(role=Role.Kind.MEMBER, member=member)


def _stays(day: date, name: str = "ends_on") -> Q:
    return Q(**{name: None}) | Q(**{f"{name}__gte": day})
