"""The whole of it: a new year's plan, written in text, goals and insatser, and printed."""

import re
import subprocess

import pytest
from playwright.sync_api import Page, expect

from tests.browser.people import sign_in
from tests.browser.test_saving import SAVED, write
from tests.browser.workshops import workshop


def printed(page: Page, address: str) -> str:
    """The text of a PDF, words parted by one space."""
    answer = page.request.get(address)
    assert answer.headers["content-type"] == "application/pdf"
    text = subprocess.run(
        ["pdftotext", "-", "-"], input=answer.body(), capture_output=True, check=True
    )
    return " ".join(text.stdout.decode().split())


@pytest.mark.parametrize("width", [390, 1440])
def test_a_new_plan_is_written_and_printed(page: Page, width: int) -> None:
    slug = workshop()
    sign_in(page, "Förbundschef", slug)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"/{slug}/ny-plan/")
    page.get_by_role("button", name="Börja planen").click()
    expect(page).to_have_url(re.compile("/2026/$"))
    page.locator(".sec .sec-edit").first.click()
    expect(page.locator(".ProseMirror")).to_be_focused()
    write(page, " Under 2026 prövas nya vägar.")
    expect(page.locator("#saved")).to_have_text(SAVED)
    page.locator(".sec-open [data-close]").click()
    expect(page.locator(".sec").first).to_contain_text("nya vägar")
    page.get_by_role("link", name="Ändra målen").first.click()
    page.get_by_role("link", name=re.compile("^Skriv i Mål")).first.click()
    page.locator("form[data-unit^='goal/'] [name=text]").first.fill("Alla får samordnat stöd")
    page.keyboard.press("Tab")
    expect(page.locator("#saved")).to_have_text(SAVED)
    page.goto(f"/{slug}/2026/insatser/")
    page.get_by_role("link", name=re.compile("Individuellt stöd till arbete")).first.click()
    page.get_by_label("Planerad volym").fill("65")
    page.keyboard.press("Tab")
    expect(page.locator("#saved")).to_have_text(SAVED)
    text = printed(page, f"/{slug}/2026/pdf/")
    for said in ("Verksamhetsplan 2026", "nya vägar", "Alla får samordnat stöd", "65 deltagare"):
        assert said in text
