"""Signing in and out, and the colours of the pages that name many federations."""

import re

import pytest
from django.test import Client
from django.utils.http import urlencode
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from finsam.federations.colour import accent_palette
from finsam.members.demo import ROLES
from finsam.members.models import User
from tests import factories

pytestmark = pytest.mark.django_db

SIGN_IN, SIGN_OUT, ACCENTS = "/logga-in/", "/logga-ut/", "/konto/farger.css"


def who(client: Client) -> str:
    """The address of the account that the client is signed in as."""
    return User.objects.get(pk=client.session["_auth_user_id"]).email


def press(client: Client, role: str = "chief", **fields: str) -> tuple[int, str]:
    """Press a role's button: the status and where it leads."""
    response = client.post(SIGN_IN, {"federation": "fjallbygden", "role": role} | fields)
    return response.status_code, response.get("Location", "")


@pytest.mark.parametrize(("role", "label"), ROLES)
def test_each_role_has_a_button_that_signs_in(client: Client, role: str, label: str) -> None:
    factories.seat(factories.member(factories.federation()))
    page = client.get(SIGN_IN).content.decode()
    button = rf'name="role" value="{role}">\s*{label}<span class="sr">, Samordningsförbundet'
    assert re.search(button, page)
    assert press(client, role) == (302, "/")
    assert who(client) == f"{role}@fjallbygden.example"
    assert client.get("/").status_code == 200


def test_another_button_is_another_person(client: Client) -> None:
    factories.federation()
    press(client, "chief")
    press(client, "auditor")
    assert who(client) == "auditor@fjallbygden.example"


@pytest.mark.parametrize(
    "fields",
    [
        {"role": "king"},
        {"role": ""},
        {"federation": "slattbygden"},
        {"federation": ""},
        {"federation": "fjall\x00bygden"},
        {"next": "/\x00"},
    ],
)
def test_a_role_or_federation_that_is_not_there_is_said(
    client: Client, fields: dict[str, str]
) -> None:
    factories.federation()
    sent = {"federation": "fjallbygden", "role": "chief"} | fields
    response = client.post(SIGN_IN, sent)
    assert response.status_code == 422
    assert "Den rollen eller det förbundet finns inte." in response.content.decode()
    assert not User.objects.exists()


def test_a_form_without_anything_is_refused(client: Client) -> None:
    assert client.post(SIGN_IN).status_code == 422


def test_one_goes_on_to_where_one_was_going(client: Client) -> None:
    factories.federation()
    page = client.get(SIGN_IN, {"next": "/fjallbygden/2025/?a=1&b=2"}).content.decode()
    assert '<input type="hidden" name="next" value="/fjallbygden/2025/?a=1&amp;b=2"' in page
    assert press(client, next="/fjallbygden/2025/?a=1") == (302, "/fjallbygden/2025/?a=1")


@pytest.mark.parametrize(
    "address",
    [
        "https://example.com/",
        "//example.com/",
        "///example.com",
        "/\\example.com",
        "\\\\example.com",
        "javascript:alert(1)",
        "http:example.com",
        "http://testserver@example.com/",
        "https:///example.com",
        " //example.com",
        "//[",
        "",
    ],
)
def test_nobody_is_led_out_of_the_product(client: Client, address: str) -> None:
    factories.federation()
    assert press(client, next=address) == (302, "/")


def test_an_address_cannot_carry_a_header(client: Client) -> None:
    factories.federation()
    status, address = press(client, next="/\r\nSet-Cookie: a=b")
    assert (status, "\n" in address) == (302, False)


def test_what_was_asked_for_is_text_on_the_page(client: Client) -> None:
    factories.federation()
    page = client.get(SIGN_IN, {"next": '"><script>alert(1)</script>'}).content.decode()
    assert "alert(1)</script" not in page


def test_the_page_is_never_kept_by_a_cache(client: Client) -> None:
    assert "no-store" in client.get(SIGN_IN)["Cache-Control"]


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_the_page_takes_no_other_method(client: Client, method: str) -> None:
    assert getattr(client, method)(SIGN_IN).status_code == 405


def test_a_form_from_elsewhere_is_refused(client: Client) -> None:
    factories.federation()
    strict = Client(enforce_csrf_checks=True)
    response = strict.post(SIGN_IN, {"federation": "fjallbygden", "role": "chief"})
    assert (response.status_code, User.objects.exists()) == (403, False)
    assert "Formuläret togs inte emot." in response.content.decode()


def test_without_federations_the_page_says_so(client: Client) -> None:
    assert "Det finns inga förbund än." in client.get(SIGN_IN).content.decode()


