"""Taken back, completed, corrected, revised: each with its reason, each in a version of its own."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from finsam.letters.models import Letter
from plans.deciding.approving import approve
from plans.deciding.reading import content_of_version
from plans.deciding.transition import last_seen
from plans.models import DecisionFile, Plan
from tests import factories
from tests.plans.deciding import cases

pytestmark = pytest.mark.django_db

PLAN = "/fjallbygden/2025/"
BACK, COMPLETE, CORRECT = (
    f"{PLAN}ta-tillbaka/",
    f"{PLAN}beslut/komplettera/",
    f"{PLAN}beslut/ratta/",
)
REVISE, CANCEL = f"{PLAN}revidera/", f"{PLAN}revidera/avbryt/"


@pytest.fixture
def sent() -> Plan:
    return cases.before_board()


@pytest.fixture
def decided(sent: Plan) -> Plan:
    approve(cases.approval(sent, cases.record(sent)))
    sent.refresh_from_db()
    return sent


def office(client: Client, plan: Plan) -> Client:
    client.force_login(cases.office(plan))
    return client


def seen(plan: Plan, **more: object) -> dict[str, object]:
    return {"seen": last_seen(plan)} | more


def test_taken_back_it_is_a_draft_and_the_reason_is_in_the_letter(
    client: Client, sent: Plan
) -> None:
    office(client, sent).post(BACK, seen(sent, reason="Fel siffra i budgeten."))
    sent.refresh_from_db()
    assert sent.status == "draft"
    letter = Letter.objects.get(kind="plan_taken_back")
    assert (letter.to_address, "Fel siffra i budgeten." in letter.body) == ("chair@berg.se", True)


def test_without_a_reason_nothing_is_taken_back(client: Client, sent: Plan) -> None:
    response = office(client, sent).post(BACK, seen(sent))
    assert (response.status_code, "Skriv varför." in response.content.decode()) == (422, True)
    sent.refresh_from_db()
    assert sent.status == "review"


def test_what_is_decided_is_not_taken_back(client: Client, decided: Plan) -> None:
    response = office(client, decided).post(BACK, seen(decided, reason="Ångrar mig."))
    assert response.status_code == 403


def test_what_came_later_is_in_a_version_beside_the_first(client: Client, decided: Plan) -> None:
    pdf = SimpleUploadedFile("protokoll.pdf", factories.pdf(), "application/pdf")
    facts = {"minutes_paragraph": "42", "registry_number": "2024-7", "minutes": pdf}
    office(client, decided).post(COMPLETE, seen(decided, **facts))
    first, second = decided.versions.in_force().order_by("number")
    assert (first.kind, second.kind) == ("decided", "completed")
    [decision] = content_of_version(second).decisions
    assert (decision.minutes_paragraph, decision.registry_number) == ("42", "2024-7")
    assert second.note == "§ 42, dnr 2024-7, protokoll inlagt"
    assert DecisionFile.objects.get().kind == "minutes"
    page = client.get(COMPLETE).content.decode()
    assert "Protokollets §" not in page
    assert "Protokollet justerat" in page


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({}, "Fyll i något av fälten."),
        ({"adjusted_on": "2020-01-01"}, "Dagen kan inte vara före det."),
        ({"adjusted_on": "2199-01-01"}, "Dagen har inte varit än."),
        ({"adjusted_on": "sedan"}, "Skriv datumet som 2023-11-30."),
        ({"posted_on": "2020-01-01"}, "Beslutet fattades"),
        ({"taken_down_on": "2020-01-01"}, "Skriv också när det anslogs."),
        ({"minutes_paragraph": "4" * 21}, "Skriv högst 20 tecken."),
    ],
)
def test_what_cannot_be_is_not_completed(
    client: Client, decided: Plan, said: dict[str, str], wrong: str
) -> None:
    response = office(client, decided).post(COMPLETE, seen(decided, **said))
    assert (response.status_code, wrong in response.content.decode()) == (422, True)
    assert decided.versions.in_force().count() == 1


def test_a_slip_is_put_right_openly(client: Client, decided: Plan) -> None:
    words = {"wrong": "Syfte", "right": "Syftet", "reason": "Ett t saknades."}
    office(client, decided).post(CORRECT, seen(decided, **words))
    first, second = decided.versions.in_force().order_by("number")
    assert second.kind == "correction"
    assert second.note == "”Syfte” → ”Syftet”. Ett t saknades."
    assert content_of_version(first).sections[0].heading == "Syfte"
    assert content_of_version(second).sections[0].heading == "Syftet"
    assert decided.sections.get(key=factories.key("aim")).heading == "Syftet"
    assert "Ett t saknades." in Letter.objects.get(kind="decision_corrected").body


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"wrong": "Syfte", "right": "Syftet"}, "Skriv varför."),
        ({"reason": "Fel."}, "Inget är ändrat."),
        ({"wrong": "Syfte", "reason": "Fel."}, "Fyll i båda, eller ingen av dem."),
        ({"wrong": "Syfte", "right": "Syfte", "reason": "Fel."}, "Det står likadant nu."),
        ({"wrong": "Finns ej", "right": "x", "reason": "Fel."}, "Orden står inte i planens"),
        ({"wrong": "s", "right": "x", "reason": "Fel."}, "Ta med fler ord"),
    ],
)
def test_what_cannot_be_corrected_is_told(
    client: Client, decided: Plan, said: dict[str, str], wrong: str
) -> None:
    response = office(client, decided).post(CORRECT, seen(decided, **said))
    assert (response.status_code, wrong in response.content.decode()) == (422, True)
    assert decided.versions.in_force().count() == 1


def test_while_it_is_revised_others_read_what_is_in_force(client: Client, decided: Plan) -> None:
    title = decided.title
    office(client, decided).post(REVISE, seen(decided))
    Plan.objects.filter(pk=decided.pk).update(title="Under arbete")
    reader = factories.signed_in(client, "member", decided.federation)
    page = reader.get(PLAN).content.decode()
    assert (title in page, "Under arbete" in page) == (True, False)


def test_a_revision_is_decided_again(client: Client, decided: Plan) -> None:
    office(client, decided).post(REVISE, seen(decided))
    decided.refresh_from_db()
    assert decided.status == "draft"
    Plan.objects.filter(pk=decided.pk).update(title="Som den är reviderad")
    cases.send(decided, without_consultation="")
    approve(cases.approval(decided, cases.record(decided)))
    newest = decided.versions.in_force().order_by("number").last()
    assert newest is not None
    assert (newest.label, newest.title) == (
        f"Reviderad {date.today()}",
        "Som den är reviderad",
    )
    kinds = decided.decisions.values_list("kind", flat=True)
    assert sorted(kinds) == ["decided", "revised"]


def test_a_revision_that_is_cancelled_leaves_what_was_decided(
    client: Client, decided: Plan
) -> None:
    title = decided.title
    office(client, decided).post(REVISE, seen(decided))
    Plan.objects.filter(pk=decided.pk).update(title="Under arbete")
    decided.sections.all()[0].delete()
    client.post(CANCEL, seen(decided, reason="Behövs inte."))
    decided.refresh_from_db()
    assert (decided.status, decided.title) == ("decided", title)
    assert decided.sections.filter(key=factories.key("aim")).exists()
    assert decided.versions.in_force().count() == 1


def test_there_is_nothing_to_cancel_in_a_first_draft(client: Client) -> None:
    plan = factories.draft_plan()
    page = office(client, plan).post(CANCEL, seen(plan, reason="Nej."), follow=True)
    assert "ingen revidering att avbryta" in page.content.decode()


@pytest.mark.parametrize("address", [BACK, COMPLETE, CORRECT, REVISE, CANCEL])
def test_they_are_the_offices(client: Client, decided: Plan, address: str) -> None:
    reader = factories.signed_in(client, "board", decided.federation)
    assert reader.post(address).status_code == 403
    other = factories.signed_in(client, "chief", factories.federation("slattbygden"))
    assert other.post(address).status_code == 404


def test_revising_takes_a_button(client: Client, decided: Plan) -> None:
    assert office(client, decided).get(REVISE).status_code == 405


def test_minutes_are_not_adjusted_after_the_notice_that_they_were(
    client: Client, decided: Plan
) -> None:
    today = timezone.localdate()
    decided.decisions.update(
        decided_on=today - timedelta(days=9), posted_on=today - timedelta(days=5)
    )
    said = seen(decided, adjusted_on=str(today))
    response = office(client, decided).post(COMPLETE, said)
    assert response.status_code == 422
    assert "Dagen kan inte vara efter det." in response.content.decode()
