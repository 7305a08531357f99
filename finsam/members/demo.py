"""Demo mode's accounts: one for each role in each federation, named by the role."""

from django.db import transaction
from django.utils import timezone

from finsam.federations.models import Federation
from finsam.members.access import seats_on
from finsam.members.models import BoardSeat, Role, User

CHAIR = "chair"

ROLES: tuple[tuple[str, str], ...] = (
    (Role.Kind.CHIEF, "Förbundschef"),
    (Role.Kind.STAFF, "Kansli"),
    (CHAIR, "Ordförande"),
    (Role.Kind.BOARD, "Ledamot"),
    (Role.Kind.MEMBER, "Medlemsrepresentant"),
    (Role.Kind.AUDITOR, "Revisor"),
    (Role.Kind.ECONOMIST, "Ekonom"),
    (Role.Kind.PREPARATION, "Beredningsgrupp"),
)


@transaction.atomic
def demo_account(federation: Federation, role: str) -> User:
    """The account of a role, made the first time it is asked for.

    Two who press at once wait for each other at the federation's row. Raises KeyError for a role
    that there is none of.
    """
    Federation.objects.select_for_update().only("pk").get(pk=federation.pk)
    name = f"{dict(ROLES)[role]}, {federation.short_name}"
    email = f"{role}@{federation.slug}.example"
    user = User.objects.filter(email=email).first()
    user = user or User.objects.create_user(email, name=name)
    if role == CHAIR:
        _seat(user, federation)
    else:
        _role(user, federation, role)
    return user


def _role(user: User, federation: Federation, role: str) -> None:
    if user.roles.filter(federation=federation, kind=role).exists():
        return
    member = federation.members.first() if role == Role.Kind.MEMBER else None
    Role.objects.create(user=user, federation=federation, kind=role, member=member)


def _seat(user: User, federation: Federation) -> None:
    """Put the chair in a regular seat of today; where the federation has none the role must do."""
    seats = seats_on(timezone.localdate()).filter(member__federation=federation)
    if seats.filter(user=user).exists():
        return
    vacant = seats.filter(kind=BoardSeat.Kind.REGULAR, user=None)
    seat = vacant.filter(office=BoardSeat.Office.CHAIR).first() or vacant.first()
    if seat is None:
        _role(user, federation, Role.Kind.BOARD)
        return
    seat.user, seat.office = user, BoardSeat.Office.CHAIR
    seat.save(update_fields=["user", "office"])
