"""All addresses: which of them answer without sign-in, and what every page carries."""

import re
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, include, path
from pytest_django.fixtures import Settings

from finsam.federations.profile import RESERVED_SLUGS
from finsam.headers import PERMISSIONS
from tests import factories
from tests.plans.views.html import body, forbidden

pytestmark = pytest.mark.django_db

POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
}
VALUES = {
    "slug": "fjallbygden",
    "int": "2025",
    "uuid": str(factories.PICTURE),
    "path": "1",
    "str": "members",
    "": "members",
}
SAMRAD = {
    # To whoever has the link; to anybody else there is nothing (404)
    f"/offentligt/samrad/{factories.PICTURE}/members/",
    f"/offentligt/samrad/{factories.PICTURE}/members/pdf/",
}
OPEN = {
    *SAMRAD,
    "/logga-in/",
    "/logga-ut/",
    "/konto/farger.css",
    # In demo mode alone, as the gallery
    "/konto/utkorg/",
    "/fjallbygden/farg.css",
    "/galleri/",
    # Published plans
    "/offentligt/",
    "/offentligt/fjallbygden/",
    "/offentligt/fjallbygden/2025/",
    "/offentligt/fjallbygden/2025/pdf/",
    f"/offentligt/fjallbygden/2025/bilder/{factories.PICTURE}/",
}
ADMINS_DOOR = {"/admin/login/", "/admin/logout/"}
PAGES = [
    "/",
    "/logga-in/",
    "/galleri/",
    "/fjallbygden/",
    "/fjallbygden/2025/",
    "/fjallbygden/2025/kontroller/",
    "/fjallbygden/ny-plan/",
    "/fjallbygden/tidigare-plan/",
    "/fjallbygden/tidigare/2019/ta-bort/",
    "/konto/",
    "/konto/passkeys/ny/",
    "/konto/nytt-forbund/",
    "/fjallbygden/2031/",
    "/finns/inte/alls",
]


def addresses(resolver: URLResolver, before: str = "/") -> Iterator[str]:
    """Every address of the product, with something in its places."""
    for entry in resolver.url_patterns:
        route = before + _filled(str(entry.pattern))
        if isinstance(entry, URLPattern):
            yield route
        else:
            yield from addresses(entry, route)


def _filled(route: str) -> str:
    plain = re.sub(r"<(?:(\w+):)?\w+>", lambda place: VALUES[place[1] or ""], route)
    # The admin has one address as a pattern: its apps.
    plain = re.sub(r"\(\?P<\w+>([^|)]*)[^)]*\)", r"\1", plain)
    return plain.lstrip("^").removesuffix("$")


def test_only_these_addresses_answer_without_sign_in(client: Client) -> None:
    factories.decided_plan()
    answering, walked = set[str](), 0
    for address in addresses(get_resolver()):
        walked += 1
        response = client.get(address)
        if response.status_code == 302:
            door = "/admin/login/" if address.startswith("/admin/") else "/logga-in/"
            assert response["Location"].startswith((f"{door}?next=", "/logga-in/")), address
        else:
            answering.add(address)
            assert factories.SECRET not in body(response)
    assert answering - ADMINS_DOOR == OPEN
    assert walked > 30


def test_nothing_that_changes_anything_answers_without_sign_in(client: Client) -> None:
    factories.decided_plan()
    for address in addresses(get_resolver()):
        status = client.post(address).status_code
        expected = {302} if address not in OPEN | ADMINS_DOOR else {200, 302, 405, 422}
        expected = {404, 405} if address in SAMRAD else expected
        assert status in expected, address


def test_static_files_answer_without_sign_in(client: Client) -> None:
    with closing(client.get("/static/css/app.css")) as response:
        assert response.status_code == 200


def policy(response: Any) -> set[str]:
    """The Content-Security-Policy of a response, its nonce aside."""
    header = re.sub(r" 'nonce-[^']*'", "", response["Content-Security-Policy"])
    return {part.strip() for part in header.split(";")}


