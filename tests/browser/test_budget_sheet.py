"""Whole budgets made in the browser: rows, columns, how they are shown, by the keyboard alone."""

import re
from dataclasses import replace
from pathlib import Path
from subprocess import run

import pytest
from playwright.sync_api import Locator, Page, expect

from budgets.arithmetic import figures
from budgets.models import Budget
from budgets.reading import sheet_of
from budgets.sheet import Sheet
from tests.browser.axe import violations
from tests.browser.people import sign_in
from tests.browser.workshops import workshop
from tests.budgets.sheets import ange

SAVED = re.compile(r"^Sparat \d\d:\d\d$")


def open_budget(page: Page, slug: str, year: int, role: str = "Förbundschef") -> None:
    sign_in(page, role, slug)
    page.goto(f"/{slug}/{year}/budget/")


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def sheet(slug: str) -> Sheet:
    return sheet_of(Budget.objects.get(plan__federation__slug=slug))


def labels(slug: str) -> str:
    """The lines by side, what stands below a line in brackets."""

    def said(lines: object) -> str:
        return " ".join(
            f"{one.label}({said(one.lines)})" if one.lines else one.label
            for one in lines  # type: ignore[attr-defined]
        )

    found = sheet(slug)
    return " | ".join(map(said, (found.income, found.costs, found.financial)))


def name(page: Page, label: str) -> Locator:
    """A row's name, to be written over."""
    return page.get_by_role("textbox", name=f"Radens namn, {label}", exact=True)


def empty(slug_of: str = "ange-2022") -> str:
    """A plan whose budget has a column and nothing else."""
    bare = replace(ange(), income=(), costs=(), columns=(ange().columns[0],), printed=())
    return workshop(slug_of, budget=replace(bare, computed_rows={}))


LINES = {
    "income": {
        "Parternas insats": {"Försäkringskassan": "736 000", "Ånge": "368000", "Region": "368 tkr"}
    },
    "cost": {
        "Kansli": {
            "Arvoden": "24 000",
            "Förbundschef 0,45 årsarbete": "-355 000",
            "Sammanträde": "−3 000",
            "Utbildning": "15 000 kr",
            "Resor": "15000",
            "NNS": "3 500",
            "Revision": "(24 000)",
            "Diverse": "5000-",
        },
        "Insatser": {"Ångemodellen": "430 000", "Ej beslutade": "697 500"},
    },
}


def test_anges_whole_budget_is_typed_from_nothing_by_keyboard(page: Page, tmp_path: Path) -> None:
    slug = workshop("ange-2022", budget=None)
    open_budget(page, slug, 2022)
    button(page, "Börja med en budget").press("Enter")
    expect(page.locator("#grid")).to_be_visible()
    _present(page)
    for label in ("Styrelse", "Kansli och administration", "Revision", "Insatser"):
        _remove(page, label)
    for column in ("Plan 2023", "Plan 2024"):
        page.get_by_role("button", name=column).press("Enter")
        button(page, "Ta bort kolumnen").press("Enter")
        expect(page.get_by_role("button", name=column)).to_have_count(0)
    _open_equity(page)
    for label in ("Försäkringskassan", "Ånge kommun", "Region Västernorrland"):
        if name(page, label).count():
            _remove(page, label)
    _type_lines(page)
    expect(page.locator("tfoot td .v")).to_have_text("150\u00a0000")
    expect(page.locator("#saved")).to_have_text(SAVED)
    found = sheet(slug)
    reckoned = figures(found)
    assert [reckoned.amount(line.key, "budget-2022") for line in found.costs] == [
        444_500,
        1_127_500,
    ]
    text = _pdf(page, slug, tmp_path)
    for figure in ("−444 500", "−1 572 000", "150 000", "1 722 000"):
        assert figure in text


def _present(page: Page) -> None:
    """Costs with a minus, the funds and the closing equity in the plan."""
    button(page, "Så visas budgeten").press("Enter")
    for label in ("Kronor", "Med minus", "Efter raderna"):
        page.get_by_label(label, exact=True).press("Space")
        page.wait_for_load_state("networkidle")
    for label in ("Summa medel att disponera",):
        page.get_by_role("checkbox", name=label).press("Space")
        page.wait_for_load_state("networkidle")
    button(page, "Stäng").press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)


def _remove(page: Page, label: str) -> None:
    page.get_by_role("button", name=f"Mer om {label}", exact=True).first.press("Enter")
    page.get_by_role("button", name=re.compile("^Ta bort (raden|gruppen)")).press("Enter")
    expect(name(page, label)).to_have_count(0)


def _open_equity(page: Page) -> None:
    page.get_by_role("button", name="Budget 2022").press("Enter")
    page.get_by_label("Ingående eget kapital, kr").fill("")
    page.keyboard.type("250 000")
    page.keyboard.press("Tab")
    page.keyboard.type("årets prognos")
    page.keyboard.press("Enter")
    expect(page.get_by_text("årets prognos")).to_be_visible()


def _type_lines(page: Page) -> None:
    """Groups and lines one after the other: a name, Tab past the menu, an amount, Ctrl+Enter."""
    sides = {"income": "intäkter", "cost": "kostnader"}
    for side, groups in LINES.items():
        for group, lines in groups.items():
            page.get_by_role("button", name=f"Lägg till grupp bland {sides[side]}").press("Enter")
            expect(name(page, "Ny grupp")).to_be_focused()
            page.keyboard.type(group)
            page.keyboard.press("ArrowDown")
            for number, (label, amount) in enumerate(lines.items()):
                if number:
                    page.keyboard.press("Control+Enter")
                expect(name(page, "Ny rad")).to_be_focused()
                page.keyboard.type(label)
                page.keyboard.press("Tab")
                page.keyboard.press("Tab")
                page.keyboard.type(amount)
            page.keyboard.press("Enter")
            expect(page.locator("#saved")).to_have_text(SAVED)


