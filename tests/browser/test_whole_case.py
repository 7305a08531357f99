"""A case from draft to archive, on the days when it happened.

Södra Lappland's plan of 2024 by six people: the chief, the staff, the chair, a member of the board,
a registrar without an account, and an auditor. Ånge's of 2022 by one alone.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.utils.text import slugify
from playwright.sync_api import Browser, FilePayload, Page, expect
from pytest_django.live_server_helper import LiveServer

from finsam.federations.models import Federation
from finsam.letters.models import Letter
from finsam.members.models import BoardSeat, Member
from plans.deciding.reading import document_of_version
from plans.document.content import PlanContent, Status
from plans.document.fileformat import content_of
from plans.management.commands.loadexamples import EXAMPLES
from plans.models import BoardPapers, PlanVersion
from plans.writing.importing import import_plan
from tests.browser.clock import on
from tests.browser.conftest import profile
from tests.browser.elsewhere import elsewhere
from tests.browser.people import sign_in
from tests.factories import pdf
from tests.plans.exports.printing import text_of

DECIDED = EXAMPLES / "versions" / "sodra-lappland-2024-1.json"
ANGE = EXAMPLES / "ange-2022.json"
People = Callable[[str], Page]


@pytest.fixture
def people(browser: Browser, house: LiveServer) -> Iterator[People]:
    """A browser for each who is asked for: "Förbundschef, slug" signed in there, "" nobody."""
    contexts = []

    def enter(who: str) -> Page:
        contexts.append(profile(browser, house.url))
        page = contexts[-1].new_page()
        if who:
            role, slug = who.split(", ")
            sign_in(page, role, slug)
        return page

    yield enter
    for context in contexts:
        context.close()


def begun(path: Path, slug: str, **rules: object) -> str:
    """A draft of the plan in a federation of its own, with addresses and elected people."""
    content = content_of(path.read_bytes())
    elsewhere(lambda: _begin(content, slug, rules))
    return slug


def _begin(content: PlanContent, slug: str, rules: dict[str, object]) -> None:
    name = f"Förbundet {slug}"
    profile = replace(content.federation, slug=slug, name=name, short_name=slug)
    import_plan(replace(content, federation=profile, status=Status.DRAFT, decisions=()))
    federation = Federation.objects.get(slug=slug)
    Federation.objects.filter(pk=federation.pk).update(**rules)
    for member in federation.members.all():
        name = slugify(member.name.split()[0])
        Member.objects.filter(pk=member.pk).update(official_address=f"{name}@exempel.se")
        for seat in member.seats.all():
            word = "Ledamot" if seat.kind == BoardSeat.Kind.REGULAR else "Ersättare"
            BoardSeat.objects.filter(pk=seat.pk).update(holder=f"{word}, {member.name}")


def told(page: Page, words: str) -> None:
    expect(page.locator(".messages")).to_contain_text(words)


def link_of(slug: str, member: str) -> str:
    """The way that the member's last letter has."""
    letters = Letter.objects.filter(federation__slug=slug, to_address=f"{member}@exempel.se")
    body = letters.filter(kind__startswith="consultation").latest("pk").body
    found = re.search(r"https?://\S+(/offentligt/samrad/\S+)", body)
    assert found
    return found[1]


def version(slug: str, label: str) -> PlanVersion:
    """The version of that name, whose files are what their checksums say."""
    found = PlanVersion.objects.get(plan__federation__slug=slug, label=label)
    assert sha256(bytes(found.pdf)).hexdigest() == found.pdf_sha256
    assert sha256(bytes(found.json)).hexdigest() == found.json_sha256
    return found


def closings(found: PlanVersion) -> list[int]:
    """Closing equity of 2025 and 2026 in a frozen version, in kr."""
    figures = document_of_version(found).figures
    assert figures
    return [figures.amount("closing_equity", f"plan-{year}") or 0 for year in (2025, 2026)]


