"""A real browser: the system's Chromium, driven by Playwright."""

import os
import shutil
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    Request,
    ViewportSize,
    sync_playwright,
)
from pytest_django.live_server_helper import LiveServer
from pytest_django.plugin import DjangoDbBlocker

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDE: ViewportSize = {"width": 1440, "height": 900}
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")

# Playwright's loop runs in the tests' thread, and Django would not let the ORM work beside it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test here needs the database.

    It is said after the tests were sorted by that, so that these come last: they share what
    `house` has committed.
    """
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.django_db)


@pytest.fixture(scope="package")
def house(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[LiveServer]:
    """The product, served with the five example plans to every test here.

    Nothing is taken back, between the tests or after them: none of them changes an example plan,
    what they begin is new beside them, and those that want an empty database have been run.
    """
    with django_db_blocker.unblock():
        call_command("loadexamples", stdout=StringIO())
        server = LiveServer("localhost")
        # The first request imports all of the product: that is no test's to wait for.
        Client().get("/logga-in/")
        yield server
        server.stop()
        end_other_sessions()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    assert program, "Chromium is missing: `make test` installs it."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


def end_other_sessions() -> None:
    """End what the server's threads have left: a database in use cannot be dropped."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    # Beside Playwright's loop this is not the connection that the tests were set up with.
    connection.close()


def profile(browser: Browser, url: str) -> BrowserContext:
    """A fresh profile: another person's browser."""
    context = browser.new_context(
        base_url=url, locale="sv-SE", timezone_id="Europe/Stockholm", viewport=WIDE
    )
    context.set_default_timeout(10_000)
    return context


@pytest.fixture
def colleague(browser: Browser, house: LiveServer) -> Iterator[Page]:
    """An empty page in another person's browser."""
    context = profile(browser, house.url)
    yield context.new_page()
    context.close()


@pytest.fixture
def page(browser: Browser, house: LiveServer) -> Iterator[Page]:
    """An empty page in a fresh profile. It fails the test if anything goes wrong behind it.

    That is: an error in the console, blocked content too, and a request to another host.
    """
    context = profile(browser, house.url)
    page = context.new_page()
    wrong: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type == "error" and not is_expected(message):
            wrong.append(f"{message.text} ({message.location['url']})")

    def is_expected(message: ConsoleMessage) -> bool:
        """What the test asked for: a refused page or save, no icon, what axe itself tries."""
        url, missing = message.location["url"], message.text.startswith("Failed to load resource")
        own = (page.url, f"{house.url}/favicon.ico")
        return url == "" or (missing and (url in own or "/spara/" in url))

    def note_exception(error: Error) -> None:
        wrong.append(str(error))

    def note_request(request: Request) -> None:
        if not request.url.startswith((f"{house.url}/", "data:")):
            wrong.append(f"asked {request.url}")

    page.on("console", note)
    page.on("pageerror", note_exception)
    page.on("request", note_request)
    yield page
    context.close()
    assert wrong == []
