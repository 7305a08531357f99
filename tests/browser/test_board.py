"""Before the board's meeting: a missiv, the papers, a yrkande and a statement."""

import re

from playwright.sync_api import Page, expect

from finsam.federations.models import Federation
from tests.browser.elsewhere import elsewhere
from tests.browser.people import sign_in
from tests.browser.test_pages import assert_well
from tests.browser.test_versions import send
from tests.browser.workshops import workshop


def with_statements() -> str:
    """A workshop whose federation has formal statements."""
    slug = workshop()
    elsewhere(lambda: Federation.objects.filter(slug=slug).update(formal_statements=True))
    return slug


def test_the_board_reads_its_papers_and_says_what_it_means(page: Page, colleague: Page) -> None:
    office, member = page, colleague
    slug = with_statements()
    board = f"/{slug}/2025/styrelsen/"
    sign_in(member, "Ledamot", slug)
    sign_in(office, "Förbundschef", slug)
    office.goto(board)
    assert_well(office)

    office.get_by_role("link", name="Skriv missivet").click()
    office.get_by_label("Styrelsens möte").fill("2024-11-28")
    office.get_by_label("Bakgrund").fill("Kansliet har arbetat fram planen.")
    office.get_by_label("Att-sats 2").fill("ge kansliet rätt att rätta skrivfel")
    office.get_by_role("button", name="Spara missivet").click()
    expect(office.locator(".messages")).to_contain_text("Missivet är sparat.")
    assert_well(office)
    send(office, slug)

    member.goto("/")
    member.get_by_role("link", name=re.compile("att läsa$")).click()
    member.get_by_role("link", name="Styrelsen", exact=True).click()
    expect(member.get_by_label("Förslag till beslut")).to_have_value(
        re.compile("att ge kansliet rätt att rätta skrivfel\\.$")
    )
    assert_well(member)
    papers = member.get_by_role("link", name="Underlaget som PDF").get_attribute("href")
    assert member.request.get(papers or "").body().startswith(b"%PDF")
    member.get_by_role("button", name="Jag har läst").click()
    member.get_by_role("link", name="Jag tänker yrka …").click()
    assert_well(member)
    member.get_by_label("Jag tänker yrka").fill("att 50 tkr flyttas till insatser")
    member.get_by_role("button", name="Anmäl yrkandet").click()
    expect(member.locator(".messages")).to_contain_text("Ditt yrkande är anmält")
    member.get_by_label("Återremiss").check()
    member.get_by_role("button", name="Lämna yttrande").click()
    expect(member.get_by_text("Skriv vad som behöver ändras innan")).to_be_visible()
    assert_well(member)
    member.get_by_label("Motivering").fill("Mål 3 saknar mått.")
    member.get_by_role("button", name="Lämna yttrande").click()
    expect(member.get_by_text("har yttrat sig.")).to_be_visible()
    assert_well(member)

    office.goto("/")
    office.get_by_role("link", name="1 anmält yrkande").click()
    expect(office.get_by_text("att 50 tkr flyttas till insatser")).to_be_visible()
    expect(office.get_by_text("1 av 1 har läst")).to_be_visible()
    assert_well(office)
