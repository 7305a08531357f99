"""Passkeys: made on the account's page, and a way in."""

import json
import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from finsam.letters.models import Letter
from finsam.members.models import User
from tests import factories
from tests.finsam.members.signing_in import CODE, SIGN_IN, WHO, ask, newest_code
from tests.finsam.members.softkey import SoftKey

pytestmark = pytest.mark.django_db

NEW, SHOW = "/konto/passkeys/ny/", "/logga-in/passkey/"


def local() -> Client:
    """A browser at localhost, which may keep passkeys without https."""
    return Client(SERVER_NAME="localhost")


def anna() -> User:
    return User.objects.create_user("anna@berg.se", name="Anna")


def options(page: str) -> Any:
    found = re.search(r'id="passkey-options" type="application/json">(.*?)</script>', page)
    assert found
    return json.loads(found[1])


def add(user: User, key: SoftKey, name: str = "Min telefon") -> Any:
    """Make a passkey on the person's own page."""
    client = local()
    client.force_login(user)
    credential = key.make(options(client.get(NEW).content.decode()))
    return client.post(NEW, {"name": name, "credential": credential})


def show(client: Client, key: SoftKey, **fields: str) -> Any:
    """Sign in with the passkey."""
    asked = client.get(SHOW, headers={"accept": "application/json"}).json()
    return client.post(SHOW, {"credential": key.show(asked)} | fields)


def assert_refused(client: Client, response: Any) -> None:
    assert (response.status_code, response["Location"]) == (302, SIGN_IN)
    assert "_auth_user_id" not in client.session
    said = client.get(SIGN_IN).content.decode()
    assert "Passkeyn gick inte att använda." in said or "lämnade ingen passkey" in said


def test_a_passkey_is_asked_for_in_the_products_name_and_the_persons() -> None:
    client = local()
    client.force_login(anna())
    asked = options(client.get(NEW).content.decode())["creation_options"]["publicKey"]
    assert asked["rp"] == {"id": "localhost", "name": "Finsam"}
    assert (asked["user"]["name"], asked["user"]["displayName"]) == ("anna@berg.se", "Anna")
    assert asked["authenticatorSelection"]["residentKey"] == "required"
    assert asked["authenticatorSelection"]["userVerification"] == "required"


def test_a_new_passkey_is_kept_and_its_owner_is_told() -> None:
    response = add(anna(), SoftKey())
    assert (response.status_code, response["Location"]) == (302, "/konto/")
    assert Authenticator.objects.get().data["name"] == "Min telefon"
    letter = Letter.objects.get()
    assert (letter.kind, letter.to_address) == ("passkey_added", "anna@berg.se")


def test_one_signs_in_with_a_passkey_without_saying_who_one_is() -> None:
    user, key, client = anna(), SoftKey(), local()
    User.objects.create_user("anna@berg.se", name="Bo, som delar adressen")
    add(user, key)
    response = show(client, key, next="/konto/")
    assert (response.status_code, response["Location"]) == (302, "/konto/")
    assert client.session["_auth_user_id"] == str(user.pk)
    assert client.cookies["sessionid"]["max-age"] == ""
    assert "den här enheten" in client.get("/konto/").content.decode()


def test_a_passkey_leads_nobody_out_of_the_product() -> None:
    key = SoftKey()
    add(anna(), key)
    assert show(local(), key, next="https://example.com/")["Location"] == "/"


def test_whoever_has_asked_for_a_code_may_show_a_passkey_instead() -> None:
    user, key, client = anna(), SoftKey(), local()
    add(user, key)
    ask(client, user.email)
    show(client, key)
    assert client.session["_auth_user_id"] == str(user.pk)


def test_whoever_has_a_passkey_may_still_sign_in_by_a_code_alone() -> None:
    user, client = anna(), local()
    add(user, SoftKey())
    ask(client, user.email)
    assert client.post(CODE, {"code": newest_code(user.email)})["Location"] == "/"
    assert client.session["_auth_user_id"] == str(user.pk)


def test_a_passkey_made_for_another_page_is_not_kept() -> None:
    response = add(anna(), SoftKey(origin="https://example.com"))
    assert response.status_code == 422
    assert not Authenticator.objects.exists()


def test_a_passkey_shown_to_another_page_signs_nobody_in() -> None:
    key, client = SoftKey(), local()
    add(anna(), key)
    key.origin = "https://example.com"
    assert_refused(client, show(client, key))


def test_a_passkey_that_asks_for_no_finger_signs_nobody_in() -> None:
    key, client = SoftKey(), local()
    add(anna(), key)
    key.flags = SoftKey(is_verified=False).flags
    assert_refused(client, show(client, key))


def test_a_passkey_without_its_secret_signs_nobody_in() -> None:
    key, thief, client = SoftKey(), SoftKey(), local()
    add(anna(), key)
    key.key = thief.key
    assert_refused(client, show(client, key))


def test_a_passkey_signs_in_as_nobody_but_its_owner() -> None:
    key, client = SoftKey(), local()
    add(anna(), key)
    other, others = factories.person(email="bo@berg.se"), SoftKey()
    add(other, others)
    key.user = others.user
    assert_refused(client, show(client, key))


def test_an_answer_is_of_use_once() -> None:
    key, client = SoftKey(), local()
    add(anna(), key)
    asked = client.get(SHOW, headers={"accept": "application/json"}).json()
    answer = {"credential": key.show(asked)}
    assert client.post(SHOW, answer)["Location"] == "/"
    client.post("/logga-ut/")
    assert_refused(client, client.post(SHOW, answer))


def test_a_removed_passkey_signs_nobody_in() -> None:
    user, key, client = anna(), SoftKey(), local()
    add(user, key)
    client.force_login(user)
    client.post(f"/konto/passkeys/{Authenticator.objects.get().pk}/ta-bort/")
    client.post("/logga-ut/")
    assert_refused(client, show(client, key))


def test_an_account_that_has_ended_is_not_let_in_by_its_passkey() -> None:
    user, key, client = anna(), SoftKey(), local()
    add(user, key)
    user.is_active = False
    user.save()
    assert_refused(client, show(client, key))


def test_a_passkeys_challenge_comes_as_data_and_otherwise_the_page_is_the_sign_in() -> None:
    client = local()
    asked = client.get(SHOW, headers={"accept": "application/json"}).json()
    assert asked["request_options"]["publicKey"]["userVerification"] == "required"
    # Whose passkeys there are is told to nobody.
    assert not asked["request_options"]["publicKey"].get("allowCredentials")
    assert client.get(SHOW)["Location"] == SIGN_IN


def test_too_many_passkeys_are_answered_with_a_pause() -> None:
    client = local()
    statuses = [client.post(SHOW, {"credential": "{}"}).status_code for _ in range(12)]
    assert statuses == [302] * 10 + [429] * 2
    assert "För många försök" in client.post(SHOW).content.decode()


def test_nobody_is_asked_who_one_is_after_a_passkey() -> None:
    key, client = SoftKey(), local()
    add(anna(), key)
    show(client, key)
    assert client.get(WHO)["Location"] == SIGN_IN
