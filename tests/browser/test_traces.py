"""The traces, and clearing working material, as the chief meets them."""

import re

from django.utils import timezone
from playwright.sync_api import Page, expect

from plans.models import Change, Plan
from tests import factories
from tests.browser.axe import violations
from tests.browser.elsewhere import elsewhere
from tests.browser.people import sign_in
from tests.browser.workshops import workshop

LONG_AGO = timezone.now().replace(year=2010, day=1)


def fits(page: Page) -> None:
    """Nothing hinders people, and nothing is wider than the page, on a telephone or a screen."""
    for width in (390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def an_old_change(slug: str) -> None:
    Change.objects.create(
        plan=Plan.objects.get(federation__slug=slug),
        kind="section",
        key=factories.key("aim"),
        action="removed",
        person_name="Anna",
        began_at=LONG_AGO,
        changed_at=LONG_AGO,
    )


def test_material_is_cleared_and_the_traces_tell_of_it(page: Page) -> None:
    slug = workshop()
    elsewhere(lambda: an_old_change(slug))
    sign_in(page, "Förbundschef", slug)
    page.goto(f"/{slug}/")
    page.get_by_role("link", name="Arbetsmaterial").click()
    fits(page)
    page.get_by_role("button", name="Rensa arbetsmaterial").click()
    expect(page.locator(".messages")).to_contain_text("1 ändring är rensad.")
    fits(page)
    page.goto(f"/{slug}/spar/")
    newest = page.locator(".change").first
    expect(newest).to_contain_text("Arbetsmaterialet för planen 2025 rensades: 1 ändring")
    expect(newest).to_contain_text(re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d, Förbundschef"))
    fits(page)
    page.get_by_label("Gäller").select_option("styrelse")
    page.get_by_role("button", name="Visa spår").click()
    expect(page).to_have_url(re.compile("styrelse"))
    expect(page.locator(".change").first).to_contain_text("lades till")
    page.get_by_label("Från och med").fill("2099-01-01")
    page.get_by_role("button", name="Visa spår").click()
    expect(page.locator(".empty")).to_contain_text("Inga spår stämmer med det du valde.")
    fits(page)
    page.get_by_label("Från och med").fill("igår")
    page.get_by_role("button", name="Visa spår").click()
    expect(page.locator(".err-text")).to_contain_text("Skriv datumet som 2023-11-30.")
