"""My account: where I am signed in, and the end of it."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from finsam.letters.models import Letter
from finsam.members.models import User
from tests import factories
from tests.finsam.members.signing_in import sign_in

pytestmark = pytest.mark.django_db

ACCOUNT, OTHERS = "/konto/", "/konto/sessioner/logga-ut-andra/"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile Safari/604.1"


def anna() -> User:
    return User.objects.create_user("anna@berg.se", name="Anna Berg")


def browser(user: User, user_agent: str = PHONE) -> Client:
    return sign_in(Client(headers={"user-agent": user_agent}), user)


def session_of(client: Client) -> UserSession:
    return UserSession.objects.get(session_key=client.session.session_key)


def is_signed_in(client: Client) -> bool:
    return client.get("/").status_code == 200


def passkey(of: User, name: str = "Min telefon") -> Authenticator:
    return Authenticator.objects.create(user=of, type="webauthn", data={"name": name})


def test_my_account_says_who_i_am_and_what_i_may_do_where() -> None:
    user = anna()
    factories.person("chief", factories.federation(), email=user.email)
    factories.person("auditor", factories.federation("slattbygden"), email=user.email)
    page = browser(user, FIREFOX).get(ACCOUNT).content.decode()
    for said in ("Anna Berg", "anna@berg.se", "Förbundschef", "Revisor", "Firefox på Linux"):
        assert said in page


def test_each_place_is_listed_by_its_device() -> None:
    user = anna()
    here, there = browser(user, FIREFOX), browser(user)
    page = here.get(ACCOUNT).content.decode()
    assert page.index("Firefox på Linux") < page.index("den här enheten")
    assert "Safari på iPhone" in page
    there.post("/logga-ut/")
    assert "Safari på iPhone" not in here.get(ACCOUNT).content.decode()


def test_a_session_that_has_run_out_is_not_listed() -> None:
    user = anna()
    here, there = browser(user, FIREFOX), browser(user)
    session = there.session
    session.set_expiry(timezone.now() - timedelta(minutes=1))
    session.save()
    assert "Safari på iPhone" not in here.get(ACCOUNT).content.decode()


def test_a_session_is_ended_from_another_at_once() -> None:
    user = anna()
    here, there = browser(user), browser(user)
    address = f"/konto/sessioner/{session_of(there).pk}/logga-ut/"
    response = here.post(address)
    assert (response.status_code, response["Location"]) == (302, ACCOUNT)
    assert (is_signed_in(here), is_signed_in(there)) == (True, False)


def test_ones_own_session_may_be_ended_too() -> None:
    here = browser(anna())
    response = here.post(f"/konto/sessioner/{session_of(here).pk}/logga-ut/")
    assert response["Location"] == "/logga-in/"
    assert not is_signed_in(here)


def test_all_others_are_ended_at_once() -> None:
    user = anna()
    here, others = browser(user), [browser(user) for _ in range(3)]
    assert here.post(OTHERS)["Location"] == ACCOUNT
    assert is_signed_in(here)
    assert not any(is_signed_in(other) for other in others)


def test_nobody_ends_anothers_session() -> None:
    here, there = browser(anna()), browser(factories.person(email="bo@berg.se"))
    assert here.post(f"/konto/sessioner/{session_of(there).pk}/logga-ut/").status_code == 404
    here.post(OTHERS)
    assert is_signed_in(there)


def test_a_session_lives_on_while_it_is_used_and_is_noted_seldom(
    monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    here = browser(anna())
    before = session_of(here).last_seen_at
    here.get("/konto/farger.css")
    assert session_of(here).last_seen_at == before
    later = timezone.now().timestamp() + 11 * 60
    monkeypatch.setattr("time.time", lambda: later)
    here.get("/konto/farger.css")
    assert session_of(here).last_seen_at > before


@pytest.mark.parametrize("count", [1, 20])
def test_the_page_takes_as_many_queries_at_one_as_at_many(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    user = anna()
    for number in range(count):
        of = factories.federation(f"forbund-{number}")
        factories.person("chief", of, email=user.email)
        passkey(user)
        other = Client()
        other.force_login(user)
        UserSession.objects.create(user=user, ip="127.0.0.1", session_key=other.session.session_key)
    client.force_login(user)
    # Session, person, three for the standings, passkeys, sessions.
    with django_assert_num_queries(7):
        page = client.get(ACCOUNT).content.decode()
    assert page.count("Okänd enhet") == 2 * count


def test_a_passkey_gets_another_name(client: Client) -> None:
    user = anna()
    client.force_login(user)
    address = f"/konto/passkeys/{passkey(user).pk}/"
    assert 'value="Min telefon"' in client.get(address).content.decode()
    response = client.post(address, {"name": "Jobbtelefonen"})
    assert (response.status_code, response["Location"]) == (302, ACCOUNT)
    assert "Jobbtelefonen" in client.get(ACCOUNT).content.decode()


@pytest.mark.parametrize(
    ("name", "message"),
    [("", "Skriv vad passkeyn ska heta."), ("a" * 61, "Skriv högst 60 tecken.")],
)
def test_a_passkey_must_be_called_something(client: Client, name: str, message: str) -> None:
    user = anna()
    client.force_login(user)
    response = client.post(f"/konto/passkeys/{passkey(user).pk}/", {"name": name})
    assert response.status_code == 422
    assert message in response.content.decode()


def test_a_removed_passkey_is_gone_and_its_owner_is_told(client: Client) -> None:
    user = anna()
    client.force_login(user)
    response = client.post(f"/konto/passkeys/{passkey(user).pk}/ta-bort/")
    assert (response.status_code, response["Location"]) == (302, ACCOUNT)
    assert not Authenticator.objects.exists()
    letter = Letter.objects.get()
    assert (letter.kind, letter.to_address) == ("passkey_removed", "anna@berg.se")


def test_nobody_touches_anothers_passkey(client: Client) -> None:
    key = passkey(factories.person(email="bo@berg.se"))
    client.force_login(anna())
    assert client.get(f"/konto/passkeys/{key.pk}/").status_code == 404
    assert client.post(f"/konto/passkeys/{key.pk}/", {"name": "Min"}).status_code == 404
    assert client.post(f"/konto/passkeys/{key.pk}/ta-bort/").status_code == 404
    assert Authenticator.objects.get().data == {"name": "Min telefon"}


@pytest.mark.parametrize("credential", ["", "{}", "[]", "1", '"a"', "no json", '{"id": 1}'])
def test_what_is_no_passkey_is_not_kept(client: Client, credential: str) -> None:
    client.force_login(anna())
    client.get("/konto/passkeys/ny/")
    sent = {"name": "Min telefon", "credential": credential}
    response = client.post("/konto/passkeys/ny/", sent)
    assert response.status_code == 422
    assert 'value="Min telefon"' in response.content.decode()
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize("credential", ["", "{}", "[]", "1", '"a"', "no json", '{"id": 1}'])
def test_what_is_no_passkey_signs_nobody_in(client: Client, credential: str) -> None:
    client.get("/logga-in/passkey/", headers={"accept": "application/json"})
    response = client.post("/logga-in/passkey/", {"credential": credential})
    assert (response.status_code, response["Location"]) == (302, "/logga-in/")
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    "address", [OTHERS, "/konto/sessioner/1/logga-ut/", "/konto/passkeys/1/ta-bort/"]
)
def test_what_changes_anything_takes_a_button(client: Client, address: str) -> None:
    client.force_login(anna())
    assert client.get(address).status_code == 405
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(User.objects.get())
    assert strict.post(address).status_code == 403


@pytest.mark.parametrize("address", [ACCOUNT, "/konto/passkeys/ny/", "/konto/passkeys/1/"])
def test_the_pages_ask_for_sign_in(client: Client, address: str) -> None:
    assert client.get(address)["Location"] == f"/logga-in/?next={address}"