def register(page: Page, place: str, member: str, way: str, day: str, stance: str) -> None:
    page.goto(f"{place}samrad/")
    row = page.locator(".heard").filter(has=page.get_by_role("heading", name=member))
    row.get_by_role("link", name=re.compile("^Registrera")).click()
    page.get_by_label("Hur kom svaret?").select_option(label=way)
    page.get_by_label("Kom in").fill(day)
    page.get_by_label(stance).check()
    page.get_by_role("button", name="Registrera svaret").click()
    told(page, member)


def send_to_board(page: Page, place: str) -> None:
    page.goto(f"{place}styrelsen/skicka/")
    for role in ("Ordförande", "Ledamot"):
        page.get_by_role("checkbox", name=re.compile(f"^{role}, sodra")).first.check()
    page.get_by_role("button", name="Skicka till styrelsen").click()
    told(page, "är skickad till")


def fill_in(page: Page, place: str, outcome: str = "granted") -> None:
    page.goto(f"{place}beslut/uppgifter/")
    page.get_by_label("Utfall av att-sats 1").select_option(outcome)


def approve(page: Page, place: str) -> None:
    page.goto(f"{place}beslut/godkann/")
    page.get_by_role("button", name="Godkänn beslutet").click()
    told(page, "Planen är beslutad.")


