"""Signing in by a code."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django.fixtures import Settings

from finsam.letters.models import Letter
from finsam.members.models import User
from finsam.members.sign_in_forms import WRONG_CODE
from tests import factories
from tests.finsam.members.signing_in import CODE, SIGN_IN, WHO, ask, code_in, newest_code, who

pytestmark = pytest.mark.django_db

ANNA = "anna@berg.se"


@pytest.fixture(autouse=True)
def real_use(settings: Settings) -> None:
    settings.DEMO = False


def type_code(client: Client, code: str, **fields: str) -> Any:
    return client.post(CODE, {"code": code} | fields)


def wrong(code: str) -> str:
    """A code that the right one is not."""
    return "".join(str((int(digit) + 1) % 10) for digit in code)


@pytest.mark.parametrize("typed", [ANNA, "  ANNA@Berg.se "])
def test_one_signs_in_by_the_code_in_the_letter(client: Client, typed: str) -> None:
    factories.person(email=ANNA)
    response = ask(client, typed)
    assert (response.status_code, response["Location"]) == (302, CODE)
    page = client.get(CODE).content.decode()
    assert ANNA in page
    assert 'autocomplete="one-time-code"' in page
    response = type_code(client, newest_code(ANNA))
    assert (response.status_code, response["Location"]) == (302, "/")
    assert who(client) == ANNA
    assert client.get("/").status_code == 200


@pytest.mark.parametrize("form", ["{a} {b}", "{a}-{b}", " {a}{b} ", "{a}.{b}"])
def test_spaces_and_dashes_in_a_code_do_not_matter(client: Client, form: str) -> None:
    factories.person(email=ANNA)
    ask(client, ANNA)
    code = newest_code(ANNA)
    assert type_code(client, form.format(a=code[:4], b=code[4:])).status_code == 302
    assert who(client) == ANNA


def test_the_letter_is_secret_and_carries_no_link(client: Client) -> None:
    factories.person(email=ANNA)
    ask(client, ANNA)
    letter = Letter.objects.get()
    assert (letter.kind, letter.to_address, letter.is_secret) == ("sign_in_code", ANNA, True)
    assert re.search(r"^\d{4} \d{4}$", letter.body, re.M)
    assert "http" not in letter.body
    assert code_in(letter) not in letter.subject


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("", "Skriv din e-postadress."),
        ("anna", "Skriv adressen som namn@exempel.se."),
        ("anna@berg", "Skriv adressen som namn@exempel.se."),
        ("a" * 250 + "@berg.se", "Skriv högst 254 tecken."),
    ],
)
def test_what_is_no_address_is_said_and_kept(client: Client, typed: str, message: str) -> None:
    response = ask(client, typed)
    assert response.status_code == 422
    assert message in response.content.decode()
    assert f'value="{typed}"' in response.content.decode() or not typed
    assert not Letter.objects.exists()


def test_a_wrong_code_is_said_and_the_next_may_be_right(client: Client) -> None:
    factories.person(email=ANNA)
    ask(client, ANNA)
    code = newest_code(ANNA)
    response = type_code(client, wrong(code))
    assert response.status_code == 422
    assert WRONG_CODE in response.content.decode()
    assert "_auth_user_id" not in client.session
    type_code(client, code)
    assert who(client) == ANNA


def test_an_empty_code_is_no_try(client: Client) -> None:
    factories.person(email=ANNA)
    ask(client, ANNA)
    for _ in range(6):
        response = type_code(client, "")
        assert response.status_code == 422
        assert "Skriv koden som står i brevet." in response.content.decode()
    type_code(client, newest_code(ANNA))
    assert who(client) == ANNA


def test_after_five_wrong_codes_the_right_one_is_void(client: Client) -> None:
    factories.person(email=ANNA)
    ask(client, ANNA, next="/fjallbygden/")
    code = newest_code(ANNA)
    statuses = [type_code(client, wrong(code)).status_code for _ in range(5)]
    assert statuses == [422, 422, 422, 422, 302]
    response = client.post(CODE, {"code": code}, follow=True)
    assert WRONG_CODE in response.content.decode()
    assert "_auth_user_id" not in client.session


def test_a_code_works_once(client: Client) -> None:
    factories.person(email=ANNA)
    ask(client, ANNA)
    code = newest_code(ANNA)
    type_code(client, code)
    client.post("/logga-ut/")
    response = client.post(CODE, {"code": code}, follow=True)
    assert WRONG_CODE in response.content.decode()
    assert "_auth_user_id" not in client.session


def test_a_new_code_voids_the_one_before(client: Client) -> None:
    factories.person(email=ANNA)
    ask(client, ANNA)
    first = newest_code(ANNA)
    ask(client, ANNA)
    assert first != newest_code(ANNA)
    assert type_code(client, first).status_code == 422
    assert type_code(client, newest_code(ANNA)).status_code == 302


def test_a_code_is_of_no_use_in_another_browser(client: Client) -> None:
    factories.person(email=ANNA)
    ask(client, ANNA)
    other = Client()
    assert type_code(other, newest_code(ANNA))["Location"] == SIGN_IN
    assert "_auth_user_id" not in other.session


@pytest.mark.parametrize(("minutes", "is_signed_in"), [(29, True), (31, False)])
def test_a_code_is_good_for_30_minutes(
    client: Client, monkeypatch: pytest.MonkeyPatch, minutes: int, is_signed_in: bool
) -> None:
    factories.person(email=ANNA)
    ask(client, ANNA)
    later = timezone.now().timestamp() + minutes * 60
    monkeypatch.setattr("time.time", lambda: later)
    type_code(client, newest_code(ANNA))
    assert ("_auth_user_id" in client.session) == is_signed_in


def test_without_a_code_under_way_one_begins_from_the_beginning(client: Client) -> None:
    for address in (CODE, WHO):
        assert client.get(address)["Location"] == SIGN_IN
        assert client.post(address)["Location"] == SIGN_IN


def normalised(queries: CaptureQueriesContext) -> list[str]:
    """What was asked, without the values."""
    values = r"'(?:[^']|'')*'|\b\d+\b|\"s\d+_x\d+\""
    return [re.sub(values, "?", each["sql"]) for each in queries]


def told(client: Client, email: str) -> tuple[list[str], list[object]]:
    """The queries and the answers of a sign-in that fails, but for tokens and the address."""
    answers: list[object] = []
    with CaptureQueriesContext(connection) as queries:
        answers += [ask(client, email)]
        answers += [client.get(CODE)]
        answers += [type_code(client, "0000 0000")]
        answers += [type_code(client, "") for _ in range(2)]
        answers += [ask(client, email)]
    return normalised(queries), [plain(each, email) for each in answers]


def plain(response: Any, email: str) -> tuple[int, str, str]:
    body = re.sub(r'csrfmiddlewaretoken" value="\w+"', "", response.content.decode())
    return response.status_code, response.get("Location", ""), body.replace(email, "")


@pytest.mark.parametrize("unknown", ["nobody@berg.se", "ended@berg.se", "shared@berg.se"])
def test_nothing_tells_whether_an_address_has_an_account(unknown: str) -> None:
    User.objects.create_user("known@berg.se", name="Kim")
    User.objects.create_user("ended@berg.se", is_active=False)
    User.objects.create_user("shared@berg.se", name="Ada")
    User.objects.create_user("shared@berg.se", name="Bo")
    # What is read once and kept is read before.
    told(Client(), "first@berg.se")
    known = told(Client(), "known@berg.se")
    assert told(Client(), unknown) == known
    letters = Letter.objects.values_list("to_address", "is_secret")
    assert sorted(letters.filter(to_address__in=[unknown, "known@berg.se"])) == sorted(
        [(email, True) for email in (unknown, "known@berg.se") for _ in range(2)]
    )


@pytest.mark.parametrize("email", ["nobody@berg.se", "ended@berg.se"])
def test_an_address_without_an_account_is_told_so_by_letter(client: Client, email: str) -> None:
    User.objects.create_user("ended@berg.se", is_active=False)
    ask(client, email)
    letter = Letter.objects.get()
    assert (letter.kind, letter.to_address) == ("no_account", email)
    assert "kansli" in letter.body
    assert not re.search(r"\d{4} \d{4}", letter.body)


def test_whoever_loses_the_account_meanwhile_does_not_get_in(client: Client) -> None:
    anna = factories.person(email=ANNA)
    ask(client, ANNA)
    anna.is_active = False
    anna.save()
    assert type_code(client, newest_code(ANNA))["Location"] == SIGN_IN
    assert "_auth_user_id" not in client.session


def test_whoever_is_signed_in_and_loses_the_account_is_out_at_once(client: Client) -> None:
    anna = factories.person(email=ANNA)
    client.force_login(anna)
    anna.is_active = False
    anna.save()
    assert client.get("/").status_code == 302


def shared() -> tuple[User, User]:
    return (
        User.objects.create_user(ANNA, name="Örjan"),
        User.objects.create_user(ANNA, name="Anna"),
    )


def test_at_a_shared_address_one_says_who_one_is(client: Client) -> None:
    orjan, _ = shared()
    User.objects.create_user(ANNA, name="Slutade", is_active=False)
    ask(client, ANNA, next="/fjallbygden/")
    assert type_code(client, newest_code(ANNA))["Location"] == WHO
    assert "_auth_user_id" not in client.session
    page = client.get(WHO).content.decode()
    assert re.findall(r'name="person"[^>]*>([^<]+)<', page) == ["Anna", "Örjan"]
    response = client.post(WHO, {"person": orjan.pk})
    assert (response.status_code, response["Location"]) == (302, "/fjallbygden/")
    assert client.session["_auth_user_id"] == str(orjan.pk)


def test_nobody_becomes_a_person_of_another_address(client: Client) -> None:
    shared()
    other = factories.person(email="other@berg.se")
    ask(client, ANNA)
    type_code(client, newest_code(ANNA))
    for person in (str(other.pk), "", "x"):
        response = client.post(WHO, {"person": person})
        assert response.status_code == 422
        assert "Den personen finns inte på adressen." in response.content.decode()
    assert "_auth_user_id" not in client.session


def test_nobody_says_who_one_is_before_the_code(client: Client) -> None:
    orjan, _ = shared()
    ask(client, ANNA)
    assert client.post(WHO, {"person": orjan.pk})["Location"] == SIGN_IN
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("address", ["https://example.com/", "//example.com", "/\\example.com"])
def test_nobody_is_led_out_of_the_product(client: Client, address: str) -> None:
    factories.person(email=ANNA)
    ask(client, ANNA, next=address)
    assert type_code(client, newest_code(ANNA), next=address)["Location"] == "/"


def test_one_goes_on_to_where_one_was_going(client: Client) -> None:
    factories.person(email=ANNA)
    ask(client, ANNA, next="/konto/inloggad/?a=1")
    assert type_code(client, newest_code(ANNA))["Location"] == "/konto/inloggad/?a=1"


def test_a_device_is_remembered_for_90_days_when_asked(client: Client) -> None:
    factories.person(email=ANNA)
    ask(client, ANNA)
    type_code(client, newest_code(ANNA), remember="on")
    age = client.session.get_expiry_age()
    assert timedelta(days=90) - timedelta(seconds=age) < timedelta(minutes=1)
    assert int(client.cookies["sessionid"]["max-age"]) > 89 * 86_400


def test_otherwise_a_session_ends_with_the_browser_and_after_12_hours(client: Client) -> None:
    factories.person(email=ANNA)
    ask(client, ANNA)
    type_code(client, newest_code(ANNA))
    assert client.cookies["sessionid"]["max-age"] == ""
    assert client.session.get_expiry_age() == 12 * 3600


def test_a_hundred_wrong_codes_never_get_in_and_are_stopped(client: Client) -> None:
    factories.person(email=ANNA)
    statuses = []
    for attempt in range(100):
        if attempt % 5 == 0:
            statuses.append(ask(client, ANNA).status_code)
        statuses.append(type_code(client, wrong(newest_code(ANNA))).status_code)
    assert "_auth_user_id" not in client.session
    assert statuses.count(422) <= 20
    assert statuses[-1] == 429
    # The right one does not get in either, until the pause is over.
    page = type_code(client, newest_code(ANNA))
    assert page.status_code in (302, 429)
    assert "_auth_user_id" not in client.session
    assert Letter.objects.count() <= 6


def test_a_pause_is_said_in_the_products_look(client: Client) -> None:
    for _ in range(6):
        assert ask(client, ANNA).status_code == 302
    response = ask(client, ANNA)
    assert response.status_code == 429
    assert "För många försök på kort tid." in response.content.decode()


def test_wrong_codes_are_counted_across_browsers(client: Client) -> None:
    factories.person(email=ANNA)
    statuses = []
    for _ in range(5):
        browser = Client()
        ask(browser, ANNA)
        statuses += [type_code(browser, wrong(newest_code(ANNA))).status_code for _ in range(4)]
    assert statuses == [422] * 20
    ask(client, ANNA)
    assert type_code(client, newest_code(ANNA)).status_code == 429


@pytest.mark.parametrize(
    ("proxies", "forwarded", "statuses"),
    [
        # Straight to us: what a client writes about itself is not believed.
        (0, ["1.1.1.1", "2.2.2.2"], [302, 429]),
        # Through the proxy: what it wrote, last, is.
        (1, ["9.9.9.9, 1.1.1.1", "9.9.9.9, 2.2.2.2"], [302, 302]),
        (1, ["1.1.1.1, 9.9.9.9", "2.2.2.2, 9.9.9.9"], [302, 429]),
    ],
)
def test_only_the_proxys_word_is_believed_about_where_one_is(
    client: Client, settings: Settings, proxies: int, forwarded: list[str], statuses: list[int]
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    settings.ACCOUNT_RATE_LIMITS = {"request_login_code": "1/h/ip"}
    answered = [
        client.post(
            SIGN_IN, {"email": f"a{n}@berg.se"}, headers={"x-forwarded-for": address}
        ).status_code
        for n, address in enumerate(forwarded)
    ]
    assert answered == statuses


@pytest.mark.parametrize("address", [SIGN_IN, CODE, WHO])
@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_the_pages_take_no_other_method(client: Client, address: str, method: str) -> None:
    assert getattr(client, method)(address).status_code == 405


def test_the_pages_are_never_kept_by_a_cache(client: Client) -> None:
    shared()
    for address in (SIGN_IN, CODE, WHO):
        assert "no-store" in client.get(address)["Cache-Control"]


@pytest.mark.parametrize(
    ("has_mail", "demo", "ways"),
    [
        (True, False, []),
        (True, True, []),
        (False, False, ["manage.py letters"]),
        (False, True, ["Öppna Utkorg"]),
    ],
)
def test_where_letters_go_nowhere_it_is_said(
    client: Client, settings: Settings, has_mail: bool, demo: bool, ways: list[str]
) -> None:
    settings.IS_MAIL_CONFIGURED, settings.DEMO = has_mail, demo
    ask(client, ANNA)
    page = client.get(CODE).content.decode()
    assert [way for way in ("manage.py letters", "Öppna Utkorg") if way in page] == ways
