"""Beginning: a plan from last year's, a federation with its first plan, an earlier plan's PDF.

What they begin stays (see `house`): a plan of 2026 in Västra Östergötland, one of 2024 in
Blekinge, and the federation Provbygden.
"""

import re

from playwright.sync_api import FilePayload, Page, expect

from tests import factories
from tests.browser.people import sign_in
from tests.browser.test_pages import assert_well

VASTRA = "vastra-ostergotland"
PDF = factories.pdf()


def test_a_new_2026_plan_from_vastra_ostergotland_2025(page: Page) -> None:
    sign_in(page, "Förbundschef", VASTRA)
    page.get_by_role("link", name=re.compile("^Ny plan")).click()
    expect(page.get_by_label("Vilket år gäller planen?")).to_have_value("2026")
    chosen = page.get_by_role("radio", name="Från verksamhetsplanen för 2025")
    expect(chosen).to_be_checked()
    moves = page.get_by_role("table", name="Till en plan för 2026")
    expect(moves).to_contain_text("Budget 2025, den sista kolumnen")
    assert_well(page)
    page.get_by_role("button", name="Börja planen").click()
    expect(page).to_have_url(re.compile(f"/{VASTRA}/2026/$"))
    expect(page.locator(".messages")).to_contain_text(
        "Planen för 2026 är börjad från verksamhetsplanen för 2025."
    )
    expect(page.get_by_role("heading", level=1)).to_have_text("Verksamhetsplan 2026")
    budget = page.locator("table.bt")
    expect(budget).to_contain_text("Budget 2026")
    expect(budget).to_contain_text("10 010 000")
    expect(page.locator("article")).to_contain_text(
        "Budget 2026 utgår från Budget 2025, sista kolumnen i verksamhetsplanen för 2025"
    )
    expect(page.locator("article")).not_to_contain_text("siffra saknas")


def test_a_year_that_is_taken_is_told_where_it_is_typed(page: Page) -> None:
    sign_in(page, "Kansli", VASTRA)
    page.goto(f"/{VASTRA}/ny-plan/")
    year = page.get_by_label("Vilket år gäller planen?")
    year.fill("2025")
    page.get_by_role("button", name="Börja planen").click()
    expect(year).to_have_accessible_description(
        "Förbundet har redan en plan för 2025. Välj ett annat år."
    )
    assert_well(page)


def test_a_plan_is_begun_by_keyboard_alone(page: Page) -> None:
    sign_in(page, "Kansli", "blekinge")
    page.goto("/blekinge/ny-plan/")
    page.get_by_label("Vilket år gäller planen?").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("radio", name="Från verksamhetsplanen för 2023")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="Från en mall")).to_be_checked()
    page.keyboard.press("Enter")
    expect(page.locator(".messages")).to_contain_text("är börjad från mallen")
    assert_well(page)


def test_a_new_federation_and_its_first_plan(page: Page) -> None:
    # Of a federation whose people no other test counts the federations of.
    sign_in(page, "Medlemsrepresentant", "blekinge")
    page.get_by_role("link", name="Nytt förbund").click()
    assert_well(page)
    page.get_by_label("Förbundets namn").fill("Samordningsförbundet Provbygden")
    page.get_by_role("button", name="Lägg till förbundet").click()
    expect(page.get_by_text("Lägg till minst en region eller kommun.")).to_be_visible()
    assert_well(page)
    page.get_by_label("Kort namn").fill("Provbygden")
    rows = page.get_by_role("group", name=re.compile("^Medlem "))
    rows.nth(2).get_by_label("Namn").fill("Region Prov")
    rows.nth(3).get_by_label("Namn").fill("Provs kommun")
    page.get_by_role("button", name="Lägg till förbundet").click()
    expect(page).to_have_url(re.compile("/provbygden/$"))
    page.get_by_role("link", name="Ny plan").click()
    expect(page.get_by_role("radio", name="Från en mall")).to_be_checked()
    page.get_by_role("button", name="Börja planen").click()
    expect(page.locator("article")).to_contain_text("När bildades förbundet")
    assert_well(page)


def test_an_earlier_plans_pdf_is_put_in_and_taken_out(page: Page) -> None:
    sign_in(page, "Förbundschef", VASTRA)
    page.goto(f"/{VASTRA}/")
    page.get_by_role("link", name="Lägg in en tidigare plan som PDF").click()
    page.get_by_label("Vilket år gäller planen?").fill("2019")
    page.get_by_label("Titel").fill("Verksamhetsplan 2019")
    page.get_by_label("Beslutad").fill("2018-11-28")
    page.get_by_label("Planens PDF").set_input_files(pdf(b"PK"))
    page.get_by_role("button", name="Lägg in planen").click()
    expect(page.get_by_text("Filen är ingen PDF")).to_be_visible()
    assert_well(page)
    page.get_by_label("Planens PDF").set_input_files(pdf(PDF))
    page.get_by_role("button", name="Lägg in planen").click()
    expect(page.locator(".earlier").first).to_contain_text("Beslutad 2018-11-28. Inlagd som PDF")
    assert_well(page)
    answer = page.request.get(f"/{VASTRA}/tidigare/2019/")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.body() == PDF
    page.get_by_role("link", name=re.compile("^Ta bort")).click()
    assert_well(page)
    page.get_by_role("button", name="Ta bort planen").click()
    expect(page.locator(".messages")).to_contain_text("Planen för 2019 är borttagen.")


def pdf(data: bytes) -> FilePayload:
    return {"name": "plan.pdf", "mimeType": "application/pdf", "buffer": data}
