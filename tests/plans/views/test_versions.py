"""Versions: sent to chosen people, read by them and by nobody else, never changed."""

from datetime import date
from io import BytesIO
from urllib.parse import unquote
from zipfile import ZipFile

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from finsam.letters.models import Letter
from finsam.members.models import Role, User
from plans.deciding.transition import last_seen
from plans.models import Passage, Plan, PlanVersion, ReadingMark
from tests import factories
from tests.factories import SECRET

pytestmark = pytest.mark.django_db

PLAN = "/fjallbygden/2025/"
VERSIONS = f"{PLAN}versioner/"
SEND = f"{PLAN}styrelsen/skicka/"
PART = {"HX-Request": "true"}
TO_BOARD = {"seen": 0, "without_consultation": "Medlemmarna hörs sedan."}
TO_MEMBERS = {"seen": 0, "closes_on": "2199-12-31"}


@pytest.fixture
def plan() -> Plan:
    return factories.draft_plan()


@pytest.fixture
def anna(plan: Plan) -> User:
    """Of the board."""
    return factories.person("board", plan.federation, email="anna@berg.se")


def office(client: Client, plan: Plan) -> Client:
    return factories.signed_in(client, "chief", plan.federation)


def reader(client: Client, user: User) -> Client:
    client.force_login(user)
    return client


def test_the_office_sends_a_version_to_those_it_chose(
    client: Client, plan: Plan, anna: User
) -> None:
    bo = factories.person("board", plan.federation, email="bo@berg.se")
    said = TO_BOARD | {"people": [anna.pk], "message": "Läs gärna före mötet."}
    response = office(client, plan).post(SEND, said)
    assert response["Location"] == VERSIONS
    version = PlanVersion.objects.get()
    assert version.label == f"Förslag till styrelsen {date.today()}"
    assert [one.user_id for one in version.recipients.all()] == [anna.pk]
    letter = Letter.objects.get(kind="version_sent")
    assert letter.to_address == anna.email
    assert "Läs gärna före mötet." in letter.body
    assert f"http://testserver{PLAN}styrelsen/\n" in letter.body
    assert bo.email not in letter.body


def test_sent_again_it_is_corrected(client: Client, plan: Plan, anna: User) -> None:
    chief = office(client, plan)
    for _ in range(2):
        chief.post(SEND, TO_BOARD | {"people": [anna.pk], "seen": last_seen(plan)})
    first, second = PlanVersion.objects.order_by("number")
    assert (first.corrects, second.corrects) == (None, 1)
    assert second.label.endswith(", rättad")


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"seen": 0}, "Välj minst en mottagare."),
        ({"people": ["ANNA"]}, "Skriv varför samråd inte har hållits."),
        ({"people": ["999999"]}, "Någon av mottagarna finns inte längre."),
        ({"people": ["ANNA"], "message": "a" * 2001}, "Skriv högst 2000 tecken."),
    ],
)
def test_what_cannot_be_sent_is_told_and_nothing_is_kept(
    client: Client, plan: Plan, anna: User, said: dict[str, object], wrong: str
) -> None:
    sent = {k: [anna.pk] if v == ["ANNA"] else v for k, v in said.items()}
    response = office(client, plan).post(SEND, sent)
    assert response.status_code == 422
    assert wrong in response.content.decode()
    assert not PlanVersion.objects.exists()
    assert not Letter.objects.exists()


def test_nobody_of_another_federation_is_sent_it(client: Client, plan: Plan) -> None:
    stranger = factories.person("board", factories.federation("slattbygden"), email="c@slatt.se")
    response = office(client, plan).post(SEND, {"people": [stranger.pk]})
    assert response.status_code == 422


def test_a_reader_reads_what_was_sent_and_not_what_is_written_since(
    client: Client, plan: Plan, anna: User
) -> None:
    version = factories.version(plan, "board")
    factories.sent(version, anna)
    Plan.objects.filter(pk=plan.pk).update(title="Det som skrivs nu")
    for address in (PLAN, f"{VERSIONS}1/"):
        page = reader(client, anna).get(address).content.decode()
        assert f"{SECRET}splanen" in page
        assert "Det som skrivs nu" not in page
    pdf = client.get(f"{PLAN}pdf/")
    assert pdf.content == bytes(version.pdf)


