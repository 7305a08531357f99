"""Demo mode's accounts: one for each role in each federation, named by the role."""

from finsam.federations.models import Federation
from finsam.members.models import BoardSeat, Role, User

CHAIR = "chair"

ROLES: tuple[tuple[str, str], ...] = (
    (Role.Kind.CHIEF, "Förbundschef"),
    (Role.Kind.STAFF, "Kansli"),
    (CHAIR, "Ordförande"),
    (Role.Kind.BOARD, "Ledamot"),
    (Role.Kind.MEMBER, "Medlemsrepresentant"),
    (Role.Kind.AUDITOR, "Revisor"),
)


def demo_account(federation: Federation, role: str) -> User:
    """The account of a role, made the first time it is asked for.

    Raises KeyError for a role that there is none of.
    """
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
    member = federation.members.first() if role == Role.Kind.MEMBER else None
    Role.objects.get_or_create(user=user, federation=federation, kind=role, member=member)


def _seat(user: User, federation: Federation) -> None:
    """Put the chair in a regular seat; where the federation has none the role must do."""
    if BoardSeat.objects.filter(user=user, member__federation=federation).exists():
        return
    seats = BoardSeat.objects.filter(member__federation=federation, kind=BoardSeat.Kind.REGULAR)
    seat = seats.filter(user=None).first()
    if seat is None:
        _role(user, federation, Role.Kind.BOARD)
        return
    seat.user, seat.office = user, BoardSeat.Office.CHAIR
    seat.save(update_fields=["user", "office"])
