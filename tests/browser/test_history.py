"""What was written, moved and removed is seen, and comes back."""

import re

from playwright.sync_api import Page, expect

from plans.models import Plan
from tests.browser.axe import violations
from tests.browser.people import sign_in
from tests.browser.test_saving import SAVED, html, open_section, write
from tests.browser.workshops import workshop


def test_a_text_is_seen_in_the_history_and_comes_back(page: Page) -> None:
    slug = workshop()
    sign_in(page, "Förbundschef", slug)
    before = html(slug)
    open_section(page, slug)
    write(page, " Ett tillägg.")
    expect(page.locator("#saved")).to_have_text(SAVED)
    page.get_by_role("toolbar").get_by_role("link", name="Historik").click()
    expect(page.locator("ins")).to_contain_text("Ett tillägg.")
    for width in (390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("button", name="Ångra ändringen").click()
    expect(page.locator(".messages")).to_contain_text("Det är gjort ogjort.")
    assert html(slug) == before
    page.goto(f"/{slug}/2025/historik/")
    page.get_by_role("button", name="Ångra ändringen").first.click()
    expect(page.locator(".sec").first).to_contain_text("Ett tillägg.")


def test_a_removed_section_is_undone_at_once_or_found_in_the_bin(page: Page) -> None:
    slug = workshop()
    sign_in(page, "Förbundschef", slug)
    page.goto(f"/{slug}/2025/")
    sections = Plan.objects.get(federation__slug=slug).sections
    count, first = sections.count(), sections.all()[0].heading
    page.locator(".side .outline-row").first.hover()
    page.locator(".side .menu > summary").first.click()
    page.locator(".side").get_by_role("button", name="Ta bort").first.click()
    page.get_by_role("button", name="Ångra").click()
    expect(page.locator(".messages")).to_contain_text("Det är gjort ogjort.")
    assert sections.count() == count
    page.locator(".side .outline-row").first.hover()
    page.locator(".side .menu > summary").first.click()
    page.locator(".side").get_by_role("button", name="Ta bort").first.click()
    expect(page.get_by_role("button", name="Ångra")).to_be_visible()
    page.goto(f"/{slug}/2025/papperskorg/")
    assert violations(page) == []
    page.get_by_role("button", name=re.compile("^Hämta tillbaka")).click()
    expect(page.locator(".sec").first).to_contain_text(first)
    assert sections.count() == count


def test_the_latest_changes_are_beside_the_plan(page: Page) -> None:
    slug = workshop()
    sign_in(page, "Förbundschef", slug)
    open_section(page, slug)
    write(page, " Mer.")
    expect(page.locator("#saved")).to_have_text(SAVED)
    page.locator(".rail summary").filter(has_text="Historik").click()
    expect(page.locator("#rail-history")).to_contain_text("ändrade texten i Bakgrund")
    assert violations(page) == []