@pytest.mark.parametrize("count", [1, 30])
def test_the_page_takes_one_query_and_reads_no_logo(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for number in range(count):
        factories.federation(f"forbund-{number}")
    with django_assert_num_queries(1) as queries:
        page = client.get(SIGN_IN).content.decode()
    assert page.count('class="door"') == count
    assert "logo" not in queries[0]["sql"].split("FROM")[0].replace("logo_media_type", "")


@pytest.fixture
def no_demo(settings: Settings) -> None:
    settings.DEMO = False


def test_in_real_use_there_are_no_buttons(client: Client, no_demo: None) -> None:
    factories.federation()
    page = client.get(SIGN_IN, {"next": "/fjallbygden/"}).content.decode()
    assert 'name="role"' not in page
    assert "Fjallbygden" not in page
    assert 'name="next" value="/fjallbygden/"' in page


def test_in_real_use_a_pressed_button_is_refused(client: Client, no_demo: None) -> None:
    factories.federation()
    response = client.post(SIGN_IN, {"federation": "fjallbygden", "role": "chief"})
    assert (response.status_code, User.objects.exists()) == (422, False)
    assert "Skriv din e-postadress." in response.content.decode()


@pytest.mark.parametrize("role", ["chief", "auditor"])
def test_the_admin_is_for_administrators_alone(client: Client, role: str) -> None:
    factories.signed_in(client, role, factories.federation())
    response = client.get("/admin/", follow=True)
    assert response.status_code == 403
    assert "Bara administratörer kommer in här." in response.content.decode()


@pytest.mark.parametrize(
    ("address", "next_address"),
    [
        ("/admin/login/?next=/admin/members/user/", "/admin/members/user/"),
        ("/admin/login/", "/admin/"),
    ],
)
def test_the_admins_sign_in_is_the_same_as_everybodys(
    client: Client, address: str, next_address: str
) -> None:
    response = client.get(address)
    assert response.status_code == 302
    assert response["Location"] == f"/logga-in/?{urlencode({'next': next_address})}"


def test_the_admins_door_takes_nothing(client: Client) -> None:
    assert client.post("/admin/login/").status_code == 405


def test_an_administrator_works_in_the_admin(client: Client) -> None:
    client.force_login(factories.administrator())
    sent = {"email": "Bo@Berg.se", "name": "Bo", "is_active": "on"}
    assert client.post("/admin/members/user/add/", sent).status_code == 302
    bo = User.objects.get(email="bo@berg.se")
    assert bo.has_usable_password() is False
    assert client.get(f"/admin/members/user/{bo.pk}/change/").status_code == 200
    assert "password" not in client.get("/admin/members/user/add/").content.decode()


def test_signing_out_ends_the_session(client: Client) -> None:
    factories.federation()
    press(client)
    response = client.post(SIGN_OUT)
    assert (response.status_code, response["Location"]) == (302, SIGN_IN)
    assert client.get("/").status_code == 302


@pytest.mark.parametrize("method", ["get", "head", "put", "delete"])
def test_signing_out_takes_a_button(client: Client, method: str) -> None:
    factories.federation()
    press(client)
    assert getattr(client, method)(SIGN_OUT).status_code == 405
    assert client.get("/").status_code == 200


def test_signing_out_takes_a_button_of_our_own() -> None:
    assert Client(enforce_csrf_checks=True).post(SIGN_OUT).status_code == 403


def test_signing_out_twice_is_no_error(client: Client) -> None:
    assert client.post(SIGN_OUT).status_code == 302


def test_the_colours_are_those_of_every_federation_on_the_demos_page(client: Client) -> None:
    here = factories.federation(accent="#6d2e46")
    factories.federation("slattbygden", accent="#2c5a3c")
    response = client.get(ACCENTS)
    assert (response.status_code, response["Content-Type"]) == (200, "text/css; charset=utf-8")
    expected = [("fjallbygden", "#6d2e46"), ("slattbygden", "#2c5a3c")]
    assert response.content.decode() == "".join(
        f'[data-federation="{slug}"]{{{accent_palette(accent).declarations()}}}\n'
        for slug, accent in expected
    )
    assert factories.signed_in(client, "chief", here).get(ACCENTS).content == response.content


def test_in_real_use_the_colours_are_those_of_ones_own(client: Client, no_demo: None) -> None:
    here = factories.federation()
    factories.federation("slattbygden")
    assert client.get(ACCENTS).content == b""
    sheet = factories.signed_in(client, "chief", here).get(ACCENTS).content.decode()
    assert re.findall(r'data-federation="([^"]*)"', sheet) == ["fjallbygden"]


def test_the_colours_are_never_kept_by_a_cache(client: Client) -> None:
    assert "no-store" in client.get(ACCENTS)["Cache-Control"]


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_the_colours_are_for_reading(client: Client, method: str) -> None:
    assert getattr(client, method)(ACCENTS).status_code == 405
