"""The samråd's page, what the office registers, and the appendix."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from finsam.letters.models import Letter
from finsam.members.models import Member
from plans.models import Consultation, ConsultationAnswer, ConsultationLink, Plan, PlanVersion
from tests import factories
from tests.factories import SECRET
from tests.plans.views.html import body, text

pytestmark = [
    pytest.mark.django_db,
    # WeasyPrint leaves its own colour profile open.
    pytest.mark.filterwarnings("ignore:.*sRGB2014:pytest.PytestUnraisableExceptionWarning"),
]

PLAN = "/fjallbygden/2025/"
PAGE = f"{PLAN}samrad/"
SEND = f"{PAGE}skicka/"
LETTER = {
    "edition": 0,
    "way": "letter",
    "received_on": "2024-11-14",
    "stance": "remarks",
    "text": "Höj inte bidraget.",
    "registry_number": "KS 2024/17",
}


@pytest.fixture
def plan() -> Plan:
    return factories.draft_plan()


@pytest.fixture
def member(plan: Plan) -> Member:
    member = plan.federation.members.get()
    member.official_address = "kommun@berg.se"
    member.save()
    return member


@pytest.fixture
def version(plan: Plan) -> PlanVersion:
    return factories.version(plan, "consultation", label="Samrådsversion 2024-10-27")


@pytest.fixture
def link(version: PlanVersion, member: Member) -> ConsultationLink:
    return factories.consultation_link(version, member)


@pytest.fixture
def chief(client: Client, plan: Plan) -> Client:
    return factories.signed_in(client, "chief", plan.federation)


def heard(member: Member, more: str = "") -> str:
    return f"{PAGE}svar/{member.key}/{more}"


def as_reader(client: Client, plan: Plan) -> Client:
    return factories.signed_in(client, "board", plan.federation)


# Sending


def test_the_members_with_an_address_are_ticked_from_the_start(
    chief: Client, plan: Plan, member: Member
) -> None:
    factories.member(plan.federation, "Utan adress")
    gone = factories.member(plan.federation, "Lämnade kommunen")
    Member.objects.filter(pk=gone.pk).update(left_on=date(2020, 1, 1))
    page = chief.get(SEND)
    assert f'id="member-{member.key}" checked' in " ".join(page.content.decode().split())
    assert "Utan adress Adress saknas. Lägg till adressen" in text(page)
    assert "Lämnade kommunen" not in text(page)
    last = timezone.localdate() + timedelta(days=plan.federation.consultation_days)
    assert f'value="{last}"' in page.content.decode()


def test_it_is_sent_to_members_and_people(chief: Client, plan: Plan, member: Member) -> None:
    anna = factories.person("member", plan.federation)
    said = {"seen": 0, "members": [member.key], "people": [anna.pk], "closes_on": "2199-12-31"}
    assert chief.post(SEND, said).status_code == 302
    version = PlanVersion.objects.get()
    assert {one.name for one in version.recipients.all()} == {member.name, str(anna)}
    link = ConsultationLink.objects.get()
    assert (link.address, link.version) == (member.official_address, 1)
    assert "http://testserver/offentligt/samrad/" in Letter.objects.get(to_name=member.name).body
    assert Consultation.objects.get().closes_on == date(2199, 12, 31)


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({}, "Välj minst en mottagare."),
        ({"members": ["MEMBER"], "closes_on": "2020-01-01"}, "Dagen har varit."),
        ({"members": ["MEMBER"], "closes_on": "snart"}, "Skriv datumet som 2023-11-30."),
        ({"members": ["MEMBER"], "closes_on": ""}, "Skriv datumet som 2023-11-30."),
        ({"members": [str(factories.key("annan"))]}, "Någon av mottagarna finns inte längre."),
    ],
)
def test_what_cannot_be_sent_is_told(
    chief: Client, member: Member, said: dict[str, Any], wrong: str
) -> None:
    if said.get("members") == ["MEMBER"]:
        said = said | {"members": [member.key]}
    response = chief.post(SEND, {"seen": 0, "closes_on": "2199-12-31"} | said)
    assert response.status_code == 422
    assert wrong in response.content.decode()
    assert not PlanVersion.objects.exists()


# The page


def test_the_office_sees_who_was_asked_where_and_what_was_answered(
    chief: Client, plan: Plan, link: ConsultationLink
) -> None:
    factories.answer(link.consultation)
    region = factories.member(plan.federation, "Region Jämtland", "region")
    page = text(chief.get(PAGE))
    assert "1 av 2 medlemmar har svarat: 1 med synpunkter." in page
    assert f"Skickat till {link.address}" in page
    assert "Inte öppnat än." in page
    assert "Kom brev 2024-10-27." in page
    assert f"{region.name} Inte svarat Inte skickat: adress saknas." in page


def test_others_see_answers_but_no_addresses_or_links(
    client: Client, plan: Plan, link: ConsultationLink
) -> None:
    factories.answer(link.consultation)
    page = as_reader(client, plan).get(PAGE).content.decode()
    assert f"Vi undrar om {SECRET}." in page
    assert "Maria Ek" in page
    for hidden in (link.address, "öppnat", "Skickat till", "Registrera", "Påminn", str(link.key)):
        assert hidden not in page


def test_without_samrad_it_says_so(chief: Client, plan: Plan) -> None:
    assert "Samråd har inte hållits än." in text(chief.get(PAGE))


def test_the_working_copys_title_is_not_told(client: Client, plan: Plan) -> None:
    Plan.objects.update(title="Det som skrivs nu")
    factories.consultation(plan)
    assert "Det som skrivs nu" not in as_reader(client, plan).get(PAGE).content.decode()


@pytest.mark.parametrize("count", [1, 12])
def test_the_page_takes_as_many_queries_for_many(
    chief: Client,
    plan: Plan,
    link: ConsultationLink,
    count: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(count):
        one = factories.member(plan.federation, f"Kommun {number}")
        factories.consultation_link(plan.versions.get(), one, consultation=link.consultation)
        factories.answer(link.consultation, one)
    chief.get(PAGE)
    with django_assert_num_queries(17):
        chief.get(PAGE)


def test_another_federations_samrad_does_not_exist(
    client: Client, plan: Plan, member: Member, link: ConsultationLink
) -> None:
    kept = factories.answer(link.consultation)
    other = factories.signed_in(client, "chief", factories.federation("slattbygden"))
    for address in (PAGE, f"{PAGE}pdf/", f"{PAGE}fil/{kept.pk}/", f"{PAGE}registrera/"):
        assert other.get(address).status_code == 404
    for address in (heard(member), heard(member, "lank/"), f"{PAGE}paminn/"):
        assert other.post(address).status_code == 404


@pytest.mark.parametrize("role", ["board", "auditor", "member"])
def test_only_the_office_registers(
    client: Client, plan: Plan, member: Member, link: ConsultationLink, role: str
) -> None:
    reader = factories.signed_in(client, role, plan.federation)
    for address in (heard(member), f"{PAGE}registrera/"):
        assert reader.get(address).status_code == 403
    for address in (heard(member, "lank/"), heard(member, "aterkalla/"), f"{PAGE}paminn/"):
        response = reader.post(address)
        assert response.status_code == 403
    assert not Letter.objects.exists()


@pytest.mark.parametrize("more", ["svar/{}/lank/", "svar/{}/aterkalla/", "paminn/"])
def test_what_is_done_takes_a_button(chief: Client, member: Member, more: str) -> None:
    assert chief.get(f"{PAGE}{more.format(member.key)}").status_code == 405


# Answers that came another way


def test_an_answer_that_came_by_letter_is_registered(
    chief: Client, member: Member, link: ConsultationLink
) -> None:
    file = SimpleUploadedFile("brev.pdf", factories.pdf())
    assert chief.post(heard(member), LETTER | {"file": file}).status_code == 302
    kept = ConsultationAnswer.objects.get()
    assert (kept.way, kept.received_on) == ("letter", date(2024, 11, 14))
    assert (kept.registry_number, kept.registered_by) == ("KS 2024/17", "chief@fjallbygden.se")
    assert kept.file_name == "brev.pdf"
    response = chief.get(f"{PAGE}fil/{kept.pk}/")
    assert response.content == bytes(kept.file)


def test_it_is_registered_after_the_last_day_and_without_address(
    chief: Client, member: Member, link: ConsultationLink
) -> None:
    Member.objects.update(official_address="")
    Consultation.objects.update(closes_on=date(2024, 11, 17))
    assert chief.post(heard(member), LETTER).status_code == 302


def test_an_answer_by_link_is_changed_by_a_letter(
    chief: Client, member: Member, link: ConsultationLink
) -> None:
    factories.answer(link.consultation, way="link", file_name="", file=b"", sha256="")
    assert "Medlemmen har svarat 2024-10-27, genom länken" in text(chief.get(heard(member)))
    chief.post(heard(member), LETTER | {"edition": 1})
    assert [a.edition for a in ConsultationAnswer.objects.all()] == [1, 2]
    assert "Tidigare svar" in text(chief.get(PAGE))


def test_who_is_not_first_is_told(chief: Client, member: Member, link: ConsultationLink) -> None:
    factories.answer(link.consultation, way="link")
    response = chief.post(heard(member), LETTER)
    page = response.content.decode()
    assert response.status_code == 422
    assert "Maria Ek svarade" in page
    assert "Höj inte bidraget." in page
    assert ConsultationAnswer.objects.count() == 1


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"received_on": "2199-01-01"}, "Dagen har inte varit än."),
        ({"received_on": "2024-10-26"}, "Samrådet började 2024-10-27."),
        ({"received_on": ""}, "Skriv datumet som 2023-11-30."),
        ({"way": "link"}, "Välj något i listan."),
        ({"way": ""}, "Välj något i listan."),
        ({"stance": ""}, "Välj ingen erinran eller synpunkter."),
        ({"text": ""}, "Skriv synpunkterna, eller bifoga dem som PDF."),
    ],
)
def test_what_cannot_be_registered_is_told(
    chief: Client, member: Member, link: ConsultationLink, said: dict[str, str], wrong: str
) -> None:
    response = chief.post(heard(member), LETTER | said)
    assert response.status_code == 422
    assert wrong in response.content.decode()
    assert not ConsultationAnswer.objects.exists()


def test_without_a_round_there_is_nothing_to_register_to(chief: Client, member: Member) -> None:
    response = chief.get(heard(member), follow=True)
    assert "Det finns inget samråd om planen än." in body(response)


def test_a_round_of_another_plan_is_not_found(
    chief: Client, plan: Plan, member: Member, link: ConsultationLink
) -> None:
    other = factories.consultation(factories.draft_plan(year=2026))
    assert chief.get(f"{heard(member)}?samrad={other.pk}").status_code == 404
    assert chief.get(f"{heard(member)}?samrad={link.consultation_id}").status_code == 200


def test_a_file_of_another_plan_is_not_found(chief: Client, plan: Plan) -> None:
    other = factories.draft_plan("slattbygden", 2026)
    kept = factories.answer(factories.consultation(other))
    assert chief.get(f"{PAGE}fil/{kept.pk}/").status_code == 404


# Held elsewhere


def test_samrad_held_elsewhere_is_registered_and_answered(
    chief: Client, plan: Plan, member: Member
) -> None:
    said = {"how": "På medlemsmötet i Storuman.", "held_on": "2024-11-02"}
    assert chief.post(f"{PAGE}registrera/", said).status_code == 302
    kept = Consultation.objects.get()
    assert (kept.version, kept.held) == (None, "På medlemsmötet i Storuman.")
    chief.post(heard(member), LETTER | {"way": "meeting", "received_on": "2024-11-02"})
    assert "Samråd på annat sätt 2024-11-02 1 av 1 medlemmar har svarat" in text(chief.get(PAGE))
    board = chief.get(f"{PLAN}styrelsen/skicka/").content.decode()
    assert "Varför har samråd inte hållits?" not in board


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"how": ""}, "Skriv hur och var samrådet hölls."),
        ({"held_on": "2199-01-01"}, "Dagen har inte varit än."),
        ({"held_on": "1950-01-01"}, "Dagen är mer än 2 år före planens år."),
        ({"held_on": "i höstas"}, "Skriv datumet som 2023-11-30."),
    ],
)
def test_samrad_that_cannot_have_been_held_is_refused(
    chief: Client, plan: Plan, said: dict[str, str], wrong: str
) -> None:
    right = {"how": "På mötet.", "held_on": "2024-11-02"}
    response = chief.post(f"{PAGE}registrera/", right | said)
    assert (response.status_code, wrong in response.content.decode()) == (422, True)
    assert not Consultation.objects.exists()


def test_of_a_decided_plan_none_is_registered(chief: Client, plan: Plan) -> None:
    factories.decide(plan)
    said = {"how": "På mötet.", "held_on": "2024-11-02"}
    response = chief.post(f"{PAGE}registrera/", said, follow=True)
    assert "Planen är beslutad." in body(response)
    assert not Consultation.objects.exists()


# Links


def test_the_office_reminds_once(chief: Client, link: ConsultationLink) -> None:
    assert "Påminn dem som inte har svarat" in text(chief.get(PAGE))
    assert "En medlem är påmind." in body(chief.post(f"{PAGE}paminn/", follow=True))
    again = body(chief.post(f"{PAGE}paminn/", follow=True))
    assert "Det görs en gång." in again
    assert "Påminn dem" not in again
    assert Letter.objects.filter(kind="consultation_reminder").count() == 1


def test_after_the_last_day_nobody_is_reminded(chief: Client, link: ConsultationLink) -> None:
    Consultation.objects.update(closes_on=date(2024, 11, 17))
    assert "Påminn dem" not in text(chief.get(PAGE))
    said = body(chief.post(f"{PAGE}paminn/", follow=True))
    assert "Sista dagen att svara var 2024-11-17." in said
    assert not Letter.objects.exists()


def test_a_link_is_revoked_and_a_new_one_sent(
    chief: Client, member: Member, link: ConsultationLink
) -> None:
    assert "är återkallad." in body(chief.post(heard(member, "aterkalla/"), follow=True))
    again = body(chief.post(heard(member, "aterkalla/"), follow=True))
    assert f"{member.name} har ingen länk som gäller." in again
    said = body(chief.post(heard(member, "lank/"), follow=True))
    assert f"En ny länk är skickad till {member.name}, kommun@berg.se." in said
    assert ConsultationLink.objects.filter(revoked_at=None).count() == 1


# The appendix


def test_the_appendix_is_a_pdf_for_everybody(
    client: Client, plan: Plan, link: ConsultationLink
) -> None:
    response = as_reader(client, plan).get(f"{PAGE}pdf/")
    assert response["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF")


def test_the_versions_and_the_decision_lead_there(chief: Client, plan: Plan) -> None:
    for address in ("versioner/", "beslut/"):
        assert f'href="{PAGE}"' in chief.get(f"{PLAN}{address}").content.decode()


def test_a_link_is_revoked_also_after_samrad_held_elsewhere(
    chief: Client, plan: Plan, member: Member, link: ConsultationLink
) -> None:
    factories.consultation(plan)
    assert f'action="{heard(member, "aterkalla/")}"' in chief.get(PAGE).content.decode()
    chief.post(heard(member, "aterkalla/"))
    link.refresh_from_db()
    assert link.revoked_at is not None
