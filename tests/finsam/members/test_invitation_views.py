"""Opening an invitation, and accepting it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from finsam.federations.models import Federation
from finsam.members.access import standing
from finsam.members.answering import State, accept
from finsam.members.inviting import revoke
from finsam.members.models import Auditor, BoardSeat, Invitation, Role, User
from tests import factories
from tests.plans.views.html import body, forbidden, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def here() -> Federation:
    return factories.federation()


@pytest.fixture
def anna(client: Client) -> User:
    user = User.objects.create_user("anna@berg.se", name="Anna Berg")
    client.force_login(user)
    return user


def address(invitation: Invitation, verb: str = "") -> str:
    return f"/konto/inbjudan/{invitation.key}/{verb}"


def accepted(client: Client, invitation: Invitation) -> Any:
    return client.post(address(invitation, "tacka-ja/"), follow=True)


def test_it_says_who_invites_to_what_and_until_when(
    client: Client, here: Federation, anna: User
) -> None:
    invitation = factories.invitation(here, anna)
    page = client.get(address(invitation))
    until = timezone.localdate(invitation.expires_at)
    assert text(page) == (
        "Inbjudan till Samordningsförbundet Fjallbygden "
        "Carin Chef bjuder in dig, Anna Berg, att vara med i kansliet . "
        f"Inbjudan gäller till {until}. Tacka ja Inte nu"
    )
    assert forbidden(body(page)) == []
    assert not standing(anna, here).belongs


def test_whoever_is_signed_out_signs_in_first(client: Client, here: Federation) -> None:
    invitation = factories.invitation(here, factories.person())
    page = client.get(address(invitation))
    assert page["Location"] == f"/logga-in/?next={address(invitation)}"


def test_a_role_becomes_the_persons(client: Client, here: Federation, anna: User) -> None:
    invitation = factories.invitation(here, anna)
    page = accepted(client, invitation)
    assert page.redirect_chain == [("/fjallbygden/", 302)]
    assert "Välkommen till Samordningsförbundet Fjallbygden. Du är med i kansliet." in body(page)
    assert standing(anna, here).roles == {"staff"}
    invitation.refresh_from_db()
    assert invitation.accepted_at is not None


def test_a_role_for_a_member_is_for_that_member(
    client: Client, here: Federation, anna: User
) -> None:
    member = factories.member(here)
    accepted(client, factories.invitation(here, anna, role="member", member=member))
    assert [(role.kind, role.member) for role in anna.roles.all()] == [("member", member)]


@pytest.mark.parametrize(("holder", "after"), [("Anna B", "Anna B"), ("", "Anna Berg")])
def test_a_seat_becomes_the_persons(
    client: Client, here: Federation, anna: User, holder: str, after: str
) -> None:
    seat = factories.seat(factories.member(here), office="chair", holder=holder)
    accepted(client, factories.invitation(here, anna, role="", seat=seat))
    seat.refresh_from_db()
    assert (seat.user, seat.holder) == (anna, after)
    assert standing(anna, here).offices == {"chair"}


def test_a_term_becomes_the_persons(client: Client, here: Federation, anna: User) -> None:
    term = factories.term(here)
    accepted(client, factories.invitation(here, anna, role="", term=term))
    assert Auditor.objects.get().user == anna
    assert standing(anna, here).roles == {"auditor"}


def test_a_seat_to_come_gives_nothing_before_its_day(
    client: Client, here: Federation, anna: User
) -> None:
    seat = factories.seat(factories.member(here), starts_on=date(2999, 1, 1))
    invitation = factories.invitation(here, anna, role="", seat=seat)
    page = accepted(client, invitation)
    assert page.redirect_chain == [("/", 302)]
    assert "Du är med i Samordningsförbundet Fjallbygden från och med 2999-01-01." in body(page)
    assert client.get("/fjallbygden/").status_code == 404
    assert "Uppdraget har inte börjat" in text(client.get(address(invitation)))


def test_accepted_twice_is_accepted_once(client: Client, here: Federation, anna: User) -> None:
    invitation = factories.invitation(here, anna)
    accepted(client, invitation)
    again = accepted(client, invitation)
    assert again.redirect_chain == [("/fjallbygden/", 302)]
    assert "Välkommen" not in body(again)
    assert Role.objects.count() == 1
    assert "Du har redan tackat ja." in text(client.get(address(invitation)))


def test_a_role_that_was_taken_away_does_not_come_back(
    client: Client, here: Federation, anna: User
) -> None:
    invitation = factories.invitation(here, anna)
    accepted(client, invitation)
    anna.roles.all().delete()
    accepted(client, invitation)
    assert not standing(anna, here).belongs


def ended(here: Federation, anna: User, how: str) -> Invitation:
    """An invitation that can no longer be accepted."""
    yesterday = timezone.localdate() - timedelta(days=1)
    member = factories.member(here)
    if how == "expired":
        return factories.invitation(here, anna, days=-1)
    if how == "revoked":
        return factories.invitation(here, anna, revoked_at=timezone.now())
    if how == "ended":
        seat = factories.seat(member, ends_on=yesterday)
        return factories.invitation(here, anna, role="", seat=seat)
    if how == "taken":
        seat = factories.seat(member, factories.person(email="bo@dal.se"))
        return factories.invitation(here, anna, role="", seat=seat)
    member.left_on = yesterday
    member.save()
    return factories.invitation(here, anna, role="member", member=member)


ENDS = [
    ("expired", "Inbjudan har gått ut. Be den som bjöd in dig att skicka den igen."),
    ("revoked", "Inbjudan är återkallad."),
    ("ended", "Det som inbjudan gällde är slut, eller så har någon annan det."),
    ("taken", "Det som inbjudan gällde är slut, eller så har någon annan det."),
    ("left", "Det som inbjudan gällde är slut, eller så har någon annan det."),
]


@pytest.mark.parametrize(("how", "message"), ENDS)
def test_what_is_over_cannot_be_accepted(
    client: Client, here: Federation, anna: User, how: str, message: str
) -> None:
    invitation = ended(here, anna, how)
    page = client.get(address(invitation))
    assert message in text(page)
    assert "Tacka ja" not in text(page)
    answer = client.post(address(invitation, "tacka-ja/"))
    assert (answer.status_code, message in text(answer)) == (422, True)
    assert not standing(anna, here).belongs
    assert not Role.objects.exists()
    assert not BoardSeat.objects.filter(user=anna).exists()
    assert "Du är inbjuden" not in text(client.get("/"))


def test_another_account_is_told_whose_it_is_in_part(
    client: Client, here: Federation, anna: User
) -> None:
    invitation = factories.invitation(here, factories.person(email="maria@dal.se"))
    page = client.get(address(invitation))
    assert "Den är till m***@dal.se. Du är inloggad som Anna Berg." in text(page)
    for secret in ("maria", "Fjallbygden", "Carin"):
        assert secret not in body(page)
    assert client.post(address(invitation, "tacka-ja/"))["Location"] == address(invitation)
    assert not Role.objects.exists()


def test_somebody_else_at_the_same_address_cannot_accept_it(
    client: Client, here: Federation, anna: User
) -> None:
    bo = User.objects.create_user(anna.email, name="Bo Dal")
    invitation = factories.invitation(here, bo)
    assert client.post(address(invitation, "tacka-ja/"))["Location"] == address(invitation)
    assert not Role.objects.exists()


def test_the_other_account_is_come_to_by_signing_out(
    client: Client, here: Federation, anna: User
) -> None:
    invitation = factories.invitation(here, factories.person(email="maria@dal.se"))
    page = client.post(address(invitation, "byt-konto/"), follow=True)
    assert page.redirect_chain[-1] == (f"/logga-in/?next={address(invitation)}", 302)


def test_a_key_that_is_none_is_not_there(client: Client, anna: User) -> None:
    place = f"/konto/inbjudan/{factories.key('ingen')}/"
    answers = [client.get(place), client.post(f"{place}tacka-ja/")]
    assert [answer.status_code for answer in answers] == [404, 404]


@pytest.mark.parametrize("verb", ["tacka-ja/", "byt-konto/"])
def test_nothing_is_done_by_a_link(client: Client, here: Federation, anna: User, verb: str) -> None:
    assert client.get(address(factories.invitation(here, anna), verb)).status_code == 405


def test_open_invitations_are_on_the_start_page(
    client: Client, here: Federation, anna: User
) -> None:
    invitation = factories.invitation(here, anna)
    factories.invitation(factories.federation("slattbygden"), factories.person(email="bo@dal.se"))
    page = client.get("/")
    assert "Du är inbjuden till Samordningsförbundet Fjallbygden av Carin Chef." in text(page)
    assert f'href="{address(invitation)}"' in body(page)
    assert "Slattbygden" not in text(page)
    accepted(client, invitation)
    assert "Du är inbjuden" not in text(client.get("/"))


def at_once(*deeds: Callable[[], object]) -> list[object]:
    """What each gave, when all are done at once, each on a connection of its own."""
    together = Barrier(len(deeds))

    def done(deed: Callable[[], object]) -> object:
        try:
            together.wait()
            return deed()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as people:
        return list(people.map(done, deeds))


@pytest.mark.django_db(transaction=True)
def test_accepted_at_once_it_is_given_once() -> None:
    federation = factories.federation()
    invitation = factories.invitation(federation, factories.person())
    states = at_once(*[lambda: accept(invitation=invitation)] * 4)
    assert sorted(str(state) for state in states) == [*["State.ACCEPTED"] * 3, "State.OPEN"]
    assert Role.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_accepted_and_taken_back_at_once_it_is_one_of_them() -> None:
    federation = factories.federation()
    invitation = factories.invitation(federation, factories.person())
    state, is_revoked = at_once(
        lambda: accept(invitation=invitation), lambda: revoke(invitation=invitation)
    )
    assert (state is State.OPEN) is not is_revoked
    assert Role.objects.count() == (1 if state is State.OPEN else 0)


@pytest.mark.django_db(transaction=True)
def test_a_seat_is_given_to_one_of_two() -> None:
    federation = factories.federation()
    seat = factories.seat(factories.member(federation))
    first, second = (
        factories.invitation(federation, factories.person(email=email), role="", seat=seat)
        for email in ("anna@berg.se", "bo@dal.se")
    )
    states = at_once(lambda: accept(invitation=first), lambda: accept(invitation=second))
    assert sorted(str(state) for state in states) == ["State.OPEN", "State.OVER"]
