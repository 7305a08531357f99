"""Last year's plan in Word becomes this year's in the browser."""

from playwright.sync_api import Page, expect

from plans.models import Plan
from tests.browser.axe import violations
from tests.browser.people import sign_in
from tests.browser.workshops import workshop
from tests.plans.document.word.documents import sodra_lappland


def test_a_word_file_becomes_a_plan_with_its_headings_lists_and_tables(page: Page) -> None:
    slug = workshop()
    sign_in(page, "Förbundschef", slug)
    page.goto(f"/{slug}/ny-plan/")
    page.get_by_role("link", name="Börja från en Word-fil").click()
    assert violations(page) == []
    page.get_by_label("Word-fil").set_input_files(
        {"name": "plan.docx", "mimeType": "application/octet-stream", "buffer": sodra_lappland()}
    )
    page.get_by_role("button", name="Läs in").click()
    expect(page.get_by_text("Ingenting är sparat än.")).to_be_visible()
    for width in (390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("button", name="Börja planen").click()
    expect(page.locator(".messages")).to_contain_text("Planen för 2026 är börjad från Word.")
    expect(page.locator(".side")).to_contain_text("Uppdrag och arbetsorganisation")
    expect(page.locator(".paper table").first).to_be_visible()
    sections = Plan.objects.get(federation__slug=slug, year=2026).sections.all()
    assert sections[0].heading == "Inledning"
    texts = "".join(section.html for section in sections)
    assert "<ul>" in texts
    assert texts.count("<table>") >= 2
