"""The start page as an inbox: what waits for whom, since when, and what is done."""

from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from finsam.members.access import standings
from finsam.members.models import Role, User
from plans.models import (
    Comment,
    Consultation,
    Passage,
    Plan,
    PlanVersion,
    ReadingMark,
    Thread,
)
from plans.views.inbox import Inbox, Row, inbox
from tests import factories
from tests.plans.deciding import cases
from tests.plans.views.html import text
from tests.walk.planted import share

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan() -> Plan:
    return factories.draft_plan()


@pytest.fixture
def anna(plan: Plan) -> User:
    return factories.person("board", plan.federation)


@pytest.fixture
def chief(plan: Plan) -> User:
    return factories.person("chief", plan.federation, email="chefen@berg.se")


@pytest.fixture
def version(plan: Plan, anna: User) -> PlanVersion:
    """Sent to Anna."""
    version = factories.version(plan, "board", label="Förslag till styrelsen 2024-11-15")
    factories.sent(version, anna)
    return version


def of(user: User) -> Inbox:
    return inbox(user, standings(user))


def shown(rows: list[Row]) -> list[tuple[str, str, str]]:
    return [(row.what, row.state, row.holder) for row in rows]


def answered(thread: Thread, by: User) -> None:
    Comment.objects.create(thread=thread, author=by, author_name=str(by), is_office=True, body="Ja")


def test_a_reader_has_a_version_to_read(version: PlanVersion, anna: User) -> None:
    found = of(anna)
    assert shown(found.yours) == [("Förslag till styrelsen 2024-11-15 att läsa", "Oläst", "dig")]
    assert found.yours[0].plan == "Skymningsplanen 2025, Fjallbygden"
    assert (found.others, found.done) == ([], [])


def test_when_it_is_read_it_is_done(version: PlanVersion, anna: User) -> None:
    ReadingMark.objects.create(version=version, user=anna)
    found = of(anna)
    assert shown(found.done) == [("Förslag till styrelsen 2024-11-15", "Läst", "dig")]
    assert found.yours == []


def test_the_corrected_one_is_read_in_its_place(version: PlanVersion, anna: User) -> None:
    ReadingMark.objects.create(version=version, user=anna)
    factories.sent(factories.version(version.plan, "board", label="Rättad"), anna)
    found = of(anna)
    assert shown(found.yours) == [("Rättad att läsa", "Oläst", "dig")]
    assert found.done == []


def test_what_was_asked_waits_for_the_office(version: PlanVersion, anna: User) -> None:
    factories.thread(version.plan, anna, version=version)
    assert shown(of(anna).others) == [("Din fråga", "Väntar på svar", "kansliet")]


def test_and_its_answer_for_who_asked(version: PlanVersion, anna: User, chief: User) -> None:
    answered(factories.thread(version.plan, anna, version=version), chief)
    assert ("Svar på din fråga", "Besvarad", "dig") in shown(of(anna).yours)


def test_the_office_has_all_unanswered_questions_of_a_plan_together(
    version: PlanVersion, anna: User, chief: User
) -> None:
    factories.thread(version.plan, anna, version=version)
    assert shown(of(chief).yours) == [("En fråga att svara på", "Väntar på svar", "kansliet")]
    factories.thread(version.plan, anna, version=version)
    assert shown(of(chief).yours) == [("2 frågor att svara på", "Väntar på svar", "kansliet")]
    for thread in Thread.objects.all():
        answered(thread, chief)
    assert of(chief).yours == []


def test_the_office_waits_for_those_who_have_not_read(
    version: PlanVersion, anna: User, chief: User
) -> None:
    assert shown(of(chief).others) == [(version.label, "0 av 1 har läst", "anna@berg.se")]
    bo = factories.person("board", version.plan.federation, "bo@berg.se")
    factories.sent(version, bo)
    assert shown(of(chief).others) == [(version.label, "0 av 2 har läst", "2 mottagare")]
    for reader in (anna, bo):
        ReadingMark.objects.create(version=version, user=reader)
    assert shown(of(chief).done) == [(version.label, "2 av 2 har läst", "alla")]


