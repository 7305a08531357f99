"""Which roles a person has in a federation. Every question of access begins here."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.utils import timezone

from finsam.federations.models import Federation
from finsam.members.models import BoardSeat, Role, User
from finsam.swedish import alphabetical

OFFICE = frozenset({Role.Kind.CHIEF, Role.Kind.STAFF})
"""The office: those who write the plan."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether something is allowed, and if not, why, in words for the person."""

    allowed: bool
    reason: str = ""
    fact: str = ""
    """What a page of its own says first, without its full stop."""

    def __bool__(self) -> bool:
        return self.allowed


ALLOWED = Verdict(True)


FOUNDING_IS_THE_ADMINISTRATORS = Verdict(
    False,
    "Bara administratören lägger till förbund. Hör av dig till den som sköter tjänsten.",
    fact="Att lägga till förbund är administratörens sak",
)


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
    def is_office(self) -> bool:
        """Chief, staff or administrator."""
        return self.is_administrator or bool(self.roles & OFFICE)

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

    A board seat held on the day makes a board member, with its office of chair or vice chair.
    """
    if not isinstance(user, User):
        return Standing()
    roles = user.roles.filter(federation=federation)
    seats = seats_on(on or timezone.localdate()).filter(user=user, member__federation=federation)
    return _standing(
        user, roles.values_list("kind", flat=True), seats.values_list("office", flat=True)
    )


def standings(user: User, on: date | None = None) -> list[tuple[Federation, Standing]]:
    """Every federation that the person belongs to, in Swedish order, with the standing there.

    All of them for an administrator. Three queries, however many.
    """
    kinds: dict[int, list[str]] = defaultdict(list)
    for federation, kind in user.roles.values_list("federation", "kind"):
        kinds[federation].append(kind)
    offices: dict[int, list[str]] = defaultdict(list)
    seats = seats_on(on or timezone.localdate()).filter(user=user)
    for federation, office in seats.values_list("member__federation", "office"):
        offices[federation].append(office)
    theirs = Federation.objects.defer("logo")
    if not user.is_superuser:
        theirs = theirs.filter(pk__in={*kinds, *offices})
    return [(f, _standing(user, kinds[f.pk], offices[f.pk])) for f in in_order(theirs)]


def may_found(user: User, *, demo: bool) -> Verdict:
    """Administrators add federations; in demo mode whoever is signed in."""
    return ALLOWED if demo or user.is_superuser else FOUNDING_IS_THE_ADMINISTRATORS


def in_order(federations: Iterable[Federation]) -> list[Federation]:
    """Federations by their short names in Swedish order (å ä ö last)."""
    return sorted(federations, key=lambda federation: alphabetical(federation.short_name))


def seats_on(day: date) -> QuerySet[BoardSeat]:
    """The board seats that are valid on a day."""
    return BoardSeat.objects.filter(
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
