"""Writing in a plan: what is typed is saved, and whatever happens, nothing of it is lost."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from plans.models import Change, Plan
from tests.browser.axe import violations
from tests.browser.conftest import profile
from tests.browser.people import sign_in
from tests.browser.servers import Server
from tests.browser.workshops import workshop

SAVED = re.compile(r"^Sparat \d\d:\d\d$")


def open_section(page: Page, slug: str, number: int = 0) -> None:
    """Open a section of the plan by its pencil, the caret at the end of its text."""
    page.goto(f"/{slug}/2025/")
    page.locator(".sec .sec-edit").nth(number).click()
    expect(page.locator(".ProseMirror")).to_be_focused()


def write(page: Page, words: str) -> None:
    page.keyboard.press("Control+End")
    page.keyboard.type(words)


def html(slug: str, number: int = 0) -> str:
    """A section's text as it is stored."""
    plan = Plan.objects.get(federation__slug=slug, year=2025)
    return plan.sections.all()[number].html


def test_what_is_typed_is_saved_a_second_later(page: Page) -> None:
    slug = workshop()
    sign_in(page, "Förbundschef", slug)
    open_section(page, slug)
    write(page, " Och så här.")
    expect(page.locator("#saved")).to_have_text(SAVED)
    assert html(slug).endswith(" Och så här.</p>")


def test_leaving_the_section_saves_and_shows_it_as_it_is_read(page: Page) -> None:
    slug = workshop()
    sign_in(page, "Förbundschef", slug)
    open_section(page, slug)
    heading = page.locator(".heading-field")
    heading.fill("Inledning")
    page.locator(".ProseMirror").click()
    write(page, " Slut.")
    page.keyboard.press("Escape")
    expect(page.locator(".ProseMirror")).to_have_count(0)
    section = page.locator(".sec").first
    expect(section.get_by_role("heading").first).to_have_text("Inledning")
    expect(section).to_contain_text(" Slut.")
    # The contents beside the plan follow.
    expect(page.locator(".side")).to_contain_text("Inledning")


def test_two_people_in_different_sections_never_meet(page: Page, colleague: Page) -> None:
    slug = workshop()
    sign_in(page, "Förbundschef", slug)
    sign_in(colleague, "Kansli", slug)
    open_section(page, slug, 0)
    open_section(colleague, slug, 1)
    write(page, " Ett.")
    write(colleague, " Två.")
    for one in (page, colleague):
        expect(one.locator("#saved")).to_have_text(SAVED)
        expect(one.get_by_role("dialog")).to_have_count(0)
    assert (html(slug, 0)[-9:], html(slug, 1)[-9:]) == (" Ett.</p>", " Två.</p>")


def in_conflict(page: Page, colleague: Page) -> str:
    """Both have written at the end of the same section; the second sees the conflict view."""
    slug = workshop()
    sign_in(page, "Förbundschef", slug)
    sign_in(colleague, "Kansli", slug)
    open_section(page, slug)
    open_section(colleague, slug)
    write(colleague, " Kansliets ord.")
    expect(colleague.locator("#saved")).to_have_text(SAVED)
    write(page, " Chefens ord.")
    expect(page.get_by_role("dialog")).to_contain_text("Två har skrivit samtidigt")
    return slug


def test_two_people_in_one_section_see_both_texts_and_choose(page: Page, colleague: Page) -> None:
    slug = in_conflict(page, colleague)
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Chefens ord.")
    expect(dialog).to_contain_text("Kansliets ord.")
    assert violations(page) == []
    dialog.get_by_role("button", name="Behåll mitt").click()
    expect(page.locator("#saved")).to_have_text(SAVED)
    assert html(slug).endswith(" Chefens ord.</p>")
    kept = str(list(Change.objects.filter(plan__federation__slug=slug).values("before", "after")))
    assert "Kansliets ord." in kept


def test_who_takes_the_others_text_keeps_the_own_in_the_history(
    page: Page, colleague: Page
) -> None:
    slug = in_conflict(page, colleague)
    page.get_by_role("button", name=re.compile("^Använd det som Kansli")).click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(".ProseMirror")).to_contain_text("Kansliets ord.")
    assert html(slug).endswith(" Kansliets ord.</p>")
    aside = Change.objects.get(plan__federation__slug=slug, action=Change.Action.SET_ASIDE)
    assert "Chefens ord." in str(aside.after)


def test_both_put_together_is_one_choice(page: Page, colleague: Page) -> None:
    slug = in_conflict(page, colleague)
    page.get_by_role("button", name="Spara båda ihopsatta").click()
    expect(page.locator("#saved")).to_have_text(SAVED)
    assert "Chefens ord." in html(slug)
    assert "Kansliets ord." in html(slug)


def test_escape_is_no_choice_and_loses_nothing(page: Page, colleague: Page) -> None:
    slug = in_conflict(page, colleague)
    page.keyboard.press("Escape")
    expect(page.locator(".ProseMirror")).to_contain_text("Chefens ord.")
    page.locator(".ProseMirror").click()
    write(page, "!")
    expect(page.get_by_role("dialog")).to_contain_text("Två har skrivit samtidigt")
    assert html(slug).endswith(" Kansliets ord.</p>")


def test_who_else_writes_is_shown_and_locks_nobody_out(page: Page, colleague: Page) -> None:
    slug = workshop()
    sign_in(colleague, "Kansli", slug)
    with colleague.expect_response("**/narvaro/"):
        open_section(colleague, slug)
    sign_in(page, "Förbundschef", slug)
    open_section(page, slug)
    expect(page.locator("#others")).to_contain_text("Kansli, ")


