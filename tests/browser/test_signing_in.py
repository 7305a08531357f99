"""Signing in, as a person does it: a real letter by a real mail server, and a passkey."""

import re
import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.fixtures import Settings

from finsam.members.models import User
from tests.browser.axe import violations
from tests.browser.elsewhere import elsewhere
from tests.finsam.letters.workers import Worker
from tests.mailserver import MailServer, mail_server

PATIENCE = 30
WRONG_CODE = "Koden stämmer inte eller har gått ut. Begär en ny."


@pytest.fixture
def mail(page: Page, settings: Settings) -> Iterator[MailServer]:
    """The product in real use, with its worker and a mail server."""
    settings.DEMO = False
    with mail_server() as server:
        server.use(settings)
        with Worker(server.url, DEMO="0", ALLOWED_HOSTS="localhost"):
            yield server


def account(email: str, *names: str) -> str:
    """Accounts at an address that no other test has."""
    elsewhere(lambda: [User.objects.create_user(email, name=name) for name in names])
    return email


def letters_to(server: MailServer, email: str) -> list[str]:
    return ["\n".join(m.get_content().splitlines()) for m in server.messages if m["To"] == email]


def code(server: MailServer, email: str, number: int = 1) -> str:
    """The code of the letter with that number to the address, once it has come."""
    deadline = time.monotonic() + PATIENCE
    while len(letters_to(server, email)) < number:
        assert time.monotonic() < deadline, "no letter has come"
        time.sleep(0.05)
    found = re.search(r"^\d{4} \d{4}$", letters_to(server, email)[number - 1], re.M)
    assert found
    return found[0]


def ask(page: Page, email: str, address: str = "/logga-in/") -> None:
    page.goto(address)
    page.get_by_label("E-post").fill(email)
    page.get_by_role("button", name="Skicka kod").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Skriv koden")


def type_code(page: Page, typed: str) -> None:
    page.get_by_label("Kod", exact=True).fill(typed)
    page.get_by_role("button", name="Logga in").click()


def assert_well(page: Page) -> None:
    for width in (390, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        shown = page.evaluate("document.documentElement.scrollWidth")
        assert (width, shown) == (width, min(shown, width))
        assert (width, violations(page)) == (width, [])


def test_one_signs_in_by_the_code_in_a_letter(page: Page, mail: MailServer) -> None:
    email = account("kod@berg.example", "Kim Kod")
    page.goto("/konto/")
    assert_well(page)
    page.get_by_label("E-post").fill(" KOD@berg.example ")
    page.get_by_role("button", name="Skicka kod").click()
    right = code(mail, email)
    assert_well(page)
    type_code(page, "0000 0000" if right != "0000 0000" else "1111 1111")
    expect(page.locator(".err-text")).to_have_text(WRONG_CODE)
    assert_well(page)
    type_code(page, right)
    expect(page.get_by_role("heading", level=1)).to_have_text("Mitt konto")
    expect(page.locator("main")).to_contain_text("Kim Kod")
    assert_well(page)
    # The code was of use once.
    page.get_by_role("button", name="Logga ut", exact=True).first.click()
    ask(page, email)
    second = code(mail, email, 2)
    type_code(page, right)
    expect(page.locator(".err-text")).to_have_text(WRONG_CODE)
    type_code(page, second)
    expect(page.get_by_role("heading", level=1)).to_have_text("Mina förbund")


def test_a_code_that_has_expired_is_of_no_use(
    page: Page, mail: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    email = account("sen@berg.example", "Sen Senare")
    ask(page, email)
    right = code(mail, email)
    later = timezone.now() + timedelta(minutes=31)
    monkeypatch.setattr(
        "allauth.account.internal.flows.code_verification.time.time", later.timestamp
    )
    type_code(page, right)
    expect(page.locator(".messages")).to_contain_text(WRONG_CODE)
    expect(page.get_by_role("heading", level=1)).to_have_text("Logga in")


def test_an_unknown_address_gets_the_same_page_and_another_letter(
    page: Page, mail: MailServer
) -> None:
    email = "ingen@berg.example"
    ask(page, email)
    deadline = time.monotonic() + PATIENCE
    while not letters_to(mail, email):
        assert time.monotonic() < deadline, "no letter has come"
        time.sleep(0.05)
    assert "inget konto" in letters_to(mail, email)[0]


def test_at_a_shared_address_one_says_who_one_is(page: Page, mail: MailServer) -> None:
    email = account("registrator@berg.example", "Örjan Öst", "Anna Ask")
    ask(page, email, "/logga-in/?next=/konto/")
    type_code(page, code(mail, email))
    expect(page.get_by_role("heading", level=1)).to_have_text("Vem är du?")
    assert_well(page)
    page.get_by_role("button", name="Örjan Öst").click()
    expect(page.locator("main")).to_contain_text("Örjan Öst")


@pytest.fixture
def authenticator(page: Page) -> Any:
    """A device that keeps passkeys and says yes."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    made = session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return session, made["authenticatorId"]


def test_one_signs_in_by_a_passkey(page: Page, mail: MailServer, authenticator: Any) -> None:
    email = account("delad@berg.example", "Pia Passkey", "Per Passkey")
    ask(page, email)
    type_code(page, code(mail, email))
    page.get_by_role("button", name="Pia Passkey").click()
    page.get_by_role("link", name="Pia Passkey").click()
    page.get_by_role("link", name="Lägg till passkey").click()
    assert_well(page)
    page.get_by_label("Namn").fill("Min telefon")
    page.get_by_role("button", name="Lägg till passkey").click()
    expect(page.locator(".messages")).to_contain_text("Passkeyn är tillagd.")
    expect(page.locator("main")).to_contain_text("Min telefon")
    assert_well(page)
    page.get_by_role("button", name="Logga ut", exact=True).first.click()
    # The address is shared, but a passkey is a person's own: nothing is asked.
    page.goto("/logga-in/?next=/konto/")
    page.get_by_role("button", name="Logga in med passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mitt konto")
    expect(page.locator("dl")).to_contain_text("Pia Passkey")
    # Who has a passkey may still sign in by a code, and isn't asked for both.
    page.get_by_role("button", name="Logga ut", exact=True).first.click()
    ask(page, email)
    type_code(page, code(mail, email, 2))
    page.get_by_role("button", name="Pia Passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mina förbund")
    # A passkey that is removed opens nothing.
    page.goto("/konto/")
    page.get_by_role("button", name=re.compile("^Ta bort")).click()
    page.get_by_role("button", name="Logga ut", exact=True).first.click()
    page.get_by_role("button", name="Logga in med passkey").click()
    expect(page.locator(".messages")).to_contain_text("Passkeyn gick inte att använda.")
