"""Which roles a person has in a federation. Every question of access begins here."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet, Value
from django.utils import timezone

from finsam.federations.models import Federation
from finsam.members.models import Auditor, BoardSeat, Role, User
from finsam.members.permissions import ALLOWED, ANY, Action, Party, Verdict, decide
from finsam.swedish import alphabetical


class Refused(PermissionDenied):
    """Not this person's to see or do; the verdict says why."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(verdict.reason)
        self.verdict = verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a person is in one federation, on one day: the union of roles and board seats."""

    roles: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    is_administrator: bool = False

    @property
    def belongs(self) -> bool:
        """Has anything at all to do with the federation."""
        return bool(self.roles) or self.is_administrator

    @property
    def parties(self) -> frozenset[Party]:
        """The columns of the table of permissions that the person has."""
        parties = {Party(name) for name in self.roles | self.offices}
        return frozenset(parties | ({Party.ADMINISTRATOR} if self.is_administrator else set()))

    def may(self, action: Action, state: str = ANY, *, is_shared: bool = False) -> Verdict:
        """Whether the table of permissions lets the person do it."""
        return decide(action, self.parties, state, is_shared=is_shared)

    @property
    def words(self) -> str:
        """The roles and offices in words: "Förbundschef, kansli"."""
        names = [str(label) for kind, label in Role.Kind.choices if kind in self.roles]
        names += [str(label) for kind, label in BoardSeat.Office.choices if kind in self.offices]
        if self.is_administrator:
            names.append("administratör")
        return ", ".join(names).capitalize()


def standing(
    user: User | AnonymousUser, federation: Federation, on: date | None = None
) -> Standing:
    """The person's standing in the federation on a day (today). At most two queries.

    A board seat held on the day makes a board member, with its office of chair or vice chair, and
    an auditor's term an auditor. What was done for a member ends when the member leaves.
    """
    if not isinstance(user, User):
        return Standing()
    day = on or timezone.localdate()
    seats = seats_on(day).filter(user=user, member__federation=federation)
    kinds = _kinds_on(day, user, federation)
    return _standing(user, [kind for _, kind in kinds], seats.values_list("office", flat=True))


def standings(user: User, on: date | None = None) -> list[tuple[Federation, Standing]]:
    """Every federation that the person belongs to, in Swedish order, with the standing there.

    All of them for an administrator. Three queries, however many.
    """
    day = on or timezone.localdate()
    kinds: dict[int, list[str]] = defaultdict(list)
    for federation, kind in _kinds_on(day, user):
        kinds[federation].append(kind)
    offices: dict[int, list[str]] = defaultdict(list)
    seats = seats_on(day).filter(user=user)
    for federation, office in seats.values_list("member__federation", "office"):
        offices[federation].append(office)
    theirs = Federation.objects.defer("logo")
    if not user.is_superuser:
        theirs = theirs.filter(pk__in={*kinds, *offices})
    return [(f, _standing(user, kinds[f.pk], offices[f.pk])) for f in in_order(theirs)]


def people_in(federation: Federation, on: date | None = None) -> list[tuple[User, Standing]]:
    """Everybody with an account who is something in the federation on a day (today), by name.

    Three queries, however many.
    """
    day = on or timezone.localdate()
    kinds: dict[User, set[str]] = defaultdict(set)
    for role in roles_on(day).filter(federation=federation).select_related("user"):
        kinds[role.user].add(role.kind)
    terms = terms_on(day).filter(federation=federation, user__isnull=False)
    for term in terms.select_related("user"):
        kinds[cast(User, term.user)].add(Role.Kind.AUDITOR)
    offices: dict[User, set[str]] = defaultdict(set)
    seats = seats_on(day).filter(member__federation=federation, user__isnull=False)
    for seat in seats.select_related("user"):
        offices[cast(User, seat.user)].add(seat.office)
    users = [user for user in {*kinds, *offices} if user.is_active]
    users.sort(key=lambda user: alphabetical(str(user)))
    return [(user, _standing(user, kinds[user], offices[user])) for user in users]


def may_found(user: User, *, demo: bool) -> Verdict:
    """Administrators add federations; in demo mode whoever is signed in."""
    if demo:
        return ALLOWED
    return Standing(is_administrator=user.is_superuser).may(Action.FOUND_FEDERATION)


def in_order(federations: Iterable[Federation]) -> list[Federation]:
    """Federations by their short names in Swedish order (å ä ö last)."""
    return sorted(federations, key=lambda federation: alphabetical(federation.short_name))


def roles_on(day: date) -> QuerySet[Role]:
    """The roles that count on a day: not those for a member that has left."""
    return Role.objects.filter(
        Q(member=None) | Q(member__left_on=None) | Q(member__left_on__gte=day)
    )


def seats_on(day: date) -> QuerySet[BoardSeat]:
    """The board seats that are valid on a day."""
    still = Q(member__left_on__isnull=True) | Q(member__left_on__gte=day)
    return BoardSeat.objects.filter(still, *_valid_on(day))


def terms_on(day: date) -> QuerySet[Auditor]:
    """The auditors' terms that are valid on a day."""
    return Auditor.objects.filter(*_valid_on(day))


def _kinds_on(day: date, user: User, *federations: Federation) -> QuerySet[Any, tuple[int, str]]:
    """The person's kinds of role, each with its federation's id; an auditor's term is one too."""
    within = {"user": user} | ({"federation__in": federations} if federations else {})
    terms = terms_on(day).filter(**within).values_list("federation", Value(Role.Kind.AUDITOR))
    return roles_on(day).filter(**within).values_list("federation", "kind").union(terms)


def _valid_on(day: date) -> tuple[Q, Q]:
    return (
        Q(starts_on__isnull=True) | Q(starts_on__lte=day),
        Q(ends_on__isnull=True) | Q(ends_on__gte=day),
    )


def _standing(user: User, kinds: Iterable[str], offices: Iterable[str]) -> Standing:
    offices = set(offices)
    board = {str(Role.Kind.BOARD)} if offices else set()
    return Standing(
        roles=frozenset({*kinds} | board),
        offices=frozenset(offices - {""}),
        is_administrator=user.is_superuser,
    )