def test_the_chair_and_the_office_have_what_is_announced_before_the_meeting(
    version: PlanVersion, anna: User, chief: User
) -> None:
    Plan.objects.update(status="review")
    motion = factories.motion(version, anna)
    chair = cases.chair(version.plan)
    row = ("1 anmält yrkande", "Tas upp på mötet", "styrelsen")
    for user, is_told in ((chief, True), (chair, True), (anna, False)):
        assert (row in shown(of(user).others)) is is_told
    factories.motion(version, anna)
    assert "2 anmälda yrkanden" in [one.what for one in of(chair).others]
    version.plan.motions.update(withdrawn_at=motion.announced_at)
    assert of(chair).others == []


def test_what_is_decided_or_no_longer_before_the_board_is_not_told_of(
    version: PlanVersion, anna: User
) -> None:
    factories.motion(version, anna)
    chair = cases.chair(version.plan)
    assert not of(chair)
    Plan.objects.update(status="review")
    factories.version(version.plan, "decided")
    assert not of(chair)


def test_nobody_waits_for_a_proposal_when_the_plan_is_decided(
    version: PlanVersion, anna: User, chief: User
) -> None:
    Plan.objects.update(status="decided")
    assert not of(anna)
    assert not of(chief)


def test_who_has_left_has_nothing(version: PlanVersion, anna: User) -> None:
    factories.thread(version.plan, anna, version=version)
    Role.objects.filter(user=anna).delete()
    assert not of(anna)


def test_what_was_asked_on_a_draft_is_not_told_when_it_is_taken_back(
    plan: Plan, anna: User
) -> None:
    shared = share(plan, anna)
    factories.thread(plan, anna)
    assert len(of(anna).others) == 1
    shared.delete()
    assert not of(anna)


def test_with_nothing_to_do_the_page_begins_with_the_federations(
    client: Client, anna: User
) -> None:
    client.force_login(anna)
    page = text(client.get("/"))
    assert "Väntar på" not in page
    assert page.startswith("Mina förbund Samordningsförbundet Fjallbygden")


def test_the_page_shows_what_waits(client: Client, version: PlanVersion, anna: User) -> None:
    client.force_login(anna)
    page = client.get("/")
    assert "Väntar på dig Förslag till styrelsen 2024-11-15 att läsa" in text(page)
    assert f'href="{version.get_absolute_url()}"' in page.content.decode()


@pytest.mark.parametrize("count", [1, 12])
def test_the_queries_are_as_many_for_many(
    plan: Plan, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    both = factories.person("chief", plan.federation)
    Role.objects.create(user=both, federation=plan.federation, kind="board")
    factories.sent(factories.version(plan, "board"), both)
    for _ in range(count):
        factories.sent(factories.version(plan, "board"), both)
        factories.thread(plan, both, version=plan.versions.first())
        factories.motion(plan.versions.get(number=1), both)
    Plan.objects.update(status="review")
    mine = standings(both)
    # Sent to the person and read; asked by the person, of the office, and sent by it; announced.
    with django_assert_num_queries(11):
        inbox(both, mine)


def test_the_office_waits_for_members_while_they_can_answer(plan: Plan, chief: User) -> None:
    version = factories.version(plan, "consultation")
    link = factories.consultation_link(version)
    region = factories.member(plan.federation, "Region Jämtland", "region")
    factories.consultation_link(version, region, consultation=link.consultation)
    last_day = "Svar senast 2199-12-31"
    waits = ("Samråd pågår: ingen av 2 har svarat", last_day, "medlemmarna")
    assert shown(of(chief).others) == [waits]
    factories.answer(link.consultation)
    factories.answer(link.consultation, edition=2)
    waits = ("Samråd pågår: 1 av 2 har svarat", last_day, "medlemmarna")
    assert shown(of(chief).others) == [waits]
    Consultation.objects.update(closes_on=date(2024, 11, 17))
    assert of(chief).others == []


def test_a_samrad_that_was_taken_back_is_not_waited_for(plan: Plan, chief: User) -> None:
    version = factories.version(plan, "consultation")
    factories.consultation_link(version)
    steps = {"plan": plan, "before": "draft", "by": "Carin Chef"}
    Passage.objects.create(**steps, act="consult", after="consultation", version=version.number)
    assert len(of(chief).others) == 1
    Passage.objects.create(**steps, act="take_back", after="draft")
    assert of(chief).others == []


def test_a_member_of_the_board_does_not_wait_for_them(plan: Plan, anna: User) -> None:
    factories.consultation_link(factories.version(plan, "consultation"))
    assert not of(anna)
