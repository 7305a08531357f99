"""A plan on samråd: sent to its members, answered by a link without an account, registered."""

import re

from playwright.sync_api import Page, expect

from finsam.letters.models import Letter
from finsam.members.models import Member
from tests.browser.elsewhere import elsewhere
from tests.browser.people import sign_in
from tests.browser.test_pages import assert_well
from tests.browser.workshops import workshop

LINK = re.compile(r"https?://\S+(/offentligt/samrad/\S+)")


def with_addresses(slug: str) -> str:
    """Each member but one gets an official address; the name of a municipality with one."""
    members = list(Member.objects.filter(federation__slug=slug))
    for number, member in enumerate(members):
        member.official_address = "" if number == 0 else f"registrator{number}@{slug}.se"
        member.save()
    return members[-1].name


def letter_to(name: str, slug: str) -> str:
    """The link in the letter that a member got."""
    body = Letter.objects.get(federation__slug=slug, to_name=name, kind="consultation_sent").body
    found = LINK.search(body)
    assert found
    return found[1]


def test_a_member_answers_by_its_link_and_another_by_letter(page: Page, colleague: Page) -> None:
    office, member = page, colleague
    slug = workshop()
    name = elsewhere(lambda: with_addresses(slug))
    sign_in(office, "Förbundschef", slug)
    office.goto(f"/{slug}/2025/samrad/")
    assert_well(office)
    office.get_by_role("link", name="Skicka på samråd").click()
    assert_well(office)
    office.get_by_role("button", name="Skicka på samråd").click()
    expect(office.locator(".messages")).to_contain_text("är skickad till")

    address = elsewhere(lambda: letter_to(name, slug))
    member.goto(address)
    expect(member.get_by_role("heading", name="Er del")).to_be_visible()
    assert_well(member)
    member.get_by_role("button", name="Skicka svaret").click()
    expect(member.get_by_text("Svaret är inte skickat.")).to_be_visible()
    member.get_by_label("Synpunkter", exact=True).first.check()
    member.get_by_label("Synpunkter", exact=True).last.fill("Höj inte bidraget.")
    member.get_by_label("Namn").fill("Maria Ek")
    member.get_by_label("Befattning").fill("kommundirektör")
    assert_well(member)
    member.get_by_role("button", name="Skicka svaret").click()
    expect(member.get_by_text("Vi har tagit emot ert svar: synpunkter")).to_be_visible()
    assert_well(member)

    office.goto("/")
    office.get_by_role("link", name=re.compile("^Samråd pågår: 1 av")).click()
    expect(office.get_by_text("Höj inte bidraget.")).to_be_visible()
    assert_well(office)
    office.get_by_role("link", name=re.compile("^Registrera svar från")).first.click()
    office.get_by_label("Hur kom svaret?").select_option("letter")
    office.get_by_label("Kom in").fill(office.evaluate("new Date().toLocaleDateString('sv')"))
    office.get_by_label("Ingen erinran").check()
    assert_well(office)
    office.get_by_role("button", name="Registrera svaret").click()
    expect(office.locator(".messages")).to_contain_text("är registrerat")
    office.get_by_role("button", name=re.compile(f"^Återkalla länken till {name}")).click()
    member.goto(address)
    expect(member.get_by_role("heading", name="Länken gäller inte.")).to_be_visible()
    assert_well(member)
    office.get_by_role("link", name="Registrera samråd").click()
    assert_well(office)
