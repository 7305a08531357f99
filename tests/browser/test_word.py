"""A plan from a Word file, and from a document that is pasted."""

import re

from playwright.sync_api import FilePayload, Page, expect

from tests.browser.people import sign_in
from tests.browser.test_pages import assert_well
from tests.browser.workshops import workshop
from tests.plans.document.word import documents

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
COPY = """([html, text]) => navigator.clipboard.write([new ClipboardItem({
    "text/html": new Blob([html], {type: "text/html"}),
    "text/plain": new Blob([text], {type: "text/plain"}),
})])"""


def word_file(data: bytes) -> FilePayload:
    return {"name": "verksamhetsplan.docx", "mimeType": TYPE, "buffer": data}


def begin(page: Page) -> str:
    """Opens the page where a plan begins from Word; the federation's slug."""
    slug = workshop()
    sign_in(page, "Förbundschef", slug)
    page.goto(f"/{slug}/ny-plan/")
    page.get_by_role("link", name="Börja från en Word-fil").click()
    expect(page.get_by_label("Vilket år gäller planen?")).to_have_value("2026")
    return slug


def submit(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()


def test_a_word_file_becomes_a_plan_with_its_headings_lists_and_tables(page: Page) -> None:
    slug = begin(page)
    assert_well(page)
    page.get_by_label("Word-fil").set_input_files(word_file(b"%PDF-1.7"))
    submit(page, "Läs in dokumentet")
    expect(page.get_by_label("Word-fil")).to_have_accessible_description(
        re.compile("Filen är en PDF")
    )
    assert_well(page)
    page.get_by_label("Word-fil").set_input_files(word_file(documents.sodra_lappland()))
    submit(page, "Läs in dokumentet")
    expect(page.get_by_role("heading", level=1)).to_have_text("Granska planen från Word")
    expect(page.get_by_text("En tabell som var delad i två sattes ihop.")).to_be_visible()
    page.get_by_text("Visa hela texten i Mål/Målkarta").click()
    expect(page.get_by_role("region", name="Mål/Målkarta")).to_contain_text(
        "God ekonomisk hushållning"
    )
    assert_well(page)
    page.get_by_label("Rubrik 2 på Uppdrag och arbetsorganisation").fill("")
    submit(page, "Börja planen")
    expect(page.get_by_text("Skriv en rubrik, eller välj Ta inte med.")).to_be_visible()
    assert_well(page)
    page.get_by_label("Rubrik 2 på del 2").fill("Uppdrag")
    page.get_by_label("Plats för Budget").select_option("Ta inte med")
    submit(page, "Börja planen")
    expect(page).to_have_url(re.compile(f"/{slug}/2026/$"))
    assert_is_the_plan(page)


def assert_is_the_plan(page: Page) -> None:
    """The plan that was approved, as it is read."""
    paper = page.locator("article")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Verksamhetsplan Budget 2024, Plan 2025–2026"
    )
    expect(paper.get_by_role("heading", level=2)).to_have_text(
        ["1 Inledning", "2 Uppdrag", "3 Verksamhetsinriktning 2024", "4 Mål/Målkarta"]
        + ["Ändamål och uppgifter"]
    )
    expect(paper.get_by_role("heading", level=3)).to_have_text(["Arbetsorganisation"])
    expect(paper.locator("ul > li > ul > li")).to_have_text(["En väg vidare"])
    expect(paper.locator("ol > li")).to_have_text(["Kartlägga behoven", "Föreslå insatser"])
    table = paper.get_by_role("table")
    expect(table).to_have_count(1)
    expect(table.get_by_role("columnheader")).to_have_text(
        ["MÅL", "Utförande/aktiviteter", "Mätbart", "Ansvarig"]
    )
    expect(table.get_by_role("row")).to_have_count(5)
    assert_well(page)


def test_a_document_that_is_pasted_keeps_its_lists(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    begin(page)
    html = "<h1>Mål</h1><ul><li>Ett</li><li>Två</li></ul><h1>Budget</h1><p>Text</p>"
    page.evaluate(COPY, [html, "Mål\n\nEtt\nTvå\n\nBudget\n\nText"])
    area = page.get_by_label("Eller klistra in hela dokumentet")
    area.focus()
    page.keyboard.press("Control+V")
    expect(area).to_have_value("Mål\n\nEtt\nTvå\n\nBudget\n\nText")
    submit(page, "Läs in dokumentet")
    expect(page.get_by_label("Rubrik 2 på Budget")).to_have_value("Budget")
    expect(page.get_by_text("1 lista, 2 ord")).to_be_visible()
    submit(page, "Börja planen")
    expect(page.locator("article ul > li")).to_have_text(["Ett", "Två"])


def test_what_is_typed_after_a_paste_counts(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    begin(page)
    page.evaluate(COPY, ["<h1>Mål</h1><p>Text</p>", "Mål"])
    area = page.get_by_label("Eller klistra in hela dokumentet")
    area.focus()
    page.keyboard.press("Control+V")
    page.keyboard.type(" och mer")
    submit(page, "Läs in dokumentet")
    expect(page.get_by_text("Mål och mer", exact=True).first).to_be_visible()
