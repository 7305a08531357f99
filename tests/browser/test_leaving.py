"""What is left in a browser when its person has gone, and the admin under our policy."""

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from finsam.members.models import User
from tests.browser import people
from tests.browser.elsewhere import elsewhere

PLAN = "/ange/2022/"


def test_back_shows_nothing_after_signing_out(page: Page, house: LiveServer) -> None:
    people.sign_in(page, "Förbundschef", "ange")
    page.goto(PLAN)
    title = page.get_by_role("heading", level=1)
    expect(title).to_be_visible()
    words = title.inner_text()
    page.get_by_role("button", name="Logga ut").click()
    expect(page).to_have_url(f"{house.url}/logga-in/")
    page.go_back()
    expect(page).to_have_url(f"{house.url}/logga-in/?next={PLAN}")
    assert words not in page.content()


def administrators_session() -> str:
    """The key of a session in which an administrator has signed in."""
    administrator = User.objects.create_superuser("policy@berg.se")
    session = SessionStore()
    session[SESSION_KEY] = str(administrator.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = administrator.get_session_auth_hash()
    session.save()
    return str(session.session_key)


def test_the_admins_pages_work_under_our_policy(page: Page, house: LiveServer) -> None:
    """Nothing of theirs is blocked: `page` fails the test for whatever the console says."""
    cookie = {"name": "sessionid", "value": elsewhere(administrators_session), "url": house.url}
    page.context.add_cookies([cookie])  # type: ignore[list-item]
    for address in ("/admin/", "/admin/members/user/", "/admin/federations/federation/"):
        response = page.goto(address)
        assert response
        assert response.status == 200
    page.locator("#result_list tbody th a").first.click()
    expect(page.locator("#federation_form")).to_be_visible()
