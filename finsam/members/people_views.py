from collections.abc import Sequence
from typing import cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from finsam.federations.models import Federation
from finsam.members.access import standing
from finsam.members.appointing import LastAppointer, appointers
from finsam.members.entering import FederationAccess, federation_to
from finsam.members.models import Auditor, BoardSeat, Role, User
from finsam.members.people import (
    Holding,
    Invited,
    Person,
    invited_to,
    people_of,
    role_holding,
    seat_holding,
    term_holding,
)
from finsam.members.permissions import Action
from finsam.members.removing import take_account, take_role
from finsam.members.targets import Target, free_seats, free_terms, period, target_of

Held = Role | BoardSeat | Auditor


@require_safe
def people(request: HttpRequest, slug: str) -> HttpResponse:
    """Everybody who has something in the federation, and those who are invited."""
    access = federation_to(request, slug, Action.SEE_PEOPLE)
    federation = access.federation
    everybody = people_of(federation)
    invited = invited_to(federation)
    may_appoint = access.standing.may(Action.APPOINT)
    context = {
        "federation": federation,
        "people": everybody,
        "invited": invited,
        "free": _without_account(federation, invited) if may_appoint else [],
        "verdict": may_appoint,
        "letters_url": _letters_url(access),
        "alone": _alone(everybody, appointers(federation)),
        "accent_urls": [federation.accent_url],
    }
    return render(request, "people/people.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def take_away(request: HttpRequest, slug: str, pk: int, kind: str) -> HttpResponse:
    """Ask, then take a role away, or the account from a seat or an auditor's term."""
    federation = federation_to(request, slug, Action.APPOINT).federation
    held = _held(federation, kind, pk)
    user, holding = cast(User, held.user), _holding(held)
    context = {
        "federation": federation,
        "person": user,
        "holding": holding,
        "is_role": isinstance(held, Role),
        "accent_urls": [federation.accent_url],
    }
    if request.method != "POST":
        return render(request, "people/take_away.html", context)
    try:
        _take(federation, held)
    except LastAppointer:
        refused = context | {"is_last": True}
        return render(request, "people/take_away.html", refused, status=422)
    messages.success(request, f"{user} är inte längre med {holding.as_words}.")
    return redirect(_way_on(cast(User, request.user), federation))


def _held(federation: Federation, kind: str, pk: int) -> Held:
    """What an account has in the federation. Raises Http404 for what is another's, or nobody's."""
    rows = {
        "role": Role.objects.filter(federation=federation).select_related("user", "member"),
        "seat": BoardSeat.objects.filter(
            member__federation=federation, user__isnull=False
        ).select_related("user", "member"),
        "term": Auditor.objects.filter(federation=federation, user__isnull=False).select_related(
            "user"
        ),
    }[kind]
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    return cast(Held, found)


def _holding(held: Held) -> Holding:
    day = timezone.localdate()
    if isinstance(held, Role):
        return role_holding(held, day)
    return seat_holding(held, day) if isinstance(held, BoardSeat) else term_holding(held, day)


def _take(federation: Federation, held: Held) -> None:
    if isinstance(held, Role):
        take_role(federation=federation, role=held)
    else:
        take_account(federation=federation, held=held)


def _way_on(user: User, federation: Federation) -> str:
    """Back to the people, or as far as whoever took something from themselves still comes."""
    person = standing(user, federation)
    if person.may(Action.SEE_PEOPLE):
        return reverse("people", args=[federation.slug])
    return federation.get_absolute_url() if person.belongs else reverse("start")


def _letters_url(access: FederationAccess) -> str:
    """Where the invitations' letters are, for those who may read them."""
    may = access.standing.may(Action.SEE_LETTERS)
    return reverse("letters", args=[access.federation.slug]) if may else ""


def _without_account(
    federation: Federation, invited: Sequence[Invited]
) -> list[tuple[Target, str]]:
    """Seats and terms that nobody signs in for or is invited to, with when they are."""
    day = timezone.localdate()
    awaited = {target_of(each.invitation).code for each in invited if each.is_waiting}
    seats = [(Target(seat=seat), period(seat)) for seat in free_seats(federation, day)]
    terms = [(Target(term=term), period(term)) for term in free_terms(federation, day)]
    return [(target, when) for target, when in seats + terms if target.code not in awaited]


def _alone(everybody: list[Person], accounts: set[int]) -> User | None:
    """Whoever alone can appoint, if there is just one."""
    users = [person.user for person in everybody if person.user.pk in accounts]
    return users[0] if len(users) == 1 else None
