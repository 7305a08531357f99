"""What is decided goes out: expedierat, anslaget, published to everybody, and kept in akten."""

from zipfile import ZipFile

from playwright.sync_api import Page, expect

from finsam.members.models import Member
from plans.deciding.importing import keep_decided
from plans.models import Plan
from tests.browser.elsewhere import elsewhere
from tests.browser.people import sign_in
from tests.browser.test_pages import assert_well
from tests.browser.workshops import workshop
from tests.factories import decide


def decided() -> str:
    """The slug of a federation whose plan of 2025 is in force, and whose members have addresses."""
    slug = workshop()

    def done() -> None:
        plan = Plan.objects.for_reading().get(federation__slug=slug)
        keep_decided(decide(plan))
        for member in Member.objects.filter(federation=plan.federation)[:3]:
            Member.objects.filter(pk=member.pk).update(official_address=f"m{member.pk}@kommun.se")

    elsewhere(done)
    return slug


def test_a_decision_goes_out_and_everybody_reads_the_plan(page: Page, colleague: Page) -> None:
    office, visitor = page, colleague
    slug = decided()
    assert visitor.goto(f"/offentligt/{slug}/2025/").status == 404  # type: ignore[union-attr]
    sign_in(office, "Förbundschef", slug)

    office.goto(f"/{slug}/2025/beslut/")
    assert_well(office)
    office.get_by_role("link", name="Expediera").click()
    office.get_by_label("Andra mottagare").fill("Försäkringskassan")
    office.get_by_role("button", name="Expediera").click()
    expect(office.get_by_text("går inte att läsa")).to_be_visible()
    assert_well(office)
    office.get_by_label("Andra mottagare").fill("Försäkringskassan <kontakt@fk.se>")
    office.get_by_role("button", name="Expediera").click()
    expect(office.locator(".messages")).to_contain_text("expedierat till 4 mottagare")
    assert_well(office)

    office.goto(f"/{slug}/utkorg/")
    office.get_by_role("link", name="Beslut: ").first.click()
    assert_well(office)
    with office.expect_download() as fetched:
        office.get_by_role("link", name=".pdf").click()
    assert fetched.value.path().read_bytes().startswith(b"%PDF")

    office.goto(f"/{slug}/2025/anslag/")
    assert_well(office)
    office.get_by_label("Anslaget", exact=True).fill("2024-12-05")
    office.get_by_role("button", name="Spara dagen").click()
    expect(office.locator(".messages")).to_contain_text("en kompletterad version är sparad")

    office.goto(f"/{slug}/2025/beslut/")
    office.get_by_role("link", name="Publicera").click()
    assert_well(office)
    office.get_by_role("button", name="Publicera").click()
    expect(office.locator(".messages")).to_contain_text("Planen är publicerad.")
    assert_well(office)

    visitor.goto("/offentligt/")
    assert_well(visitor)
    visitor.get_by_role("link", name=f"Förbundet {slug}").click()
    assert_well(visitor)
    visitor.get_by_role("link", name="Verksamhetsplan 2025").first.click()
    expect(visitor.get_by_role("heading", level=1)).to_contain_text("Verksamhetsplan")
    assert_well(visitor)


def test_an_auditor_begins_with_the_case_file(page: Page) -> None:
    slug = decided()
    sign_in(page, "Revisor", slug)
    page.goto(f"/{slug}/")
    page.get_by_role("link", name="Akten, plan 2025").click()
    assert_well(page)
    with page.expect_download() as fetched:
        page.get_by_role("link", name="Hämta akten").click()
    with ZipFile(fetched.value.path()) as archive:
        assert {"index.html", "checksummor.txt"} < set(archive.namelist())
        index = archive.read("index.html").decode()
    page.set_content(index)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Akt: ")
