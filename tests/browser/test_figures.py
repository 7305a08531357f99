"""The five plans' figures as they stand on screen, in kr or tkr as each plan prints them."""

from typing import Any

from playwright.sync_api import Page

from tests.browser.people import sign_in

TABLES = """() => [...document.querySelectorAll("main table")].map(table => {
    table.querySelectorAll("sup").forEach(mark => mark.remove());
    return [...table.rows].map(row => [...row.cells].map(cell => cell.innerText.trim()));
})"""

Row = dict[str, list[str]]


def tables(page: Page, slug: str, year: int) -> list[Row]:
    """The plan's tables as the office reads them, each from a row's name to its cells."""
    sign_in(page, "Förbundschef", slug)
    page.goto(f"/{slug}/{year}/")
    found: list[Any] = page.evaluate(TABLES)
    return [
        {row[0]: [cell.replace("\u00a0", " ") for cell in row[1:]] for row in table}
        for table in found
    ]


def budget(page: Page, slug: str, year: int) -> Row:
    """The plan's budget."""
    return next(table for table in tables(page, slug, year) if "Post" in table)


def test_sodra_lappland(page: Page) -> None:
    rows = budget(page, "sodra-lappland", 2024)
    assert rows["Post"] == ["Budget 2023", "Budget 2024", "Plan 2025", "Plan 2026"]
    assert rows["Summa kostnader"] == ["4 326", "4 483", "4 371", "4 071"]
    assert rows["Årets resultat"] == ["−574", "−431", "−319", "−319"]
    assert rows["Utgående eget kapital"] == ["2 096", "1 665", "1 346", "1 027"]


def test_skelleftea_norsjo(page: Page) -> None:
    found = tables(page, "skelleftea-norsjo", 2016)
    main, appendix = [table for table in found if "Summa verksamhetskostnader" in table]
    assert main["Summa intäkter"][-1] == "31 432"
    assert main["Summa kostnader"][-1] == "35 269"
    after = main["Resultat efter finansiella poster"]
    assert after == ["−1 567", "708", "−2 255", "−645", "0", "−3 759"]
    closing = main["Resultat inkl. överföring från föregående år"]
    assert closing == ["2 192", "2 900", "645", "0", "0", "–"]
    agreeing = ["Ny verksamhet", "Summa verksamhetskostnader"]
    assert [main[name] for name in agreeing] == [appendix[name] for name in agreeing]
    assert main["Beslutad verksamhet, se bilaga"] == appendix["Summa beslutad verksamhet"]


def test_ange(page: Page) -> None:
    rows = budget(page, "ange", 2022)
    assert rows["Summa kansli-/administrativa kostnader"] == ["−444 500"]
    assert rows["Summa insatser"] == ["−1 127 500"]
    assert rows["Summa totala kostnader"] == ["−1 572 000"]
    assert rows["Prognos eget kapital"] == ["150 000"]


def test_vastra_ostergotland(page: Page) -> None:
    rows = budget(page, "vastra-ostergotland", 2025)
    assert rows["Totalt, intäkter/tilldelning"] == ["8 644 000"]
    assert rows["Totalt, planerade kostnader"] == ["10 010 000"]
    assert rows["Årets resultat"] == ["−1 366 000"]
    towns = {name: cells for name, cells in rows.items() if name.endswith("kommun")}
    assert towns == {
        "Motala kommun": ["1 045 924"],
        "Mjölby kommun": ["676 393"],
        "Vadstena kommun": ["179 363"],
        "Boxholms kommun": ["131 821"],
        "Ödeshögs kommun": ["127 499"],
    }
    assert not [name for name in rows if "kapital" in name.lower()]


def test_blekinge_has_no_budget_and_reads_well(page: Page) -> None:
    found = tables(page, "blekinge", 2023)
    assert not [table for table in found if "Post" in table]
    said = page.inner_text("article")
    assert "Inget skrivet än." not in said
    assert "Planen har ingen budget än." not in said
    assert "2 800 000 kr" in said.replace("\u00a0", " ")