def assert_strict(response: Any, referrer: str = "same-origin") -> None:
    assert policy(response) == POLICY
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == referrer
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert response["Permissions-Policy"] == PERMISSIONS


@pytest.mark.parametrize("is_signed_in", [False, True])
def test_every_address_carries_it_and_nothing_personal_is_kept(
    client: Client, is_signed_in: bool
) -> None:
    """Whatever the answer is: a page, a file, a refusal, the way to the sign-in."""
    factories.decided_plan()
    if is_signed_in:
        client.force_login(factories.administrator())
    for address in {*addresses(get_resolver()), "/healthz", "/finns/inte"}:
        response: Any = client.get(address)
        assert_strict(response, "no-referrer" if address in SAMRAD else "same-origin")
        if response.streaming:
            # Read to its end, a file that is made for the answer is closed.
            b"".join(response)
        kept = response.headers.get("Cache-Control", "")
        is_picture = response.headers.get("Content-Type", "").startswith("image/")
        assert "no-store" in kept or "public" in kept or is_picture, (address, kept)


def test_a_static_file_carries_it_too(client: Client) -> None:
    response: Any = client.get("/static/css/app.css")
    assert_strict(response)
    assert "public" in response["Cache-Control"]
    # Not response.close(), which would end the connection to the database too.
    for close in response._resource_closers:
        close()


@pytest.mark.parametrize("address", PAGES)
def test_a_page_carries_the_strict_policy_and_nothing_that_it_forbids(
    client: Client, address: str
) -> None:
    plan = factories.decided_plan()
    response = factories.signed_in(client, "chief", plan.federation).get(address)
    assert_strict(response)
    assert forbidden(body(response)) == []


@pytest.mark.parametrize(
    "address", ["/fjallbygden/2025/pdf/", "/fjallbygden/2025/word/", "/admin/login/"]
)
def test_the_other_answers_carry_it_too(client: Client, address: str) -> None:
    factories.decided_plan()
    assert_strict(client.get(address))


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError


urlpatterns = [
    path("sonder/", login_not_required(broken)),
    path("", include("finsam.urls")),
]


@pytest.mark.filterwarnings("ignore")
def test_a_page_that_breaks_says_so_without_details_and_carries_it_too(settings: Settings) -> None:
    settings.ROOT_URLCONF = __name__
    response = Client(raise_request_exception=False).get("/sonder/")
    assert response.status_code == 500
    assert "Felet ligger i tjänsten, inte hos dig" in body(response)
    assert "RuntimeError" not in body(response)
    assert_strict(response)
    assert forbidden(body(response)) == []


def test_a_refused_form_carries_it_too() -> None:
    response = Client(enforce_csrf_checks=True).post("/logga-ut/")
    assert response.status_code == 403
    assert_strict(response)
    assert forbidden(body(response)) == []


def test_another_hosts_name_is_refused_and_carries_it_too(client: Client) -> None:
    response = client.get("/logga-in/", headers={"host": "example.com"})
    assert response.status_code == 400
    assert_strict(response)
    assert forbidden(body(response)) == []


def test_a_page_refused_with_a_reason_carries_it_too(client: Client) -> None:
    plan = factories.draft_plan()
    response = factories.signed_in(client, "board", plan.federation).get("/fjallbygden/2025/")
    assert response.status_code == 403
    assert_strict(response)
    assert forbidden(body(response)) == []


def test_the_session_is_out_of_scripts_reach(client: Client) -> None:
    factories.federation()
    client.post("/logga-in/", {"federation": "fjallbygden", "role": "chief"})
    cookie = client.cookies["sessionid"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_every_reserved_word_is_the_first_part_of_an_address_or_kept_for_one() -> None:
    first = {address.split("/")[1] for address in addresses(get_resolver())}
    assert first - {"", "fjallbygden"} <= set(RESERVED_SLUGS)
    assert {"static", "healthz", "offentligt"} <= set(RESERVED_SLUGS)