def _pdf(page: Page, slug: str, folder: Path) -> str:
    file = folder / "plan.pdf"
    file.write_bytes(page.request.get(f"/{slug}/2022/pdf/").body())
    done = run(["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True)
    return done.stdout.replace("\u00a0", " ")


def test_rows_are_moved_in_out_up_and_down_by_keys_and_taken_back(page: Page) -> None:
    slug = workshop("sodra-lappland-2024")
    open_budget(page, slug, 2024)
    before = labels(slug)
    name(page, "Revision").focus()
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator("#said")).to_have_text("Raden är flyttad.")
    expect(name(page, "Revision")).to_be_focused()
    assert "(Revision Kurs och konferens inkl. resor Administration" in labels(slug)
    page.keyboard.press("Alt+Shift+ArrowLeft")
    expect(page.locator("#r-" + _key(slug, "Revision") + ".level-0")).to_be_visible()
    page.keyboard.press("Control+z")
    expect(page.locator("#r-" + _key(slug, "Revision") + ".level-1")).to_be_visible()
    page.keyboard.press("Control+z")
    expect(page.locator("#grid").get_by_role("textbox", name="Radens namn, Kurs")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert labels(slug) == before
    page.keyboard.press("Control+Shift+z")
    expect(page.locator("#said")).to_contain_text("Det är gjort igen")
    assert "(Revision Kurs och konferens inkl. resor Administration" in labels(slug)


def _key(slug: str, label: str) -> str:
    return next(str(line.key) for _, line in sheet(slug).walk() if line.label == label)


def test_a_row_below_one_with_amounts_is_refused_with_the_way_out(page: Page) -> None:
    slug = workshop("sodra-lappland-2024")
    open_budget(page, slug, 2024)
    before = labels(slug)
    name(page, "Revision").focus()
    page.keyboard.press("Alt+Shift+ArrowRight")
    notice = page.get_by_text("har egna belopp och kan inte få rader under sig.").first
    expect(notice).to_be_visible()
    assert labels(slug) == before


def test_a_removed_group_comes_back_whole(page: Page) -> None:
    slug = workshop("sodra-lappland-2024")
    open_budget(page, slug, 2024)
    before = sheet(slug)
    _remove(page, "Styrelsen")
    expect(page.get_by_text("Raden är borttagen.").first).to_be_visible()
    expect(page.locator("tfoot td .v").nth(1)).to_have_text("2\u00a0195")
    page.get_by_role("button", name="Ångra").click()
    expect(page.locator("tfoot td .v").nth(1)).to_have_text("1\u00a0665")
    assert sheet(slug).costs == before.costs


def test_a_column_that_others_edit_is_removed_without_a_word_lost(
    page: Page, colleague: Page
) -> None:
    slug = workshop("sodra-lappland-2024")
    open_budget(page, slug, 2024)
    open_budget(colleague, slug, 2024, "Kansli")
    field = page.get_by_label("Hyra kontor, Plan 2026, tkr")
    field.focus()
    page.keyboard.type("77")
    colleague.get_by_role("button", name="Plan 2026").click()
    colleague.get_by_role("button", name="Ta bort kolumnen").click()
    expect(colleague.get_by_role("button", name="Plan 2026")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page.get_by_text("har tagit bort Plan 2026.")).to_be_visible()
    expect(field).to_have_value("77")


def test_unit_signs_and_subtotals_are_switched_on_the_spot(page: Page) -> None:
    slug = workshop("sodra-lappland-2024")
    open_budget(page, slug, 2024)
    button(page, "Så visas budgeten").click()
    page.get_by_label("Kronor", exact=True).check()
    expect(page.get_by_label("Hyra kontor, Budget 2024, kr")).to_have_value("35\u00a0000")
    page.get_by_label("Med minus", exact=True).check()
    expect(page.get_by_label("Hyra kontor, Budget 2024, kr")).to_have_value("−35\u00a0000")
    page.get_by_label("Efter raderna", exact=True).check()
    expect(page.get_by_text("Summa lokalkostnader")).to_be_visible()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    page.goto(f"/{slug}/2024/")
    expect(page.locator(".bt").first).to_contain_text("−35\u00a0000")


@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_in_the_dialogs(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    slug = workshop("sodra-lappland-2024")
    open_budget(page, slug, 2024)
    for opener in ("Mer om Lokalkostnader", "Så visas budgeten", "Lägg till kolumn"):
        button(page, opener).click()
        expect(page.get_by_role("dialog")).to_be_visible()
        assert violations(page) == []
        page.keyboard.press("Escape")
    page.get_by_role("button", name="Plan 2025").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert violations(page) == []


def test_the_whole_budget_is_made_at_390_pixels(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    slug = empty()
    open_budget(page, slug, 2022)
    page.get_by_role("button", name="Lägg till rad bland kostnader").click()
    expect(name(page, "Ny rad")).to_be_focused()
    page.keyboard.type("Hyra")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("35 000")
    page.keyboard.press("Enter")
    expect(page.locator("tfoot td .v")).to_have_text("215\u00a0000")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
