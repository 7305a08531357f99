"""A version on its way: sent, read on a phone, asked about, answered, corrected, read again."""

import re

from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.people import sign_in
from tests.browser.test_pages import assert_well
from tests.browser.test_saving import SAVED, open_section, write
from tests.browser.workshops import workshop

PHONE: ViewportSize = {"width": 390, "height": 844}
NEW = "Vi möts två gånger till under året."
FIRST, OTHER = "Bakgrund", "Målgrupp"


def send(office: Page, slug: str) -> None:
    """The office sends the plan to the board's member."""
    office.goto(f"/{slug}/2025/versioner/")
    office.get_by_role("link", name="Skicka till styrelsen").click()
    office.get_by_role("checkbox", name=re.compile("^Ledamot")).check()
    without_samrad = office.get_by_label("Varför har samråd inte hållits?")
    if without_samrad.count():
        without_samrad.fill("Medlemmarna hörs sedan.")
    assert_well(office)
    # Two PDFs are printed, by a server that may be cold.
    office.get_by_role("button", name="Skicka till styrelsen").click(timeout=30_000)
    expect(office.locator(".messages")).to_contain_text("är skickad till Ledamot")
    assert_well(office)


def ask(reader: Page, section: str, question: str) -> None:
    """The reader asks at a section's end: nothing has to be selected."""
    reader.get_by_role("link", name=re.compile(f"^Fråga om det här avsnittet.*{section}$")).click()
    reader.get_by_label("Din fråga eller synpunkt").fill(question)
    assert_well(reader)
    reader.set_viewport_size(PHONE)
    reader.get_by_role("button", name="Skicka frågan").click()
    expect(reader.locator(".messages")).to_contain_text("Din fråga är skickad till kansliet")


def open_newest(reader: Page) -> None:
    """From the start page to what waits to be read."""
    reader.set_viewport_size(PHONE)
    reader.goto("/")
    reader.get_by_role("link", name=re.compile("att läsa$")).click()


def test_a_version_is_read_asked_about_answered_and_corrected(page: Page, colleague: Page) -> None:
    office, reader = page, colleague
    slug = workshop()
    sign_in(reader, "Ledamot", slug)
    sign_in(office, "Förbundschef", slug)
    send(office, slug)

    open_newest(reader)
    assert_well(reader)
    reader.set_viewport_size(PHONE)
    ask(reader, FIRST, "Vad betyder det för vår kommun?")
    ask(reader, OTHER, "Hur följs det upp?")
    reader.get_by_role("button", name="Jag har läst").click()
    expect(reader.get_by_text("Du har läst den här versionen.")).to_be_visible()
    assert_well(reader)

    office.goto("/")
    office.get_by_role("link", name="2 frågor att svara på").click()
    assert_well(office)
    thread = office.get_by_role("article").filter(has_text="Hur följs det upp?")
    thread.get_by_label("Svar").fill("Varje tertial.")
    thread.get_by_role("button", name=re.compile("^Svara")).click()
    expect(office.get_by_role("heading", name="Väntar på svar (1)")).to_be_visible()
    open_section(office, slug)
    write(office, f" {NEW}")
    expect(office.locator("#saved")).to_have_text(SAVED)
    send(office, slug)

    open_newest(reader)
    expect(reader.get_by_role("heading", name="Det här är nytt")).to_be_visible()
    expect(reader.get_by_text("Ett avsnitt är ändrat.")).to_be_visible()
    expect(reader.get_by_text("Varje tertial.")).to_be_visible()
    expect(reader.locator(".doc")).to_contain_text(NEW)
    assert_well(reader)
    reader.set_viewport_size(PHONE)
    reader.get_by_role("link", name="Visa ändringarna").click()
    expect(reader.locator(".cmp-doc ins, main ins").filter(has_text="gånger").first).to_be_visible()
    assert_well(reader)


def test_what_was_written_after_the_sending_is_not_read(page: Page, colleague: Page) -> None:
    slug = workshop()
    sign_in(colleague, "Ledamot", slug)
    sign_in(page, "Förbundschef", slug)
    send(page, slug)
    open_section(page, slug)
    write(page, f" {NEW}")
    expect(page.locator("#saved")).to_have_text(SAVED)
    colleague.goto(f"/{slug}/2025/")
    expect(colleague.locator(".doc")).to_be_visible()
    expect(colleague.locator(".doc")).not_to_contain_text(NEW)
