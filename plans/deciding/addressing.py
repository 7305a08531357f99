"""Whom a version can be sent to: the people of the federation, in the groups they belong to."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from finsam.federations.models import Federation
from finsam.members.access import roles_on, seats_on, terms_on
from finsam.members.models import BoardSeat, Role, User
from finsam.swedish import alphabetical
from plans.deciding.versions import Addressee


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """People who are sent things together. Nobody stands in it twice."""

    name: str
    people: tuple[User, ...]


REGULAR, DEPUTIES, AUDITORS = "Styrelsens ledamöter", "Ersättare", "Revisorer"

ROLES: tuple[tuple[str, str], ...] = (
    (Role.Kind.BOARD, REGULAR),
    (Role.Kind.MEMBER, "Medlemmarnas representanter"),
    (Role.Kind.AUDITOR, AUDITORS),
    (Role.Kind.PREPARATION, "Beredningsgruppen"),
    (Role.Kind.ECONOMIST, "Ekonom"),
)


def groups_of(federation: Federation, on: date) -> list[Group]:
    """Everybody with an account who is not of the office alone, by what they are on a day.

    Three queries. Groups without anybody are left out.
    """
    found: dict[str, set[User]] = defaultdict(set)
    seats = seats_on(on).filter(member__federation=federation, user__is_active=True)
    for seat in seats.select_related("user"):
        found[DEPUTIES if seat.kind == BoardSeat.Kind.DEPUTY else REGULAR].add(_account(seat.user))
    roles = roles_on(on).filter(federation=federation, user__is_active=True)
    names = dict(ROLES)
    for role in roles.filter(kind__in=names).select_related("user"):
        found[names[role.kind]].add(role.user)
    terms = terms_on(on).filter(federation=federation, user__is_active=True)
    for term in terms.select_related("user"):
        found[AUDITORS].add(_account(term.user))
    order = [REGULAR, DEPUTIES, *(name for _, name in ROLES if name != REGULAR)]
    return [Group(name=name, people=_in_order(found[name])) for name in order if found[name]]


def addressee(user: User) -> Addressee:
    """A person with an account as a version's recipient."""
    return Addressee(name=str(user), address=user.email, user=user)


def _account(user: User | None) -> User:
    if user is None:
        raise LookupError("a seat without an account was asked for its account")
    return user


def _in_order(people: set[User]) -> tuple[User, ...]:
    return tuple(sorted(people, key=lambda user: (alphabetical(str(user)), user.pk)))