def test_sodra_lapplands_plan_from_draft_to_revision(people: People) -> None:
    slug = begun(DECIDED, "sodra-prov")
    place = f"/{slug}/2024/"
    with on("2023-10-27"):
        chief = people(f"Förbundschef, {slug}")
        people(f"Ordförande, {slug}"), people(f"Ledamot, {slug}")
        chief.goto(f"{place}samrad/skicka/")
        chief.get_by_label("Sista dag att svara").fill("2023-11-10")
        chief.get_by_role("button", name="Skicka på samråd").click()
        told(chief, "Samrådsversion 2023-10-27 är skickad till")
        assert Letter.objects.filter(federation__slug=slug, kind="consultation_sent").count() == 10
    link = link_of(slug, "lycksele")
    with on("2023-11-02"):
        registrar = people("")
        registrar.goto(link)
        part = registrar.locator("section").filter(
            has=registrar.get_by_role("heading", name="Er del")
        )
        expect(part).to_contain_text("326")
        registrar.get_by_label("Synpunkter", exact=True).first.check()
        registrar.get_by_label("Synpunkter", exact=True).last.fill("Vi vill se fler deltagare.")
        registrar.get_by_label("Namn").fill("Registrator, Lycksele")
        registrar.get_by_label("Befattning").fill("registrator")
        registrar.get_by_role("button", name="Skicka svaret").click()
        expect(registrar.get_by_text("Vi har tagit emot ert svar: synpunkter")).to_be_visible()
        staff = people(f"Kansli, {slug}")
        register(staff, place, "Malå kommun", "Brev", "2023-11-01", "Ingen erinran")
        register(staff, place, "Region Västerbotten", "Möte", "2023-11-02", "Ingen erinran")
    with on("2023-11-11"):
        assert people("").goto(link).status == 410  # type: ignore[union-attr]
    with on("2023-11-15"):
        chief = people(f"Förbundschef, {slug}")
        chief.goto(f"{place}styrelsen/missiv/")
        chief.get_by_label("Styrelsens möte").fill("2023-11-30")
        chief.get_by_role("button", name="Spara missivet").click()
        send_to_board(chief, place)
    papers = BoardPapers.objects.get(plan__federation__slug=slug)
    said = text_of(bytes(papers.pdf))
    for words in ("Underlag till styrelsen", "3 av 10 medlemmar har svarat", "att fastställa"):
        assert words in said
    with on("2023-11-20"):
        member = people(f"Ledamot, {slug}")
        member.set_viewport_size({"width": 390, "height": 844})
        member.goto(f"{place}styrelsen/")
        member.get_by_role("button", name="Jag har läst").click()
        member.goto(f"{place}styrelsen/yrkande/")
        member.get_by_label("Jag tänker yrka").fill("att målen följs upp varje kvartal")
        member.get_by_role("button", name="Anmäl yrkandet").click()
        told(member, "Ditt yrkande är anmält")
        member.goto(f"{place}versioner/2/")
        member.get_by_role("link", name=re.compile("^Fråga om det här avsnittet")).first.click()
        member.get_by_label("Din fråga eller synpunkt").fill("Vilka deltar?")
        member.get_by_role("button", name="Skicka frågan").click()
        told(member, "Din fråga är skickad")
    with on("2023-11-22"):
        chief = people(f"Förbundschef, {slug}")
        send_to_board(chief, place)
        assert version(slug, "Förslag till styrelsen 2023-11-22, rättad").corrects == 2
        chair = people(f"Ordförande, {slug}")
        chair.goto(f"{place}styrelsen/")
        expect(chair.get_by_text("att målen följs upp varje kvartal")).to_be_visible()
    with on("2023-11-30", "15:00"):
        staff = people(f"Kansli, {slug}")
        fill_in(staff, place)
        staff.get_by_label("Ledamot, Malå kommun", exact=True).select_option("absent")
        staff.get_by_label("Ersättare, Malå kommun", exact=True).select_option("present")
        row = staff.get_by_label("Jäv, Ledamot, Dorotea kommun")
        row.check()
        staff.get_by_role("button", name="Spara och be ordföranden godkänna").click()
        told(staff, "ordföranden är ombedd")
        expect(staff.get_by_text("tjänstgör för Ledamot, Malå kommun")).to_be_visible()
        expect(staff.get_by_text("Ledamot, Dorotea kommun deltog inte")).to_be_visible()
        approve(people(f"Ordförande, {slug}"), place)
    decided = version(slug, "Beslutad 2023-11-30")
    assert closings(decided) == [1_046_000, 727_000]
    said = text_of(bytes(decided.pdf))
    assert "Beslutad 2023-11-30" in said and "1 046" in said and "727" in said
    with on("2023-12-05"):
        chief = people(f"Förbundschef, {slug}")
        chief.goto(f"{place}expediera/")
        chief.get_by_label("Andra mottagare").fill("Försäkringskassan <fk@exempel.se>")
        chief.get_by_role("button", name="Expediera").click()
        told(chief, "expedierat till 11 mottagare")
        chief.goto(f"{place}anslag/")
        chief.get_by_label("Anslaget", exact=True).fill("2023-12-05")
        chief.get_by_role("button", name="Spara dagen").click()
        told(chief, "kompletterad version")
        chief.goto(f"{place}publicera/")
        chief.get_by_role("button", name="Publicera").click()
        told(chief, "Planen är publicerad.")
        public = people("")
        public.goto(f"/offentligt/{slug}/2024/")
        expect(public.get_by_text("Beslutad 2023-11-30").first).to_be_visible()
        chief.goto(f"{place}beslut/")
        chief.get_by_role("button", name="Börja revidera planen").click()
        told(chief, "Nu kan du revidera planen.")
    with on("2024-03-21"):
        chief = people(f"Förbundschef, {slug}")
        chief.goto(f"{place}budget/")
        chief.get_by_label("ESF-medel, Plan 2025, tkr", exact=True).fill("300")
        chief.keyboard.press("Enter")
        expect(chief.locator("#saved")).to_have_text(re.compile("^Sparat"))
        send_to_board(chief, place)
        fill_in(chief, place)
        chief.get_by_role("button", name="Spara och be ordföranden godkänna").click()
        approve(people(f"Ordförande, {slug}"), place)
        revised = version(slug, "Reviderad 2024-03-21")
        assert closings(revised) == [1_346_000, 1_027_000]
        assert "1 346" in text_of(bytes(revised.pdf))
        public.goto(f"/offentligt/{slug}/2024/")
        expect(public.get_by_text("reviderad 2024-03-21").first).to_be_visible()
        auditor = people(f"Revisor, {slug}")
        auditor.goto(f"{place}akten/")
        with auditor.expect_download() as fetched:
            auditor.get_by_role("link", name="Hämta akten").click()
        with ZipFile(fetched.value.path()) as archive:
            names = archive.namelist()
            sums = archive.read("checksummor.txt").decode()
        assert "versioner/05-kompletterad-2023-12-05.pdf" in names
        assert sum(name.startswith("underlag/") for name in names) == 3
        assert "samrad/bilaga-samrad.pdf" in names and "expediering/mottagare.csv" in names
        assert decided.pdf_sha256 in sums and revised.json_sha256 in sums
    kinds = Letter.objects.filter(federation__slug=slug).values_list("kind", flat=True)
    for kind in ("motion_announced", "question_asked", "decision_to_approve", "plan_decided"):
        assert kind in kinds


