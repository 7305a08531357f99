"""A member's link: read and answered without an account, and useless for anything else."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from finsam import bodies
from finsam.letters.models import Letter
from finsam.logs import discreet
from finsam.members.models import Member
from plans.deciding.consulting.links import token_of
from plans.models import Consultation, ConsultationAnswer, ConsultationLink, Plan, PlanVersion
from tests import factories
from tests.factories import SECRET
from tests.plans.views.html import text

pytestmark = pytest.mark.django_db

NONE = {"stance": "no_objection", "answered_by": "Maria Ek", "title": "kommundirektör"}
REMARKS = NONE | {"stance": "remarks", "text": "Höj inte bidraget."}


@pytest.fixture
def plan() -> Plan:
    return factories.draft_plan()


@pytest.fixture
def version(plan: Plan) -> PlanVersion:
    return factories.version(plan, "consultation", label="Samrådsversion 2024-10-27")


@pytest.fixture
def link(version: PlanVersion) -> ConsultationLink:
    return factories.consultation_link(version)


def at(link: ConsultationLink, more: str = "") -> str:
    return f"/offentligt/samrad/{link.key}/{token_of(link.key)}/{more}"


def close(link: ConsultationLink) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    Consultation.objects.filter(pk=link.consultation_id).update(
        opened_on=yesterday, closes_on=yesterday
    )


def pdf(data: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile("yttrande.pdf", data or factories.pdf())


def test_what_it_means_for_the_member_stands_first(client: Client, link: ConsultationLink) -> None:
    page = text(client.get(at(link)))
    assert page.index("Er del") < page.index("Om Skymning.")
    assert "Bidrag 2025 368 000 kr" in page.replace("\u00a0", " ")
    assert "Bidrag 2024 Framgår inte av planen." in page


def test_last_years_plan_tells_the_year_before_and_what_is_new(
    client: Client, link: ConsultationLink
) -> None:
    factories.version(factories.decided_plan(year=2024), "decided")
    page = text(client.get(at(link))).replace("\u00a0", " ")
    assert "Bidrag 2024 368 000 kr Skillnad oförändrat" in page
    assert page.index("Er del") < page.index("Det här är nytt") < page.index("Om Skymning.")


def test_a_draft_of_another_year_is_not_told(client: Client, link: ConsultationLink) -> None:
    factories.draft_plan(year=2024)
    page = text(client.get(at(link)))
    assert "Det här är nytt" not in page
    assert "Framgår inte av planen." in page


def test_it_shows_what_was_sent_and_not_what_is_written_since(
    client: Client, plan: Plan, link: ConsultationLink
) -> None:
    Plan.objects.filter(pk=plan.pk).update(title="Det som skrivs nu")
    plan.sections.update(heading="Rubriken nu")
    page = client.get(at(link)).content.decode()
    assert "Det som skrivs nu" not in page
    assert "Rubriken nu" not in page


def test_its_pdf_is_byte_for_byte_what_was_kept(
    client: Client, version: PlanVersion, link: ConsultationLink
) -> None:
    assert client.get(at(link, "pdf/")).content == bytes(version.pdf)


def test_the_first_opening_is_kept(client: Client, link: ConsultationLink) -> None:
    def opened_at() -> datetime | None:
        return ConsultationLink.objects.get().opened_at

    client.head(at(link))
    assert opened_at() is None
    client.get(at(link))
    first = opened_at()
    client.get(at(link))
    assert first is not None
    assert opened_at() == first


@pytest.mark.parametrize("more", ["", "pdf/"])
def test_no_browser_keeps_it_or_tells_where_it_was(
    client: Client, link: ConsultationLink, more: str
) -> None:
    for address in (at(link, more), f"/offentligt/samrad/{link.key}/fel/{more}"):
        headers = client.get(address).headers
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["X-Robots-Tag"] == "noindex"
        assert "no-store" in headers["Cache-Control"]


def test_an_answer_is_kept_with_a_receipt_and_the_office_is_told(
    client: Client, plan: Plan, link: ConsultationLink
) -> None:
    chief = factories.person("chief", plan.federation, email="chef@berg.se")
    response = client.post(at(link), REMARKS | {"edition": 0, "file": pdf()})
    assert (response.status_code, response["Location"]) == (302, f"{at(link)}#kvitto")
    kept = ConsultationAnswer.objects.get()
    assert (kept.text, kept.file_name) == ("Höj inte bidraget.", "yttrande.pdf")
    assert (kept.way, kept.received_on) == ("link", timezone.localdate())
    page = text(client.get(at(link)))
    assert "Vi har tagit emot ert svar: synpunkter Maria Ek, kommundirektör," in page
    letter = Letter.objects.get()
    assert (letter.kind, letter.to_address) == ("consultation_answered", chief.email)
    assert "/fjallbygden/2025/samrad/" in letter.body


def test_a_browser_that_tells_its_origin_to_nobody_may_answer(link: ConsultationLink) -> None:
    strict = Client(enforce_csrf_checks=True)
    response = strict.post(at(link), NONE | {"edition": 0}, headers={"Origin": "null"})
    assert response.status_code == 302


def test_an_answer_may_be_changed(client: Client, link: ConsultationLink) -> None:
    client.post(at(link), REMARKS | {"edition": 0, "file": pdf()})
    assert 'name="edition" value="1"' in client.get(at(link)).content.decode()
    client.post(at(link), NONE | {"edition": 1})
    assert ConsultationAnswer.objects.standing().get().stance == "no_objection"
    assert ConsultationAnswer.objects.count() == 2


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"stance": ""}, "Välj ingen erinran eller synpunkter."),
        ({"stance": "remarks"}, "Skriv synpunkterna, eller bifoga dem som PDF."),
        ({"answered_by": ""}, "Skriv ditt namn."),
        ({"title": ""}, "Skriv din befattning"),
        ({"text": "a" * 20_001}, "Skriv högst 20 000 tecken"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_kept(
    client: Client, link: ConsultationLink, said: dict[str, str], wrong: str
) -> None:
    response = client.post(
        at(link),
        NONE
        | {"edition": 0, "text": "Det jag skrev."}
        | said
        | ({"text": ""} if said.get("stance") == "remarks" else {}),
    )
    assert response.status_code == 422
    assert wrong in response.content.decode()
    assert not ConsultationAnswer.objects.exists()


def test_a_file_that_is_no_pdf_is_refused_and_asked_for_again(
    client: Client, link: ConsultationLink
) -> None:
    response = client.post(at(link), REMARKS | {"edition": 0, "file": pdf(b"inget")})
    page = response.content.decode()
    assert response.status_code == 422
    assert "Filen är ingen PDF" in page
    assert "Välj filen igen" in page
    assert "Höj inte bidraget." in page


def test_who_is_not_first_is_told_and_what_was_typed_stays(
    client: Client, link: ConsultationLink
) -> None:
    client.post(at(link), NONE | {"edition": 0})
    response = client.post(at(link), REMARKS | {"edition": 0})
    page = response.content.decode()
    assert response.status_code == 422
    assert "Maria Ek svarade" in page
    assert "Höj inte bidraget." in page
    assert 'name="edition" value="1"' in page
    assert ConsultationAnswer.objects.count() == 1


@pytest.mark.parametrize("edition", ["", "x", "7", "-1"])
def test_without_its_edition_nothing_is_answered(
    client: Client, link: ConsultationLink, edition: str
) -> None:
    assert client.post(at(link), NONE | {"edition": edition}).status_code == 422
    assert not ConsultationAnswer.objects.exists()


@pytest.mark.parametrize("more", ["", "pdf/"])
def test_closed_it_shows_nothing_of_the_plan(
    client: Client, link: ConsultationLink, more: str
) -> None:
    close(link)
    response = client.get(at(link, more))
    assert response.status_code == 410
    assert "Sista dagen att svara var" in text(response)
    assert SECRET not in response.content.decode()


def test_closed_it_takes_no_answer(client: Client, link: ConsultationLink) -> None:
    close(link)
    assert client.post(at(link), NONE | {"edition": 0}).status_code == 410
    assert not ConsultationAnswer.objects.exists()


def test_revoked_it_is_gone(client: Client, link: ConsultationLink) -> None:
    ConsultationLink.objects.update(revoked_at=timezone.now())
    response = client.get(at(link))
    assert (response.status_code, "återkallad" in text(response)) == (410, True)


def test_one_links_token_opens_no_other(
    client: Client, version: PlanVersion, link: ConsultationLink
) -> None:
    region = factories.member(version.plan.federation, "Region Jämtland", "region")
    other = factories.consultation_link(version, region, consultation=link.consultation)
    for key, token in (
        (other.key, token_of(link.key)),
        (link.key, token_of(other.key)),
        (link.key, ""),
        (uuid4(), token_of(link.key)),
    ):
        response = client.get(f"/offentligt/samrad/{key}/{token or 'x'}/")
        assert response.status_code == 404
        assert SECRET not in response.content.decode()


def test_it_opens_nothing_else(client: Client, link: ConsultationLink) -> None:
    client.get(at(link))
    for address in ("", "versioner/", "versioner/1/", "samrad/", "pdf/"):
        response = client.get(f"/fjallbygden/2025/{address}")
        assert response.status_code == 302
        assert response["Location"].startswith("/logga-in/")


def test_guessing_is_limited(client: Client, link: ConsultationLink) -> None:
    wrong = f"/offentligt/samrad/{link.key}/{'0' * 64}/"
    statuses = [client.get(wrong).status_code for _ in range(32)]
    assert statuses == [404] * 30 + [429] * 2
    assert client.get(at(link)).status_code == 429


def test_one_link_answers_no_hundred_times(client: Client, link: ConsultationLink) -> None:
    statuses = [
        client.post(at(link), NONE | {"edition": edition}).status_code for edition in range(7)
    ]
    assert statuses == [302] * 6 + [422]


def test_only_a_right_link_takes_a_large_file(client: Client, link: ConsultationLink) -> None:
    body = b"x" * (bodies.MOST_AT_THE_DOOR + 1)
    kind = "application/octet-stream"
    wrong = f"/offentligt/samrad/{link.key}/{'0' * 64}/"
    assert client.generic("POST", wrong, body, kind).status_code == 413
    assert client.generic("POST", at(link), body, kind).status_code == 422


def test_no_log_holds_its_address(link: ConsultationLink) -> None:
    said = discreet(f"Not Found: {at(link, 'pdf/')}")
    assert str(link.key) not in said
    assert token_of(link.key) not in said


def test_the_pdf_is_got_and_not_posted_to(client: Client, link: ConsultationLink) -> None:
    assert client.post(at(link, "pdf/")).status_code == 405


def test_to_the_state_it_is_said_who_pays(client: Client, version: PlanVersion) -> None:
    agency = factories.member(version.plan.federation, "Arbetsförmedlingen", "state_agency")
    json = factories.version(version.plan, "consultation")
    link = factories.consultation_link(json, agency)
    assert "Statens del betalas av Försäkringskassan." in text(client.get(at(link)))
    assert Member.objects.filter(key=link.member_key).exists()


def test_refused_for_what_was_typed_it_is_still_answered_over_what_was_read(
    client: Client, link: ConsultationLink
) -> None:
    client.post(at(link), NONE | {"edition": 0})
    late = client.post(at(link), NONE | {"edition": 0, "title": ""}).content.decode()
    assert 'name="edition" value="0"' in late
    assert client.post(at(link), NONE | {"edition": 0}).status_code == 422
    assert ConsultationAnswer.objects.count() == 1