def test_without_a_net_it_says_so_and_saves_when_the_net_is_back(page: Page) -> None:
    slug = workshop()
    sign_in(page, "Förbundschef", slug)
    open_section(page, slug)
    page.context.set_offline(True)
    write(page, " Utan nät.")
    expect(page.locator("#trouble")).to_contain_text("Du är utan nät.")
    expect(page.locator("#saved")).to_have_text("Inte sparat")
    page.context.set_offline(False)
    expect(page.locator("#saved")).to_have_text(SAVED)
    expect(page.locator("#trouble")).to_have_text("")
    assert html(slug).endswith(" Utan nät.</p>")


def test_no_character_is_lost_when_the_server_is_killed(
    browser: Browser, house: LiveServer
) -> None:
    slug = workshop()
    with Server() as server:
        context = profile(browser, server.url)
        page = context.new_page()
        sign_in(page, "Förbundschef", slug)
        open_section(page, slug)
        write(page, " Före.")
        expect(page.locator("#saved")).to_have_text(SAVED)
        write(page, " Under")
        server.kill()
        page.keyboard.type(" tiden.")
        expect(page.locator("#trouble")).to_contain_text("tjänsten svarar inte")
        assert violations(page) == []
        server.start()
        expect(page.locator("#saved")).to_have_text(SAVED, timeout=30_000)
        assert html(slug).endswith(" Före. Under tiden.</p>")
        context.close()


def test_what_a_closed_page_had_not_saved_is_offered_again(
    browser: Browser, house: LiveServer
) -> None:
    slug = workshop()
    with Server() as server:
        context = profile(browser, server.url)
        page = context.new_page()
        sign_in(page, "Förbundschef", slug)
        open_section(page, slug)
        server.kill()
        write(page, " Kvar här.")
        page.wait_for_timeout(300)
        page.close(run_before_unload=False)
        server.start()
        page = context.new_page()
        page.goto(f"/{slug}/2025/")
        left = page.locator("#left")
        expect(left).to_contain_text("hann inte sparas")
        assert violations(page) == []
        left.get_by_role("button", name="Ta tillbaka texten").click()
        expect(page.locator(".sec").first).to_contain_text("Kvar här.")
        assert html(slug).endswith(" Kvar här.</p>")
        expect(page.locator("#left")).not_to_contain_text("hann inte sparas")
        context.close()


def signed_out_while_writing(page: Page) -> str:
    slug = workshop()
    sign_in(page, "Förbundschef", slug)
    open_section(page, slug)
    page.context.clear_cookies(name="sessionid")
    write(page, " Utloggad.")
    expect(page.locator("#trouble")).to_contain_text("Du är utloggad.")
    return slug


def test_who_was_signed_out_signs_in_again_and_it_is_saved(page: Page) -> None:
    slug = signed_out_while_writing(page)
    assert violations(page) == []
    with page.context.expect_page() as tab:
        page.get_by_role("link", name="Logga in i en ny flik").click()
    door = tab.value.locator(f'.door[data-federation="{slug}"]')
    door.get_by_role("button", name=re.compile("^Förbundschef")).click()
    expect(tab.value.get_by_role("heading", level=1)).to_have_text("Du är inloggad")
    tab.value.close()
    page.get_by_role("button", name="Jag har loggat in").click()
    expect(page.locator("#saved")).to_have_text(SAVED)
    expect(page.locator("#trouble")).to_have_text("")
    assert html(slug).endswith(" Utloggad.</p>")


def test_another_persons_sign_in_saves_nothing_and_sees_nothing(page: Page) -> None:
    slug = signed_out_while_writing(page)
    tab = page.context.new_page()
    sign_in(tab, "Kansli", slug)
    page.get_by_role("button", name="Jag har loggat in").click()
    expect(page.locator("#trouble")).to_contain_text("Någon annan har loggat in")
    tab.goto(f"/{slug}/2025/")
    expect(tab.locator("#left")).not_to_contain_text("hann inte sparas")
    assert "Utloggad." not in html(slug)
    # The first person again: now it is saved.
    sign_in(tab, "Förbundschef", slug)
    page.get_by_role("button", name="Jag har loggat in").click()
    expect(page.locator("#saved")).to_have_text(SAVED)
    assert html(slug).endswith(" Utloggad.</p>")


def test_a_section_of_5_mb_is_refused_and_stays_in_the_browser(page: Page) -> None:
    slug = workshop()
    sign_in(page, "Förbundschef", slug)
    open_section(page, slug)
    page.evaluate(
        """() => {
          const field = document.querySelector('form:has(.ProseMirror) textarea');
          field.value = '<p>' + 'Lång text. '.repeat(500_000) + '</p>';
          field.dispatchEvent(new Event('input', { bubbles: true }));
        }"""
    )
    error = page.locator('form:has(.ProseMirror) [data-error="html"]')
    expect(error).to_contain_text("Texten är för lång, 5,2 MB", timeout=60_000)
    expect(page.locator("#saved")).to_have_text("Inte sparat")


def test_an_empty_heading_is_refused_beside_it(page: Page) -> None:
    slug = workshop()
    sign_in(page, "Förbundschef", slug)
    open_section(page, slug)
    heading = page.locator(".heading-field")
    heading.fill("")
    expect(page.locator('[data-error="heading"]')).to_have_text("Skriv en rubrik.")
    assert violations(page) == []
    heading.fill("Bakgrund igen")
    expect(page.locator('[data-error="heading"]')).to_be_hidden()


@pytest.mark.parametrize("width", [390, 1440])
def test_the_open_section_is_well(page: Page, width: int) -> None:
    slug = workshop()
    sign_in(page, "Förbundschef", slug)
    page.set_viewport_size({"width": width, "height": 800})
    open_section(page, slug)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
