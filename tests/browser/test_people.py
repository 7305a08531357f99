"""An invitation from the chief's page to the invited person's."""

from playwright.sync_api import Page, ViewportSize

from finsam.federations.models import Federation
from finsam.members.models import Invitation, Member
from tests.browser.axe import violations
from tests.browser.conftest import WIDE
from tests.browser.elsewhere import elsewhere
from tests.browser.people import sign_in

NARROW: ViewportSize = {"width": 390, "height": 844}


def a_federation() -> None:
    """Grannbygden, with a member that has three in the board."""
    federation = Federation.objects.create(
        slug="grannbygden", name="Samordningsförbundet Grannbygden", short_name="Grannbygden"
    )
    member = Member.objects.create(federation=federation, name="Provs kommun", kind="municipality")
    for number in range(3):
        member.seats.create(holder=f"Ledamot {number}", position=number)


def test_somebody_is_invited_and_accepts(page: Page, colleague: Page) -> None:
    elsewhere(a_federation)
    sign_in(page, "Förbundschef", "grannbygden")
    page.goto("/grannbygden/")
    page.get_by_role("link", name="Personer och inbjudningar").click()
    page.get_by_text("Bara du kan bjuda in").wait_for()
    page.get_by_role("link", name="Bjud in", exact=True).click()
    page.get_by_label("Som").select_option(label="Ekonom")
    page.get_by_label("Namn").fill("Ekonom, Grannbygden")
    page.get_by_label("E-post").fill("inte en adress")
    page.get_by_role("button", name="Bjud in").click()
    page.get_by_text("Skriv adressen som namn@kommun.se.").wait_for()
    assert_sound(page)
    page.get_by_label("E-post").fill("economist@grannbygden.example")
    page.get_by_role("button", name="Bjud in").click()
    page.get_by_text("Väntar på svar").wait_for()
    assert_sound(page)
    page.get_by_role("link", name="Ta bort").first.click()
    page.get_by_role("button", name="Ta bort").click()
    page.get_by_text("Ingen annan kan bjuda in").wait_for()
    assert_sound(page)
    page.goto("/logga-in/")
    assert_sound(page)
    sign_in(colleague, "Kansli", "grannbygden")
    invitation = Invitation.objects.get(federation__slug="grannbygden")
    colleague.goto(f"/konto/inbjudan/{invitation.key}/")
    assert_sound(colleague)
    colleague.get_by_role("button", name="Logga ut och byt konto").click()
    colleague.wait_for_url("**/logga-in/?next=**")
    door = colleague.locator('.door[data-federation="grannbygden"]')
    door.get_by_role("button", name="Ekonom").click()
    colleague.wait_for_url("**/konto/inbjudan/**")
    assert_sound(colleague)
    colleague.goto("/")
    assert_sound(colleague)
    colleague.get_by_role("link", name="Läs inbjudan").click()
    colleague.get_by_role("button", name="Tacka ja").click()
    colleague.get_by_text("Välkommen till Samordningsförbundet Grannbygden.").wait_for()


def assert_sound(page: Page) -> None:
    """Nothing hinders anybody, and nothing is wider than a telephone."""
    page.set_viewport_size(NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    assert violations(page) == []
    page.set_viewport_size(WIDE)
    assert violations(page) == []
