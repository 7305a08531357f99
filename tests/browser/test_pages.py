"""Every page, at every width: nothing hinders people and nothing runs off the screen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from pytest_django.fixtures import Settings

from tests.browser.axe import violations
from tests.browser.people import sign_in

WIDTHS = (360, 390, 1440)
EXAMINED = (390, 1440)
PAGES = {
    "sign-in": ("", "/logga-in/"),
    "refused sign-in": ("", "/logga-in/?next=/ange/2022/"),
    "gallery": ("", "/galleri/"),
    "start of the office": ("Förbundschef", "/"),
    "start of the board": ("Ledamot", "/"),
    "federation": ("Förbundschef", "/ange/"),
    "federation to the board": ("Ledamot", "/ange/"),
    "Ånge": ("Förbundschef", "/ange/2022/"),
    "Blekinge": ("Förbundschef", "/blekinge/2023/"),
    "Skellefteå-Norsjö": ("Förbundschef", "/skelleftea-norsjo/2016/"),
    "Södra Lappland": ("Förbundschef", "/sodra-lappland/2024/"),
    "Västra Östergötland": ("Förbundschef", "/vastra-ostergotland/2025/"),
    "goals": ("Förbundschef", "/ange/2022/mal/"),
    "insatser": ("Förbundschef", "/ange/2022/insatser/"),
    "findings": ("Förbundschef", "/skelleftea-norsjo/2016/kontroller/"),
    "no findings": ("Förbundschef", "/ange/2022/kontroller/"),
    "nothing to compare": ("Förbundschef", "/ange/2022/jamfor/"),
    "house": ("Förbundschef", "/blekinge/forbundet/"),
    "house, members": ("Förbundschef", "/blekinge/forbundet/medlemmar/"),
    "house, new member": ("Kansli", "/blekinge/forbundet/medlemmar/ny/"),
    "house, board": ("Förbundschef", "/sodra-lappland/forbundet/styrelsen/"),
    "house, new period": ("Förbundschef", "/sodra-lappland/forbundet/styrelsen/ny-period/"),
    "house, new seat": ("Förbundschef", "/blekinge/forbundet/styrelsen/ny/"),
    "house, auditors": ("Förbundschef", "/blekinge/forbundet/revisorer/"),
    "house, rules": ("Förbundschef", "/blekinge/forbundet/regler/"),
    "house, meetings": ("Förbundschef", "/blekinge/forbundet/moten/"),
    "house, checks": ("Förbundschef", "/blekinge/forbundet/kontroller/"),
    "house, share key": ("Förbundschef", "/vastra-ostergotland/forbundet/nyckel/"),
    "403": ("Ledamot", "/ange/2022/"),
    "404": ("Förbundschef", "/ange/2031/"),
}


@pytest.fixture
def opened(page: Page) -> Callable[[str], Page]:
    """Opens a page of PAGES as the person named there."""

    def open_(name: str) -> Page:
        role, address = PAGES[name]
        slug = address.split("/")[1] or "ange"
        if role:
            sign_in(page, role, slug)
        page.goto(address)
        return page

    return open_


def assert_well(page: Page) -> None:
    """Nothing hinders people and nothing runs off the screen."""
    page.wait_for_load_state()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        shown = page.evaluate("document.documentElement.scrollWidth")
        assert (width, shown) == (width, min(shown, width))
        if width in EXAMINED:
            assert (width, violations(page)) == (width, [])


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_well(opened: Callable[[str], Page], name: str) -> None:
    assert_well(opened(name))


def test_the_unfolded_contents_are_well(opened: Callable[[str], Page]) -> None:
    page = opened("Blekinge")
    page.set_viewport_size({"width": 390, "height": 800})
    page.locator(".contents > summary").click()
    assert_well(page)


def test_the_sign_in_of_real_use_is_well(page: Page, settings: Settings) -> None:
    settings.DEMO = False
    page.goto("/logga-in/")
    assert_well(page)
