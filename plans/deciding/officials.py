"""Where a federation's decisions go: its members' official addresses, and its auditors'."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from finsam.federations.models import Federation
from finsam.members.access import terms_on
from finsam.members.models import Member
from finsam.swedish import listed
from plans.deciding.versions import Addressee

MEMBERS, AUDITORS = "Medlemmarna", "Revisorerna"


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """Somebody who is to have what is decided. `address` is empty where none is filled in."""

    group: str
    name: str
    address: str


def officials_of(federation: Federation) -> list[Official]:
    """Today's members and auditors, in their order. Two queries."""
    today = timezone.localdate()
    members = Member.objects.filter(
        Q(joined_on=None) | Q(joined_on__lte=today),
        Q(left_on=None) | Q(left_on__gte=today),
        federation=federation,
    )
    auditors = terms_on(today).filter(federation=federation)
    found = [
        Official(group=MEMBERS, name=one.name, address=one.official_address) for one in members
    ]
    return found + [
        Official(group=AUDITORS, name=one.holder, address=one.official_address) for one in auditors
    ]


def addressees(officials: Iterable[Official]) -> list[Addressee]:
    """One for each address; several at one address are named together."""
    at: dict[str, list[Official]] = {}
    for one in officials:
        if one.address:
            at.setdefault(one.address.lower(), []).append(one)
    return [
        Addressee(name=listed([one.name for one in found]), address=found[0].address)
        for found in at.values()
    ]