def test_who_was_not_sent_it_finds_nothing(client: Client, plan: Plan, anna: User) -> None:
    factories.version(plan, "board")
    for address in (f"{VERSIONS}1/", f"{VERSIONS}1/pdf/", f"{VERSIONS}1/fraga/{KEY}/"):
        assert reader(client, anna).get(address).status_code == 404
    assert client.post(f"{VERSIONS}1/last/").status_code == 404
    assert client.get(PLAN).status_code == 403
    page = client.get(VERSIONS).content.decode()
    assert "Ingen version är skickad till dig än." in page
    assert SECRET not in client.get(f"{VERSIONS}1/").content.decode()


@pytest.mark.parametrize("status", ["draft", "decided"])
def test_the_files_are_of_what_was_sent_too(
    client: Client, plan: Plan, anna: User, status: str
) -> None:
    factories.version(plan, "decided")
    Plan.objects.filter(pk=plan.pk).update(title="Det som skrivs nu", status=status)
    plan.sections.filter(key=KEY).update(heading="Rubriken nu")
    reader(client, anna)
    word = client.get(f"{PLAN}word/")
    assert f"{SECRET}splanen" in unquote(word["Content-Disposition"])
    with ZipFile(BytesIO(word.content)) as file:
        assert b"Rubriken nu" not in file.read("word/document.xml")
    excel = client.get(f"{PLAN}excel/")
    assert f"{SECRET}splanen" in unquote(excel["Content-Disposition"])


@pytest.mark.parametrize(
    "part", [f"bilder/{factories.PICTURE}/", "titel/", "avsnitt/", f"text/{factories.key('aim')}/"]
)
def test_parts_of_the_working_copy_are_shown_to_the_office_alone(
    client: Client, plan: Plan, anna: User, part: str
) -> None:
    factories.decide(plan)
    assert reader(client, anna).get(f"{PLAN}{part}", headers=PART).status_code == 200
    factories.version(plan, "decided")
    assert client.get(f"{PLAN}{part}", headers=PART).status_code == 403
    assert office(client, plan).get(f"{PLAN}{part}", headers=PART).status_code == 200


def test_who_has_left_the_federation_finds_nothing(client: Client, plan: Plan, anna: User) -> None:
    factories.sent(factories.version(plan, "board"), anna)
    thread = factories.thread(plan, anna, version=plan.versions.get())
    reader(client, anna)
    Role.objects.filter(user=anna).delete()
    for address in (PLAN, f"{PLAN}pdf/", f"{PLAN}word/", VERSIONS, f"{VERSIONS}1/"):
        assert client.get(address).status_code == 404
    for address in (f"{VERSIONS}1/pdf/", f"{PLAN}jamfor/", f"{PLAN}fragor/"):
        assert client.get(address).status_code == 404
    for address in (f"{VERSIONS}1/last/", f"{PLAN}fragor/{thread.key}/svara/"):
        assert client.post(address, {"body": "Hej"}).status_code == 404
    assert SECRET not in client.get("/").content.decode()


def test_pressed_twice_a_version_is_sent_once(client: Client, plan: Plan, anna: User) -> None:
    said = TO_BOARD | {"people": [anna.pk], "message": "Hej"}
    chief = office(client, plan)
    assert chief.post(SEND, said).status_code == 302
    again = chief.post(SEND, said)
    assert again.status_code == 422
    page = again.content.decode()
    assert "skickade planen till styrelsen" in page
    assert f'name="seen" value="{last_seen(plan)}"' in page
    assert (PlanVersion.objects.count(), Letter.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    "address", [f"{VERSIONS}1/pdf/", f"{VERSIONS}1/bilder/{factories.PICTURE}/"]
)
def test_no_browser_keeps_its_files_for_the_next_person(
    client: Client, plan: Plan, anna: User, address: str
) -> None:
    factories.sent(factories.version(plan, "board"), anna)
    assert "private, no-cache" in reader(client, anna).get(address)["Cache-Control"]


KEY = factories.key("aim")


def test_what_is_in_force_everybody_in_the_federation_reads(
    client: Client, plan: Plan, anna: User
) -> None:
    factories.version(plan, "decided")
    assert reader(client, anna).get(f"{VERSIONS}1/").status_code == 200


