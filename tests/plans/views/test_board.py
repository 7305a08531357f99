"""The board's page: the papers, what is new, and what may be said before the meeting."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from finsam.federations.models import Federation
from finsam.letters.models import Letter
from finsam.members.models import User
from plans.models import BoardPapers, DecisionRecord, Motion, Plan, PlanVersion, Statement
from tests import factories
from tests.plans.deciding import cases
from tests.plans.views.html import text

pytestmark = pytest.mark.django_db

PLAN = "/fjallbygden/2025/"
PAGE = f"{PLAN}styrelsen/"
PAPERS, TEXT = f"{PAGE}underlag/1/", f"{PAGE}att-satser.txt"
MOTION, STATEMENT = f"{PAGE}yrkande/", f"{PAGE}yttrande/"
SAID = {"stance": "refer_back", "motivation": "Mål 3 saknar mått."}


@pytest.fixture
def version() -> PlanVersion:
    """Sent to the board, with its papers."""
    plan = factories.draft_plan()
    version = factories.version(plan, "board")
    factories.papers(version)
    Plan.objects.update(status="review")
    version.plan.refresh_from_db()
    return version


@pytest.fixture
def anna(version: PlanVersion) -> User:
    user = factories.person("board", version.plan.federation)
    factories.sent(version, user)
    return user


@pytest.fixture
def bo(version: PlanVersion) -> User:
    """Another of the board, who got it too."""
    user = factories.person("board", version.plan.federation, "bo@berg.se")
    factories.sent(version, user)
    return user


def signed_in(client: Client, user: User) -> Client:
    client.force_login(user)
    return client


def office(client: Client, version: PlanVersion) -> Client:
    return signed_in(client, cases.office(version.plan))


def test_who_got_it_reads_papers_att_satser_and_what_may_be_done(
    client: Client, anna: User, version: PlanVersion
) -> None:
    page = text(signed_in(client, anna).get(PAGE))
    for words in (
        "Styrelsens möte 28 november 2024.",
        "Underlag 1",
        "Styrelsen beslutar att fastställa Skymningsplanen.",
        "Jag har läst",
        "Ställ en fråga",
        "Jag tänker yrka …",
        "Ingen har frågat något om den här versionen.",
    ):
        assert words in page
    assert "För kansliet" not in page
    assert "Anmälda yrkanden" not in page
    assert "Yttranden" not in page


def test_the_papers_are_the_bytes_that_were_sent(client: Client, anna: User) -> None:
    response = signed_in(client, anna).get(PAPERS)
    assert response.content == bytes(BoardPapers.objects.get().pdf)
    assert response["Cache-Control"] == "private, no-cache, no-store"


def test_the_att_satser_are_a_text_for_the_minutes(client: Client, anna: User) -> None:
    response = signed_in(client, anna).get(TEXT)
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode() == "Styrelsen beslutar\natt fastställa Skymningsplanen.\n"


def test_who_did_not_get_it_finds_none_of_it(client: Client, version: PlanVersion) -> None:
    user = factories.person("board", version.plan.federation, "utan@berg.se")
    signed_in(client, user)
    page = text(client.get(PAGE))
    assert "Inget underlag är skickat till dig än." in page
    assert "Skymning" not in page
    assert [client.get(one).status_code for one in (PAPERS, TEXT)] == [404, 404]
    assert client.get(MOTION).status_code == 403


def test_before_anything_is_sent_the_office_is_shown_the_way(client: Client) -> None:
    plan = factories.draft_plan()
    page = text(signed_in(client, cases.office(plan)).get(PAGE))
    assert "Inget är skickat till styrelsen än." in page
    assert "Skriv missivet" in page
    assert [client.get(one).status_code for one in (PAPERS, TEXT)] == [404, 404]


def test_the_office_sees_who_has_read(client: Client, version: PlanVersion, anna: User) -> None:
    page = text(office(client, version).get(PAGE))
    assert "Ingen har markerat den som läst än." in page
    signed_in(client, anna).post(f"{PLAN}versioner/1/last/", {"back": "board"})
    page = text(office(client, version).get(PAGE))
    assert "1 av 1 har läst: anna@berg.se." in page


def test_read_here_one_stays_here(client: Client, anna: User) -> None:
    response = signed_in(client, anna).post(f"{PLAN}versioner/1/last/", {"back": "board"})
    assert response["Location"] == PAGE
    assert "Du har läst Version 1." in text(client.get(PAGE))


def test_newer_papers_stand_first_and_the_earlier_ones_remain(
    client: Client, version: PlanVersion, anna: User
) -> None:
    newer = factories.version(version.plan, "board")
    factories.papers(newer, proposals=["avslå allt"])
    factories.sent(newer, anna)
    page = text(signed_in(client, anna).get(PAGE))
    assert "Underlag 2" in page
    assert "att avslå allt." in page
    assert "Tidigare underlag Underlag 1 , skickat 2024-11-28" in page
    assert client.get(PAPERS).status_code == 200


def test_questions_on_the_version_are_listed(
    client: Client, version: PlanVersion, anna: User
) -> None:
    factories.thread(version.plan, anna, version=version)
    page = text(signed_in(client, anna).get(PAGE))
    assert "En fråga väntar på svar. Avsnitt 1 Syfte" in page


def test_a_yrkande_goes_to_the_chair_and_the_office_and_to_nobody_else(
    client: Client, version: PlanVersion, anna: User, bo: User
) -> None:
    chair, chief = cases.chair(version.plan), cases.office(version.plan)
    response = signed_in(client, anna).post(MOTION, {"text": "att 50 tkr flyttas"})
    assert response["Location"] == PAGE
    letters = Letter.objects.filter(kind="motion_announced")
    assert {one.to_address for one in letters} == {chair.email, chief.email}
    body = letters[0].body
    assert "att 50 tkr flyttas" in body
    assert f"http://testserver{PAGE}\n" in body
    assert "att 50 tkr flyttas" in text(client.get(PAGE))
    factories.sent(version, chair)
    for user, is_shown in ((chair, True), (chief, True), (bo, False)):
        assert ("50 tkr flyttas" in text(signed_in(client, user).get(PAGE))) is is_shown


def test_pressed_twice_it_is_one_yrkande(client: Client, version: PlanVersion, anna: User) -> None:
    cases.chair(version.plan)
    for _ in range(2):
        signed_in(client, anna).post(MOTION, {"text": "att 50 tkr flyttas"})
    assert Motion.objects.count() == 1
    to_chair = Letter.objects.filter(kind="motion_announced", to_address="chair@berg.se")
    assert to_chair.count() == 1


@pytest.mark.parametrize(
    ("said", "wrong"),
    [("", "Skriv vad du tänker yrka."), ("x" * 4001, "Skriv högst 4000 tecken.")],
)
def test_an_empty_yrkande_is_none(client: Client, anna: User, said: str, wrong: str) -> None:
    response = signed_in(client, anna).post(MOTION, {"text": said})
    assert (response.status_code, wrong in response.content.decode()) == (422, True)
    assert not Motion.objects.exists()
    assert not Letter.objects.exists()


def test_ones_own_yrkande_is_taken_back_and_stays_so(
    client: Client, version: PlanVersion, anna: User
) -> None:
    motion = factories.motion(version, anna)
    address = f"{MOTION}{motion.pk}/aterta/"
    assert signed_in(client, anna).get(address).status_code == 405
    assert client.post(address)["Location"] == PAGE
    motion.refresh_from_db()
    first = motion.withdrawn_at
    client.post(address)
    motion.refresh_from_db()
    assert first and motion.withdrawn_at == first
    assert "Återtaget" in text(client.get(PAGE))


def test_anothers_yrkande_is_not_ones_own(
    client: Client, version: PlanVersion, anna: User, bo: User
) -> None:
    motion = factories.motion(version, anna)
    for user in (bo, cases.chair(version.plan), cases.office(version.plan)):
        response = signed_in(client, user).post(f"{MOTION}{motion.pk}/aterta/")
        assert response.status_code == 404
    motion.refresh_from_db()
    assert motion.withdrawn_at is None


@pytest.mark.parametrize("status", ["draft", "consultation", "decided"])
def test_what_is_not_before_the_board_is_refused_with_the_reason(
    client: Client, version: PlanVersion, anna: User, status: str
) -> None:
    motion = factories.motion(version, anna)
    Plan.objects.update(status=status)
    Federation.objects.update(formal_statements=True)
    signed_in(client, anna)
    for address, reason in (
        (MOTION, "när planen är hos styrelsen"),
        (f"{MOTION}{motion.pk}/aterta/", "när planen är hos styrelsen"),
        (STATEMENT, "Styrelsens ledamöter yttrar sig, när planen är hos styrelsen."),
    ):
        response = client.post(address, {"text": "att", **SAID})
        assert (address, response.status_code) == (address, 403)
        assert reason in text(response)
    assert Motion.objects.filter(withdrawn_at=None).count() == 1
    assert not Statement.objects.exists()
    page = client.get(PAGE).content.decode()
    assert 'type="button" disabled>Jag tänker yrka' in page


@pytest.mark.parametrize("who", ["staff", "member", "auditor", "economist", "preparation"])
@pytest.mark.parametrize("address", [MOTION, STATEMENT])
def test_only_the_board_yrkar_and_yttrar_sig(
    client: Client, version: PlanVersion, who: str, address: str
) -> None:
    Federation.objects.update(formal_statements=True)
    factories.signed_in(client, who, version.plan.federation)
    assert client.post(address, {"text": "att", **SAID}).status_code == 403


def test_where_statements_are_off_there_are_none(client: Client, anna: User) -> None:
    assert signed_in(client, anna).post(STATEMENT, SAID).status_code == 404
    assert not Statement.objects.exists()


def test_a_statement_is_said_and_changed(client: Client, version: PlanVersion, anna: User) -> None:
    Federation.objects.update(formal_statements=True)
    assert signed_in(client, anna).post(STATEMENT, SAID)["Location"] == PAGE
    page = text(client.get(PAGE))
    assert "1 av 1 har yttrat sig. 1 återremiss" in page
    assert "anna@berg.se: återremiss . Mål 3 saknar mått." in page
    client.post(STATEMENT, {"stance": "supports", "motivation": ""})
    found = Statement.objects.get()
    assert (found.stance, found.motivation, found.version) == ("supports", "", 1)


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"motivation": ""}, "Skriv vad som behöver ändras innan du lämnar återremiss."),
        ({"stance": ""}, "Välj något."),
        ({"stance": "nej"}, "Välj något."),
        ({"motivation": "x" * 4001}, "Skriv högst 4000 tecken."),
    ],
)
def test_a_statement_that_cannot_be_is_told_and_what_was_typed_is_kept(
    client: Client, anna: User, said: dict[str, str], wrong: str
) -> None:
    Federation.objects.update(formal_statements=True)
    response = signed_in(client, anna).post(STATEMENT, SAID | said)
    page = response.content.decode()
    assert (response.status_code, wrong in page) == (422, True)
    if said != {"motivation": ""}:
        assert f"{(SAID | said)['motivation']}</textarea>" in page
    assert not Statement.objects.exists()


def test_who_has_said_what_is_shown_to_the_board_the_chair_and_the_office(
    client: Client, version: PlanVersion, anna: User
) -> None:
    Federation.objects.update(formal_statements=True)
    signed_in(client, anna).post(STATEMENT, SAID)
    chair = cases.chair(version.plan)
    auditor = factories.person("auditor", version.plan.federation, "rut@berg.se")
    for user in (chair, auditor):
        factories.sent(version, user)
    for user, is_shown in ((chair, True), (cases.office(version.plan), True), (auditor, False)):
        page = text(signed_in(client, user).get(PAGE))
        assert ("har yttrat sig" in page) is is_shown
        assert ("Mål 3 saknar mått." in page) is is_shown


def test_another_federation_finds_nothing(client: Client, version: PlanVersion, anna: User) -> None:
    motion = factories.motion(version, anna)
    other = factories.draft_plan("slattbygden")
    signed_in(client, factories.person("chief", other.federation, "granne@slatt.se"))
    for address in (PAGE, PAPERS, TEXT, MOTION):
        assert (address, client.get(address).status_code) == (address, 404)
    for address in (MOTION, f"{MOTION}{motion.pk}/aterta/", STATEMENT):
        assert (address, client.post(address, SAID).status_code) == (address, 404)


@pytest.mark.parametrize("address", [PAGE, PAPERS, TEXT])
def test_what_is_read_is_not_posted(client: Client, anna: User, address: str) -> None:
    assert signed_in(client, anna).post(address).status_code == 405


def test_a_statement_is_not_asked_for(client: Client, anna: User) -> None:
    assert signed_in(client, anna).get(STATEMENT).status_code == 405


def test_the_record_begins_with_the_newest_papers_att_satser(
    client: Client, version: PlanVersion
) -> None:
    newer = factories.version(version.plan, "board")
    factories.papers(newer, proposals=["fastställa planen", "ge kansliet i uppdrag"])
    page = office(client, version).get(f"{PLAN}beslut/uppgifter/").content.decode()
    assert "fastställa planen</textarea>" in page
    assert "ge kansliet i uppdrag</textarea>" in page
    assert not DecisionRecord.objects.exists()


def test_a_yrkande_about_what_was_decided_does_not_come_back_in_a_revision(
    client: Client, version: PlanVersion, anna: User
) -> None:
    factories.motion(version, anna)
    factories.version(version.plan, "decided")
    assert "Skymning flyttas" not in text(signed_in(client, anna).get(PAGE))


@pytest.mark.parametrize("count", [1, 6])
def test_the_queries_are_as_many_for_many(
    client: Client,
    version: PlanVersion,
    anna: User,
    count: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    Federation.objects.update(formal_statements=True)
    for number in range(count):
        newer = factories.version(version.plan, "board")
        factories.papers(newer)
        factories.sent(newer, anna)
        other = factories.person("board", version.plan.federation, f"{number}@berg.se")
        factories.sent(newer, other)
        factories.motion(newer, anna)
        factories.thread(version.plan, anna, version=newer)
        said_at = timezone.now() - timedelta(days=number)
        Statement.objects.create(
            plan=version.plan, version=newer.number, user=other, name="x", stance="abstains",
            said_at=said_at,
        )  # fmt: skip
    signed_in(client, anna)
    with django_assert_num_queries(24):
        assert client.get(PAGE).status_code == 200


@pytest.mark.parametrize(
    ("address", "said"),
    [(MOTION, {"text": "att planen ändras"}), (STATEMENT, {"stance": "supports"})],
)
def test_what_is_said_of_a_version_that_is_no_longer_the_newest_is_not_kept(
    client: Client, version: PlanVersion, anna: User, address: str, said: dict[str, str]
) -> None:
    Federation.objects.update(formal_statements=True)
    factories.sent(factories.version(version.plan, "board"), anna)
    response = signed_in(client, anna).post(address, said | {"version": str(version.number)})
    assert response.status_code == 422
    assert "En rättad version har kommit" in response.content.decode()
    assert not Motion.objects.exists()
    assert not Statement.objects.exists()
