"""The outline beside the plan: sections are added, moved, ticked and removed."""

import re

from playwright.sync_api import Page, expect

from plans.models import Plan, Section
from tests.browser.axe import violations
from tests.browser.people import sign_in
from tests.browser.workshops import workshop


def opened(page: Page) -> str:
    slug = workshop()
    sign_in(page, "Förbundschef", slug)
    page.goto(f"/{slug}/2025/")
    return slug


def headings(slug: str) -> list[str]:
    """The top sections' headings, in order."""
    plan = Plan.objects.get(federation__slug=slug, year=2025)
    tops = plan.sections.filter(parent=None, is_appendix=False)
    return list(tops.order_by("position").values_list("heading", flat=True))


def item(page: Page, heading: str):  # type: ignore[no-untyped-def]
    """The outline's row of a section."""
    return page.locator(".side .outline-form li").filter(has_text=heading).first


def test_a_section_moves_by_keys_and_the_focus_stays(page: Page) -> None:
    slug = opened(page)
    first, second = headings(slug)[:2]
    item(page, first).get_by_role("link").first.focus()
    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator("#outline-said")).to_contain_text(first)
    expect(page.locator(".paper > .sec").first).to_contain_text(second)
    assert headings(slug)[:2] == [second, first]
    assert violations(page) == []


def test_a_section_is_dragged_to_after_another(page: Page) -> None:
    slug = opened(page)
    first, second = headings(slug)[:2]
    way = item(page, second).locator(".outline-row").first
    height = way.bounding_box()["height"]
    onto = {"x": 20, "y": height - 2}
    item(page, first).get_by_role("link").first.drag_to(way, target_position=onto)
    expect(page.locator("#outline-said")).to_contain_text(first)
    expect(page.locator(".paper > .sec").first).to_contain_text(second)
    assert headings(slug)[:2] == [second, first]


def test_a_section_is_ticked(page: Page) -> None:
    slug = opened(page)
    first = headings(slug)[0]
    page.locator(".side").get_by_role("checkbox", name=re.compile(f"{first} som klart")).click()
    expect(page.locator(".side")).to_contain_text("Klart, 1 av")
    assert Section.objects.get(plan__federation__slug=slug, heading=first).is_done


def test_a_new_section_is_opened_with_its_heading_first(page: Page) -> None:
    slug = opened(page)
    page.locator(".side").get_by_role("button", name="Lägg till avsnitt").click()
    heading = page.locator(".heading-field")
    expect(heading).to_be_focused()
    heading.fill("Omvärld")
    page.keyboard.press("Tab")
    expect(page.locator("#saved")).to_have_text(re.compile("Sparat"))
    assert "Omvärld" in headings(slug)
    assert violations(page) == []


def test_the_title_is_written_where_it_stands(page: Page) -> None:
    slug = opened(page)
    page.locator(".doc-title .sec-edit").click()
    page.get_by_role("textbox", name="Planens titel").fill("Vår plan")
    page.get_by_role("textbox", name="Planens titel").press("Tab")
    expect(page.locator("#saved")).to_have_text(re.compile("Sparat"))
    assert Plan.objects.get(federation__slug=slug).title == "Vår plan"
    assert violations(page) == []


def test_what_the_checks_find_is_told_beside_the_plan(page: Page) -> None:
    opened(page)
    expect(page.locator("#rail-findings")).not_to_be_empty()
    expect(page.locator("#rail-findings")).to_contain_text(
        re.compile("Inga anmärkningar|Bör ses över|Måste rättas")
    )


def test_narrow_the_outline_is_above_the_plan_with_the_same_tools(page: Page) -> None:
    opened(page)
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert violations(page) == []
