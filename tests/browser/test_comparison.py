"""A plan beside last year's: read, shortened, and fetched as a file, at phone and desk."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from playwright.sync_api import Page, expect

from plans.models import Plan
from plans.writing.starting import start_from
from tests.browser.people import sign_in
from tests.browser.test_pages import assert_well
from tests.browser.workshops import workshop

OWN = "Individuellt stöd till arbete"


def next_year(slug: str) -> None:
    """Last year's plan moved on, with one insats of another volume; committed as a workshop is."""
    with ThreadPoolExecutor(1) as elsewhere:
        elsewhere.submit(_begin, slug).result()


def _begin(slug: str) -> None:
    try:
        plan = start_from(plan=Plan.objects.get(federation__slug=slug, year=2025), year=2026)
        plan.goal_map.interventions.filter(name=OWN).update(volume=65)
    finally:
        connection.close()


@pytest.mark.parametrize("width", [390, 1440])
def test_what_is_changed_is_read_at_any_width(page: Page, width: int) -> None:
    slug = workshop()
    next_year(slug)
    sign_in(page, "Förbundschef", slug)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"/{slug}/2026/")
    page.get_by_role("link", name="Jämför").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Det här är ändrat")
    changed = page.locator(".insats.changed")
    expect(changed).to_have_count(1)
    expect(changed.locator("del")).to_contain_text("55")
    expect(changed.locator("ins")).to_contain_text("65")
    assert_well(page)
    page.get_by_label("Visa bara ändringar").check()
    page.get_by_role("button", name="Visa").click()
    expect(page.locator(".insats")).to_have_count(1)
    assert_well(page)
    answer = page.request.get(f"/{slug}/2026/jamfor/pdf/?med=2025")
    assert answer.headers["content-type"] == "application/pdf"