def test_another_federations_versions_do_not_exist(client: Client, plan: Plan) -> None:
    factories.version(plan, "decided")
    other = factories.signed_in(client, "chief", factories.federation("slattbygden"))
    for address in (VERSIONS, f"{VERSIONS}1/", f"{VERSIONS}1/pdf/", SEND):
        assert other.get(address).status_code == 404


def test_a_version_is_marked_as_read_once(client: Client, plan: Plan, anna: User) -> None:
    factories.sent(factories.version(plan, "board"), anna)
    for _ in range(2):
        assert reader(client, anna).post(f"{VERSIONS}1/last/").status_code == 302
    assert ReadingMark.objects.count() == 1
    assert "Du har läst den här versionen." in client.get(f"{VERSIONS}1/").content.decode()


def test_marking_takes_a_button(client: Client, plan: Plan, anna: User) -> None:
    factories.sent(factories.version(plan, "board"), anna)
    assert reader(client, anna).get(f"{VERSIONS}1/last/").status_code == 405


def test_the_office_sees_who_has_read(client: Client, plan: Plan, anna: User) -> None:
    version = factories.version(plan, "board")
    for user in (anna, factories.person("board", plan.federation, email="bo@berg.se")):
        factories.sent(version, user)
    ReadingMark.objects.create(version=version, user=anna)
    page = office(client, plan).get(VERSIONS).content.decode()
    assert "1 av 2 har läst: anna@berg.se." in page


def test_a_reader_does_not_see_who_else_was_sent_it(client: Client, plan: Plan, anna: User) -> None:
    version = factories.version(plan, "board")
    factories.sent(version, anna)
    factories.sent(version, factories.person("board", plan.federation, email="bo@berg.se"))
    assert "bo@berg.se" not in reader(client, anna).get(VERSIONS).content.decode()


@pytest.mark.parametrize("count", [1, 12])
def test_the_list_takes_as_many_queries_for_many(
    client: Client, plan: Plan, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(count):
        factories.sent(factories.version(plan, "board"), factories.person(email="anna@berg.se"))
    chief = office(client, plan)
    chief.get(VERSIONS)
    with django_assert_num_queries(8):
        chief.get(VERSIONS)


def test_a_decided_plan_is_not_sent(client: Client) -> None:
    plan = factories.decided_plan()
    response = office(client, plan).get(SEND)
    assert response.status_code == 403
    assert "Planen beslutades 2024-11-28" in response.content.decode()


def test_a_picture_of_a_version_is_its_own(client: Client, plan: Plan, anna: User) -> None:
    factories.sent(factories.version(plan, "board"), anna)
    plan.pictures.all().delete()
    picture = reader(client, anna).get(f"{VERSIONS}1/bilder/{factories.PICTURE}/")
    assert picture["Content-Type"] == "image/png"
    assert client.get(f"{VERSIONS}1/bilder/{KEY}/").status_code == 404


def test_sending_is_a_step_and_samrad_that_was_left_out_has_its_reason(
    client: Client, plan: Plan, anna: User
) -> None:
    office(client, plan).post(SEND, TO_BOARD | {"people": [anna.pk]})
    plan.refresh_from_db()
    [passage] = Passage.objects.all()
    assert (plan.status, passage.before, passage.after) == ("review", "draft", "review")
    assert plan.versions.get().note == "Utan samråd: Medlemmarna hörs sedan."


def test_after_samrad_no_reason_is_asked_for(client: Client, plan: Plan, anna: User) -> None:
    chief = office(client, plan)
    chief.post(f"{PLAN}samrad/skicka/", TO_MEMBERS | {"people": [anna.pk]})
    plan.refresh_from_db()
    assert plan.status == "consultation"
    chief.post(SEND, {"seen": last_seen(plan), "people": [anna.pk]})
    plan.refresh_from_db()
    assert plan.status == "review"


def test_who_was_not_first_is_told_who_was(client: Client, plan: Plan, anna: User) -> None:
    chief = office(client, plan)
    chief.post(SEND, TO_BOARD | {"people": [anna.pk]})
    response = chief.post(SEND, TO_BOARD | {"people": [anna.pk]})
    assert response.status_code == 422
    assert "chief@fjallbygden.se skickade planen till styrelsen" in response.content.decode()
    assert PlanVersion.objects.count() == 1
