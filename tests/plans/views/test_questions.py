"""Questions: asked without selecting anything, answered, resolved, and seen by the right people."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from finsam.letters.models import Letter
from finsam.members.models import User
from plans.models import Comment, Plan, PlanVersion, Thread
from tests import factories
from tests.factories import SECRET

pytestmark = pytest.mark.django_db

PLAN = "/fjallbygden/2025/"
KEY = factories.key("aim")
ASK = f"{PLAN}versioner/1/fraga/{KEY}/"
QUESTIONS = f"{PLAN}fragor/"


@pytest.fixture
def plan() -> Plan:
    return factories.draft_plan()


@pytest.fixture
def anna(plan: Plan) -> User:
    return factories.person("board", plan.federation, email="anna@berg.se")


@pytest.fixture
def version(plan: Plan, anna: User) -> PlanVersion:
    """Sent to Anna."""
    version = factories.version(plan, "board")
    factories.sent(version, anna)
    return version


def as_user(client: Client, user: User) -> Client:
    client.force_login(user)
    return client


def chief(plan: Plan) -> User:
    return factories.person("chief", plan.federation, email="chefen@berg.se")


def test_a_reader_asks_about_a_section(client: Client, version: PlanVersion, anna: User) -> None:
    office = chief(version.plan)
    response = as_user(client, anna).post(ASK, {"about": "0", "body": "Varför så lite?"})
    assert response["Location"] == f"{PLAN}versioner/1/#avsnitt-{KEY}"
    thread = Thread.objects.get()
    assert (thread.place, thread.place_key, thread.quote) == ("section", KEY, "")
    assert thread.version == version
    letter = Letter.objects.get(kind="question_asked")
    assert letter.to_address == office.email
    assert "Varför så lite?" in letter.body
    assert "Varför så lite?" in client.get(f"{PLAN}versioner/1/").content.decode()


def test_a_passage_is_chosen_in_a_list(client: Client, version: PlanVersion, anna: User) -> None:
    as_user(client, anna).post(ASK, {"about": "0/0", "body": "Vad menas?"})
    assert Thread.objects.get().quote == f"Om {SECRET}."


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"about": "0", "body": ""}, "Skriv din fråga innan du skickar den."),
        ({"about": "0", "body": "a" * 4001}, "Skriv högst 4000 tecken."),
        ({"about": "9/9", "body": "Vad?"}, "Det stället finns inte. Välj ett annat."),
        ({"body": "Vad?"}, "Det stället finns inte. Välj ett annat."),
    ],
)
def test_what_is_no_question_is_told_and_kept(
    client: Client, version: PlanVersion, anna: User, said: dict[str, str], wrong: str
) -> None:
    response = as_user(client, anna).post(ASK, said)
    assert response.status_code == 422
    assert wrong in response.content.decode()
    assert said["body"] in response.content.decode()
    assert not Thread.objects.exists()


def test_a_section_that_is_not_there_is_not_asked_about(
    client: Client, version: PlanVersion, anna: User
) -> None:
    unknown = factories.key("unknown")
    assert as_user(client, anna).get(f"{PLAN}versioner/1/fraga/{unknown}/").status_code == 404


def test_the_office_answers_and_the_reader_is_told(
    client: Client, version: PlanVersion, anna: User
) -> None:
    thread = factories.thread(version.plan, anna, version=version)
    office = as_user(client, chief(version.plan))
    response = office.post(f"{QUESTIONS}{thread.key}/svara/", {"body": "För att det räcker."})
    assert response["Location"] == f"{QUESTIONS}#fraga-{thread.key}"
    assert Comment.objects.last().is_office  # type: ignore[union-attr]
    assert Letter.objects.get(kind="question_answered").to_address == anna.email
    assert "För att det räcker." in as_user(client, anna).get(QUESTIONS).content.decode()


def test_an_empty_answer_is_told_beside_it(
    client: Client, version: PlanVersion, anna: User
) -> None:
    thread = factories.thread(version.plan, anna, version=version)
    office = as_user(client, chief(version.plan))
    response = office.post(f"{QUESTIONS}{thread.key}/svara/", {"body": " "})
    assert response.status_code == 422
    assert "Skriv ditt svar innan du skickar det." in response.content.decode()
    assert Comment.objects.count() == 1


def test_a_question_is_resolved_and_opened_again(
    client: Client, version: PlanVersion, anna: User
) -> None:
    thread = factories.thread(version.plan, anna, version=version)
    office = as_user(client, chief(version.plan))
    office.post(f"{QUESTIONS}{thread.key}/los/")
    thread.refresh_from_db()
    assert thread.resolved_by == "chefen@berg.se"
    office.post(f"{QUESTIONS}{thread.key}/oppna/")
    thread.refresh_from_db()
    assert thread.resolved_at is None


def test_an_answer_opens_what_was_resolved(
    client: Client, version: PlanVersion, anna: User
) -> None:
    thread = factories.thread(version.plan, anna, version=version)
    as_user(client, chief(version.plan)).post(f"{QUESTIONS}{thread.key}/los/")
    as_user(client, anna).post(f"{QUESTIONS}{thread.key}/svara/", {"body": "Men?"})
    thread.refresh_from_db()
    assert thread.resolved_at is None


def test_who_asked_may_resolve_and_another_reader_may_not(
    client: Client, version: PlanVersion, anna: User
) -> None:
    bo = factories.person("board", version.plan.federation, email="bo@berg.se")
    factories.sent(version, bo)
    thread = factories.thread(version.plan, anna, version=version)
    assert as_user(client, bo).post(f"{QUESTIONS}{thread.key}/los/").status_code == 403
    assert as_user(client, anna).post(f"{QUESTIONS}{thread.key}/los/").status_code == 302


def test_who_was_not_sent_the_version_sees_no_question(
    client: Client, version: PlanVersion, anna: User
) -> None:
    thread = factories.thread(version.plan, anna, version=version)
    bo = as_user(client, factories.person("board", version.plan.federation, email="bo@berg.se"))
    assert SECRET not in bo.get(QUESTIONS).content.decode()
    for does in ("svara", "los", "oppna"):
        assert bo.post(f"{QUESTIONS}{thread.key}/{does}/", {"body": "Hej"}).status_code == 404


def test_what_is_asked_on_the_working_copy_the_board_does_not_see(
    client: Client, version: PlanVersion, anna: User
) -> None:
    factories.thread(version.plan, chief(version.plan), place_name="Avsnitt bara för kansliet")
    page = as_user(client, anna).get(QUESTIONS).content.decode()
    assert "Avsnitt bara för kansliet" not in page


def test_the_text_has_been_edited_since(client: Client, version: PlanVersion, anna: User) -> None:
    thread = factories.thread(
        version.plan, anna, version=version, quote="Vi hjälper tolv personer till arbete i år."
    )
    section = version.plan.sections.get(key=KEY)
    section.html = "<p>Vi hjälper tjugo personer till arbete i år.</p>"
    section.save()
    office = as_user(client, chief(version.plan))
    page = office.get(QUESTIONS).content.decode()
    assert "Texten har ändrats sedan frågan ställdes" in page
    assert "Vi hjälper tjugo personer till arbete i år." in page
    section.delete()
    assert "Texten är borttagen" in office.get(QUESTIONS).content.decode()
    assert thread.quote in office.get(QUESTIONS).content.decode()


@pytest.mark.parametrize("count", [1, 40])
def test_the_pages_take_as_many_queries_for_many(
    client: Client,
    version: PlanVersion,
    anna: User,
    count: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(count):
        factories.thread(version.plan, anna, version=version)
    reader = as_user(client, anna)
    for address, queries in ((QUESTIONS, 10), (f"{PLAN}versioner/1/", 16)):
        reader.get(address)
        with django_assert_num_queries(queries):
            reader.get(address)


@pytest.mark.parametrize("does", ["svara", "los", "oppna"])
def test_saying_and_closing_take_a_button(
    client: Client, version: PlanVersion, anna: User, does: str
) -> None:
    thread = factories.thread(version.plan, anna, version=version)
    assert as_user(client, anna).get(f"{QUESTIONS}{thread.key}/{does}/").status_code == 405


def test_the_office_comments_on_what_it_writes(client: Client, plan: Plan, anna: User) -> None:
    office = as_user(client, chief(plan))
    assert f"{PLAN}fraga/{KEY}/" in office.get(PLAN).content.decode()
    response = office.post(f"{PLAN}fraga/{KEY}/", {"about": "0", "body": "Räkna om det här."})
    assert response["Location"] == f"{PLAN}#avsnitt-{KEY}"
    assert Thread.objects.get().version is None
    assert "Räkna om det här." in office.get(QUESTIONS).content.decode()
    assert "Räkna om det här." not in as_user(client, anna).get(QUESTIONS).content.decode()
