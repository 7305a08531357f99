"""The budget's cells filled in by keyboard: saved when they are left, every sum right at once."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from budgets.reading import sheet_of
from budgets.sheet import Sheet
from plans.models import Plan
from tests.browser.axe import violations
from tests.browser.people import sign_in
from tests.browser.workshops import workshop

YEAR = 2024
SAVED = re.compile(r"^Sparat \d\d:\d\d$")


def open_budget(page: Page, slug: str, role: str = "Förbundschef") -> None:
    """The budget of a copy of Södra Lappland's plan."""
    sign_in(page, role, slug)
    page.goto(f"/{slug}/{YEAR}/budget/")


def cell(page: Page, row: str, column: str) -> Locator:
    return page.get_by_label(f"{row}, {column}, tkr", exact=True)


def figure(page: Page, row: str, column: int) -> Locator:
    """A computed figure by its row's name and its column's number from 0."""
    return page.get_by_role("row", name=row).first.locator("td").nth(column).locator(".v")


def stored(slug: str) -> Sheet:
    budget = Plan.objects.select_related("budget").get(federation__slug=slug, year=YEAR).budget
    assert budget is not None
    return sheet_of(budget)


def amount(slug: str, row: str, column: str) -> int | None:
    [line] = [line for _, line in stored(slug).walk() if line.label == row]
    return line.amounts.get(column)


def saved(page: Page) -> None:
    expect(page.locator("#saved")).to_have_text(SAVED)


@pytest.fixture
def slug(page: Page) -> str:
    slug = workshop("sodra-lappland-2024")
    open_budget(page, slug)
    return slug


def test_enter_saves_goes_down_and_every_sum_follows(page: Page, slug: str) -> None:
    cell(page, "Hyra kontor", "Budget 2024").click()
    page.keyboard.press("Control+a")
    page.keyboard.type("45")
    page.keyboard.press("Enter")
    expect(cell(page, "Kurs och konferens inkl. resor", "Budget 2024")).to_be_focused()
    expect(figure(page, "Summa kostnader", 1)).to_have_text("4\u00a0493")
    expect(page.locator("tfoot td .v").nth(1)).to_have_text("1\u00a0655")
    expect(page.locator("tfoot td .v").nth(3)).to_have_text("1\u00a0017")
    saved(page)
    assert amount(slug, "Hyra kontor", "budget-2024") == 45_000


def test_tab_and_arrows_go_between_the_cells(page: Page, slug: str) -> None:
    cell(page, "Hyra kontor", "Budget 2024").focus()
    steps = {
        "Tab": ("Hyra kontor", "Plan 2025"),
        "Shift+Tab": ("Hyra kontor", "Budget 2024"),
        "ArrowRight": ("Hyra kontor", "Plan 2025"),
        "ArrowDown": ("Kurs och konferens inkl. resor", "Plan 2025"),
        "ArrowLeft": ("Kurs och konferens inkl. resor", "Budget 2024"),
        "ArrowUp": ("Hyra kontor", "Budget 2024"),
        "Shift+Enter": ("Förbundschef", "Budget 2024"),
    }
    for key, (row, column) in steps.items():
        page.keyboard.press(key)
        expect(cell(page, row, column)).to_be_focused()


def test_typing_replaces_f2_goes_on_and_escape_takes_back(page: Page, slug: str) -> None:
    rent = cell(page, "Hyra kontor", "Budget 2024")
    rent.focus()
    page.keyboard.type("4")
    expect(rent).to_have_value("4")
    page.keyboard.press("Escape")
    expect(rent).to_have_value("35")
    page.keyboard.press("F2")
    page.keyboard.type("0")
    expect(rent).to_have_value("350")
    page.keyboard.press("ArrowLeft")
    expect(rent).to_be_focused()


def test_what_is_no_amount_is_marked_kept_and_can_be_put_right(page: Page, slug: str) -> None:
    rent = cell(page, "Hyra kontor", "Budget 2024")
    rent.focus()
    page.keyboard.type("4o")
    page.keyboard.press("Enter")
    expect(rent).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_text("”4o” är inte ett belopp.")).to_be_visible()
    expect(figure(page, "Summa kostnader", 1)).to_have_text("4\u00a0448")
    page.reload()
    expect(rent).to_have_value("4o")
    rent.focus()
    page.keyboard.type("40")
    page.keyboard.press("Enter")
    expect(rent).not_to_have_attribute("aria-invalid", "true")
    assert amount(slug, "Hyra kontor", "budget-2024") == 40_000


def test_an_amount_that_may_be_two_is_asked_about(page: Page, slug: str) -> None:
    rent = cell(page, "Hyra kontor", "Budget 2024")
    rent.focus()
    page.keyboard.type("9.999")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="9,999").click()
    expect(figure(page, "Summa kostnader", 1)).to_have_text("4\u00a0457,999")
    saved(page)
    assert amount(slug, "Hyra kontor", "budget-2024") == 9_999


