"""From signing in to reading, as each of the roles, by pointer and by keyboard."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from finsam.members.permissions import REFUSALS, Action
from tests.browser.people import sign_in

ROLES = ["Förbundschef", "Kansli", "Ordförande", "Ledamot", "Medlemsrepresentant", "Revisor"]
OTHERS = ["Ordförande", "Ledamot", "Medlemsrepresentant", "Revisor"]
NARROW = 390


def read_from_start(page: Page, title: str) -> None:
    page.get_by_role("link", name=re.compile("^Läs planen")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


@pytest.mark.parametrize("role", ["Förbundschef", "Kansli"])
def test_the_office_reads_its_draft_and_what_the_checks_find(page: Page, role: str) -> None:
    sign_in(page, role, "ange")
    expect(page.locator(".who")).to_contain_text(f"{role}, ")
    expect(page.locator(".hero")).to_contain_text("Utkast")
    read_from_start(page, "Verksamhetsplan och budget 2022")
    page.get_by_role("link", name="Kontroller", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kontroller")
    page.get_by_role("link", name="Till planen").click()
    expect(page).to_have_url(re.compile("/ange/2022/$"))


@pytest.mark.parametrize("role", ROLES)
def test_everyone_reads_a_decided_plan(page: Page, role: str) -> None:
    sign_in(page, role, "sodra-lappland")
    expect(page.locator(".hero")).to_contain_text("Beslutad 2023-11-30, reviderad 2024-03-21")
    read_from_start(page, "Verksamhetsplan 2024")


@pytest.mark.parametrize("role", OTHERS)
def test_a_draft_is_closed_to_the_others_with_the_reason(page: Page, role: str) -> None:
    sign_in(page, role, "ange")
    expect(page.locator(".hero-reason")).to_have_text(REFUSALS[Action.READ_PLAN].reason)
    expect(page.get_by_role("link", name=re.compile("^Läs planen"))).to_have_count(0)
    response = page.goto("/ange/2022/")
    assert response
    assert response.status == 403
    expect(page.locator("main")).to_contain_text(REFUSALS[Action.READ_PLAN].reason)


def test_another_federations_plan_is_not_there(page: Page) -> None:
    sign_in(page, "Förbundschef", "ange")
    response = page.goto("/sodra-lappland/2024/")
    assert response
    assert response.status == 404
    page.get_by_role("link", name="Till mina förbund").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mina förbund")


def test_one_comes_to_where_one_was_going(page: Page) -> None:
    page.goto("/ange/2022/")
    expect(page).to_have_url(re.compile(r"/logga-in/\?next=/ange/2022/$"))
    door = page.locator('.door[data-federation="ange"]')
    door.get_by_role("button", name=re.compile("^Förbundschef")).click()
    expect(page).to_have_url(re.compile("/ange/2022/$"))


def test_signing_out_closes_the_door(page: Page) -> None:
    sign_in(page, "Förbundschef", "ange")
    page.get_by_role("button", name="Logga ut").click()
    expect(page).to_have_url(re.compile("/logga-in/$"))
    page.goto("/ange/2022/")
    expect(page).to_have_url(re.compile("/logga-in/"))


def test_the_contents_beside_the_plan_lead_to_its_sections(page: Page) -> None:
    sign_in(page, "Förbundschef", "sodra-lappland")
    page.goto("/sodra-lappland/2024/")
    page.locator("nav.side").get_by_role("link", name=re.compile("Budget$")).click()
    heading = page.get_by_role("heading", name=re.compile("Budget$"), level=2)
    expect(heading).to_be_in_viewport()
    bar, box = page.locator("header.bar").bounding_box(), heading.bounding_box()
    assert bar
    assert box
    assert box["y"] >= bar["height"]


def test_the_contents_on_a_narrow_screen_unfold_and_lead_there_too(page: Page) -> None:
    page.set_viewport_size({"width": NARROW, "height": 800})
    sign_in(page, "Förbundschef", "sodra-lappland")
    page.goto("/sodra-lappland/2024/")
    expect(page.locator("nav.side")).to_be_hidden()
    page.locator(".contents > summary").click()
    contents = page.get_by_role("navigation", name="Innehåll, kort")
    contents.get_by_role("link", name=re.compile("Budget$")).click()
    expect(page.get_by_role("heading", name=re.compile("Budget$"), level=2)).to_be_in_viewport()


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until it has the focus."""
    for _ in range(15):
        page.keyboard.press("Tab")
        if wanted.evaluate("link => link === document.activeElement"):
            break
    expect(wanted).to_be_focused()


def test_a_plan_is_reached_by_keyboard_alone(page: Page) -> None:
    page.goto("/logga-in/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Hoppa till innehållet")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    # Past the field for the code's address, and what belongs to it.
    first = page.locator(".door").first.get_by_role("button").first
    tab_to(page, first)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mina förbund")
    read = page.get_by_role("link", name=re.compile("^Läs planen"))
    tab_to(page, read)
    page.keyboard.press("Enter")
    expect(page.locator("article h1")).to_be_visible()


def test_a_wide_budget_is_scrolled_by_keyboard_in_its_own_box(page: Page) -> None:
    page.set_viewport_size({"width": NARROW, "height": 800})
    sign_in(page, "Förbundschef", "skelleftea-norsjo")
    page.goto("/skelleftea-norsjo/2016/")
    box = page.locator(".bt-box").first
    box.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("box => box.scrollLeft > 0", arg=box.element_handle())


@pytest.mark.parametrize("slug", ["ange", "sodra-lappland"])
def test_a_federations_page_wears_its_colour(page: Page, slug: str) -> None:
    sign_in(page, "Kansli", slug)
    page.goto(f"/{slug}/")
    read = page.get_by_role("link", name=re.compile("^Läs planen"))
    shown = read.evaluate("link => getComputedStyle(link).backgroundColor")
    accent = page.evaluate(
        "getComputedStyle(document.documentElement).getPropertyValue('--accent')"
    )
    red, green, blue = (int(accent.strip()[at : at + 2], 16) for at in (1, 3, 5))
    assert shown == f"rgb({red}, {green}, {blue})"
