"""Goals and insatser written in a real browser, in plans of their own that no other test reads."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer
from pytest_django.plugin import DjangoDbBlocker

from goals.forms import NUMBER
from plans.writing.importing import import_plan
from tests.browser.axe import violations
from tests.browser.people import sign_in
from tests.plans.document.checks.plans import example

SLUG = "provforbundet"
WIDTHS = (360, 390, 1440)
ADDED = "Fler deltagare har egen försörjning"


@pytest.fixture(scope="module")
def years(house: LiveServer, django_db_blocker: DjangoDbBlocker) -> Iterator[Iterator[int]]:
    """Years in each of which the federation has a plan like a real one, all its own."""
    source = example("vastra-ostergotland-2025")
    federation = replace(source.federation, slug=SLUG, name="Provförbundet", short_name="Prov")
    numbers = range(2026, 2040)
    with django_db_blocker.unblock():
        for year in numbers:
            import_plan(replace(source, federation=federation, year=year))
    yield iter(numbers)


@pytest.fixture
def writing(page: Page, years: Iterator[int]) -> Callable[[str], str]:
    """Opens a page of a plan that no other test has touched, as its chief; gives its address."""
    sign_in(page, "Förbundschef", SLUG)
    year = next(years)

    def open_(place: str) -> str:
        page.goto(f"/{SLUG}/{year}/{place}")
        return f"/{SLUG}/{year}/"

    return open_


def saved(page: Page) -> None:
    expect(page.locator("#saved")).to_have_text(re.compile(r"^Sparat \d\d:\d\d$"))


def goal(page: Page, text: str) -> Locator:
    """The goal in the list that says this."""
    return page.locator(".mal-own", has_text=text)


def perspective(page: Page, name: str) -> Locator:
    return page.locator("section.perspective", has=page.get_by_role("heading", name=name))


def add_goal(page: Page) -> Locator:
    """A new goal among the financial ones, with its text written."""
    page.get_by_role("button", name="Lägg till mål i Finansiella mål").click()
    expect(page.locator(".mal-open textarea[name=text]")).to_be_focused()
    page.keyboard.insert_text(ADDED)
    saved(page)
    return page.locator(".mal-open")


def test_a_goal_is_written_and_stands_in_the_plan(
    page: Page, writing: Callable[[str], str]
) -> None:
    plan = writing("mal/")
    opened = add_goal(page)
    opened.get_by_label("Ansvariga").fill("Förbundschef\nStyrelsen")
    opened.get_by_role("button", name="Lägg till aktivitet").click()
    expect(opened.get_by_label("Aktivitet", exact=True)).to_be_focused()
    page.keyboard.type("Kartlägga behoven")
    opened.get_by_role("button", name="Stäng").click()
    closed = goal(page, ADDED)
    expect(closed.get_by_role("link", name=re.compile("^Skriv i Mål"))).to_be_focused()
    expect(closed).to_contain_text("Kartlägga behoven")
    expect(closed).to_contain_text("Förbundschef")
    expect(page.locator("#count")).to_have_text("5 mål och 3 delmål i 3 perspektiv.")
    page.goto(plan)
    expect(page.locator("article")).to_contain_text(ADDED)
    page.get_by_role("link", name="Ändra målen").first.click()
    expect(page).to_have_url(re.compile(r"/mal/\?avsnitt="))


def test_a_target_that_is_no_number_is_told_beside_it_and_stays(
    page: Page, writing: Callable[[str], str]
) -> None:
    writing("mal/")
    opened = add_goal(page)
    opened.get_by_role("button", name="Lägg till mått").click()
    expect(opened.get_by_label("Mått", exact=True).last).to_be_focused()
    page.keyboard.type("Minst 40 procent")
    opened.locator("summary", has_text="Målvärde och uppföljning").click()
    target = opened.get_by_label("Målvärde", exact=True)
    target.fill("fyrtio")
    expect(opened.locator("[data-error=target]")).to_have_text(NUMBER)
    expect(target).to_have_attribute("aria-invalid", "true")
    expect(target).to_have_value("fyrtio")
    # What would take the field away is not done; the hands come to what is wrong.
    opened.get_by_role("button", name="Stäng").click()
    expect(target).to_be_focused()
    assert violations(page) == []
    target.fill("40,5")
    expect(opened.locator("[data-error=target]")).to_be_hidden()
    saved(page)
    page.reload()
    goal(page, ADDED).get_by_role("link", name=re.compile("^Skriv i Mål")).click()
    expect(target).to_have_value("40,5")


def test_what_is_wrong_goes_with_what_is_removed(page: Page, writing: Callable[[str], str]) -> None:
    writing("mal/")
    opened = add_goal(page)
    opened.get_by_role("button", name="Lägg till mått").click()
    opened.locator("summary", has_text="Målvärde och uppföljning").click()
    opened.get_by_label("Målvärde", exact=True).fill("fyrtio")
    expect(opened.locator("[data-error=sentence]")).to_be_visible()
    opened.get_by_role("button", name="Ta bort måttet").click()
    expect(opened.get_by_text("Måttet är borttaget.")).to_be_visible()
    expect(opened.get_by_role("button", name="Ångra")).to_be_visible()
    page.reload()
    expect(page.locator("#left .notice")).to_have_count(0)


def test_a_goal_moves_by_keys_and_it_is_said(page: Page, writing: Callable[[str], str]) -> None:
    writing("mal/")
    opened = add_goal(page)
    texts = perspective(page, "Finansiella mål").locator("h3")
    opened.locator("textarea[name=text]").focus()
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator("#said")).to_have_text("Målet står nu som nummer 2.")
    expect(opened.locator("textarea[name=text]")).to_be_focused()
    opened.get_by_role("button", name="Flytta upp").last.press("Enter")
    expect(page.locator("#said")).to_have_text("Målet står nu som nummer 1.")
    expect(opened.get_by_role("button", name="Flytta upp").last).to_be_focused()
    expect(texts).to_have_count(2)
    opened.get_by_label("Flytta till").select_option(label="Individnivå")
    opened.get_by_role("button", name="Flytta", exact=True).click()
    expect(page.locator("#said")).to_have_text("Målet är flyttat: Individnivå.")
    expect(perspective(page, "Individnivå").locator(".mal-open")).to_have_count(1)


def test_a_removed_goal_says_so_where_it_was(page: Page, writing: Callable[[str], str]) -> None:
    writing("mal/")
    add_goal(page).get_by_role("button", name="Ta bort").last.click()
    expect(page.locator(".just")).to_be_focused()
    expect(page.locator(".just")).to_contain_text("Målet är borttaget.")
    expect(page.locator(".just").get_by_role("button", name="Ångra")).to_be_visible()
    expect(goal(page, ADDED)).to_have_count(0)
    assert violations(page) == []


def test_two_people_remove_the_same_goal(page: Page, writing: Callable[[str], str]) -> None:
    plan = writing("mal/")
    add_goal(page)
    other = page.context.new_page()
    other.goto(f"{plan}mal/")
    goal(other, ADDED).get_by_role("link", name=re.compile("^Skriv i Mål")).click()
    page.locator(".mal-open").get_by_role("button", name="Ta bort").last.click()
    expect(page.locator(".just")).to_contain_text("Målet är borttaget.")
    other.locator(".mal-open").get_by_role("button", name="Ta bort").last.click()
    expect(other.locator(".just")).to_contain_text("Målet är redan borttaget.")


def test_two_people_write_in_the_same_goal_and_keep_both(
    page: Page, writing: Callable[[str], str]
) -> None:
    plan = writing("mal/")
    other = page.context.new_page()
    other.goto(f"{plan}mal/")
    for each in (page, other):
        each.get_by_role("link", name=re.compile("^Skriv i Mål")).first.click()
        expect(each.locator(".mal-open")).to_be_visible()
    other.get_by_label("Ansvariga").fill("Kansliet\nStyrelsen")
    saved(other)
    page.locator(".mal-open textarea[name=text]").fill("Skrivet samtidigt")
    dialog = page.get_by_role("dialog", name="Två har skrivit samtidigt")
    dialog.get_by_role("button", name="Spara båda ihopsatta").click()
    expect(page.get_by_label("Ansvariga")).to_have_value("Kansliet\nStyrelsen")
    saved(page)
    page.reload()
    expect(goal(page, "Skrivet samtidigt")).to_contain_text("Kansliet")


def test_the_layouts_show_the_same_goals_at_once(page: Page, writing: Callable[[str], str]) -> None:
    writing("mal/")
    shown = page.locator("#preview")
    for name, place in (
        ("Tabell", "table.goal:not(.goal--rows)"),
        ("Styrkort", ".scorecard"),
        ("Per mål", "table.goal--rows"),
        ("Lista", ".goal-list"),
    ):
        button = page.get_by_role("button", name=name)
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
        expect(button).to_be_focused()
        expect(shown.locator(place).first).to_be_visible()
        expect(shown).to_contain_text("Minst 75 % av deltagarna anger det")
        assert violations(page) == []


def test_the_shown_layout_follows_what_is_written(
    page: Page, writing: Callable[[str], str]
) -> None:
    writing("mal/")
    page.get_by_role("button", name="Styrkort").click()
    page.get_by_role("link", name=re.compile("^Skriv i Mål")).first.click()
    field = page.locator(".mal-open textarea[name=text]")
    field.fill("Ett helt annat mål")
    expect(page.locator("#preview")).to_contain_text("Ett helt annat mål")
    expect(field).to_be_focused()


def test_a_goal_is_written_by_keyboard_alone(page: Page, writing: Callable[[str], str]) -> None:
    writing("mal/")
    pen = page.get_by_role("link", name=re.compile("^Skriv i Mål")).first
    for _ in range(80):
        page.keyboard.press("Tab")
        if pen.evaluate("pen => pen === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.locator(".mal-open textarea[name=text]")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("Skrivet med tangenter")
    page.keyboard.press("Control+S")
    saved(page)
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("button", name="Stäng")).to_be_focused()
    page.keyboard.press("Enter")
    expect(goal(page, "Skrivet med tangenter")).to_have_count(1)
    expect(pen).to_be_focused()


def test_nothing_is_done_by_who_is_signed_out_and_it_is_said(
    page: Page, writing: Callable[[str], str]
) -> None:
    writing("mal/")
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Lägg till perspektiv").click()
    expect(page.locator("#trouble")).to_contain_text("Du är utloggad.")
    expect(page.locator("section.perspective")).to_have_count(3)


def test_an_insats_is_written_ticked_and_seen_in_the_plan(
    page: Page, writing: Callable[[str], str]
) -> None:
    plan = writing("insatser/")
    page.get_by_role("button", name="Lägg till insats, strukturövergripande").click()
    opened = page.locator(".insats-open")
    expect(opened.get_by_label("Namn")).to_be_focused()
    page.keyboard.type("Gemensam kartläggning")
    opened.get_by_label("Planerad volym").fill("12")
    opened.get_by_label("Volymens enhet").fill("möten")
    opened.get_by_label("Börjar").fill("2026-05-01")
    opened.get_by_label("Slutar").fill("2026-04-01")
    told = opened.locator("[data-error=ends_on]")
    expect(told).to_have_text("Insatsen kan inte sluta innan den har börjat.")
    opened.get_by_label("Slutar").fill("2026-12-31")
    expect(told).to_be_hidden()
    opened.get_by_role("textbox", name="Beskrivning av Ny insats").fill("Vi möts varje månad.")
    saved(page)
    tick = opened.get_by_role("checkbox", name=re.compile("^Finansiella mål")).first
    with page.expect_response(re.compile("/insatser/.*/mal/")):
        tick.check()
    assert violations(page) == []
    opened.get_by_role("button", name="Stäng").click()
    card = page.locator(".insats-own", has_text="Gemensam kartläggning")
    expect(card).to_contain_text("12 möten")
    expect(card).to_contain_text("Finansiella mål:")
    expect(page.locator(".volumes").last).to_contain_text("12 möten")
    page.goto(plan)
    expect(page.locator("article")).to_contain_text("Vi möts varje månad.")
    page.get_by_role("link", name="Ändra insatserna").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Insatser")


@pytest.mark.parametrize("place", ["mal/", "insatser/"])
def test_nothing_hinders_people_and_nothing_runs_off_the_screen(
    page: Page, writing: Callable[[str], str], place: str
) -> None:
    writing(place)
    page.get_by_role("link", name=re.compile("^Skriv i")).nth(1).click()
    expect(page.locator(".mal-open, .insats-open")).to_be_visible()
    for summary in page.locator("main details:not(.contents, .menu) > summary").all():
        if not summary.evaluate("summary => summary.parentElement.open"):
            summary.click()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        shown = page.evaluate("document.documentElement.scrollWidth")
        assert (width, shown) == (width, min(shown, width))
        assert (width, violations(page)) == (width, [])