def test_anges_plan_by_one_person_alone(people: People) -> None:
    slug = begun(ANGE, "ange-prov", chair_approves=False)
    place = f"/{slug}/2022/"
    with on("2021-11-01"):
        alone = people(f"Förbundschef, {slug}")
        alone.goto(f"{place}samrad/registrera/")
        alone.get_by_label("Hur och var hölls det?").fill("Brev till medlemmarna 15 oktober.")
        alone.get_by_label("Dag", exact=True).fill("2021-10-15")
        alone.get_by_role("button", name="Registrera samrådet").click()
        register(alone, place, "Ånge kommun", "Brev", "2021-10-25", "Ingen erinran")
        alone.goto(f"{place}styrelsen/skicka/")
        alone.get_by_label("Andra som får underlaget av dig").fill("Styrelsen, med e-post")
        alone.get_by_role("button", name="Skicka till styrelsen").click()
        told(alone, "är skickad till Styrelsen, med e-post")
    with on("2021-11-26", "16:00"):
        alone = people(f"Förbundschef, {slug}")
        alone.goto(f"{place}budget/")
        for row, amount in {
            "Ångemodellen": "-480000",
            "Ej beslutade aktiviteter och insatser": "-647500",
        }.items():
            alone.get_by_label(f"{row}, Budget 2022, kr", exact=True).fill(amount)
            alone.keyboard.press("Enter")
            expect(alone.locator("#saved")).to_have_text(re.compile("^Sparat"))
        fill_in(alone, place)
        alone.get_by_label("Planen med styrelsens ändringar").check()
        alone.get_by_role("button", name="Spara").click()
        told(alone, "är sparade")
        alone.goto(f"{place}beslut/registrera/")
        expect(alone.get_by_text("480\u00a0000").first).to_be_visible()
        signed = FilePayload(
            name="Underskrivet beslut.pdf", mimeType="application/pdf", buffer=pdf()
        )
        alone.locator("input[type=file]").set_input_files(signed)
        alone.get_by_role("button", name="Registrera beslutet").click()
        told(alone, "Planen är beslutad.")
    decided = version(slug, "Beslutad 2021-11-26")
    sheet = content_of(bytes(decided.json)).budget
    assert sheet
    amounts = {line.label: line.amounts.get("budget-2022") for _, line in sheet.walk()}
    assert amounts["Ångemodellen"] == 480_000
    assert amounts["Ej beslutade aktiviteter och insatser"] == 647_500
    with on("2021-12-10"):
        alone = people(f"Förbundschef, {slug}")
        alone.goto(f"{place}beslut/komplettera/")
        alone.get_by_label("Protokollets §").fill("42")
        alone.get_by_label("Protokollet justerat").fill("2021-12-09")
        alone.get_by_role("button", name="Komplettera").click()
        told(alone, "Beslutet är kompletterat")
        alone.goto(f"{place}expediera/")
        alone.get_by_role("button", name="Expediera").click()
        told(alone, "expedierat till 4 mottagare")
        alone.goto(f"{place}akten/")
        with alone.expect_download() as fetched:
            alone.get_by_role("link", name="Hämta akten").click()
        with ZipFile(fetched.value.path()) as archive:
            names = archive.namelist()
        assert any("underskrivet-beslut" in name for name in names)
    assert "§ 42" in text_of(bytes(version(slug, "Kompletterad 2021-12-10").pdf))
