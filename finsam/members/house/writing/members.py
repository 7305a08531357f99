"""The federation's members: their order, and what stands on one of them."""

from django.db import transaction
from django.db.models import Max, ProtectedError

from finsam.members.models import Member


class StoodUpon(Exception):
    """Why a member is not taken away, in Swedish."""


def last_position(member: Member) -> int:
    """Where a new member goes: after the others."""
    others = Member.objects.filter(federation=member.federation)
    last: int | None = others.aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1


def move_member(*, member: Member, step: int) -> None:
    """Move a member up (-1) or down (1) among those that have not left.

    At the end of the row it stays where it is. All get their numbers anew.
    """
    members = list(Member.objects.filter(federation=member.federation))
    present = [one for one in members if one.left_on is None]
    if member not in present:
        return
    at = present.index(member)
    to = min(max(at + step, 0), len(present) - 1)
    present.insert(to, present.pop(at))
    ordered = [*present, *(one for one in members if one.left_on is not None)]
    for position, one in enumerate(ordered):
        one.position = position
    Member.objects.bulk_update(ordered, ["position"])


@transaction.atomic
def remove_member(*, member: Member) -> None:
    """Take away a member that nothing stands on. Raises StoodUpon with what does."""
    standing = [_seats(member.seats.count()), "roller" if member.roles.exists() else ""]
    reasons = [reason for reason in standing if reason]
    if reasons:
        raise StoodUpon(_sentence(member, reasons))
    try:
        with transaction.atomic():
            member.delete()
    except ProtectedError as error:
        names = {str(row._meta.verbose_name_plural) for row in error.protected_objects}
        raise StoodUpon(_sentence(member, [f"{name} i planer" for name in sorted(names)])) from None


def _seats(count: int) -> str:
    if not count:
        return ""
    return "en plats i styrelsen" if count == 1 else f"{count} platser i styrelsen"


def _sentence(member: Member, reasons: list[str]) -> str:
    return (
        f"{member.name} kan inte tas bort: på medlemmen står {' och '.join(reasons)}. "
        "Skriv i stället vilken dag medlemmen lämnar förbundet."
    )
