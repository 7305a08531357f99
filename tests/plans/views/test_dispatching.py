"""Expediera, anslå and publicera: pages of the office, each a deliberate act of its own."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from finsam.federations.models import Federation
from finsam.letters.models import Letter
from finsam.members.models import Member
from plans.deciding.dispatching import newest_of
from plans.deciding.transition import last_seen
from plans.models import Decision, Dispatch, Plan, Publication
from tests import factories
from tests.plans.deciding import cases

pytestmark = pytest.mark.django_db

PLAN = "/fjallbygden/2025/"
DECISION = f"{PLAN}beslut/"
SEND, NOTICE = f"{PLAN}expediera/", f"{PLAN}anslag/"
PUBLISH, TAKE_DOWN = f"{PLAN}publicera/", f"{PLAN}ta-bort-fran-webben/"
PAGES = (SEND, NOTICE, PUBLISH, TAKE_DOWN)
BERG = "kommun@berg.se"


@pytest.fixture
def plan() -> Plan:
    """In force, of a federation with a member and an auditor that have addresses."""
    plan = factories.decided_plan()
    factories.version(plan)
    Member.objects.update(official_address=BERG)
    factories.member(plan.federation, "Utan adress")
    factories.term(plan.federation, official_address="rut@revision.se")
    return plan


def office(client: Client, plan: Plan) -> Client:
    client.force_login(cases.office(plan))
    return client


def page_of(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def filled_in(plan: Plan, **more: Any) -> dict[str, Any]:
    return {"official": [BERG], "seen": newest_of(plan), "version": 1} | more


def test_the_office_sees_what_will_be_sent_and_to_whom(client: Client, plan: Plan) -> None:
    page = page_of(office(client, plan), SEND)
    assert "Version 1 är inte expedierad än." in page
    assert "Styrelsens sammanträde 2024-11-28" in page
    assert "Saknar adress: Utan adress." in page
    assert page.count("checked") == 2


def test_it_goes_to_those_who_are_ticked_and_to_others(client: Client, plan: Plan) -> None:
    others = "Försäkringskassan <kontakt@fk.se>\nBerg igen <KOMMUN@berg.se>"
    sent = filled_in(plan, others=others, message="Hej.")
    assert office(client, plan).post(SEND, sent)["Location"] == SEND
    made = Dispatch.objects.get()
    assert [(one.name, one.address) for one in made.recipients.all()] == [
        (Member.objects.get(official_address=BERG).name, BERG),
        ("Försäkringskassan", "kontakt@fk.se"),
    ]
    assert (made.version, made.message, made.by) == (1, "Hej.", "chef@berg.se")
    assert Letter.objects.filter(kind="decision_dispatched").count() == 2
    page = page_of(client, SEND)
    assert "Beslutet är expedierat till 2 mottagare." in page
    assert "Version 1 är inte skickad till alla." in page
    assert "Den saknas hos Rut Ek." in page
    assert page.count("checked") == 1


def test_a_newer_version_is_offered_to_all_who_had_the_earlier(client: Client, plan: Plan) -> None:
    sent = filled_in(plan, others="Försäkringskassan <kontakt@fk.se>")
    office(client, plan).post(SEND, sent)
    factories.version(plan, "completed", label="Kompletterad")
    page = page_of(client, SEND)
    assert page.count("checked") == 2
    assert "Försäkringskassan &lt;kontakt@fk.se&gt;" in page
    assert "Kompletterad är inte expedierad än." in page


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"official": []}, "Välj minst en mottagare."),
        ({"official": ["annan@berg.se"]}, "Någon av mottagarna finns inte längre."),
        ({"others": "Försäkringskassan"}, "”Försäkringskassan” går inte att läsa."),
        ({"others": "A <b>\nC"}, "”C” går inte att läsa."),
        ({"others": "a" * 5001}, "Skriv högst 5000 tecken."),
        ({"message": "a" * 2001}, "Skriv högst 2000 tecken."),
        ({"seen": 4711}, "Sidan är inte den senaste."),
        ({"seen": ""}, "Sidan är inte den senaste."),
        ({"version": 7}, "En nyare version gäller nu."),
        ({"version": ""}, "En nyare version gäller nu."),
    ],
)
def test_what_cannot_be_sent_is_told_and_what_was_typed_stays(
    client: Client, plan: Plan, said: dict[str, Any], wrong: str
) -> None:
    kept = {"message": "Mina ord"} | said
    response = office(client, plan).post(SEND, filled_in(plan, **kept))
    page = response.content.decode()
    assert (response.status_code, wrong in page) == (422, True)
    assert "message" in said or "Mina ord" in page
    assert not Dispatch.objects.exists()
    assert not Letter.objects.exists()


def test_a_second_press_sends_nothing_more(client: Client, plan: Plan) -> None:
    sent = filled_in(plan)
    office(client, plan).post(SEND, sent)
    response = client.post(SEND, sent)
    assert response.status_code == 422
    assert "chef@berg.se expedierade beslutet" in response.content.decode()
    assert Dispatch.objects.count() == 1


def test_where_it_is_public_its_address_goes_with_it(client: Client, plan: Plan) -> None:
    factories.published(plan)
    office(client, plan).post(SEND, filled_in(plan))
    assert f"http://testserver/offentligt{PLAN}" in Letter.objects.get().body


def test_the_notice_is_copied_and_its_days_are_kept(client: Client, plan: Plan) -> None:
    Federation.objects.update(notice_board_url="https://anslag.berg.se/")
    page = page_of(office(client, plan), NOTICE)
    assert ("Sammanträde: 2024-11-28" in page, "https://anslag.berg.se/" in page) == (True, True)
    client.post(NOTICE, {"seen": last_seen(plan), "posted_on": "2024-12-05"})
    decision = Decision.objects.get()
    assert (decision.posted_on, decision.taken_down_on) == (date(2024, 12, 5), None)
    assert plan.versions.get(number=2).note == "anslaget 2024-12-05"
    assert "Anslaget: 2024-12-05" in page_of(client, NOTICE)
    client.post(NOTICE, {"seen": last_seen(plan), "taken_down_on": "2024-12-30"})
    page = page_of(client, NOTICE)
    assert ("Båda dagarna är ifyllda." in page, "Spara dagen" in page) == (True, False)


TOMORROW = str(date.today() + timedelta(days=1))


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({}, "Fyll i något av fälten."),
        ({"posted_on": "i dag"}, "Skriv datumet som 2023-11-30."),
        ({"posted_on": TOMORROW}, "Dagen har inte varit än."),
        ({"posted_on": "2024-11-27"}, "Beslutet fattades 2024-11-28."),
        ({"taken_down_on": "2024-12-30"}, "Skriv också när det anslogs."),
        (
            {"posted_on": "2024-12-05", "taken_down_on": "2024-12-04"},
            "Det anslogs 2024-12-05.",
        ),
    ],
)
def test_days_that_cannot_be_are_told(
    client: Client, plan: Plan, said: dict[str, str], wrong: str
) -> None:
    response = office(client, plan).post(NOTICE, {"seen": last_seen(plan)} | said)
    assert (response.status_code, wrong in response.content.decode()) == (422, True)
    assert plan.versions.count() == 1


def test_a_notice_that_somebody_else_has_filled_in_is_told(client: Client, plan: Plan) -> None:
    said = {"seen": last_seen(plan), "posted_on": "2024-12-05"}
    office(client, plan).post(NOTICE, said)
    client.post(NOTICE, said | {"posted_on": "2024-12-06", "taken_down_on": "2024-12-30"})
    assert Decision.objects.get().taken_down_on is None


def test_it_is_published_and_taken_down_and_each_page_says_what(client: Client, plan: Plan) -> None:
    page = page_of(office(client, plan), PUBLISH)
    assert ("http://testserver/offentligt/fjallbygden/2025/" in page, "Version 1" in page) == (
        True,
        True,
    )
    assert "Planen är publicerad." in client.post(PUBLISH, follow=True).content.decode()
    assert "Planen är redan publicerad." in client.post(PUBLISH, follow=True).content.decode()
    assert "Planen är redan publicerad." in page_of(client, PUBLISH)
    assert "Det som inte visas längre" in page_of(client, TAKE_DOWN)
    assert "borttagen från webben" in client.post(TAKE_DOWN, follow=True).content.decode()
    assert "Planen är inte publicerad." in client.post(TAKE_DOWN, follow=True).content.decode()
    assert [one.is_public for one in Publication.objects.all()] == [True, False]


@pytest.mark.parametrize("url", [SEND, PUBLISH, TAKE_DOWN])
def test_before_anything_is_in_force_the_reason_is_told(client: Client, url: str) -> None:
    plan = factories.draft_plan()
    for method in (office(client, plan).get, client.post):
        page = method(url, follow=True).content.decode()
        assert "Ingen beslutad version gäller än." in page
    assert not Dispatch.objects.exists()
    assert not Publication.objects.exists()


def test_a_notice_is_of_a_decided_plan(client: Client, plan: Plan) -> None:
    Plan.objects.update(status="draft")
    assert office(client, plan).get(NOTICE).status_code == 403


@pytest.mark.parametrize("url", PAGES)
@pytest.mark.parametrize("role", ["board", "member", "auditor", "economist", "preparation"])
def test_it_is_the_offices(client: Client, plan: Plan, role: str, url: str) -> None:
    factories.signed_in(client, role, plan.federation)
    answers = [client.get(url), client.post(url)]
    assert [answer.status_code for answer in answers] == [403, 403]


@pytest.mark.parametrize("url", PAGES)
def test_another_federations_plan_is_not_there(client: Client, plan: Plan, url: str) -> None:
    factories.signed_in(client, "chief", factories.federation("dalen"))
    assert [client.get(url).status_code, client.post(url).status_code] == [404, 404]


def test_the_panel_says_how_each_stands(client: Client, plan: Plan) -> None:
    page = page_of(office(client, plan), DECISION)
    for words in ("Beslutet är inte expedierat.", "inte anslaget.", "Planen är inte publicerad."):
        assert words in page
    client.post(SEND, filled_in(plan))
    factories.published(plan)
    Decision.objects.update(posted_on=date(2024, 12, 5), taken_down_on=date(2024, 12, 30))
    factories.version(plan, "completed")
    page, today = page_of(client, DECISION), date.today()
    for words in (
        f"Expedierat {today} till en mottagare. Den version som gäller nu är nyare.",
        "Anslaget 2024-12-05, nedtaget 2024-12-30.",
        f"Publicerad {today}.",
        "/offentligt/fjallbygden/2025/",
        TAKE_DOWN,
    ):
        assert words in page


def test_the_panel_says_why_not_and_is_the_offices(client: Client) -> None:
    plan = factories.draft_plan()
    page = page_of(office(client, plan), DECISION)
    assert page.count("Ingen beslutad version gäller än.") == 3
    board = factories.signed_in(Client(), "board", plan.federation)
    assert "Beslutet är inte expedierat." not in page_of(board, DECISION)


@pytest.mark.parametrize("count", [1, 6])
def test_as_many_queries_however_many_were_sent(
    client: Client,
    plan: Plan,
    django_assert_num_queries: DjangoAssertNumQueries,
    count: int,
) -> None:
    office(client, plan)
    for number in range(count):
        others = "\n".join(f"Nr {n} <n{n}@fk.se>" for n in range(number + 1))
        client.post(SEND, filled_in(plan, others=others))
    client.get(SEND)
    with django_assert_num_queries(15):
        client.get(SEND)
    with django_assert_num_queries(13):
        client.get(DECISION)