def test_what_was_typed_is_taken_back_and_done_again(page: Page, slug: str) -> None:
    rent = cell(page, "Hyra kontor", "Budget 2024")
    total = figure(page, "Summa kostnader", 1)
    rent.focus()
    page.keyboard.type("45")
    page.keyboard.press("Enter")
    expect(total).to_have_text("4\u00a0493")
    page.keyboard.press("Control+z")
    expect(total).to_have_text("4\u00a0483")
    expect(rent).to_have_value("35")
    expect(cell(page, "Kurs och konferens inkl. resor", "Budget 2024")).to_be_focused()
    page.keyboard.press("Control+Shift+z")
    expect(total).to_have_text("4\u00a0493")
    page.keyboard.press("Control+z")
    expect(total).to_have_text("4\u00a0483")


def test_two_people_in_cells_of_the_same_row_never_meet(
    page: Page, colleague: Page, slug: str
) -> None:
    open_budget(colleague, slug, "Kansli")
    cell(page, "Hyra kontor", "Budget 2024").focus()
    cell(colleague, "Hyra kontor", "Plan 2025").focus()
    page.keyboard.type("40")
    colleague.keyboard.type("41")
    page.keyboard.press("Enter")
    saved(page)
    colleague.keyboard.press("Enter")
    saved(colleague)
    expect(colleague.get_by_role("dialog")).to_have_count(0)
    # The sums are everybody's, and so is what others filled in.
    expect(figure(colleague, "Summa kostnader", 1)).to_have_text("4\u00a0488")
    expect(cell(colleague, "Hyra kontor", "Budget 2024")).to_have_value("40")


@pytest.mark.parametrize(("choice", "kept"), [("Behåll 720", 720_000), ("Använd 717", 717_000)])
def test_two_people_in_the_same_cell_choose(
    page: Page, colleague: Page, slug: str, choice: str, kept: int
) -> None:
    open_budget(colleague, slug, "Kansli")
    for one, text in ((colleague, "717"), (page, "720")):
        cell(one, "Hyra kontor", "Budget 2024").focus()
        one.keyboard.type(text)
        one.keyboard.press("Enter")
        if one is colleague:
            saved(one)
    asked = page.get_by_role("dialog")
    expect(asked).to_contain_text("skrev 717 kl. ")
    asked.get_by_role("button", name=choice).click()
    expect(asked).to_have_count(0)
    expect(page.locator("#saved")).to_have_text(SAVED if kept == 720_000 else "")
    expect(cell(page, "Hyra kontor", "Budget 2024")).to_have_value(choice.split()[1])
    assert amount(slug, "Hyra kontor", "budget-2024") == kept


def test_a_conflict_leaves_the_hands_where_they_are(page: Page, colleague: Page, slug: str) -> None:
    open_budget(colleague, slug, "Kansli")
    cell(colleague, "Hyra kontor", "Budget 2024").focus()
    colleague.keyboard.type("717")
    colleague.keyboard.press("Enter")
    saved(colleague)
    cell(page, "Hyra kontor", "Budget 2024").focus()
    page.keyboard.type("720")
    page.keyboard.press("Enter")
    page.keyboard.type("12")
    expect(page.get_by_role("dialog")).to_contain_text("skrev 717")
    page.keyboard.press("Enter")
    saved(page)
    assert amount(slug, "Hyra kontor", "budget-2024") == 717_000
    assert amount(slug, "Kurs och konferens inkl. resor", "budget-2024") == 12_000


def test_an_arrow_after_an_amount_commits_it_and_stops_before_the_names(
    page: Page, slug: str
) -> None:
    cell(page, "Hyra kontor", "Budget 2023").focus()
    page.keyboard.type("40")
    page.keyboard.press("ArrowRight")
    expect(cell(page, "Hyra kontor", "Budget 2024")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(cell(page, "Hyra kontor", "Budget 2023")).to_be_focused()
    saved(page)
    assert amount(slug, "Hyra kontor", "budget-2023") == 40_000


def test_a_range_is_copied_as_excel_expects_it(page: Page, slug: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    cell(page, "En väg vidare", "Budget 2023").focus()
    for key in ("Shift+ArrowRight", "Shift+ArrowDown", "Shift+ArrowDown"):
        page.keyboard.press(key)
    page.keyboard.press("Control+c")
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.replace("\r\n", "\n") == "1245\t717\n0\t956\n70\t800"


def test_without_a_server_what_was_typed_is_kept_and_saved_later(page: Page, slug: str) -> None:
    rent = cell(page, "Hyra kontor", "Budget 2024")
    page.context.set_offline(True)
    rent.focus()
    page.keyboard.type("45")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Du är utan nät.")).to_be_visible()
    expect(rent).to_have_value("45")
    page.context.set_offline(False)
    saved(page)
    assert amount(slug, "Hyra kontor", "budget-2024") == 45_000


def test_a_change_is_said_to_who_does_not_see_it(page: Page, slug: str) -> None:
    cell(page, "Hyra kontor", "Budget 2024").focus()
    page.keyboard.type("45")
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_contain_text("utgående eget kapital 1\u00a0655\u00a0tkr.")


@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing(page: Page, slug: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    cell(page, "Hyra kontor", "Budget 2024").focus()
    page.keyboard.type("4o")
    page.keyboard.press("Enter")
    expect(page.get_by_text("”4o” är inte ett belopp.")).to_be_visible()
    assert violations(page) == []
    page.goto(f"/{slug}/{YEAR}/budget/?jamfor=1")
    assert violations(page) == []


@pytest.mark.parametrize("width", [360, 390, 1440])
def test_the_page_never_scrolls_sideways(page: Page, slug: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
