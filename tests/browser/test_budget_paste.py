"""Ranges from Excel pasted into the budget: seen first, put in as one step, taken back as one."""

from dataclasses import replace
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from budgets.arithmetic import figures
from budgets.formatting import amount_text
from budgets.models import Budget
from budgets.reading import sheet_of
from budgets.sheet import ComputedRow, Line, Sheet
from budgets.table import table
from tests.browser.axe import violations
from tests.browser.people import sign_in
from tests.browser.workshops import workshop
from tests.plans.document.checks.plans import example

NAME = "sodra-lappland-2024"


def original() -> Sheet:
    budget = example(NAME).budget
    assert budget is not None
    return budget


def emptied(sheet: Sheet) -> Sheet:
    """The same rows and columns without an amount."""

    def bare(lines: tuple[Line, ...]) -> tuple[Line, ...]:
        return tuple(replace(one, amounts={}, lines=bare(one.lines)) for one in lines)

    return replace(
        sheet,
        income=bare(sheet.income),
        costs=bare(sheet.costs),
        financial=bare(sheet.financial),
        printed=(),
    )


def as_text(sheet: Sheet) -> str:
    """The printed table as Excel puts it on the clipboard."""
    shown = table(sheet, figures(sheet))
    rows = [["", *(head.text for head in shown.heads)]]
    rows += [[row.label, *(cell.text for cell in row.cells)] for row in shown.rows]
    return "\n".join("\t".join(row) for row in rows)


def sheet(slug: str) -> Sheet:
    return sheet_of(Budget.objects.get(plan__federation__slug=slug))


def open_budget(page: Page, slug: str) -> None:
    sign_in(page, "Förbundschef", slug)
    page.goto(f"/{slug}/2024/budget/")


def paste(page: Page, text: str) -> None:
    """Paste into what has the focus, as the clipboard would."""
    page.evaluate(
        """text => {
            const data = new DataTransfer();
            data.setData("text/plain", text);
            const event = new ClipboardEvent("paste", {
                clipboardData: data, bubbles: true, cancelable: true,
            });
            document.activeElement.dispatchEvent(event);
        }""",
        text,
    )


@pytest.mark.parametrize("width", [390, 1440])
def test_four_columns_are_pasted_in_one_go_and_every_sum_is_right(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    slug = workshop(NAME, budget=emptied(original()))
    open_budget(page, slug)
    page.get_by_role("button", name="Klistra in från Excel").click()
    page.get_by_label("Rader och kolumner ur Excel eller Word").fill(as_text(original()))
    page.get_by_role("button", name="Visa hur det blir").click()
    expect(page.get_by_role("dialog")).to_contain_text("belopp klistras in")
    assert violations(page) == []
    page.get_by_role("button", name="Klistra in", exact=True).press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)
    closing = page.locator("tfoot td .v")
    for column, text in enumerate(("2 096", "1 665", "1 346", "1 027")):
        expect(closing.nth(column)).to_have_text(text.replace(" ", "\u00a0"))
    now, was = sheet(slug), original()
    assert figures(now).rows == figures(was).rows
    assert figures(now).groups == figures(was).groups
    assert now.printed == ()


def test_sixty_rows_of_four_are_pasted_from_the_focused_cell_and_undone(page: Page) -> None:
    lines = tuple(Line(key=UUID(int=n + 1), label=f"Rad {n}") for n in range(60))
    budget = replace(emptied(original()), income=(), costs=lines)
    slug = workshop(NAME, budget=budget)
    open_budget(page, slug)
    page.get_by_label("Rad 0, Budget 2023, tkr").focus()
    paste(page, "\n".join("\t".join(str(n * 4 + c) for c in range(4)) for n in range(60)) + "\n")
    expect(page.get_by_role("dialog")).to_contain_text("240 belopp klistras in")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_label("Rad 59, Plan 2026, tkr")).to_have_value("239")
    assert [sum(line.amounts.values()) for line in sheet(slug).costs][:2] == [6_000, 22_000]
    page.get_by_label("Rad 0, Budget 2023, tkr").focus()
    page.keyboard.press("Control+z")
    expect(page.get_by_label("Rad 59, Plan 2026, tkr")).to_have_value("")
    assert {len(line.amounts) for line in sheet(slug).costs} == {0}


def test_what_a_pasted_sum_said_otherwise_is_found_and_can_be_accepted(page: Page) -> None:
    slug = workshop(NAME)
    open_budget(page, slug)
    text = as_text(original()).replace("2\u00a0473", "2\u00a0743")
    page.get_by_role("button", name="Klistra in från Excel").click()
    page.get_by_label("Rader och kolumner ur Excel eller Word").fill(text)
    page.get_by_role("button", name="Visa hur det blir").click()
    expect(page.get_by_role("dialog")).to_contain_text("raderna ger 2\u00a0473")
    page.get_by_role("button", name="Klistra in", exact=True).click()
    notice = page.get_by_text("En summa stämmer inte med källan")
    expect(notice).to_be_visible()
    expect(page.get_by_text("står 2\u00a0743\u00a0tkr. Raderna ger 2\u00a0473")).to_be_visible()
    page.get_by_role("button", name="Summan 2\u00a0473 är rätt").click()
    expect(notice).to_have_count(0)
    assert (
        amount_text(
            figures(sheet(slug)).amount(ComputedRow.TOTAL_COSTS, "budget-2024"), sheet(slug).unit
        )
        == "4\u00a0483"
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("1\t2\n" * 50_000, "för stort"),
        ("\t", "Det finns inget att klistra in."),
    ],
    ids=["too much", "nothing"],
)
def test_what_cannot_be_pasted_is_said_and_kept(colleague: Page, text: str, why: str) -> None:
    slug = workshop(NAME)
    before = sheet(slug)
    open_budget(colleague, slug)
    colleague.get_by_role("button", name="Klistra in från Excel").click()
    field = colleague.get_by_label("Rader och kolumner ur Excel eller Word")
    field.evaluate("(field, text) => (field.value = text)", text)
    colleague.get_by_role("button", name="Visa hur det blir").click()
    expect(colleague.get_by_role("dialog")).to_contain_text(why)
    expect(field).to_have_value(text)
    assert sheet(slug) == before


def test_a_paste_wider_than_the_sheet_says_what_has_no_place(page: Page) -> None:
    slug = workshop(NAME)
    open_budget(page, slug)
    page.get_by_label("Hyra kontor, Plan 2025, tkr").focus()
    paste(page, "1\t2\t3\t4")
    expect(page.get_by_role("dialog")).to_contain_text("2 belopp")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Hyra kontor, Plan 2026, tkr")).to_have_value("2")
