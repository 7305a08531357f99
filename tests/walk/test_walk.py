"""Every address × method × who, in each state of a plan, against the table of permissions."""

from collections.abc import Collection, Iterator
from copy import deepcopy
from itertools import combinations
from typing import Any
from zlib import crc32

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from finsam.members.models import Role, User
from finsam.members.permissions import ANY, RULES, Action, Party, decide
from plans.access import IN_A_PLAN, WRITTEN_AS
from tests import factories
from tests.walk.lines import ADMIN, LINES, OPEN, OWN, PLACES, SIGNED_IN, Line
from tests.walk.planted import Planted, plant, share, somebody

pytestmark = pytest.mark.django_db

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
STATES = ("draft", "shared to read", "shared to write in the budget", "decided")
PAIRS = list(combinations(Party, 2))
IN_PAIRS = ("shared to write in the budget", "decided")
ONE_IN = 20
REFUSED = {403, 404, 405}

Answer = tuple[str, str, Any, Any]


def patterns(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every address by its name, or by its route where it has none."""
    space = f"{resolver.namespace}:" if resolver.namespace else ""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            yield f"{before}{space}{entry.name or entry.pattern}", entry
        else:
            yield from patterns(entry, before + space)


ADDRESSES = {name: entry for name, entry in patterns(get_resolver()) if not name.startswith(ADMIN)}


def test_every_address_has_a_line_and_every_line_an_address() -> None:
    assert set(ADDRESSES) == set(LINES)


def test_every_action_of_an_address_stands_in_the_table() -> None:
    known = {action for action, _ in RULES} | {OPEN, SIGNED_IN, OWN}
    assert [name for name, line in LINES.items() if not set(line.needs) <= known] == []


def thing(name: str, planted: Planted) -> int:
    """What the address names by its id."""
    if "letter" in name:
        return planted.letter.pk
    named: dict[str, Any] = {"undo": planted.change, "restore": planted.change}
    named |= {"take_role": planted.role, "take_seat": planted.seat, "take_term": planted.term}
    return int(named.get(name, planted.share).pk)


def address(name: str, planted: Planted) -> str:
    """The address, with what has been planted in its places."""
    line = LINES[name]
    known = {**PLACES, "pk": thing(name, planted), **line.at}
    return reverse(
        name, kwargs={place: known[place] for place in ADDRESSES[name].pattern.converters}
    )


def expected(
    line: Line, method: str, parties: Collection[Party], state: str, shared: Collection[Action]
) -> int | str:
    """The status that the table says, or "answers"."""
    if method not in line.methods:
        return 405
    if {OPEN, SIGNED_IN} & set(line.needs):
        return "answers"
    if not parties or OWN in line.needs:
        return 404
    needs = [Action(need) for need in line.needs]
    if needs[0] not in IN_A_PLAN:
        return "answers" if any(decide(a, parties, ANY) for a in needs) else 403
    may = {a: decide(a, parties, state, is_shared=a in shared) for a in [Action.READ_PLAN, *needs]}
    return "answers" if may[Action.READ_PLAN] and any(may[a] for a in needs) else 403


def ask(client: Client, method: str, where: str, line: Line) -> Any:
    """What is answered; nothing that it did stays done."""
    sends = line.sends if method == "POST" else None
    cookies = deepcopy(client.cookies)
    with transaction.atomic():
        response = getattr(client, method.lower())(where, sends or {})
        content = b"".join(response) if response.streaming else response.content
        transaction.set_rollback(True)
    client.cookies = cookies
    response.said = content.decode(errors="ignore")
    return response


def wrong(response: Any, wanted: int | str) -> bool:
    """Whether the answer is another than it should be, or refuses and tells all the same."""
    status = response.status_code
    if wanted == "answers":
        return status in REFUSED or status >= 500
    return status != wanted or factories.SECRET in response.said


def walk(
    client: Client,
    planted: Planted,
    state: str,
    parties: Collection[Party],
    *,
    shared: Collection[Action] = (),
    methods: Collection[str] = METHODS,
    with_slow: bool = False,
) -> list[Answer]:
    """Every address by every method; what is not as the table says.

    Slow answers and those to HEAD are asked for where `with_slow`. What a pair of roles is answered
    as each of them is alone has been seen there: of that one in so many is asked for.
    """
    found: list[Answer] = []
    for name, line in LINES.items():
        for method in methods:
            wanted = expected(line, method, parties, state, shared)
            is_long = line.is_slow or method == "HEAD"
            if wanted == "answers" and is_long and not with_slow:
                continue
            alone = {expected(line, method, [party], state, shared) for party in parties}
            if len(parties) > 1 and alone == {wanted} and not is_drawn(name, method, parties):
                continue
            response = ask(client, method, address(name, planted), line)
            if wrong(response, wanted):
                found.append((name, method, response.status_code, wanted))
    return found


def is_drawn(*what: object) -> bool:
    """One in `ONE_IN`, the same each time."""
    return crc32(repr([str(part) for part in what]).encode()) % ONE_IN == 0


def planted_in(state: str) -> Planted:
    return plant(is_decided=state == "decided")


def shared_in(state: str, planted: Planted, user: User) -> frozenset[Action]:
    """The draft is shared with the person as the state says; what that lets them."""
    if not state.startswith("shared"):
        return frozenset()
    parts = ["budget"] if "budget" in state else []
    share(planted.plan, user, parts)
    return frozenset({Action.READ_PLAN, *(WRITTEN_AS[part] for part in parts)})


def methods_in(state: str) -> Collection[str]:
    """No address takes the last four, whatever the plan's state: they are tried in one of them."""
    return METHODS if state == "draft" else METHODS[:3]


def status_of(state: str) -> str:
    return "decided" if state == "decided" else "draft"


OFFICE = (Party.ADMINISTRATOR, Party.CHIEF, Party.STAFF)
ALONE = [
    (party, state)
    for party in Party
    for state in (("draft", "decided") if party in OFFICE else STATES)
]
"""Nothing is shared with the office, which has it all."""


@pytest.mark.parametrize(("party", "state"), ALONE, ids=["-".join(one) for one in ALONE])
def test_each_role_alone(client: Client, party: Party, state: str) -> None:
    planted = planted_in(state)
    user = somebody(planted.plan, [party])
    shared = shared_in(state, planted, user)
    client.force_login(user)
    with_slow = party in (Party.STAFF, Party.AUDITOR)
    said = walk(
        client,
        planted,
        status_of(state),
        [party],
        shared=shared,
        methods=methods_in(state),
        with_slow=with_slow,
    )
    assert said == []


@pytest.mark.parametrize("state", IN_PAIRS)
@pytest.mark.parametrize("first", list(Party)[:-1], ids=str)
def test_each_pair_of_roles(client: Client, first: Party, state: str) -> None:
    planted = planted_in(state)
    for pair in (pair for pair in PAIRS if pair[0] == first):
        user = somebody(planted.plan, pair)
        shared = shared_in(state, planted, user)
        client.force_login(user)
        found = walk(
            client,
            planted,
            status_of(state),
            pair,
            shared=shared,
            methods=["GET", "POST"],
        )
        assert (pair, found) == (pair, [])


def stranger(planted: Planted) -> User:
    """An account without anything."""
    return factories.person(email="ingen@berg.se")


def neighbour(planted: Planted) -> User:
    """Another federation's chief, with a plan of the same keys."""
    other = plant("slattbygden")
    return factories.person("chief", other.plan.federation, email="granne@slatt.se")


def left(planted: Planted) -> User:
    """Somebody whose role and seat were for a member that has left."""
    member = factories.member(planted.plan.federation, "Utträdda kommunen")
    user = factories.person(email="ute@berg.se")
    Role.objects.create(user=user, federation=planted.plan.federation, kind="member", member=member)
    factories.seat(member, user, office="chair")
    type(member).objects.filter(pk=member.pk).update(left_on="2020-12-31")
    return user


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("who", [stranger, neighbour, left], ids=lambda who: str(who.__name__))
def test_an_outsider_finds_nothing_whatever_was_shared(
    client: Client, who: Any, state: str
) -> None:
    planted = planted_in(state)
    user = who(planted)
    shared_in(state, planted, user)
    client.force_login(user)
    assert walk(client, planted, status_of(state), [], methods=methods_in(state)) == []


@pytest.mark.parametrize("state", ["draft", "decided"])
def test_without_sign_in_there_is_the_door(client: Client, state: str) -> None:
    planted = planted_in(state)
    found = []
    for name, line in LINES.items():
        for method in METHODS:
            response = ask(client, method, address(name, planted), line)
            if OPEN in line.needs:
                is_wrong = wrong(response, "answers" if method in line.methods else 405)
            else:
                is_wrong = wrong(response, 302) or not response["Location"].startswith("/logga-in/")
            if is_wrong:
                found.append((name, method, response.status_code))
    assert found == []


def admin_addresses() -> list[str]:
    known = {"app_label": "members"}
    found = []
    for name, entry in patterns(get_resolver()):
        if name.startswith(ADMIN) and entry.name not in (None, "login", "logout"):
            places = entry.pattern.regex.groupindex
            found.append(reverse(name, kwargs={one: known.get(one, "1") for one in places}))
    return found


@pytest.mark.parametrize("party", [None, *Party], ids=str)
def test_the_admin_is_the_administrators(client: Client, party: Party | None) -> None:
    planted = plant()
    if party:
        client.force_login(somebody(planted.plan, [party]))
    found = []
    for where in admin_addresses():
        for method in ("GET", "POST"):
            response = ask(client, method, where, LINES["start"])
            is_door = response.status_code == 302 and "/log" in response["Location"]
            is_right = response.status_code < 500 if party == Party.ADMINISTRATOR else is_door
            if not is_right:
                found.append((where, method, response.status_code))
    assert found == []
