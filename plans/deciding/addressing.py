"""Whom a version can be sent to: the people of the federation, in the groups they belong to."""

from dataclasses import dataclass

from finsam.federations.models import Federation
from finsam.members.access import people_in
from finsam.members.models import User
from finsam.members.permissions import Party
from plans.deciding.versions import Addressee

GROUPS: tuple[tuple[Party, str], ...] = (
    (Party.BOARD, "Styrelsen"),
    (Party.MEMBER, "Medlemmarnas representanter"),
    (Party.AUDITOR, "Revisorerna"),
    (Party.PREPARATION, "Beredningsgruppen"),
    (Party.ECONOMIST, "Ekonomen"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """People who are sent things together. Somebody may stand in more than one."""

    party: Party
    name: str
    people: tuple[User, ...]


def groups_of(federation: Federation) -> list[Group]:
    """Everybody with an account today by what they are; a group with nobody is left out.

    Three queries.
    """
    people = people_in(federation)
    groups = (
        Group(
            party=party,
            name=name,
            people=tuple(user for user, person in people if party in person.parties),
        )
        for party, name in GROUPS
    )
    return [group for group in groups if group.people]


def addressee(user: User) -> Addressee:
    """A person with an account as a version's recipient."""
    return Addressee(name=str(user), address=user.email, user=user)
