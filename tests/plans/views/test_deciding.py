"""The decision's pages: filled in by the office, approved by the chair, read by everybody."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from finsam.federations.models import Federation
from finsam.letters.models import Letter
from finsam.members.models import BoardSeat
from plans.deciding.approving import approve
from plans.deciding.transition import last_seen
from plans.models import DecisionFile, DecisionRecord, Plan
from tests import factories
from tests.plans.deciding import cases

pytestmark = pytest.mark.django_db

PLAN = "/fjallbygden/2025/"
PAGE = f"{PLAN}beslut/"
RECORD, APPROVE, REGISTER = f"{PAGE}uppgifter/", f"{PAGE}godkann/", f"{PAGE}registrera/"


@pytest.fixture
def plan() -> Plan:
    return cases.before_board()


def office(client: Client, plan: Plan) -> Client:
    client.force_login(cases.office(plan))
    return client


def chair(client: Client, plan: Plan) -> Client:
    client.force_login(cases.chair(plan))
    return client


def seat_of(plan: Plan, **fields: Any) -> BoardSeat:
    member = factories.member(plan.federation, f"{fields['holder']}s kommun")
    return factories.seat(member, **fields)


def filled_in(plan: Plan, **more: str) -> dict[str, str]:
    """The form with everybody there, and one att-sats granted."""
    seats = BoardSeat.objects.filter(member__federation=plan.federation)
    record = DecisionRecord.objects.open_of(plan)
    return {
        "decided_on": str(date.today()),
        "version": "1",
        "what": "as",
        "subject": "both",
        "edition": str(record.edition if record else 0),
        **{f"seat_{seat.pk}": "present" for seat in seats},
        "text_0": "att fastställa planen",
        "outcome_0": "granted",
        "text_1": "",
        "outcome_1": "",
    } | more


def press(record: DecisionRecord) -> dict[str, str]:
    return {"seen": str(last_seen(record.plan)), "edition": str(record.edition)}


def test_the_office_fills_it_in_and_asks_the_chair(client: Client, plan: Plan) -> None:
    response = office(client, plan).post(RECORD, filled_in(plan, ask="1"))
    assert response["Location"] == PAGE
    record = DecisionRecord.objects.get()
    assert record.resolutions == [{"text": "fastställa planen", "outcome": "granted"}]
    assert [one["name"] for one in record.attendance] == ["Ann Ek"]
    letter = Letter.objects.get(kind="decision_to_approve")
    assert (letter.to_address, f"http://testserver{APPROVE}" in letter.body) == (
        "chair@berg.se",
        True,
    )
    plan.refresh_from_db()
    assert plan.status == "review"


def test_the_chair_reads_it_and_decides_by_one_press(client: Client, plan: Plan) -> None:
    record = cases.record(plan)
    page = chair(client, plan).get(APPROVE).content.decode()
    assert "att fastställa planen: bifall" in page
    assert client.post(APPROVE, press(record))["Location"] == PAGE
    plan.refresh_from_db()
    assert plan.status == "decided"


def test_the_pdf_that_will_be_kept_is_read_first(client: Client, plan: Plan) -> None:
    cases.record(plan)
    assert chair(client, plan).get(f"{PAGE}pdf/").content.startswith(b"%PDF")


def test_the_boards_changes_are_listed_before_the_press(client: Client, plan: Plan) -> None:
    Plan.objects.filter(pk=plan.pk).update(title="Ändrad vid bordet")
    cases.record(plan, with_changes=True)
    assert "Titeln är ändrad" in chair(client, plan).get(APPROVE).content.decode()


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"decided_on": "i går"}, "Skriv datumet som 2023-11-30."),
        ({"decided_on": ""}, "Skriv datumet som 2023-11-30."),
        ({"decided_on": "2999-01-01"}, "Skriv datumet som 2023-11-30."),
        ({"decided_on": "2199-01-01"}, "Dagen har inte varit än."),
        ({"decided_on": "2020-11-30"}, "Beslutet kan inte ha fattats före det."),
        ({"version": "9"}, "Välj något."),
        ({"what": ""}, "Välj något."),
        ({"what": "changed"}, "Arbetsexemplaret säger samma sak som versionen."),
        ({"text_0": ""}, "Skriv minst en att-sats."),
        ({"outcome_0": ""}, "Välj bifall, avslag eller återremiss."),
        ({"outcome_0": "rejected"}, "Alla att-satser fick avslag"),
        ({"outcome_0": "referred_back"}, "Skriv vad som behöver ändras."),
        ({"edition": "7"}, "Läs dem först. Det du har skrivit står kvar här"),
        ({"SEAT": "absent"}, "Minst en måste ha deltagit i beslutet."),
        ({"SEAT": ""}, "Ange om Ann Ek var med."),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_kept(
    client: Client, plan: Plan, said: dict[str, str], wrong: str
) -> None:
    seat = BoardSeat.objects.get()
    sent = {name.replace("SEAT", f"seat_{seat.pk}"): value for name, value in said.items()}
    response = office(client, plan).post(RECORD, filled_in(plan, **sent))
    assert response.status_code == 422
    assert wrong in response.content.decode()
    assert not DecisionRecord.objects.exists()


def test_a_deputy_serves_in_order_for_who_is_away(client: Client, plan: Plan) -> None:
    away = seat_of(plan, holder="Bo Al")
    deputy = seat_of(plan, holder="Cia Dal", kind="deputy")
    sent = {f"seat_{away.pk}": "absent", f"serves_{deputy.pk}": "auto"}
    office(client, plan).post(RECORD, filled_in(plan, **sent))
    [found] = [a for a in DecisionRecord.objects.get().attendance if a["name"] == "Cia Dal"]
    assert (found["serves_for"], found["serves_for_name"]) == (away.pk, "Bo Al")


def test_nobody_serves_for_who_was_there(client: Client, plan: Plan) -> None:
    there = seat_of(plan, holder="Bo Al")
    deputy = seat_of(plan, holder="Cia Dal", kind="deputy")
    response = office(client, plan).post(
        RECORD, filled_in(plan, **{f"serves_{deputy.pk}": str(there.pk)})
    )
    assert (response.status_code, "Bo Al var själv med." in response.content.decode()) == (
        422,
        True,
    )


def test_too_few_are_warned_about_and_may_be_as_it_was(client: Client, plan: Plan) -> None:
    Federation.objects.update(quorum=3)
    office(client, plan).post(RECORD, filled_in(plan))
    page = client.get(PAGE).content.decode()
    assert "1 deltog i beslutet. Styrelsen är beslutför med minst 3." in page


def test_the_seats_are_those_of_the_meetings_day(client: Client, plan: Plan) -> None:
    yesterday = date.today() - timedelta(days=1)
    gone = seat_of(plan, holder="Ulf Då", ends_on=yesterday)
    office(client, plan).post(RECORD, filled_in(plan))
    names = [a["seat"] for a in DecisionRecord.objects.get().attendance]
    assert gone.pk not in names


def test_where_a_file_is_wanted_the_office_registers_with_it(client: Client, plan: Plan) -> None:
    Federation.objects.update(chair_approves=False)
    record = cases.record(plan, asks=False)
    pdf = SimpleUploadedFile("blad.pdf", factories.pdf(), "application/pdf")
    office(client, plan).post(REGISTER, press(record) | {"signed": pdf})
    plan.refresh_from_db()
    assert plan.status == "decided"
    file = DecisionFile.objects.get()
    assert client.get(f"{PAGE}fil/{file.pk}/").content == bytes(file.pdf)


@pytest.mark.parametrize(
    ("file", "wrong"),
    [(None, "Välj en PDF."), (b"ingen pdf", "Filen är ingen PDF"), (b"", "Filen är tom.")],
)
def test_without_a_signed_pdf_nothing_is_registered(
    client: Client, plan: Plan, file: bytes | None, wrong: str
) -> None:
    Federation.objects.update(chair_approves=False)
    sent: dict[str, Any] = press(cases.record(plan, asks=False))
    if file is not None:
        sent["signed"] = SimpleUploadedFile("blad.pdf", file, "application/pdf")
    response = office(client, plan).post(REGISTER, sent)
    assert (response.status_code, wrong in response.content.decode()) == (422, True)
    plan.refresh_from_db()
    assert plan.status == "review"


def test_where_the_chair_approves_the_office_does_not_register(client: Client, plan: Plan) -> None:
    record = cases.record(plan)
    pdf = SimpleUploadedFile("blad.pdf", factories.pdf(), "application/pdf")
    office(client, plan).post(REGISTER, press(record) | {"signed": pdf})
    plan.refresh_from_db()
    assert plan.status == "review"


def test_a_press_on_what_was_changed_since_does_nothing_and_says_so(
    client: Client, plan: Plan
) -> None:
    read = press(cases.record(plan))
    cases.record(plan, reservations="Bo reserverar sig.")
    page = chair(client, plan).post(APPROVE, read, follow=True).content.decode()
    assert "chef@berg.se sparade uppgifterna kl." in page
    plan.refresh_from_db()
    assert plan.status == "review"


@pytest.mark.parametrize("address", [RECORD, REGISTER])
def test_the_chair_does_not_fill_in(client: Client, plan: Plan, address: str) -> None:
    assert chair(client, plan).get(address).status_code == 403


def test_the_office_does_not_approve(client: Client, plan: Plan) -> None:
    cases.record(plan)
    assert office(client, plan).get(APPROVE).status_code == 403


@pytest.mark.parametrize("address", [PAGE, RECORD, APPROVE, REGISTER, f"{PAGE}pdf/"])
def test_another_federations_decision_does_not_exist(
    client: Client, plan: Plan, address: str
) -> None:
    other = factories.signed_in(client, "chief", factories.federation("slattbygden"))
    assert other.get(address).status_code == 404


def test_what_is_not_approved_is_the_offices_and_the_chairs(client: Client, plan: Plan) -> None:
    cases.record(plan, reservations="Bo reserverar sig.")
    reader = factories.signed_in(client, "board", plan.federation)
    assert "Bo reserverar sig." not in reader.get(PAGE).content.decode()
    assert "Bo reserverar sig." in chair(client, plan).get(PAGE).content.decode()


def test_everybody_reads_what_is_approved(client: Client, plan: Plan) -> None:
    approve(cases.approval(plan, cases.record(plan, reservations="Bo reserverar sig.")))
    reader = factories.signed_in(client, "auditor", plan.federation)
    assert "Bo reserverar sig." in reader.get(PAGE).content.decode()


def test_what_cannot_be_done_says_why(client: Client) -> None:
    plan = factories.draft_plan()
    page = office(client, plan).get(PAGE).content.decode()
    assert "Planen är ett utkast. Det går när den är på samråd eller hos styrelsen." in page


def test_the_chair_finds_it_on_the_start_page(client: Client, plan: Plan) -> None:
    cases.record(plan)
    assert f'href="{APPROVE}"' in chair(client, plan).get("/").content.decode()


@pytest.mark.parametrize("count", [1, 6])
def test_the_page_takes_as_many_queries_for_many_steps(
    client: Client, plan: Plan, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(count):
        cases.send(plan)
    chief = office(client, plan)
    chief.get(PAGE)
    with django_assert_num_queries(18):
        chief.get(PAGE)


def test_the_office_is_told_that_what_it_has_written_since_is_replaced(client: Client) -> None:
    plan = cases.before_board()
    cases.record(plan)
    client.force_login(cases.office(plan))
    said = "Arbetsexemplaret säger något annat än versionen"
    assert said not in client.get(PAGE).content.decode()
    Plan.objects.filter(pk=plan.pk).update(title="Det som skrivs nu")
    assert said in client.get(PAGE).content.decode()
