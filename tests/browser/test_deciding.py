"""A plan's way to a decision: sent, filled in, approved by the chair, revised."""

import re

from playwright.sync_api import Page, expect

from tests.browser.people import sign_in
from tests.browser.test_pages import assert_well
from tests.browser.test_versions import send
from tests.browser.workshops import workshop


def test_a_plan_is_decided_by_the_chair_and_revised(page: Page, colleague: Page) -> None:
    office, chair = page, colleague
    slug = workshop()
    sign_in(chair, "Ledamot", slug)
    sign_in(chair, "Ordförande", slug)
    sign_in(office, "Förbundschef", slug)
    send(office, slug)

    office.goto(f"/{slug}/2025/beslut/")
    assert_well(office)
    office.get_by_role("link", name="Fyll i beslutet").click()
    office.get_by_label("Utfall av att-sats 1").select_option("granted")
    office.get_by_label("Planen som styrelsen fick den").check()
    assert_well(office)
    office.get_by_role("button", name="Spara och be ordföranden godkänna").click()
    expect(office.locator(".messages")).to_contain_text("ordföranden är ombedd")
    assert_well(office)

    chair.goto("/")
    chair.get_by_role("link", name="Ett beslut att godkänna").click()
    assert_well(chair)
    chair.get_by_role("button", name="Godkänn beslutet").click()
    expect(chair.locator(".messages")).to_contain_text("Planen är beslutad.")
    assert_well(chair)

    office.goto(f"/{slug}/2025/beslut/")
    assert_well(office)
    for name in ("Komplettera", "Rätta skrivfel"):
        office.get_by_role("link", name=name, exact=True).click()
        assert_well(office)
        office.get_by_role("link", name="Avbryt").click()
    office.get_by_role("button", name="Börja revidera planen").click()
    expect(office.locator(".messages")).to_contain_text("Nu kan du revidera planen.")
    office.get_by_role("link", name="Avbryt revideringen").click()
    assert_well(office)
    office.get_by_label("Skäl").fill("Behövs inte i år.")
    office.get_by_role("button", name=re.compile("^Avbryt revideringen")).click()
    expect(office.locator(".messages")).to_contain_text("Revideringen är avbruten.")
